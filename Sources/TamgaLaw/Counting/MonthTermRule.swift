import TamgaDomain

/// A term of one of a few numbers of months, with dates that match it (rules.md section A).
protocol MonthTermRule: Rule {
  var months: [Int] { get }
  var end: TermEnd { get }
  init(months: [Int], end: TermEnd)
}

extension MonthTermRule {
  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var parameters = parameters
    let end = try Self.take(TermEnd.self, from: &parameters)
    var months = [1, 2, 3]
    for name in parameters.keys.sorted() {
      guard name == "months", case .counts(let counts)? = parameters[name], !counts.isEmpty,
        counts.allSatisfy({ (1...Measure.greatest).contains($0) })
      else { throw InvalidParameter(Self.id, name) }
      months = counts
    }
    self.init(months: months, end: end)
  }

  /// The last day is the corresponding day, or the day before it: n full months, both ends in. Which
  /// of the two says ``end``.
  func termFindings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    // What is no number is none of the numbers either.
    let given = c.isUnreadable(\.termMonths) ? nil : try c[\.termMonths]
    guard let term = given, months.contains(term) else {
      let list = months.map(String.init).joined(separator: ", ")
      let asked = c.given(\.requestedMonths).flatMap { months.contains($0) ? $0 : nil }
      return [
        found(
          at: c.place(\.termMonths),
          offering: asked.map { [Suggestion(at: c.place(\.termMonths), "\($0)")] } ?? [],
          kk: "рұқсаттың мерзімі (ай) мыналардың бірі болуы тиіс: \(list); мерзімді түзетіңіз",
          ru: "срок разрешения в месяцах должен быть одним из чисел \(list): исправьте срок",
          en: "the term in months is one of \(list): correct the term")
      ]
    }
    let until = try c[\.validUntil]
    let days = end.days(try c[\.validFrom].adding(months: term))
    guard !days.contains(until) else { return [] }
    let printed = days.map(\.printed)
    return [
      found(
        at: c.place(\.validUntil), suggesting: days,
        kk: "аяқталған күні \(term) ай мерзімге сәйкес келмейді: "
          + "\(printed.joined(separator: " немесе ")) болуы тиіс",
        ru: "дата окончания не соответствует сроку в месяцах (\(term)): "
          + "должна быть \(printed.joined(separator: " или "))",
        en: "the end date does not match the term of \(term) month(s): "
          + "it is \(days.map(\.iso).joined(separator: " or "))")
    ]
  }
}
