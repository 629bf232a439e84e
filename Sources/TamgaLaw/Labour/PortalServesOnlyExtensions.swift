import TamgaDomain

/// Only extensions are given through the portal.
///
/// MIA order 76, annex 1 row 2.
struct PortalServesOnlyExtensions: PlainRule {
  static let id = "LIM-PORTAL-ONLY-EXT"
  static let citation = Citation("MIA order 76", "annex 1 row 2")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, c.kind.action != .extend, try c[\.channel] == .portal else {
      return []
    }
    return [
      found(
        at: c.place(\.channel),
        kk:
          "портал арқылы рұқсат тек ұзартылады: өтініш Мемлекеттік корпорация арқылы берілуі тиіс",
        ru: "через портал разрешение только продлевается: заявление подаётся "
          + "через Государственную корпорацию",
        en: "the portal serves only extensions: the application goes to the State Corporation")
    ]
  }
}
