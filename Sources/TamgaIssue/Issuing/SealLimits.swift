import TamgaDomain
import TamgaRegister

/// What a record may ask of the symbol: with these limits the longest lawful record of every kind
/// fits version 13 with a host of 30 characters (contract `seal.md`, Symbol).
public enum SealLimits {
  /// Bytes of a given number.
  public static let number = 22
  /// Bytes of a passport number that the form prints; ICAO 9303 has 9, old series some more.
  public static let passport = 16
  /// Bytes of the office id.
  static let office = 10
  /// Characters of a place in allotted numbers.
  static let place = 8

  static func findings(_ decision: Decision) -> [Finding] {
    var findings: [Finding] = []
    func check(_ field: String?, _ limit: Int) {
      guard let field, case .text(let text)? = decision.fields[field],
        max(text.kk.utf8.count, text.ru.utf8.count) > limit
      else { return }
      findings.append(
        Finding(
          "REC-LIMIT", .error, at: "/fields/\(field)",
          Message(
            kk: "мән \(limit) байттан аспауы керек: ол QR кодқа жазылады",
            ru: "значение не длиннее \(limit) байт: оно записывается в QR-код",
            en: "the value has at most \(limit) bytes: it stands in the QR code")))
    }
    check(decision.kind.number.field, number)
    if decision.kind.claims.printsPassport { check(decision.kind.claims.passport, passport) }
    return findings
  }
}
