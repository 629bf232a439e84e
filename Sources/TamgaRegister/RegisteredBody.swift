public import TamgaDomain

/// A body that issues, as it was called when it issued. A body with a new name is another entry, so that
/// verdicts name it as its papers do.
public struct RegisteredBody: Hashable, Sendable {
  /// As the office's configuration names it, for example `ALA-AKIM-01`.
  public let code: String
  public let name: Bilingual

  /// Bytes of a name.
  static let nameLimit = 1024
  /// As many as a seal can name (`ClaimLimit.bodies`).
  static let countLimit = 4096

  public init(code: String, name: Bilingual) {
    self.code = code
    self.name = name
  }

  func check() throws(RegisterError) {
    // `BodyEntry` of a trust bundle has these limits too.
    try RegisterLimits.check(code, "issuingBody", max: 64)
    try RegisterLimits.check(name.kk, "issuingBody.kk", max: Self.nameLimit)
    try RegisterLimits.check(name.ru, "issuingBody.ru", max: Self.nameLimit)
  }
}
