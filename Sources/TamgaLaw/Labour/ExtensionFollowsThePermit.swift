import TamgaDomain

/// An extension starts on the last day of the paper before it, or on the day after.
///
/// Designed by us: no act says it. A fact that contradicts the register is an error.
struct ExtensionFollowsThePermit: PlainRule {
  static let id = "LIM-EXT-CONTINUITY"
  static let citation = Citation("Tamga", "designed")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    let wrong = try contradiction(\.previousValidUntil, c.earlier?.validUntil, in: c)
    guard wrong.isEmpty else { return wrong }
    let end = try c.previousEnd()
    let next = end.after(days: 1)
    let from = try c[\.validFrom]
    guard from != end, from != next else { return [] }
    return [
      found(
        at: c.place(\.validFrom), .warning,
        kk: "ұзарту алдыңғы рұқсатқа жалғаспайды: "
          + "\(end.printed) немесе \(next.printed) басталуы тиіс",
        ru: "продление не примыкает к предыдущему разрешению: "
          + "ожидается начало \(end.printed) или \(next.printed)",
        en: "the extension does not follow the permit: it starts on \(end.iso) or \(next.iso)")
    ]
  }
}
