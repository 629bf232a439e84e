import Foundation
import Testing

/// Several workers at once: what comes out stands in the order of what went in.
@Suite struct LanesTests {
  @Test(arguments: [2, 5])
  func numbersAndResultsFollowTheInput(jobs: Int) throws {
    let workshop = try Workshop()
    let count = 230
    let sample = try workshop.tamga(
      "sample", "--count", "\(count)", "--seed", "31", "--document", "temporary-residence-permit")
    try sample.output.write(to: URL(filePath: workshop.path("in.jsonl")))
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "\(jobs)",
      "--progress", "never")
    let batch = try Batch(run, below: workshop.path("out"))
    #expect(batch.outcomes == Array(repeating: "issued", count: count))
    #expect(batch.results.map { $0["line"]?.count } == Array(1...count))
    let ids = try JSON.lines(sample.output).map { $0["id"]?.text }
    #expect(batch.results.map { $0["id"]?.text } == ids)
    // In each series of a place and a year the numbers ascend with the lines.
    var series: [String: [Int]] = [:]
    for parts in batch.numbers.map({ $0.split(separator: "-") }) {
      try #require(parts.count == 4, "\(parts)")
      series["\(parts[0])-\(parts[1])", default: []].append(Int(parts[2]) ?? 0)
    }
    for (name, serials) in series { #expect(serials == Array(1...serials.count), "\(name)") }
  }

  /// Every line goes on with the paper of the line above, each of which another worker may hold.
  @Test func aChainOverAllWorkersIsMadeLinkByLink() throws {
    let workshop = try Workshop()
    let chain = try Chain(
      "labour-immigrant-permit", number: "permitNumber", "labour-immigrant-permit-duplicate",
      isRecent: false)
    let copies = (1...6).map { copy in
      var duplicate = chain.second
      duplicate["id"] = .text("COPY-\(copy)")
      return duplicate
    }
    try workshop.write("chain.jsonl", [chain.first] + copies)
    let run = try workshop.tamga(
      "issue", "chain.jsonl", "--office", "office", "--output", "out", "--jobs", "4",
      "--progress", "never")
    let batch = try Batch(run, below: workshop.path("out"))
    try #require(batch.outcomes == Array(repeating: "issued", count: 7), "\(batch.results)")
    #expect(batch.numbers == [batch.numbers[0]] + (1...6).map { "\(batch.numbers[0])~\($0)" })
  }
}
