import TamgaDomain
internal import TamgaSeal

extension Verdict {
  /// The names of the columns of ``row(input:)``.
  public static let columns = [
    "input", "pages", "verdict", "genuine", "inForce", "effect", "document", "number", "copy",
    "name", "passport", "citizenship", "validFrom", "validUntil", "sealedAt", "issuer",
    "issuingBody",
    "replacedBy", "reasons", "altered", "hints", "checkedOn", "error",
  ]

  /// The verdict as a row of a table, a cell for each of ``columns``.
  ///
  /// - Parameter input: The path as it was given.
  public func row(input: String) -> [String] {
    var judgement: Judgement?
    if case .judged(let made) = self { judgement = made }
    let claims = judgement?.claims
    let isGenuine = judgement != nil
    return [
      input, pages.map(String.init).joined(separator: " "), outcome.rawValue,
      isGenuine ? "true" : "false", outcome == .valid ? "true" : "false",
      judgement?.kind?.effect.rawValue ?? "", claims?.document ?? "", claims?.number ?? "",
      claims.map { String($0.copy) } ?? "", claims?.name ?? "", claims?.passport ?? "",
      claims?.citizenship ?? "", claims?.validFrom?.iso ?? "", claims?.validUntil?.iso ?? "",
      claims?.sealedAt ?? "", claims?.issuer ?? "", claims?.issuingBody?.code ?? "",
      judgement?.replacedBy ?? "",
      reasons.map { $0.rawValue }.joined(separator: " "),
      (judgement?.altered ?? []).map { $0.claim }.joined(separator: " "),
      (judgement?.hints ?? []).map { $0.claim }.joined(separator: " "), basis.checkedOn.iso, "",
    ]
  }

  /// The row of an input that could not be read.
  public static func row(unreadable input: String, error: String) -> [String] {
    [input] + Array(repeating: "", count: columns.count - 2) + [error]
  }
}
