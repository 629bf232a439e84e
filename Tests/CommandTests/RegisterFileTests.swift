import Foundation
import Testing

/// A run that has ended has closed its register: everything is in one file, and whoever copies that has all.
@Suite struct RegisterFileTests {
  @Test(arguments: ["1", "2"]) func aRunLeavesOneFile(_ jobs: String) throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "120", "--seed", "17")
    try workshop.write("in.jsonl", samples.output)
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", jobs)
    #expect(run.status == 0, "\(run.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: workshop.path("office"))
    #expect(files.filter { $0.hasPrefix("register.sqlite") } == ["register.sqlite"])
    try FileManager.default.copyItem(
      atPath: workshop.path("office/register.sqlite"), toPath: workshop.path("copy.sqlite"))
    let count = try Tool.text(
      "python3",
      [
        "-c",
        """
        import sqlite3, sys
        print(sqlite3.connect(sys.argv[1]).execute(
          "SELECT count(DISTINCT decision) FROM paper WHERE state = 'issued'").fetchone()[0])
        """, workshop.path("copy.sqlite"),
      ])
    #expect(count.trimmingCharacters(in: .whitespacesAndNewlines) == "120")
  }
}
