import TamgaDomain

extension Rule {
  /// A finding when the record dates the original of a duplicate otherwise than the register.
  func originalFindings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try contradiction(\.originalIssueDate, c.history.original?.paper.issueDate, in: c)
  }
}

extension RuleContext {
  /// The day of the original, which a duplicate prints, must come from the record: there is a register,
  /// and it does not hold the original. The paper of another decision is found when that is issued.
  func mustGive(_ field: FieldDeclaration) -> Bool {
    guard field.name == name(\.originalIssueDate), kind.action == .duplicate, history.isRegistered,
      history.original == nil
    else { return false }
    if case .decision? = decision.previous { return false }
    return true
  }
}
