import TamgaDomain

/// What a broken export puts in place of a value: it would be printed and sealed.
///
/// Designed by us. A placeholder is a warning; a text without a letter, where words belong, an error.
/// Judged of every record, whatever rules its kind asks for.
enum Placeholders {
  static let id = "REC-PLACEHOLDER"

  static func findings(in c: RuleContext) -> [Finding] {
    c.decision.fields.keys.sorted().flatMap { name -> [Finding] in
      switch c.decision.fields[name] {
      case .text(let text)?:
        return judge(text, at: "/fields/\(name)", holdsWords: holdsWords(name), c).map { [$0] }
          ?? []
      case .texts(let texts)?:
        return texts.enumerated().compactMap { index, text in
          judge(text, at: "/fields/\(name)/\(index)", holdsWords: false, c)
        }
      default: return []
      }
    }
  }

  private static func judge(
    _ text: Bilingual, at place: String, holdsWords: Bool, _ c: RuleContext
  ) -> Finding? {
    for language in c.decision.languages where !text[language].isBlank {
      if holdsWords, !text[language].unicodeScalars.contains(where: { Script($0) != nil }) {
        return Finding(
          id, .error, at: place,
          Message(
            kk: "мәтінде бірде-бір әріп жоқ: мәнін енгізіңіз",
            ru: "в тексте нет ни одной буквы: введите значение",
            en: "the text has no letter at all: enter the value"))
      }
      if let sign = Placeholder(in: text[language]) {
        return Finding(id, .warning, at: place, sign.words)
      }
    }
    return nil
  }

  /// True for names, places and positions: what is no text without letters.
  private static func holdsWords(_ name: String) -> Bool {
    // Of the Latin name a rule of its own judges.
    name != Inputs.table.latinFullName.name
      && ["Name", "Position", "Rank", "Address", "Place"].contains { name.hasSuffix($0) }
      || ["decisionBody", "profession", "sector", "destinationCountry", "residenceCardOffice"]
        .contains(name)
  }
}

/// A sign of a broken export in a text.
enum Placeholder: Hashable {
  /// `#N/A`, `NULL`: as it stands there.
  case word(String)
  case questionMarks
  /// `&lt;`
  case entity(String)
  /// UTF-8 that was read as another encoding.
  case encodedTwice

  /// Every text of every record is looked at, so what a placeholder must hold is sought first: a regular
  /// expression over each of them was an eighth of what a paper costs.
  init?(in text: String) {
    let bytes = text.utf8
    if bytes.contains(where: { $0 >= 0x80 }), Self.isEncodedTwice(text) {
      self = .encodedTwice
    } else if bytes.contains(UInt8(ascii: "?")), Self.hasLostLetters(text) {
      self = .questionMarks
    } else if bytes.contains(UInt8(ascii: "&")),
      let entity = text.firstMatch(
        of: /&(?:lt|gt|amp|quot|apos|nbsp|#[0-9]+|#x[0-9A-Fa-f]+);/)
    {
      self = .entity(String(entity.output))
    } else {
      guard Self.mayBeWord(text), let first = text.split(separator: " ", maxSplits: 1).first,
        Self.words.contains(first.uppercased()),
        text.split(separator: " ").allSatisfy({ Self.words.contains($0.uppercased()) })
      else { return nil }
      self = .word(String(first))
    }
  }

  /// False for most texts, which begin otherwise than any of the words.
  private static func mayBeWord(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: " ") }) else { return false }
    return beginnings.contains(first)
  }

  /// Of the words, which all begin with a sign of ASCII, in either case.
  private static let beginnings = Set(
    words.flatMap { [$0.prefix(1), $0.prefix(1).lowercased().prefix(1)] }.compactMap(\.utf8.first))

  private static func hasLostLetters(_ text: String) -> Bool {
    text.contains("??") || text.split(separator: " ").contains { $0 == "?" }
  }

  /// In capitals. A text of nothing else: `NULL NULL`.
  private static let words: Set<String> = [
    "NULL", "(NULL)", "<NULL>", "NIL", "NONE", "NAN", "UNDEFINED", "#N/A", "N/A", "#REF!",
    "#VALUE!",
    "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#Н/Д", "#ЗНАЧ!", "#ССЫЛКА!", "#ИМЯ?", "[OBJECT",
    "OBJECT]",
    "XXXXX", "TODO",
  ]

  var words: Message {
    switch self {
    case .word(let word):
      Message(
        kk: "мәннің орнында «\(word)» тұр: экспортты тексеріп, мәнін енгізіңіз",
        ru: "вместо значения стоит «\(word)»: проверьте выгрузку и введите значение",
        en: "«\(word)» stands in place of the value: check the export and enter the value")
    case .questionMarks:
      Message(
        kk: "әріптердің орнында сұрақ белгілері тұр: экспорттың кодтауын тексеріңіз",
        ru: "вместо букв стоят вопросительные знаки: проверьте кодировку выгрузки",
        en: "question marks stand in place of letters: check the encoding of the export")
    case .entity(let entity):
      Message(
        kk: "мәтінде HTML белгісі бар («\(entity)»): экспортты тексеріңіз",
        ru: "в тексте знак разметки HTML («\(entity)»): проверьте выгрузку",
        en: "the text holds a sign of HTML («\(entity)»): check the export")
    case .encodedTwice:
      Message(
        kk: "мәтін екі рет кодталған (әріптердің орнында «Рђ» сияқты жұптар): экспорттың кодтауын "
          + "тексеріңіз",
        ru: "текст закодирован дважды (вместо букв пары вида «Рђ»): проверьте кодировку выгрузки",
        en:
          "the text was encoded twice (pairs such as «Рђ» in place of letters): check the encoding "
          + "of the export")
    }
  }

  /// A Cyrillic letter is two bytes of UTF-8: D0 to D3, then 80 to BF. Read as Windows-1251 or as
  /// Windows-1252 they are two letters each, and the second is one that stands in no word.
  private static func isEncodedTwice(_ text: String) -> Bool {
    var pairs = 0
    var strange = 0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      guard let lead = last else { continue }
      switch lead {
      case "Р", "С", "Т", "У":
        guard secondOfWindows1251.contains(scalar) else { continue }
        pairs += 1
        if !inCyrillicWords.contains(scalar) { strange += 1 }
      case "Ð", "Ñ", "Ò", "Ó", "Ã", "Â":
        guard isSecondOfWindows1252(scalar) else { continue }
        pairs += lead == "Ã" || lead == "Â" ? 2 : 1
        strange += 1
      default: continue
      }
    }
    return pairs >= 2 && strange >= 1
  }

  /// 80 to BF of Windows-1251.
  private static let secondOfWindows1251 = Set(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬®Ї°±Ііґµ¶·ё№є»јЅѕї".unicodeScalars)
  /// Those of them that may follow a capital in a text.
  private static let inCyrillicWords = Set("‘’“”„…–—\u{A0}ЎўЁё№ІіЇїЄєҐґ«»·".unicodeScalars)

  /// 80 to BF of Windows-1252 and of ISO 8859-1.
  private static func isSecondOfWindows1252(_ scalar: Unicode.Scalar) -> Bool {
    (0x80...0xBF).contains(scalar.value)
      || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars.contains(scalar)
  }
}
