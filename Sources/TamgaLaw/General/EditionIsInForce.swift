import TamgaDomain

/// The form is printed by the edition of the act that is in force on the issue date.
///
/// The clauses on entry into force and repeal of each act (documents.md, section 0).
struct EditionIsInForce: PlainRule {
  static let id = "GEN-EDITION"
  static let citation = Citation("Act of the form", "entry into force")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
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
    if let form = c.formInUse {
      return [
        found(
          at: "/issueDate", .warning,
          kk: "нысанның мерзімі аяқталған, кеңсе оны \(form.until.printed) дейін қолданады "
            + "(негізі: \(form.basis.kk)): растаңыз",
          ru: "форма утратила силу, ведомство применяет её по \(form.until.printed) "
            + "(основание: \(form.basis.ru)): подтвердите",
          en: "the form has ended, the office goes on with it to \(form.until.iso) "
            + "(basis: \(form.basis.ru)): confirm")
      ]
    }
    if let until = edition.until, until < date {
      return [
        found(
          at: "/issueDate",
          kk: "нысан \(until.printed) дейін қолданылған, қазір мұндай құжат берілмейді: күнді "
            + "тексеріңіз; министрлік рұқсат етсе, әкімші «қолданыстағы күші жойылған нысандар» "
            + "баптауында көрсетеді",
          ru: "форма действовала по \(until.printed), сейчас такой документ не выдаётся: проверьте "
            + "дату; если министерство разрешило, администратор укажет это в настройке "
            + "«применяемые утратившие силу формы»",
          en: "the form was in force to \(until.iso), no such paper is issued now: check the date; "
            + "where the ministry allows it, the administrator says so in 'formsInUse'")
      ]
    }
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

extension RuleContext {
  /// The setting by which the office goes on with this form, where its edition has ended and the issue
  /// date lies within the setting.
  var formInUse: FormInUse? {
    guard let form = policy.formsInUse[kind.id], let date = decision.issueDate,
      let end = edition?.until, date > end, date <= form.until
    else { return nil }
    return form
  }
}
