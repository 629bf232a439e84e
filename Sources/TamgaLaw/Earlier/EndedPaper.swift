import TamgaDomain

extension Rule {
  /// A finding when the paper that this one follows was revoked or ended before the issue date.
  func endedFindings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if let paper = c.earlier, paper.status == .revoked || paper.status == .suspended {
      return [
        found(
          at: "/previous",
          kk: "бұл құжат қайтарып алынған немесе тоқтатыла тұрған: оның негізінде құжат берілмейді",
          ru: "этот документ отозван или приостановлен: на его основе документ не выдаётся",
          en: "that paper is revoked or suspended: nothing is issued on its basis")
      ]
    }
    let wrong = try contradiction(\.previousValidUntil, c.earlier?.validUntil, in: c)
    guard wrong.isEmpty else { return wrong }
    let end: CalendarDate
    if let known = c.earlier?.validUntil {
      end = known
    } else {
      // A duplicate repeats the dates of its original.
      end =
        c.has(\.previousValidUntil) || c.kind.action != .duplicate
        ? try c[\.previousValidUntil] : try c[\.validUntil]
    }
    guard end < (try c.issueDate()) else { return [] }
    return [
      found(
        at: "/previous",
        kk: "құжаттың мерзімі \(end.printed) аяқталған: оның негізінде құжат берілмейді",
        ru: "срок документа истёк \(end.printed): на его основе документ не выдаётся",
        en: "that paper ended on \(end.iso): nothing is issued on its basis")
    ]
  }

  /// A finding when the fact `cause` is none of the words that the act knows.
  func causeFindings(_ causes: [Cause], in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard !causes.map(\.rawValue).contains(try c[\.cause]) else { return [] }
    let list = causes.listed
    return [
      found(
        at: c.place(\.cause),
        kk: "акт мұндай себепті көздемейді: мыналардың бірі болуы тиіс: \(list.kk)",
        ru: "акт не предусматривает такой причины: допустимы \(list.ru)",
        en: "the act knows no such cause: it is one of \(list.en)")
    ]
  }
}
