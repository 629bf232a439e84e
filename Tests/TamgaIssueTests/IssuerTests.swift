import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaIssue
import TamgaTemplates
import Testing

/// The issuer as another program uses it: nothing that is not public.
@Suite struct IssuerTests {
  @Test func oneDecisionInTenLines() async throws {
    let record = try Array(#require(Examples.decisions.first))
    let folder = try TemporaryFolder()
    let place = folder.path + "/office"
    _ = try Office.make(place, configuration: Examples.office, now: Office.systemClock())
    let library = try TemplateLibrary.read(folder: Repository.templates)
    let office = try Office.open(place, library: library)
    let issuer = try Issuer(office: office, folder: folder.path, agent: "clerk-7")
    let decision = try #require(issuer.parse(record).decision)
    let results = await issuer.issue([decision])
    #expect(results.map(\.outcome) == [.issued])
    let file = try #require(results.first?.paper?.file)
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/" + file))
    #expect(bytes.starts(with: Data("%PDF".utf8)))
    let again = await issuer.issue([decision])
    #expect(again.map(\.outcome) == [.alreadyIssued])
    #expect(again.first?.paper?.sha256 == results.first?.paper?.sha256)
  }

  /// A decision that was read with errors is no approved one, whoever passes it on.
  @Test func aDecisionThatCouldNotBeReadWholeIsRejected() async throws {
    let desk = try Desk()
    var record = try #require(try Examples.records().first)
    record.set("fields", "birthDate", to: "31.31.1990")
    let decision = try #require(desk.issuer.parse(record.bytes).decision)
    let results = await desk.issuer.issue([decision])
    #expect(results.map(\.outcome) == [.rejected])
    #expect(results[0].findings.contains { $0.place == "/fields/birthDate" })
    #expect(try desk.unfinished().isEmpty)
  }

  @Test func severalDecisionsAreIssuedInOrder() async throws {
    let desk = try Desk(workers: 3)
    let records = desk.sample(seed: 8, count: 12).map { desk.issuer.parse($0) }
    let results = await desk.issuer.issue(records)
    #expect(results.map(\.line) == Array(1...12))
    #expect(results.map(\.id) == records.map(\.id))
    #expect(results.allSatisfy { $0.outcome == .issued }, "\(results.map(\.findings))")
  }

  /// Records of one person depend on each other: several workers share what stands between them, and nobody sees how.
  @Test func numbersAreThoseOfOneWorker() async throws {
    var numbers: [[[String?]]] = []
    for workers in 1...3 {
      let desk = try Desk(workers: workers)
      let records = desk.sample(seed: 9, count: 120).map { desk.issuer.parse($0) }
      let results = await desk.issuer.issue(records)
      #expect(results.map(\.id) == records.map(\.id))
      #expect(results.allSatisfy { $0.outcome == .issued }, "\(results.map(\.findings))")
      numbers.append(results.map { ([$0.paper] + $0.also).map { $0?.number.description } })
    }
    #expect(numbers[0].contains { $0.count > 1 }, "decisions with several papers are among them")
    #expect(numbers[1] == numbers[0])
    #expect(numbers[2] == numbers[0])
  }

  /// Whoever has a key of the register with a paper of another lane is judged when that one has its number.
  @Test(arguments: [1, 2, 4]) func namesakesGetTheirNumbersInOrder(workers: Int) async throws {
    let desk = try Desk(workers: workers)
    let results = await desk.issuer.issue(try desk.namesakes(seed: 3, count: 200, every: 20))
    #expect(results.allSatisfy { $0.outcome == .issued }, "\(results.map(\.findings))")
    #expect(
      results.flatMap(\.findings).allSatisfy { $0.level == .information }, "others than each other")
    var series: [Substring: [Int]] = [:]
    for number in results.compactMap({ $0.paper?.number.description }) {
      let parts = number.split(separator: "-")
      // Others are given by the record.
      if parts.count == 4 {
        series[parts[0] + "-" + parts[1], default: []].append(Int(parts[2]) ?? 0)
      }
    }
    #expect(series.values.map(\.count).reduce(0, +) > 100)
    #expect(series.values.allSatisfy { $0 == Array(1...$0.count) }, "\(series)")
  }
}
