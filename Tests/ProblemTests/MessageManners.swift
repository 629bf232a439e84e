import TamgaDomain

/// What every sentence for people keeps to, in each language.
enum MessageManners {
  /// What is wrong with `message`, for the output of a test; empty when nothing is.
  static func faults(of message: Message) -> [String] {
    var faults: [String] = []
    for (language, text) in [("kk", message.kk), ("ru", message.ru), ("en", message.en)] {
      if text.isEmpty { faults.append("\(language) is empty") }
      if text.hasSuffix(".") { faults.append("\(language) ends with a full stop") }
      if let first = text.unicodeScalars.first, first.properties.isUppercase, !opensWithName(text) {
        faults.append("\(language) begins with a capital letter")
      }
    }
    if message.en.unicodeScalars.contains(where: isCyrillic) { faults.append("en holds Cyrillic") }
    for (language, text) in [("kk", message.kk), ("ru", message.ru)] {
      if text == message.en { faults.append("\(language) is the English text") }
      if !text.unicodeScalars.contains(where: isCyrillic) {
        faults.append("\(language) is not translated")
      }
      let words = englishWords(in: text)
      if !words.isEmpty { faults.append("\(language) holds English: \(words.sorted())") }
    }
    return faults
  }

  /// Letters that the language does not have: Kazakh ones in Russian, Cyrillic in English outside
  /// quotation marks, both alphabets in one word.
  static func wrongLetters(of message: Message) -> [String] {
    var faults: [String] = []
    let kazakh = Set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
    if let letter = message.ru.first(where: { kazakh.contains($0) }) {
      faults.append("ru holds the Kazakh letter \(letter)")
    }
    if message.en.replacing(/«[^»]*»/, with: " ").unicodeScalars.contains(where: isCyrillic) {
      faults.append("en holds Cyrillic")
    }
    for (language, text) in [("kk", message.kk), ("ru", message.ru)] {
      for word in text.split(whereSeparator: { !$0.isLetter }) {
        let scalars = word.unicodeScalars
        let isMixed =
          scalars.contains(where: isCyrillic)
          && scalars.contains { $0.isASCII || (0xC0...0x24F).contains($0.value) }
        if isMixed { faults.append("\(language) mixes alphabets: \(word)") }
      }
    }
    return faults
  }

  static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x400...0x4FF).contains(scalar.value)
  }

  /// Names that are written in Latin letters in every language.
  static let names: Set<String> = [
    "ActualText", "ASCII", "BMP", "CBOR", "COSE", "CSV", "ES", "Ed", "EdDSA", "GIF", "HEIC", "HTML",
    "HTTPS", "Host", "Accept", "http", "https", "ICAO", "JPEG", "JSON", "JSONL", "LC", "Latin",
    "OCR", "PDF", "PEM", "PIN", "PKCS",
    "PNG", "PostgreSQL", "Prometheus", "Punycode", "QR", "SHA", "SQLite", "TIFF", "Tamga",
    "Tesseract", "URL",
    "UTF", "WebP", "YAML", "baseline", "cairo", "claims", "host", "id", "libqrencode", "page",
    "qpdf",
    "poppler", "libqpdf", "libcrypto", "libssl", "scrypt", "systemd", "tamga", "apt", "make",
    "chmod",
  ]

  /// Keys and values of records, settings, logs and options, which people type as they are.
  static let identifiers: Set<String> = [
    "agency", "also", "audit", "date", "decision", "document", "duplicate", "error", "extend",
    "facts", "false", "fields", "given", "grant", "issuing", "key", "kk", "label", "languages",
    "libpq", "module", "object", "office", "optional", "paper", "postgresql", "reduced", "reissue",
    "required", "root", "ru", "sqlite", "roots", "seconds", "signatures", "status", "strict",
    "token", "true", "warning", "who",
  ]

  private static func opensWithName(_ text: String) -> Bool {
    // A file by its path.
    if text.prefix(while: { !$0.isWhitespace }).contains("/") { return true }
    let word = text.prefix { $0.isLetter || $0.isNumber }
    return names.contains(String(word)) || word.dropFirst().contains { $0.isUppercase }
  }

  /// Latin words that are neither a name, an identifier, an option, a file nor a quoted command.
  static func englishWords(in text: String) -> Set<String> {
    var rest = text
    // A command between quotation marks, an option with its name, a variable of the environment.
    rest.replace(/«[a-z][^»]*»/, with: " ")
    rest.replace(/<[a-z-]+>/, with: " ")
    rest.replace(/--[a-z][a-z-]*( N)?/, with: " ")
    rest.replace(/\b[A-Z][A-Z0-9]*_[A-Z_]+/, with: " ")
    var found: Set<String> = []
    for token in rest.split(whereSeparator: { $0.isWhitespace || "(),;:«»\"'[]{}".contains($0) }) {
      let isIdentifier =
        token.contains { $0.isNumber || "._/=~\\".contains($0) }
        || token.dropFirst().contains { $0.isASCII && $0.isUppercase }
        || token.contains("-") && token.allSatisfy { $0.isASCII }
      if isIdentifier { continue }
      for word in token.split(whereSeparator: { !($0.isASCII && $0.isLetter) })
      where word.count > 1 && !names.contains(String(word)) && !identifiers.contains(String(word)) {
        found.insert(String(word))
      }
    }
    return found
  }
}
