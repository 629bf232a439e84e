import TamgaDomain
import Testing

@testable import TamgaLaw

/// Papers on receipts against the papers that the acts ask for (rules.md, section I).
@Suite struct PaperRuleTests {
  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }

  private static func row(
    _ inputs: String, _ levels: [Level], _ why: String, of service: Service = .labourImmigrant
  ) -> RuleRow {
    RuleRow("GEN-PAPERS", .inform, inputs + ", @service \(service.rawValue)", levels, why)
  }

  static let rows: [RuleRow] = [
    row("", [], "no papers"),
    row("acceptedDocuments lim-first+lim-tax", [], "all that a first permit needs"),
    row("acceptedDocuments құжат lim-first+lim-tax", [], "told by the words of the act"),
    row("acceptedDocuments паспорт+анкета", [], "words of its own are not judged"),
    row("acceptedDocuments lim-first", [.warning], "the receipt for the tax is lacking"),
    row("acceptedDocuments lim-first+паспорт", [.warning], "lacking beside words of its own"),
    row(
      "acceptedDocuments lim-first+lim-tax+lim-contract", [],
      "the contract of a first application is conditional"),
    row(
      "acceptedDocuments lim-longer+lim-tax", [.warning],
      "an extension needs the contract without condition"),
    row("acceptedDocuments lim-tax", [], "first or extension: the record does not tell"),
    row("acceptedDocuments lim-tax, requestedAction grant", [.warning], "the record tells"),
    row(
      "acceptedDocuments lim-tax, requestedAction extend", [.warning, .warning],
      "each lacking paper is named"),
    row("missingDocuments lim-tax, requestedAction extend", [], "a refusal lists what is missing"),

    row("missingDocuments lim-first+lim-longer", [.warning], "of two applications"),
    row("missingDocuments lim-longer, requestedAction grant", [.warning], "of an extension"),
    row("missingDocuments lim-longer, requestedAction extend", [], "of this extension"),
    row("missingDocuments lim-tax, requestedAction reissue", [.warning], "of neither"),
    row("missingDocuments trp-form", [.warning], "of another service"),
    row("missingDocuments trp-form+lim-tax", [.warning], "one of another service"),

    row("acceptedDocuments lim-request, channel portal", [], "nothing else is asked"),
    row("acceptedDocuments lim-request", [], "only the portal takes it"),
    row("missingDocuments lim-request, channel state-corporation", [.warning], "not the portal"),
    row(
      "acceptedDocuments lim-request+lim-tax, channel portal", [.warning],
      "with a request of the portal nothing else"),
    row(
      "missingDocuments lim-tax, channel portal, requestedAction extend", [.warning],
      "the portal asks for the request alone"),
    row("missingDocuments lim-tax, channel portal, requestedAction grant", [], "no request there"),

    row("acceptedDocuments lim-first+lim-tax, missingDocuments lim-contract", [], "one missing"),
    row("acceptedDocuments lim-first, missingDocuments lim-tax", [], "named as missing"),
    row(
      "acceptedDocuments lim-first+lim-tax, missingDocuments lim-tax", [.error], "in both lists"),
    row(
      "acceptedDocuments lim-first+lim-tax, missingDocuments lim-tax:expired", [.error],
      "in both lists, once expired"),
    row("acceptedDocuments lim-first+lim-tax+lim-tax", [.warning], "twice"),
    row("missingDocuments lim-tax+lim-tax:expired", [.warning], "twice, once expired"),
    row("missingDocuments lim-tax:expired", [], "expired"),
    row("acceptedDocuments lim-first+lim-tax:expired", [.warning], "accepted though expired"),

    row("acceptedDocuments trp-form", [], "no purpose: none is bound", of: .temporaryResidence),
    row(
      "acceptedDocuments trp-form, stayPurpose education", [.warning], "the school's petition",
      of: .temporaryResidence),
    row(
      "acceptedDocuments trp-form+trp-school, stayPurpose education", [], "all of a pupil",
      of: .temporaryResidence),
    row(
      "missingDocuments trp-school, stayPurpose employment", [.warning], "a pupil's of a worker",
      of: .temporaryResidence),
    row(
      "acceptedDocuments trp-form, stayPurpose employment", [.warning], "one of the group, once",
      of: .temporaryResidence),
    row(
      "acceptedDocuments trp-form+trp-order, stayPurpose employment", [], "one of the group",
      of: .temporaryResidence),
    row("missingDocuments trp-held", [.error], "the systems hold it", of: .temporaryResidence),
    row("acceptedDocuments trp-form+trp-held", [], "given all the same", of: .temporaryResidence),

    row("acceptedDocuments pr-form+pr-health", [], "the whole set", of: .permanentResidence),
    row("acceptedDocuments pr-form", [.warning], "one lacking", of: .permanentResidence),
    row(
      "acceptedDocuments pr-form, accompaniedMinor true", [], "the reduced set",
      of: .permanentResidence),
    row(
      "acceptedDocuments pr-form, accompaniedMinor false", [.warning], "not for this person",
      of: .permanentResidence),
    row(
      "missingDocuments pr-health, accompaniedMinor true", [.warning], "outside the reduced set",
      of: .permanentResidence),
  ]

  @Test func aFindingPointsAtTheEntryAndNamesThePaper() throws {
    func findings(_ inputs: String) throws -> [Finding] {
      try Ruleset.findings(in: TestCase([RuleUse("GEN-PAPERS")], .inform, inputs).built)
    }
    #expect(
      try findings("missingDocuments шарт+lim-tax+trp-form").map(\.place)
        == ["/fields/missingDocuments/2"])
    let lacking = try #require(try findings("acceptedDocuments lim-first").first)
    #expect(lacking.place == "/fields/acceptedDocuments")
    #expect(lacking.message.kk.contains("«құжат lim-tax»"))
    #expect(lacking.message.ru.contains("«документ lim-tax»"))
    #expect(lacking.message.en.contains("lim-tax"))
  }
}
