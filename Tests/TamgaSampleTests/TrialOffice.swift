import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaLaw
import TamgaSample
import TamgaTemplates
import Testing

/// Examines lines as an office would: reads them, judges them by the rules of their kind, and
/// remembers the papers of those that pass.
struct TrialOffice {
  /// The templates of the project.
  static let templates = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates").path()

  static let library = Result { try TemplateLibrary.read(folder: templates) }

  private let library: TemplateLibrary
  private let parser: DecisionParser
  private let policy: OfficePolicy
  private let bodies: [String: IssuingBody]
  private var papers: [String: [EarlierPaper]] = [:]

  /// Later than every synthetic decision.
  private static let today = CalendarDate(daysSinceEpoch: 20_600)  // 2026-05-27

  init(_ facts: OfficePolicy.Facts) throws {
    library = try Self.library.get()
    let kinds = library.templates.mapValues(\.kind)
    let names = Bilingual(kk: "Орган", ru: "Орган")
    bodies = [
      "ALA-MPS-01": IssuingBody(code: "ALA-MPS-01", kind: .police, place: "ALA", name: names),
      "ALA-AKIM-01": IssuingBody(
        code: "ALA-AKIM-01", kind: .localExecutiveBody, place: "ALA", name: names),
      "ALA-SC-01": IssuingBody(
        code: "ALA-SC-01", kind: .stateCorporation, place: "ALA", name: names),
    ]
    let countries = library.shared.countries
    parser = DecisionParser(
      kindNames: kinds.keys.sorted(), bodies: Set(bodies.keys),
      isCountry: { countries[$0] != nil }, papers: library.shared.papers, kind: { kinds[$0] })
    policy = OfficePolicy(
      facts: facts, visaFreeThreeMonths: SampleBodies.examples.visaFree,
      holidays: Set(
        [
          "2021-01-01", "2021-03-08", "2021-03-22", "2021-05-10", "2024-05-01", "2026-03-09",
          "2026-05-01",
        ].compactMap { CalendarDate(iso: $0) }))
  }

  /// What the examination of a line found; lawful papers are remembered.
  mutating func findings(_ line: [UInt8]) throws -> [Finding] {
    let parsed = parse(line)
    return parsed.decision == nil ? parsed.findings : try examine(parsed).findings
  }

  func parse(_ record: [UInt8]) -> ParsedDecision {
    parser.parse(
      RawRecord(
        source: "-", line: 1, content: .bytes(record), startLine: 1, startColumn: 1,
        extent: 0..<Int64(record.count)))
  }

  /// Judges a record whose kind is known.
  mutating func examine(_ parsed: ParsedDecision) throws -> Examination {
    let decision = try #require(parsed.decision)
    let edition = decision.issueDate.flatMap {
      library.edition(of: decision.kind.id, on: $0)?.edition
    }
    var history = History()
    if case .decision(let id)? = decision.previous {
      history.chain = papers[id] ?? []
      history.previous = history.chain.last
      history.findOriginal { library.kind($0)?.action }
    }
    let examination = try Ruleset.examine(
      RuleContext(
        decision: decision, body: bodies[decision.issuingBody], policy: policy, today: Self.today,
        edition: edition, history: history, grounds: library.shared.grounds,
        papers: library.shared.papers),
      recordFindings: parsed.findings)
    if case .lawful(let examined) = examination { remember(examined) }
    return examination
  }

  private mutating func remember(_ examined: ExaminedDecision) {
    let decision = examined.decision
    guard case .date(let from)? = decision.fields["validFrom"],
      case .date(let until)? = decision.fields["validUntil"]
    else { return }
    var number = examined.id
    if case .text(let given)? = decision.fields[decision.kind.number.field] { number = given.kk }
    let paper = EarlierPaper(
      document: decision.kind.id, service: decision.kind.service, number: number, copy: 0,
      decision: examined.id, issueDate: examined.issueDate, validFrom: from, validUntil: until,
      status: .valid)
    papers[examined.id] = examined.history.chain + [paper]
  }
}

/// The lines of a run as JSON values.
func values(
  _ count: Int, seed: UInt64, kinds: [String]? = nil, flaws: Int = 0
) throws -> [JSONValue] {
  try SampleMaker(seed: seed, kinds: kinds, flawPercent: flaws).prefix(count).map {
    try JSONReader.strictValue(of: $0)
  }
}
