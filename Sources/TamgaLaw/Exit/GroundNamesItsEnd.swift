import TamgaDomain

/// Every ground that holds only for a time says until when.
///
/// Standard (decree 199), para 16(1)-(7). `untilText` is a list in the order of the grounds, or one
/// text for the first.
struct GroundNamesItsEnd: PlainRule {
  static let id = "EXIT-GROUND-UNTIL"
  static let citation = Citation("Decree 199", "standard, para 16")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if c.isUnreadable(\.untilText) { return [] }
    let ends = c.given(\.untilText) ?? []
    return c.groundIds.enumerated().compactMap { index, id in
      guard ExitGround(rawValue: id)?.hasEnd == true,
        index >= ends.count || c.isBlank(ends[index])
      else { return nil }
      return found(
        at: "/fields/untilText",
        kk: "\(index + 1)-негіздің қашанға дейін қолданылатыны жазылмаған: мерзімін енгізіңіз",
        ru: "у основания \(index + 1) не указано, до какого времени оно действует: впишите срок",
        en: "ground \(index + 1) does not say until when it holds: enter it")
    }
  }
}
