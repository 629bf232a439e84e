import TamgaDomain

/// Until the repeal of order 76 the territorial police issue the permit, after it the local
/// executive body.
///
/// MIA order 76, para 2; decree 148, para 7 (edition of 2022). The first day of the new issuer is
/// a parameter: the exact day of entry into force is not certain (documents.md, section 0).
struct IssuerIsCompetent: Rule {
  static let id = "LIM-ISSUER"
  static let citation = Citation("MIA order 76", "para 2")
  static let level = Level.error

  let localBodyFrom: CalendarDate

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var from = CalendarDate(2022, 4, 26)
    for name in parameters.keys.sorted() {
      guard name == "localExecutiveBodyFrom", case .text(let text)? = parameters[name] else {
        throw InvalidParameter(Self.id, name)
      }
      from = text == "never" ? .last : CalendarDate(iso: text)
    }
    guard let from else { throw InvalidParameter(Self.id, "localExecutiveBodyFrom") }
    localBodyFrom = from
  }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let body = c.body else { return [] }
    let isLocal = try c.issueDate() >= localBodyFrom
    let allowed: [IssuingBody.Kind] = isLocal ? [.localExecutiveBody] : [.police, .internalAffairs]
    guard !allowed.contains(body.kind) else { return [] }
    return [
      isLocal
        ? found(
          at: "/issuingBody",
          kk:
            "\(localBodyFrom.printed) күнінен бастап бұл құжатты жергілікті атқарушы орган береді: "
            + "берген органды түзетіңіз",
          ru: "с \(localBodyFrom.printed) документ выдаёт местный исполнительный орган: "
            + "исправьте орган",
          en: "from \(localBodyFrom.iso) the local executive body issues it: correct the body")
        : localBodyFrom == .last
          ? found(
            at: "/issuingBody",
            kk: "бұл құжатты ішкі істер органы береді: берген органды түзетіңіз",
            ru: "этот документ выдаёт орган внутренних дел: исправьте орган",
            en: "this document is issued by the bodies of internal affairs: correct the body")
          : found(
            at: "/issuingBody",
            kk: "\(localBodyFrom.printed) күніне дейін бұл құжатты аумақтық полиция органы береді: "
              + "берген органды түзетіңіз",
            ru: "до \(localBodyFrom.printed) документ выдаёт территориальный орган полиции: "
              + "исправьте орган",
            en: "before \(localBodyFrom.iso) the territorial police issue it: correct the body")
    ]
  }
}
