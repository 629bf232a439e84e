public import TamgaDomain

/// A permit handed out by the State Corporation is printed in two copies, one for the file.
///
/// MIA order 76, para 9. An extension downloaded from the portal is not printed.
struct PermitIsPrintedInTwoCopies: LimitRule {
  static let id = "LIM-TWO-COPIES"
  static let citation = Citation("MIA order 76", "para 9")
  static let level = Level.error
  static let measure = Measure("copies", 2)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, c.kind.copies != limit, try c[\.channel] == .stateCorporation
    else { return [] }
    return [copiesFinding(limit)]
  }
}

extension Decision {
  /// True for a paper that its holder fetches from the portal: it is not printed (MIA order 76, para 9).
  public var isFetched: Bool {
    kind.rules.contains { $0.id == PermitIsPrintedInTwoCopies.id }
      && facts[Inputs.table.channel.name] == .text(Channel.portal.rawValue)
  }
}

extension Rule {
  /// A finding that the kind declares another number of copies than the act.
  func copiesFinding(_ copies: Int) -> Finding {
    found(
      at: "/document",
      kk: "акт бойынша \(copies) дана жасалады: құжат түрінің үлгісін түзетіңіз",
      ru: "по акту составляется экземпляров: \(copies); исправьте шаблон вида документа",
      en: "the act asks for \(copies) copies: correct the template of the kind")
  }
}
