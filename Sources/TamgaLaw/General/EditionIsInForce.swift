import TamgaDomain

/// The form is printed by the edition of the act that is in force on the issue date.
///
/// The clauses on entry into force and repeal of each act (documents.md, section 0).
struct EditionIsInForce: PlainRule {
  static let id = "GEN-EDITION"
  static let citation = Citation("Act of the form", "entry into force")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    let date = try c.issueDate()
    guard let edition = c.edition else {
      return [
        found(
          at: "/issueDate",
          kk: "ресімделген күні нысанның қолданыстағы редакциясы жоқ: "
            + "күнді тексеріңіз немесе қолданыстағы нысанды таңдаңыз",
          ru: "на дату оформления нет действующей редакции формы: "
            + "проверьте дату или выберите действующую форму",
          en: "no edition of the form is in force on the issue date: "
            + "check the date or choose the form in force")
      ]
    }
    guard !edition.covers(date) else { return [] }
    let until = edition.until
    return [
      found(
        at: "/issueDate",
        kk: "нысанның бұл редакциясы \(edition.from.printed) күнінен бастап "
          + "\(until.map { "\($0.printed) күніне дейін " } ?? "")қолданылады: күнді тексеріңіз",
        ru: "эта редакция формы действует с \(edition.from.printed)"
          + "\(until.map { " по \($0.printed)" } ?? ""): проверьте дату",
        en: "this edition of the form is in force from \(edition.from.iso)"
          + "\(until.map { " to \($0.iso)" } ?? ""): check the date")
    ]
  }
}
