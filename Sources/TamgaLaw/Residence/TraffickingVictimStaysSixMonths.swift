import TamgaDomain

/// Identified victims of trafficking stay six months, extended once by three months at most, on the
/// petition of the local executive body.
///
/// Decree 148, para 10 part 14: «на шесть месяцев с возможностью продления, но не более трех
/// месяцев». How many extensions there may be is not said: one more than the
/// manifest has warns (rules.md, H.8).
struct TraffickingVictimStaysSixMonths: Rule {
  static let id = "TRP-TRAFFICKING"
  static let citation = Citation("Decree 148", "para 10 part 14")
  static let level = Level.error

  let months: Int
  let extensionMonths: Int
  /// Extensions that need no confirmation.
  let extensions: Int

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var months = 6
    var extensionMonths = 3
    var extensions = 1
    for name in parameters.keys.sorted() {
      guard case .count(let count)? = parameters[name], (1...Measure.greatest).contains(count)
      else {
        throw InvalidParameter(Self.id, name)
      }
      switch name {
      case "months": months = count
      case "extensionMonths": extensionMonths = count
      case "extensions": extensions = count
      default: throw InvalidParameter(Self.id, name)
      }
    }
    self.months = months
    self.extensionMonths = extensionMonths
    self.extensions = extensions
  }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .trafficking else { return [] }
    return try parts(withinTerm, petitioned, in: c)
  }

  private func withinTerm(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let isExtension = c.kind.action == .extend
    let long = try isLonger(than: isExtension ? extensionMonths : months, in: c)
    if !isExtension {
      let full = try c[\.validFrom].adding(months: months)
      return try c[\.validUntil] < full.adding(days: -1)
        ? [shorter(than: months, full, in: c)] : long
    }
    // The first permit stands in the chain too.
    guard c.history.chain.count > extensions else { return long }
    return long + [
      found(
        at: "/previous", .warning,
        kk: "рұқсат бұған дейін ұзартылған: тағы ұзарту мүмкіндігін растаңыз",
        ru: "разрешение уже продлевалось: подтвердите возможность нового продления",
        en: "the permit has been extended before: confirm that it may be extended again")
    ]
  }
}
