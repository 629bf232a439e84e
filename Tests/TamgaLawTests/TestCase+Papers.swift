import TamgaDomain

extension TestCase {
  /// Papers of three services, a few of each.
  static let papers: RequiredDocuments = {
    func paper(
      _ id: String, _ service: Service, _ demands: [RequiredDocument.Demand] = [.init()],
      oneOf: String? = nil, isHeld: Bool = false, isAlone: Bool = false
    ) -> RequiredDocument {
      RequiredDocument(
        id: id, service: service, text: Bilingual(kk: "құжат \(id)", ru: "документ \(id)"),
        citation: Citation("MIA order 76", "annex 1 row 8"), demands: demands, oneOf: oneOf,
        isHeld: isHeld, isAlone: isAlone)
    }
    let sometimes = Message(kk: "кейде", ru: "иногда", en: "sometimes")
    return RequiredDocuments(
      papers: [
        paper("lim-first", .labourImmigrant, [.init(actions: [.grant])]),
        paper("lim-longer", .labourImmigrant, [.init(actions: [.extend])]),
        paper("lim-tax", .labourImmigrant, [.init(actions: [.grant, .extend])]),
        paper(
          "lim-contract", .labourImmigrant,
          [.init(actions: [.extend]), .init(actions: [.grant], condition: sometimes)]),
        paper(
          "lim-request", .labourImmigrant, [.init(actions: [.extend], channel: "portal")],
          isAlone: true),
        paper("trp-form", .temporaryResidence),
        paper("trp-school", .temporaryResidence, [.init(purposes: ["education"])]),
        paper("trp-quota", .temporaryResidence, [.init(purposes: ["employment"])], oneOf: "work"),
        paper("trp-order", .temporaryResidence, [.init(purposes: ["employment"])], oneOf: "work"),
        paper("trp-held", .temporaryResidence, isHeld: true),
        paper("pr-form", .permanentResidence), paper("pr-health", .permanentResidence),
        paper("pr-minor", .permanentResidence, [.init(condition: sometimes)]),
      ],
      reducedSets: [
        .init(
          service: .permanentResidence, fact: "accompaniedMinor", condition: sometimes,
          papers: ["pr-form", "pr-minor"])
      ],
      expired: [
        .labourImmigrant: Bilingual(kk: "{paper} (мерзімі өткен)", ru: "{paper} (просрочен)")
      ])
  }()
}
