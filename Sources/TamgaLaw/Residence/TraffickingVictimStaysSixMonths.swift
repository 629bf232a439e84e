import TamgaDomain

/// Identified victims of trafficking stay six months, extended once by three months at most, on the
/// petition of the local executive body.
///
/// Decree 148, para 10 part 14: «на шесть месяцев с возможностью продления, но не более трех
/// месяцев». How many extensions there may be is not said: a second one warns (rules.md, H.8).
struct TraffickingVictimStaysSixMonths: Rule {
  static let id = "TRP-TRAFFICKING"
  static let citation = Citation("Decree 148", "para 10 part 14")
  static let level = Level.error

  let months: Int
  let extensionMonths: Int

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var months = 6
    var extensionMonths = 3
    for name in parameters.keys.sorted() {
      guard case .count(let count)? = parameters[name], (1...Measure.greatest).contains(count)
      else {
        throw InvalidParameter(Self.id, name)
      }
      switch name {
      case "months": months = count
      case "extensionMonths": extensionMonths = count
      default: throw InvalidParameter(Self.id, name)
      }
    }
    self.months = months
    self.extensionMonths = extensionMonths
  }

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .trafficking else { return [] }
    return try parts(withinTerm, petitioned, in: c)
  }

  private func withinTerm(in c: Case) throws(Unanswered) -> [Finding] {
    let isExtension = c.kind.action == .extend
    let long = try isLonger(than: isExtension ? extensionMonths : months, in: c)
    // The first permit and one extension make a chain of two.
    guard isExtension, c.history.chain.count > 1 else { return long }
    return long + [
      found(
        at: "/previous", .warning,
        kk: "рұқсат бұған дейін ұзартылған: тағы ұзарту мүмкіндігін растаңыз",
        ru: "разрешение уже продлевалось: подтвердите возможность нового продления",
        en: "the permit has been extended before: confirm that it may be extended again")
    ]
  }
}
