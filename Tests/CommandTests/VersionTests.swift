import Foundation
import Testing

/// Which build it was stands on the command line and in every batch.
@Suite struct VersionTests {
  @Test func oneLineNamesTheBuild() throws {
    let workshop = try Workshop(office: false)
    let run = try workshop.tamga("--version")
    #expect(run.status == 0 && run.errors.isEmpty)
    let line = /tamga [0-9]+\.[0-9]+\.[0-9]+(-[0-9]+-g[0-9a-f]{10,40}(-dirty)?)?\n/
    #expect(run.text.wholeMatch(of: line) != nil, "\(run.text)")
  }

  @Test func theSummaryOfABatchNamesTheSameBuild() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "1", "--seed", "3")
    try workshop.write("in.jsonl", samples.output)
    let batch = try workshop.issue("in.jsonl")
    let summary = try JSON.one(batch.data("summary.json"))
    let version = try workshop.tamga("--version").text
    #expect("tamga \(summary["version"]?.text ?? "")\n" == version)
  }
}
