import TamgaFormats

/// The schemas of the description: what each body and each of its members is, in plain words.
enum OpenAPISchemas {
  /// All of them, by name.
  static var all: JSONValue { .object([verifying, papers, feed].flatMap(members)) }

  static func parsed(_ text: String) -> JSONValue {
    (try? JSONReader.strictValue(of: Array(text.utf8))) ?? .null
  }

  private static func members(_ text: String) -> [JSONValue.Member] { parsed(text).members ?? [] }

  /// Of those who check papers, and of every problem.
  private static let verifying = #"""
    {"Message":{"type":"object","description":"One sentence in three languages.","required":["kk","ru","en"],
      "properties":{"kk":{"type":"string","description":"In Kazakh."},
       "ru":{"type":"string","description":"In Russian."},
       "en":{"type":"string","description":"In English."}}},
     "Payload":{"type":"object","description":"The text of a code, as a scanner read it or a person typed it.",
      "required":["payload"],
      "properties":{"payload":{"type":"string","description":"The text of the code."},
       "on":{"type":["string","null"],"format":"date",
        "description":"Asks about noon of this day in the office's time zone; null for now. Only the paper's own dates go by it."}}},
     "Lookup":{"type":"object","description":"A paper whose code is damaged, by what is printed beside it.",
      "required":["number","code"],
      "properties":{"number":{"type":"string","description":"The number as it is printed; case, blanks and hyphens do not matter."},
       "code":{"type":"string","description":"The check code printed beside the seal."}}},
     "Verdicts":{"type":"object","description":"The answer about one input.","required":["verdicts"],
      "properties":{"verdicts":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Verdict"},
       "description":"One for each paper of the input, in the order of its pages."}}},
     "Verdict":{"type":"object","description":"What an inspector is told about one paper.",
      "required":["pages","verdict","genuine","inForce","effect","reasons","claims","altered","hints","compare",
       "replacedBy","key","status","checkedOn"],
      "properties":{"pages":{"type":"array","items":{"type":"integer"},
        "description":"Pages of the input that belong to the paper, from 1; empty for the text of a code."},
       "verdict":{"enum":["valid","not-yet-valid","expired","suspended","superseded","revoked","status-unknown",
        "altered","not-genuine","no-seal"],"description":"The strongest fact; every fact stands in 'reasons'."},
       "otherPages":{"type":"array","items":{"type":"object"},
        "description":"Pages beside the paper that belong to none: {page, is}, is 'cover-sheet' or 'blank-page'. Absent where there are none."},
       "missingOffice":{"type":"string","description":"Of 'foreign-issuer': the office that the seal names and whose bundle is missing here. Nothing vouches for the name."},
       "genuine":{"type":"boolean","description":"The office made the seal. Of an altered paper too: its seal is genuine, its words are not."},
       "inForce":{"type":"boolean","description":"The verdict is 'valid'. A genuine refusal is in force too and gives no right: see 'effect'."},
       "effect":{"type":["string","null"],"description":"What the kind of paper does: grants, refuses, informs, ends or applies; null where the kind is not known here or the seal is not genuine."},
       "reasons":{"type":"array","items":{"$ref":"#/components/schemas/Reason"},"description":"Every fact found, strongest first."},
       "claims":{"type":["object","null"],"description":"What the seal says of the paper, to be compared with it: document, number, copy, name, nameCut, passport, citizenship, validFrom, validUntil, sealedAt, issuer, issuingBody. Null unless the seal is genuine."},
       "altered":{"type":"array","items":{"type":"object"},"description":"What the paper has otherwise than its seal: {claim, sealed, printed}."},
       "hints":{"type":"array","items":{"type":"object"},"description":"What was read otherwise in a picture, which may be the reader's error: {claim, sealed, read}."},
       "compare":{"type":"array","items":{"type":"string"},"description":"Names of claims that a person still compares with paper and passport, the passport first; empty where the text itself was compared."},
       "replacedBy":{"type":["string","null"],"description":"The number of the paper that has taken the place of a superseded one, NUMBER~2 for a copy."},
       "key":{"type":["object","null"],"description":"The key that made the seal: {kid, state}, state active, retired or compromised."},
       "data":{"type":"object","description":"Of a PDF whose file decision.json is the sealed one, and that is not altered: that file, as the schema of the kind has it (/api/v1/templates/{document}/schema?of=paper). Absent otherwise."},
       "status":{"type":"object","required":["source","issuedAt","sequence","stale","office","root"],
        "description":"By what it was judged.",
        "properties":{"source":{"type":"string","description":"'register' for the office's own, 'bundle' for a trust bundle."},
         "issuedAt":{"type":"string","description":"When those statuses were signed or read, with the offset of the office."},
         "sequence":{"type":"integer","description":"The sequence of the bundle."},
         "stale":{"type":"boolean","description":"The statuses are older than the office allows."},
         "office":{"type":"string","description":"The id of the office."},
         "root":{"type":"string","description":"The fingerprint of its root key, 64 hexadecimal digits."}}},
       "checkedOn":{"type":"string","format":"date","description":"The day that the paper's dates were held against."}}},
     "Reason":{"type":"object","description":"One fact about a paper.","required":["code","message"],
      "properties":{"code":{"type":"string","description":"A stable name, such as status-revoked."},
       "message":{"$ref":"#/components/schemas/Message","description":"The same for people."}}},
     "Problem":{"type":"object","description":"Why a request was not answered (RFC 9457).",
      "required":["type","title","status","detail","code","messages","request"],
      "properties":{"type":{"type":"string","description":"urn:tamga:problem: and the code."},
       "title":{"type":"string","description":"What is wrong, in the language of the request."},
       "status":{"type":"integer","description":"The status of the answer."},
       "detail":{"type":"string","description":"What is wrong and what to do, in the language of the request."},
       "code":{"type":"string","description":"A stable name to act by, such as not-found or forbidden."},
       "messages":{"$ref":"#/components/schemas/Message","description":"'detail' in three languages."},
       "scopes":{"type":"array","items":{"type":"string"},"description":"Of 'forbidden' for a client: the scopes of which its token needs one."},
       "limit":{"type":"integer","description":"Of 'too-large' and 'header-too-large': bytes at most."},
       "checkpoint":{"$ref":"#/components/schemas/Checkpoint","description":"Of 'cursor-ahead': where the reader begins again."},
       "findings":{"type":"array","items":{"$ref":"#/components/schemas/Finding"},"description":"Of 'rejected': why the decision cannot be issued."},
       "from":{"type":"string","description":"Of 'move-not-allowed': the state that the paper is in."},
       "move":{"type":"string","description":"Of 'move-not-allowed': what was asked for."},
       "request":{"type":"string","description":"The name of the request, which stands in the server's log too."}}}}
    """#
}
