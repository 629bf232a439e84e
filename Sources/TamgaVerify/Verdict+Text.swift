public import TamgaDomain
internal import TamgaFormats
internal import TamgaSeal

extension Verdict {
  /// The first line for people: the weakest word first. A genuine refusal or notice is never announced as plainly
  /// valid, and nothing is called genuine of which not every page was compared.
  public var headline: Message {
    if missingOffice != nil { return Outcome.unjudged }
    if outcome == .statusUnknown, reasons.contains(.pagesNotRead) { return Outcome.unfinished }
    guard case .judged(let judgement) = self, outcome == .valid,
      let effect = judgement.reasons.first(where: { Reason.effects.contains($0) })
    else { return outcome.message }
    return effect.headline
  }

  /// What to do next; nil where the reason says it: who typed a number wrongly takes no sharper picture.
  public var advice: Message? {
    if let missingOffice { return Outcome.adviceWithout(missingOffice) }
    let isSaid = reasons.contains(.pairNotFound) || reasons.contains(.typedWrongly)
    return isSaid ? nil : outcome.advice
  }

  /// The office that the seal names and of which no bundle is here; nil where the paper was judged.
  var missingOffice: String? {
    guard case .notGenuine(let rejection) = self else { return nil }
    return rejection.missingOffice
  }

  /// The verdict for people in one language: headline, facts, what to do next, and the data to
  /// compare, the passport first. No line has a line break at its end.
  public func lines(_ tongue: MessageLanguage) -> [String] {
    var lines = [headline[tongue]]
    for reason in reasons where reason.message[tongue].uppercased() != lines[0] {
      lines.append("- " + reason.message[tongue])
    }
    lines += others.map { "- \(Label.page[tongue]) \($0.page): \($0.kind.message[tongue])" }
    if let advice { lines.append(advice[tongue]) }
    if case .judged(let judgement) = self {
      if let other = judgement.replacedBy {
        lines.append("- " + Label.replacedBy[tongue] + ": " + other)
      }
      for altered in judgement.altered {
        let name = Label.claim(altered.claim)[tongue]
        let printed = altered.printed.map { Label.printed[tongue] + " " + $0 }
        let sealed = Label.sealed[tongue] + " " + altered.sealed
        lines.append(
          "! " + name + ": " + [sealed, printed].compactMap { $0 }.joined(separator: ", "))
      }
      for hint in judgement.hints {
        let name = Label.claim(hint.claim)[tongue]
        lines.append(
          "? " + name + ": " + Label.read[tongue] + " " + hint.read + ", " + Label.sealed[tongue]
            + " " + hint.sealed)
      }
      lines += judgement.claims.rows(judgement.kind, tongue).map { "  \($0.0[tongue]): \($0.1)" }
      if let line = judgement.signatureLine(tongue) { lines.append("  " + line) }
    }
    var names = true
    if case .judged(let judgement) = self { names = judgement.claims.issuingBody == nil }
    // The office of the bundle that happens to be here has nothing to do with the paper.
    if missingOffice != nil { return lines }
    lines.append(basis.line(tongue, namesOffice: names))
    return lines
  }
}

extension Reason {
  /// What a paper that grants nothing is announced by.
  static let effects: [Reason] = [
    .effectRefuses, .effectInforms, .effectEnds, .effectApplies,
  ]

  var headline: Message { message.map { $0.uppercased() } }
}

extension Message {
  fileprivate func map(_ change: (String) -> String) -> Message {
    Message(kk: change(kk), ru: change(ru), en: change(en))
  }
}

extension ShownClaims {
  /// What to compare, in the order in which a paper is checked: the passport first.
  fileprivate func rows(_ kind: KindEntry?, _ tongue: MessageLanguage) -> [(Message, String)] {
    var rows: [(Message, String)] = []
    func row(_ label: Message, _ value: String?) {
      if let value { rows.append((label, value)) }
    }
    // The title of the kind says what the data are about; the first datum is the passport.
    row(Label.claim("document"), kind.map { $0.title[tongue] })
    row(Label.claim("issuingBody"), issuingBody.map { tongue == .kk ? $0.name.kk : $0.name.ru })
    row(Label.claim("passport"), passport)
    row(Label.claim("name"), name)
    row(Label.claim("citizenship"), citizenship)
    row(Label.claim("number"), copy == 0 ? number : "\(number)~\(copy)")
    row(Label.claim("validFrom"), validFrom?.printed)
    row(Label.claim("validUntil"), validUntil?.printed)
    for claim in further {
      let value =
        switch claim.value {
        case .text(let text): CalendarDate(iso: text)?.printed ?? text
        case .integer(let count): String(count)
        default: ""
        }
      row(claim.label ?? Message(kk: claim.name, ru: claim.name, en: claim.name), value)
    }
    return rows
  }
}

extension Basis {
  /// - Parameter namesOffice: False where a body of the office is named: the office's name is that of
  ///   another body.
  fileprivate func line(_ tongue: MessageLanguage, namesOffice: Bool) -> String {
    let name = namesOffice ? (tongue == .kk ? officeName.kk : officeName.ru) + ", " : ""
    return name + "\(Label.checkedOn[tongue]) \(checkedOn.printed), "
      + "\(Label.statusOf[tongue]) \(issuedAt)"
  }
}
