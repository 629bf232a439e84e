import TamgaDomain

/// A number of an act: what the manifest calls it, and the act's own value.
struct Measure: Sendable {
  let name: String
  let standard: Int

  init(_ name: String, _ standard: Int) {
    self.name = name
    self.standard = standard
  }

  /// The greatest number that a manifest may give: ten years in days, more than any act has.
  static let greatest = 3660
}

/// A rule with one number of an act that a later edition may change.
protocol LimitRule: Rule {
  static var measure: Measure { get }
  init(limit: Int)
}

extension LimitRule {
  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    self.init(limit: try Self.limit(in: parameters))
  }

  /// The number that parameters give, when there are no others.
  static func limit(in parameters: [String: RuleParameter]) throws(InvalidParameter) -> Int {
    var limit = Self.measure.standard
    for name in parameters.keys.sorted() {
      guard name == Self.measure.name, case .count(let count)? = parameters[name],
        (1...Measure.greatest).contains(count)
      else { throw InvalidParameter(Self.id, name) }
      limit = count
    }
    return limit
  }
}
