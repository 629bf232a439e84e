import TamgaDomain

/// Papers of order 596 are dated while it was in force.
///
/// Notes on its title: in force from 19 January 2013, repealed by order 134 of 3 March 2014. Both
/// days are parameters: the days of publication are not certain (documents.md, section 0).
struct ExitOrderIsInForce: Rule {
  static let id = "EXIT-EDITION"
  static let citation = Citation("MIA order 596", "entry into force and repeal")
  static let level = Level.error

  let from: CalendarDate
  let until: CalendarDate

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var from = CalendarDate(2013, 1, 19)
    var until = CalendarDate(2014, 3, 13)
    for name in parameters.keys.sorted() {
      guard case .text(let text)? = parameters[name], let day = CalendarDate(iso: text) else {
        throw InvalidParameter(Self.id, name)
      }
      switch name {
      case "from": from = day
      case "until": until = day
      default: throw InvalidParameter(Self.id, name)
      }
    }
    guard let from, let until, from <= until else { throw InvalidParameter(Self.id, "until") }
    self.from = from
    self.until = until
  }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let issued = try c.issueDate()
    guard issued < from || issued > until else { return [] }
    let isInUse = issued > until && c.formInUse != nil
    return [
      found(
        at: "/issueDate", isInUse ? .warning : .error,
        kk: "596-бұйрық \(from.printed) – \(until.printed) аралығында қолданылған: "
          + "күнді тексеріңіз (кейінгі құжаттар 134, 254/498 және 259-бұйрықтар бойынша ресімделеді)",
        ru: "приказ № 596 действовал с \(from.printed) по \(until.printed): проверьте дату "
          + "(более поздние документы – по приказам № 134, 254/498 и 259)",
        en: "order 596 was in force from \(from.iso) to \(until.iso): check the date "
          + "(later papers follow orders 134, 254/498 and 259)")
    ]
  }
}
