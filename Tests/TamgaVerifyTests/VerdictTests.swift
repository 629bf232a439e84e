import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal
@testable import TamgaVerify

@Suite struct VerdictTests {
  static let order: [Outcome] = [
    .notGenuine, .altered, .revoked, .superseded, .suspended, .expired, .notYetValid,
    .statusUnknown, .valid,
  ]

  /// The contract's order, strongest first, for every pair of facts.
  @Test func theStrongestWins() {
    for (rank, strong) in Self.order.enumerated() {
      for weak in Self.order[rank...] {
        #expect(max(strong, weak) == strong)
        for a in Reason.allCases where a.outcome == strong {
          for b in Reason.allCases where (b.outcome ?? .valid) == weak {
            #expect([a, b].outcome == strong && [b, a].outcome == strong)
          }
        }
      }
    }
    #expect([Reason]().outcome == .valid)
  }

  @Test func exitStatuses() {
    let expected: [Outcome: Int32] = [
      .valid: 0, .statusUnknown: 3, .notYetValid: 3, .expired: 3, .suspended: 3, .superseded: 3,
      .revoked: 3, .altered: 4, .notGenuine: 4, .noSeal: 5,
    ]
    for outcome in Outcome.allCases { #expect(outcome.exitStatus == expected[outcome]) }
  }

  /// Every fact and every outcome speaks three languages, and no two facts say the same.
  @Test func words() {
    for tongue in MessageLanguage.allCases {
      let texts = Reason.allCases.map { $0.message[tongue] }
      #expect(texts.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
      let headlines = Outcome.allCases.map { $0.message[tongue] }
      #expect(Set(headlines).count == headlines.count)
      #expect(Outcome.allCases.allSatisfy { !$0.advice[tongue].isEmpty })
    }
    #expect(Set(Reason.allCases.map(\.message)).count == Reason.allCases.count)
    #expect(Reason.allCases.allSatisfy { $0.message.kk != $0.message.ru })
  }

  @Test func jsonOfTheContract() throws {
    let seal = Scene.seal { $0.further[10] = .count(3) }
    let verdict = Scene.verdict(.payload(Scene.link(seal)))
    let json = verdict.json(input: "scan.png")
    #expect(
      json.members?.map(\.key) == [
        "input", "pages", "verdict", "genuine", "inForce", "effect", "reasons", "claims", "altered",
        "hints", "compare", "replacedBy", "key", "status", "checkedOn",
      ])
    #expect(json["input"] == .text("scan.png") && json["verdict"] == .text("valid"))
    #expect(json["genuine"] == .flag(true) && json["inForce"] == .flag(true))
    #expect(json["effect"] == .text("grants") && json["checkedOn"] == .text("2026-03-01"))
    let claims = try #require(json["claims"])
    #expect(
      claims.members?.map(\.key) == [
        "document", "number", "copy", "name", "nameCut", "passport", "citizenship", "validFrom",
        "validUntil", "sealedAt", "issuer", "issuingBody", "further",
      ])
    #expect(claims["document"] == .text("labour-immigrant-permit"))
    #expect(claims["validFrom"] == .text("2026-02-10"))
    #expect(claims["validUntil"] == .text("2026-05-10"))
    #expect(claims["sealedAt"] == .text("2026-02-09T10:00:00+05:00"))
    guard case .array(let further)? = claims["further"] else {
      Issue.record("a list of further claims")
      return
    }
    #expect(
      further.first?["claim"] == .text("termMonths") && further.first?["value"] == .integer(3))
    #expect(json["key"]?["kid"] == .text(Scene.issuing.publicKey.id.description))
    #expect(json["key"]?["state"] == .text("active"))
    #expect(
      json["status"]?.members?.map(\.key) == [
        "source", "issuedAt", "sequence", "stale", "office", "root",
      ])
    #expect(json["status"]?["root"] == .text(Scene.root.publicKey.fingerprint))
    #expect(json["status"]?["issuedAt"] == .text("2026-03-01T08:00:00+05:00"))
  }

  /// A forged name appears nowhere: neither in the object nor in the lines for people.
  @Test func rejectionsShowNothing() {
    let forged = Scene.seal(by: Scene.stranger)
    let code = Scene.link(Scene.seal())
    let inputs: [InputContents] = [
      .payload(Scene.link(forged)), .picture(codes: [Scene.link(forged)]),
      .document(
        DocumentContents(
          pages: [PageContents(text: nil, codes: [code, "TG1:"])], isCanonical: true)),
    ]
    for contents in inputs {
      let verdict = Scene.verdict(contents)
      #expect(verdict.outcome == .notGenuine)
      let json = verdict.json(input: "x")
      #expect(json["claims"] == .null && json["key"] == .null && json["effect"] == .null)
      #expect(json["genuine"] == .flag(false) && json["inForce"] == .flag(false))
      let told = "\(json)" + MessageLanguage.allCases.flatMap(verdict.lines).joined()
      #expect(!told.contains("KARIMOV") && !told.contains("FA1234567"))
    }
  }

  struct Judged: Sendable, CustomTestStringConvertible {
    let document: String
    let headline: String
    var testDescription: String { document }
  }

  static let papers: [Judged] = [
    Judged(document: "LIP", headline: "VALID"),
    Judged(document: "LIPR", headline: "GENUINE REFUSAL: GIVES NO RIGHT"),
    Judged(document: "FPC", headline: "GENUINE NOTICE: GIVES NO RIGHT"),
    Judged(document: "LIPV", headline: "GENUINE DECISION THAT ENDS A RIGHT: GIVES NO RIGHT"),
    Judged(document: "NEW", headline: "STATUS NOT CURRENT, GENUINE"),
  ]

  @Test(arguments: papers) func neverABareValid(_ paper: Judged) {
    let verdict = Scene.verdict(.payload(Scene.link(Scene.seal { $0.document = paper.document })))
    #expect(verdict.headline.en == paper.headline)
    for tongue in MessageLanguage.allCases {
      #expect(verdict.lines(tongue)[0] == verdict.headline[tongue])
      #expect(
        (verdict.lines(tongue)[0] == Outcome.valid.message[tongue]) == (paper.document == "LIP"))
    }
  }

  /// What was not compared to its end is not called genuine, and no headline begins with a word that is taken for
  /// "valid".
  @Test func theWeakWordFirst() {
    let code = Scene.link(Scene.seal())
    let pages = [PageContents(text: Scene.pages[0], codes: [code])]
    let cut = Scene.verdict(
      .document(DocumentContents(pages: pages, pagesLeftOut: 1, isCanonical: true)))
    #expect(cut.outcome == .statusUnknown)
    for tongue in MessageLanguage.allCases {
      let genuine = ["ШЫНАЙЫ", "ПОДЛИНН", "GENUINE"]
      let head = cut.lines(tongue)[0]
      #expect(!genuine.contains { head.contains($0) }, "\(head)")
      for outcome in Outcome.allCases where outcome != .notGenuine {
        let words = outcome.message[tongue]
        #expect(!genuine.contains { words.hasPrefix($0) }, "\(words)")
      }
    }
  }

  @Test(arguments: [true, false]) func aPairThatIsNotFound(_ isMistyped: Bool) {
    let verifier = Verifier(trust: Self.register { _ in true }, now: Scene.now)
    let verdict = verifier.verdict(onUnknownPair: isMistyped)
    #expect(verdict.outcome == .noSeal && verdict.outcome.exitStatus == 5)
    #expect(verdict.reasons == [.noSeal, isMistyped ? .typedWrongly : .pairNotFound])
    #expect(verdict.headline.en == "NO CODE FOUND")
  }

  /// A paper of an office that is not known here is not called false; a seal by a known key in another office's name
  /// is. What stands for the office's id is shown as far as it is one.
  @Test func anOfficeThatIsNotKnownHere() {
    let foreign = Scene.verdict(
      .payload(Scene.link(Scene.seal(by: Scene.stranger) { $0.issuer = "KZ-AST" })))
    #expect(foreign.outcome == .notGenuine && foreign.reasons == [.foreignIssuer])
    #expect(foreign.json(input: nil)["missingOffice"] == .text("KZ-AST"))
    let heads = ["МҰНДА ТЕКСЕРУ МҮМКІН ЕМЕС", "ЗДЕСЬ ПРОВЕРИТЬ НЕЛЬЗЯ", "CANNOT BE JUDGED HERE"]
    for (tongue, head) in zip(MessageLanguage.allCases, heads) {
      let lines = foreign.lines(tongue)
      #expect(lines[0] == head && lines.count == 3 && lines[2].contains("KZ-AST"), "\(lines)")
    }
    let ours = Scene.verdict(.payload(Scene.link(Scene.seal { $0.issuer = "KZ-AST" })))
    #expect(ours.reasons == [.foreignIssuer] && ours.headline == Outcome.notGenuine.message)
    #expect(ours.json(input: nil)["missingOffice"] == nil)
    let invented = Scene.verdict(
      .payload(Scene.link(Scene.seal(by: Scene.stranger) { $0.issuer = "KARIMOV ANVAR" })))
    #expect(!(invented.lines(.en).joined() + "\(invented.json(input: nil))").contains("KARIMOV"))
  }

  /// The passport is the first datum that the person is asked to compare.
  @Test func lines() {
    let verdict = Scene.verdict(.payload(Scene.link(Scene.seal())))
    #expect(
      verdict.lines(.en) == [
        "VALID", "- only the code was checked; compare the data below with the paper",
        "compare the data below with the paper and the passport, passport first", "  paper: Permit",
        "  issuing body: Управление полиции", "  passport: FA1234567",
        "  name: KARIMOV ANVAR RUSTAMOVICH",
        "  citizenship: UZB", "  number: ALA-26-0000017-4", "  valid from: 10.02.2026",
        "  valid until: 10.05.2026",
        "as of 01.03.2026, statuses of 2026-03-01T08:00:00+05:00",
      ])
  }

  /// What ties such a paper to a passport is the name, whether or not its text was compared.
  @Test(arguments: [true, false]) func passportThatIsNotPrinted(_ isCompared: Bool) throws {
    let seal = Scene.seal {
      $0.document = "FPC"
      $0.passport = nil
    }
    let code = Scene.link(seal)
    let pages = Scene.pages.map { PageContents(text: $0, codes: [code]) }
    let contents: InputContents =
      isCompared ? .document(DocumentContents(pages: pages, isCanonical: true)) : .payload(code)
    guard case .judged(let judgement) = Scene.verdict(contents) else {
      Issue.record("a genuine paper")
      return
    }
    #expect(judgement.reasons.contains(.passportNotPrinted))
    #expect(judgement.compare.first == "name" && !judgement.compare.contains("passport"))
  }

  struct Body: Sendable, CustomTestStringConvertible {
    let place: Int?
    let code: String?
    var testDescription: String { place.map(String.init) ?? "none" }
  }

  /// The verdict names the body that gave the paper, not the first one of the office.
  @Test(arguments: [
    Body(place: 0, code: "ALA-MPS-01"), Body(place: 1, code: "ALA-AKIM-01"),
    Body(place: 2, code: nil), Body(place: nil, code: nil),
  ]) func issuingBody(_ row: Body) throws {
    let verdict = Scene.verdict(.payload(Scene.link(Scene.seal { $0.body = row.place })))
    let json = verdict.json(input: "x")
    #expect(verdict.outcome == .valid)
    #expect(json["claims"]?["issuingBody"]?["code"] == row.code.map(JSONValue.text))
    let name = Scene.statusPart.bodies.first { $0.code == row.code }?.name
    for tongue in MessageLanguage.allCases {
      let lines = verdict.lines(tongue).joined(separator: "\n")
      if let name { #expect(lines.contains(tongue == .kk ? name.kk : name.ru)) }
      for other in Scene.statusPart.bodies where other.code != row.code {
        #expect(!lines.contains(other.name.kk) && !lines.contains(other.name.ru))
      }
    }
  }

  struct LookUp: Sendable, CustomTestStringConvertible {
    let status: PaperStatus
    let until: String?
    let outcome: Outcome
    let why: String
    var testDescription: String { why }
  }

  static let lookUps: [LookUp] = [
    LookUp(status: .valid, until: "2026-03-01", outcome: .valid, why: "its last day"),
    LookUp(status: .valid, until: nil, outcome: .valid, why: "no term"),
    LookUp(status: .valid, until: "2026-02-28", outcome: .expired, why: "the day after"),
    LookUp(status: .revoked, until: "2026-02-28", outcome: .revoked, why: "revoked and expired"),
    LookUp(status: .suspended, until: nil, outcome: .suspended, why: "suspended"),
    LookUp(status: .superseded, until: nil, outcome: .superseded, why: "replaced"),
  ]

  @Test(arguments: lookUps) func byNumberAndCode(_ c: LookUp) {
    let facts = RegisterFacts(
      document: "labour-immigrant-permit", number: "ALA-26-0000017-4", copy: 0, name: "KARIMOV",
      citizenship: "UZB", validFrom: Scene.date("2026-02-10"), validUntil: c.until.map(Scene.date),
      status: c.status, replacedBy: "ALA-26-0000018-2")
    let state = TrustState.register(
      office: "KZ-ALA", officeName: Scene.statusPart.officeName, root: "", zone: Scene.zone,
      host: "tamga.example", keys: [], kinds: Scene.statusPart.kinds, sequence: 7, now: Scene.now,
      status: { _ in nil }, replacement: { _ in nil }, isLogged: { _ in false },
      isRegistered: { _ in false })
    let verdict = Verifier(trust: state, now: Scene.now).verdict(on: facts)
    #expect(verdict.outcome == c.outcome && verdict.reasons.contains(.sealNotSeen))
    let json = verdict.json(input: "ALA-26-0000017-4")
    #expect(json["claims"]?["passport"] == .null && json["claims"]?["sealedAt"] == .null)
    #expect(json["status"]?["source"] == .text("register") && json["key"] == .null)
    #expect((json["replacedBy"] == .text("ALA-26-0000018-2")) == (c.status == .superseded))
  }

  @Test func aPaperOfATestOffice() {
    var part = Scene.rootPart
    part.isTest = true
    let code = Scene.link(Scene.seal())
    let verdict = Scene.verdict(.payload(code), trust: Scene.bundle(part))
    #expect(verdict.outcome == .valid && verdict.reasons.contains(.testOffice))
    #expect(!Scene.verdict(.payload(code)).reasons.contains(.testOffice))
  }

  static func register(_ isRegistered: @escaping @Sendable ([UInt8]) -> Bool?) -> TrustState {
    let part = Scene.statusPart
    return TrustState.register(
      office: "KZ-ALA", officeName: part.officeName, root: Scene.root.publicKey.fingerprint,
      zone: part.zone, host: part.host,
      keys: Scene.rootPart.issuingKeys, kinds: part.kinds, bodies: part.bodies, sequence: 41,
      now: Scene.now,
      status: { index in
        part.lists.first { $0.number == index.list }?[position: index.position]
      }, replacement: { part.replacements[$0] },
      isLogged: { $0.bytes == Scene.seal(by: Scene.compromised) },
      isRegistered: { isRegistered($0.bytes) })
  }

  struct Registered: Sendable, CustomTestStringConvertible {
    let answer: Bool?
    let outcome: Outcome
    let reason: Reason?
    var testDescription: String { "\(answer, default: "not reached")" }
  }

  /// A seal that the register never made is a forgery by whoever has a key, whatever the key's state; a
  /// register that cannot be asked calls nobody a forger.
  @Test(arguments: [
    Registered(answer: true, outcome: .valid, reason: nil),
    Registered(answer: false, outcome: .notGenuine, reason: .notRegistered),
    Registered(answer: nil, outcome: .statusUnknown, reason: .statusUnknown),
  ]) func sealsAtTheOfficesDoor(_ row: Registered) {
    let state = Self.register { _ in row.answer }
    for signer in [Scene.issuing, Scene.issuingES256, Scene.retired] {
      let verdict = Verifier(trust: state, now: Scene.now).verdicts(
        on: .payload(Scene.link(Scene.seal(by: signer))))[0]
      #expect(verdict.outcome == row.outcome)
      if let reason = row.reason { #expect(verdict.reasons.contains(reason)) }
    }
  }

  /// An office that asks its own register gives the same verdicts as its bundle.
  @Test func registerAndBundleAgree() {
    let state = Self.register { _ in true }
    let signers = [Scene.issuing, Scene.compromised, Scene.stranger]
    for position in 9...15 {
      for signer in signers {
        let code = Scene.link(Scene.seal(by: signer) { $0.status = Scene.index(2026, position) })
        let ours = Verifier(trust: state, now: Scene.now).verdicts(on: .payload(code))[0]
        let theirs = Scene.verdict(.payload(code))
        #expect(ours.reasons == theirs.reasons && ours.outcome == theirs.outcome)
      }
    }
  }
}
