import TamgaDomain

/// A part of a rule that has inputs of its own.
typealias Part = (RuleContext) throws(Unanswered) -> [Finding]

extension Rule {
  /// Judges by several parts. An input that is absent in one part does not silence what another
  /// part found: the absence is reported only where it would change the outcome.
  func parts(_ parts: Part..., in c: RuleContext) throws(Unanswered) -> [Finding] {
    var findings: [Finding] = []
    var unanswered: Unanswered?
    for part in parts {
      do throws(Unanswered) {
        findings += try part(c)
      } catch {
        unanswered = unanswered ?? error
      }
    }
    guard let unanswered, !findings.contains(where: { $0.level == .error }) else { return findings }
    if case .absent = unanswered, c.policy.facts == .given, !findings.isEmpty { return findings }
    throw unanswered
  }

  /// A finding when the fact `name`, a flag, is false.
  func isFalse(
    _ name: InputName<Bool>, _ level: Level? = nil, in c: RuleContext, kk: String, ru: String,
    en: String
  ) throws(Unanswered) -> [Finding] {
    try c[name] ? [] : [found(at: c.place(name), level, kk: kk, ru: ru, en: en)]
  }
}
