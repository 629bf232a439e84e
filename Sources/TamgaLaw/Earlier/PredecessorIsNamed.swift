public import TamgaDomain

/// A paper that extends, repeats or ends another one names it, and an outside paper was looked up in
/// the information system.
///
/// MIA order 76, paras 10, 11, 13 and 17; Labour ministry order 236, paras 16, 21, 22 and 22-1; MIA
/// order 992, annex 3 row 9; decree 148, para 10. A printed number that the register holds names the
/// paper too.
struct PredecessorIsNamed: PlainRule {
  static let id = "GEN-SUCCESSOR-NAMED"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.isSuccessor, c.history.previous == nil else { return [] }
    guard let previous = c.decision.previous else { return [unnamed(c)] }
    guard c.history.isRegistered, case .number = previous else { return [] }
    return outside(c)
  }

  private func unnamed(_ c: RuleContext) -> Finding {
    guard c.printsEarlierNumber else {
      return found(
        at: "/previous",
        kk: "бұрынғы құжат көрсетілмеген: «бұрынғы құжат» мәніне оның нөмірін жазыңыз",
        ru: "не указан прежний документ: впишите его номер в «прежний документ»",
        en: "the earlier paper is not named: give its number in 'previous'")
    }
    return found(
      at: "/previous", c.history.isRegistered ? .error : .warning,
      kk: "жазылған нөмірдегі құжат тізілімде жоқ: нөмірді тексеріңіз немесе "
        + "«бұрынғы құжат» мәнін толтырыңыз",
      ru: "документа с напечатанным номером в реестре нет: проверьте номер "
        + "или заполните «прежний документ»",
      en: "the register does not hold the paper of the printed number: check it, "
        + "or name the paper in 'previous'")
  }

  private func outside(_ c: RuleContext) -> [Finding] {
    if let since = c.policy.registerSince, let issued = c.given(\.previousIssueDate),
      issued >= since, isOfOffice(c)
    {
      return [
        found(
          at: "/previous",
          kk: "кеңсенің \(since.printed) бастап берген барлық құжаты тізілімде тұр, ал бұл нөмір "
            + "онда жоқ: нөмірді тексеріңіз",
          ru:
            "с \(since.printed) все документы ведомства есть в реестре, а этого номера в нём нет: "
            + "проверьте номер",
          en: "from \(since.iso) on the register holds every paper of the office, and not this "
            + "number: check it")
      ]
    }
    let isChecked = c.given(\.previousChecked)
    guard isChecked != true else { return [] }
    return [
      found(
        at: "/previous", isChecked == false ? .error : .warning,
        kk: "тізілімде бұл құжат жоқ: оны ақпараттық жүйеде тексеріп, нәтижесін көрсетіңіз",
        ru: "в реестре этого документа нет: проверьте его по информационной системе",
        en: "the register does not hold that paper: check it in the information system")
    ]
  }

  /// True for a number that begins as those of the office's own bodies do.
  private func isOfOffice(_ c: RuleContext) -> Bool {
    guard let number = c.earlierNumber else { return false }
    return c.policy.places.contains { number.hasPrefix($0 + "-") }
  }
}

extension RuleContext {
  /// True for papers that hang on an earlier one.
  var isSuccessor: Bool {
    switch kind.action {
    case .extend, .reissue, .duplicate, .revoke, .annul: true
    case .grant, .refuse, .decline, .inform, .apply: false
    }
  }

  /// True when the form prints a number of an earlier paper.
  var printsEarlierNumber: Bool { !decision.printedNumbersOfEarlier.isEmpty }
}

extension Decision {
  /// The numbers of an earlier paper that the record gives in fields, the surest first.
  ///
  /// The number of an extension or a reissue is its own; a duplicate keeps that of its original.
  public var printedNumbersOfEarlier: [String] {
    let table = Inputs.table
    var names = [table.previousPermitNumber.name, table.previousCertificateNumber.name]
    for name in [table.permitNumber.name, table.certificateNumber.name]
    where name != kind.number.field || kind.action == .duplicate {
      names.append(name)
    }
    return names.compactMap { name in
      guard case .text(let number)? = fields[name], !number.kk.isBlank else { return nil }
      return number.kk
    }
  }
}
