public import TamgaDomain
import TamgaFormats

/// An issuing body as verifiers name it. Its place in the list stands in seals, so the list only grows: a body
/// with a new name is a new entry.
public struct BodyEntry: Hashable, Sendable {
  /// As the office's configuration names it, for example `ALA-AKIM-01`.
  public let code: String
  /// Its name, as papers print it.
  public let name: Bilingual

  /// Bytes of a code and of a name.
  static let codeLimit = 64
  static let nameLimit = 1024

  /// An entry of these words; limits are judged where a bundle is read.
  public init(code: String, name: Bilingual) {
    self.code = code
    self.name = name
  }

  var cbor: CBOR { .array([.text(code), .text(name.kk), .text(name.ru)]) }

  init?(cbor: CBOR) {
    guard let parts = cbor.array, parts.count == 3, let code = parts[0].text,
      (1...Self.codeLimit).contains(code.utf8.count), let kk = parts[1].text,
      let ru = parts[2].text,
      [kk, ru].allSatisfy({ (1...Self.nameLimit).contains($0.utf8.count) })
    else { return nil }
    self.init(code: code, name: Bilingual(kk: kk, ru: ru))
  }
}
