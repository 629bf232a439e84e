import TamgaDomain

/// The kind of the issuing body is one that the act names for the document.
///
/// The acts of the services (rules.md, B.1); which kinds of body says the manifest. The police and
/// the bodies of internal affairs are the same bodies under two names.
struct BodyIsCompetent: Rule {
  static let id = "GEN-ISSUER"
  static let citation = Citation("Acts of the services", "who issues")
  static let level = Level.error

  let bodies: [IssuingBody.Kind]

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var bodies: [IssuingBody.Kind] = []
    for name in parameters.keys.sorted() {
      guard name == "bodies", case .texts(let words)? = parameters[name], !words.isEmpty else {
        throw InvalidParameter(Self.id, name)
      }
      bodies = words.compactMap(IssuingBody.Kind.init(rawValue:))
      guard bodies.count == words.count else { throw InvalidParameter(Self.id, name) }
    }
    self.bodies = bodies
  }

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let body = c.body, !bodies.isEmpty, !bodies.contains(body.kind) else { return [] }
    let list = bodies.listed
    return [
      found(
        at: "/issuingBody", c.kind.action == .apply ? .warning : .error,
        kk: "бұл құжатты мына орган береді: \(list.kk); берген органды түзетіңіз",
        ru: "этот документ выдаёт: \(list.ru); исправьте орган",
        en: "this document is issued by: \(list.en); correct the body")
    ]
  }
}

extension IssuingBody.Kind: NamedWord {
  /// What people call a body of the kind.
  var words: Message {
    switch self {
    case .police:
      Message(
        kk: "аумақтық полиция органы", ru: "территориальный орган полиции",
        en: "territorial police")
    case .internalAffairs:
      Message(kk: "ішкі істер органы", ru: "орган внутренних дел", en: "internal affairs body")
    case .localExecutiveBody:
      Message(
        kk: "жергілікті атқарушы орган", ru: "местный исполнительный орган",
        en: "local executive body")
    case .stateCorporation:
      Message(
        kk: "Мемлекеттік корпорация", ru: "Государственная корпорация", en: "State Corporation")
    }
  }
}
