public import TamgaDomain

/// Countries by whatever people call them: Kazakh, Russian, English, three letters of the code.
public struct CountryNames: Sendable {
  /// In the order of their Russian names.
  public let codes: [String]
  private let names: [String: Message]
  private let byName: [String: String]

  /// - Parameter countries: What papers print, by alpha-3 code.
  public init(_ countries: [String: Bilingual]) {
    var names: [String: Message] = [:]
    var byName: [String: String] = [:]
    for (code, words) in countries.sorted(by: { $0.key < $1.key }) {
      let message = Message(
        kk: words.kk, ru: words.ru, en: EnglishCountryNames.table[code] ?? code)
      names[code] = message
      for language in MessageLanguage.allCases {
        let key = Self.folded(message[language])
        if byName[key] == nil { byName[key] = code }
      }
    }
    for code in countries.keys { byName[Self.folded(code)] = code }
    self.names = names
    self.byName = byName
    codes = countries.sorted { ($0.value.ru, $0.key) < ($1.value.ru, $1.key) }.map(\.key)
  }

  /// The code of a name or of a code; of the beginning of a name where only one country begins so.
  public func code(_ typed: String) -> String? {
    let key = Self.folded(typed)
    guard !key.isEmpty else { return nil }
    if let code = byName[key] { return code }
    guard key.count >= 3 else { return nil }
    let found = Set(byName.lazy.filter { $0.key.hasPrefix(key) }.map(\.value))
    return found.count == 1 ? found.first : nil
  }

  /// What people call a country; nil for an unknown code.
  public func name(_ code: String) -> Message? { names[code] }

  /// Letters and digits alone, without case; ё is е.
  private static func folded(_ text: String) -> String {
    var folded = ""
    for character in text.lowercased() where character.isLetter || character.isNumber {
      folded.append(character == "ё" ? "е" : character)
    }
    return folded
  }
}
