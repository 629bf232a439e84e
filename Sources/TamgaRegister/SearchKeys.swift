internal import TamgaDomain
internal import TamgaFormats

/// The keys under which a paper is found by the name and the passport of its holder, as ``Folding`` has
/// them. Unlike ``PersonKeys`` they say nothing of who is the same person.
///
/// `N|` begins a name from one of its words on, so that each word may be the first that is typed; `P|`
/// begins the number of a passport, without its country.
public enum SearchKeys {
  /// Words of one name that it is found by.
  static let words = 8
  /// Letters of a key, and of what is asked.
  static let letters = 96
  /// Keys of one paper: the names of its holder in three fields and two languages.
  static let keys = 64

  /// The fields of a record that name its holder, whatever its kind.
  private static let nameFields = Person.nameFields + ["applicantFullName"]

  /// The keys of a record, sorted.
  ///
  /// - Parameter fields: Further fields that its kind says have the name, and those with the passport.
  public static func of(
    record: [UInt8], nameField: String? = nil, passportField: String? = nil
  ) -> [String] {
    guard let fields = try? JSONReader.strictValue(of: record)["fields"] else { return [] }
    return of(nameField: nameField, passportField: passportField) { name in
      let value = fields[name]
      return [value?.text, value?["kk"]?.text, value?["ru"]?.text].compactMap(\.self)
    }
  }

  /// The same of a record that was read already.
  ///
  /// - Parameter texts: What stands in a field, in each language that it is in.
  public static func of(
    nameField: String?, passportField: String?, texts: (String) -> [String]
  ) -> [String] {
    let names = ([nameField].compactMap(\.self) + nameFields).flatMap(texts)
    let parts = Person.passportParts.compactMap { texts($0).first }.joined()
    let numbers =
      [passportField, Person.passportField].compactMap(\.self).flatMap(texts) + [parts]
    return of(names: names, passports: numbers)
  }

  static func of(names: [String], passports: [String]) -> [String] {
    var keys = Set(names.flatMap { self.names(Folding.name($0)) })
    keys.formUnion(passports.map(Folding.number).filter { !$0.isEmpty }.map(passport))
    return Array(keys.sorted().prefix(Self.keys))
  }

  /// A folded name from each of its words on.
  private static func names(_ folded: String) -> [String] {
    let words = words(of: folded)
    return words.indices.prefix(Self.words).map { first in
      var turned = words[first]
      for word in words[(first + 1)...] + words[..<first] {
        turned += " "
        turned += word
      }
      return name(turned)
    }
  }

  /// No letter of ASCII is one character with the blank before it, so that most names are parted byte by byte.
  private static func words(of folded: String) -> [String] {
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return folded.split(separator: " ").map(String.init)
    }
    return folded.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  /// The beginning of the keys of names that begin so.
  static func name(_ folded: String) -> String { "N|" + cut(folded) }

  /// The key of a folded number.
  static func passport(_ folded: String) -> String { "P|" + cut(folded) }

  private static func cut(_ text: String) -> String {
    text.utf8.count <= letters
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(letters)))
  }

  /// What the keys of a person (``PersonKeys``) tell of name and passport; nothing where a hash stands
  /// for them.
  static func of(personKeys: [String]) -> [String] {
    var names: [String] = []
    var passports: [String] = []
    for key in personKeys {
      let parts = key.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
      guard let text = parts.last, !text.hasPrefix("#") else { continue }
      if parts[0] == "N", parts.count == 4 { names.append(String(text)) }
      if parts[0] == "P", parts.count == 3 { passports.append(String(text)) }
    }
    return of(names: names, passports: passports)
  }
}
