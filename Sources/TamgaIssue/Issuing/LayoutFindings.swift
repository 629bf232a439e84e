import TamgaDomain
import TamgaLayout
import TamgaSeal

/// Why a lawful record cannot become a paper: its length, its letters, its code.
enum LayoutFindings {
  /// More pages than ``Typesetter/recordPages``.
  static func tooLong(_ decision: Decision) -> Finding {
    let pages = Typesetter.recordPages
    return Finding(
      "REC-LIMIT", .error, at: longestField(decision),
      Message(
        kk: "құжат \(pages) беттен асады: мәтінді қысқартыңыз",
        ru: "документ длиннее \(pages) страниц: сократите текст",
        en: "the paper would have more than \(pages) pages: shorten the text"))
  }

  static func missingLetter(_ decision: Decision) -> Finding {
    Finding(
      "REC-CHARACTERS", .error, at: "",
      Message(
        kk: "жазбаның бір таңбасы қаріптерде жоқ: латын немесе кирилл әрпімен жазыңыз",
        ru: "одного из знаков записи нет в шрифтах: запишите латиницей или кириллицей",
        en: "no font has one of the record's characters: write it in Latin or Cyrillic"))
  }

  /// A value that the form lacks or has no words for.
  static func unfilled(_ message: Message) -> Finding {
    Finding("REC-FORM", .error, at: "/fields", message)
  }

  static func symbolTooDense(_ decision: Decision) -> Finding {
    Finding(
      "REC-LIMIT", .error, at: place(decision.kind.claims.further.first?.field),
      Message(
        kk: "мәндер QR кодқа сыймайды: оларды қысқартыңыз",
        ru: "значения не помещаются в QR-код: сократите их",
        en: "the values do not fit the QR code: shorten them"))
  }

  /// A date that the seal cannot say.
  static func term(at field: String?) -> Finding {
    Finding(
      "REC-LIMIT", .error, at: place(field),
      Message(
        kk: "QR кодтағы күн 1970 және 2511 жылдар аралығында болады",
        ru: "дата в QR-коде лежит между 1970 и 2511 годами",
        en: "a date in the QR code lies between the years 1970 and 2511"))
  }

  static func termEndsEarly(at field: String?) -> Finding {
    Finding(
      "REC-DATE", .error, at: place(field),
      Message(
        kk: "мерзім басталмай тұрып аяқталады", ru: "срок кончается раньше, чем начинается",
        en: "the term ends before it begins"))
  }

  static func claim(_ fault: ClaimFault, _ decision: Decision) -> Finding {
    let declared = decision.kind.claims
    let field: String?
    switch fault {
    case .value(2): field = decision.kind.number.field
    case .value(4): field = declared.name
    case .value(5): field = declared.passport
    case .value(6): field = declared.citizenship
    case .value(let key), .unknown(let key), .type(let key), .missing(let key):
      field = declared.further.first { $0.key == key }?.field
    case .order: return termEndsEarly(at: declared.validUntil)
    case .encoding: field = nil
    }
    return Finding(
      "REC-LIMIT", .error, at: place(field),
      Message(
        kk: "мән QR кодқа жазылмайды: ұзындығын және таңбаларын тексеріңіз",
        ru: "значение нельзя записать в QR-код: проверьте длину и знаки",
        en: "the value cannot stand in the QR code: check its length and characters"))
  }

  private static func place(_ field: String?) -> String { field.map { "/fields/" + $0 } ?? "" }

  /// Where to shorten first.
  private static func longestField(_ decision: Decision) -> String {
    let longest = decision.fields.max { a, b in
      (size(a.value), b.key) < (size(b.value), a.key)
    }
    return place(longest?.key)
  }

  private static func size(_ value: FieldValue) -> Int {
    switch value {
    case .text(let text): text.kk.utf8.count + text.ru.utf8.count
    case .texts(let list): list.reduce(0) { $0 + $1.kk.utf8.count + $1.ru.utf8.count }
    case .date, .partialDate, .count, .time, .code, .grounds: 0
    }
  }
}
