import TamgaDomain

/// The language that a caller asks for by `Accept-Language` (RFC 9110 section 12.5.4).
enum LanguageChoice {
  /// The one of ours that is wanted most; English where none is.
  static func of(_ field: String?) -> MessageLanguage {
    var best: (language: MessageLanguage, weight: Double)?
    for part in (field ?? "").prefix(256).split(separator: ",") {
      let words = part.split(separator: ";")
      let tag = words.first?.filter { !$0.isWhitespace }.lowercased() ?? ""
      guard let language = MessageLanguage(rawValue: String(tag.prefix { $0 != "-" })) else {
        continue
      }
      let weight =
        words.dropFirst().lazy.compactMap { word -> Double? in
          let text = word.filter { !$0.isWhitespace }
          return text.hasPrefix("q=") ? Double(text.dropFirst(2)) ?? 0 : nil
        }.first ?? 1
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language ?? .en
  }
}
