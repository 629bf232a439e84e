import TamgaDomain

/// An extension starts on the last day of the paper before it, or on the day after.
///
/// Designed by us: no act says it. A fact that contradicts the register is an error.
struct ExtensionFollowsThePermit: PlainRule {
  static let id = "LIM-EXT-CONTINUITY"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] { try continuityFindings(in: c) }
}

extension Rule {
  /// A finding when an extension does not begin on the end of the paper before it, or on the day after.
  func continuityFindings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    let wrong = try contradiction(\.previousValidUntil, c.earlier?.validUntil, in: c)
    guard wrong.isEmpty else { return wrong }
    let end = try c.previousEnd()
    let next = end.after(days: 1)
    let from = try c[\.validFrom]
    guard from != end, from != next else { return [] }
    return [
      found(
        at: c.place(\.validFrom), .warning, suggesting: [next, end],
        kk: "ұзарту бұрынғы құжатқа жалғаспайды: "
          + "\(end.printed) немесе \(next.printed) басталуы тиіс",
        ru: "продление не примыкает к прежнему документу: "
          + "ожидается начало \(end.printed) или \(next.printed)",
        en:
          "the extension does not follow the paper before it: it starts on \(end.iso) or \(next.iso)"
      )
    ]
  }
}
