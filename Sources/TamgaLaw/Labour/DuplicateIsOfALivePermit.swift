import TamgaDomain

/// A duplicate is given on an application, for a permit that was lost or damaged and still holds.
///
/// MIA order 76, para 13; that a revoked or expired permit has no duplicate is designed by us.
struct DuplicateIsOfALivePermit: PlainRule {
  static let id = "LIM-DUPLICATE"
  static let citation = Citation("MIA order 76", "para 13")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .duplicate else { return [] }
    return try parts(endedFindings, lostOrDamaged, applied, in: c)
  }

  private func lostOrDamaged(in c: Case) throws(Unanswered) -> [Finding] {
    try causeFindings(["lost", "damaged"], in: c)
  }

  /// The application itself is proved by its date.
  private func applied(in c: Case) throws(Unanswered) -> [Finding] {
    _ = try c.date("applicationDate")
    return []
  }
}

extension Rule {
  /// A finding when the paper that this one follows was revoked or ended before the issue date.
  func endedFindings(in c: Case) throws(Unanswered) -> [Finding] {
    if let paper = c.earlier, paper.status == .revoked || paper.status == .suspended {
      return [
        found(
          at: "/previous",
          kk: "бұл құжат қайтарып алынған немесе тоқтатыла тұрған: оның негізінде құжат берілмейді",
          ru: "этот документ отозван или приостановлен: на его основе документ не выдаётся",
          en: "that paper is revoked or suspended: nothing is issued on its basis")
      ]
    }
    let end: CalendarDate
    if let known = c.earlier?.validUntil {
      end = known
    } else {
      // A duplicate repeats the dates of its original.
      end = try c.date(
        c.has("previousValidUntil") || c.kind.action != .duplicate
          ? "previousValidUntil" : "validUntil")
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
  func causeFindings(_ causes: [String], in c: Case) throws(Unanswered) -> [Finding] {
    guard !causes.contains(try c.word("cause")) else { return [] }
    let list = causes.joined(separator: ", ")
    return [
      found(
        at: c.place("cause"),
        kk: "акт мұндай себепті көздемейді: мыналардың бірі болуы тиіс: \(list)",
        ru: "акт не предусматривает такой причины: допустимы \(list)",
        en: "the act knows no such cause: it is one of \(list)")
    ]
  }
}
