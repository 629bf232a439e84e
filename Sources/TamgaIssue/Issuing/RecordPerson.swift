import TamgaDomain
import TamgaFormats

/// Reads whom a stored record is about.
enum RecordPerson {
  /// - Parameter kind: Says which fields name the person; nil for a kind that the templates no longer
  ///   have.
  static func read(_ record: [UInt8], _ kind: DocumentKind?) -> Person {
    guard let fields = try? JSONReader.strictValue(of: record)["fields"] else { return Person() }
    func text(_ names: [String?]) -> String? {
      for name in names.compactMap(\.self) {
        let value = fields[name]
        let text = value?.text ?? value?["kk"]?.text ?? value?["ru"]?.text
        if let text, !text.isEmpty { return text }
      }
      return nil
    }
    let parts = Person.passportParts.compactMap { text([$0]) }.joined()
    return Person(
      name: text([kind?.claims.name] + Person.nameFields),
      passport: text([kind?.claims.passport, Person.passportField])
        ?? (parts.isEmpty ? nil : parts),
      citizenship: text([kind?.claims.citizenship, Person.citizenshipField]),
      birth: text([Person.birthField]).flatMap { PartialDate(iso: $0) },
      iin: text([Person.iinField]))
  }
}
