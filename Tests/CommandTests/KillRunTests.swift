import Foundation
import Testing

/// The short form of the long run: kills at random moments until every record is a paper, on both
/// registers, and then register, files and log compared by a judge outside.
@Suite(.serialized) struct KillRunTests {
  private func run(_ options: String...) throws -> String {
    let folder = Place.workshops + "/kills" + UUID().uuidString
    let run = try Program(
      "python3",
      [Place.root + "/Tests/Tools/kills", Place.tamga, "--folder", folder, "--verify", "20"]
        + options,
      in: "/", environment: ProcessInfo.processInfo.environment, input: nil
    ).wait(seconds: 1_200)
    #expect(run.status == 0, "\(run.errors)")
    try? FileManager.default.removeItem(atPath: folder)
    return run.text
  }

  @Test func onSQLite() throws {
    let text = try run("--records", "700", "--kills", "40", "--jobs", "2")
    #expect(text.contains(": 40 runs killed"), "\(text)")
    #expect(text.contains("0 lost, 0 doubled"), "\(text)")
  }

  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent)) func onPostgreSQL() throws {
    let text = try run(
      "--records", "240", "--kills", "16", "--jobs", "8", "--processes", "2", "--postgres")
    #expect(text.contains("0 lost, 0 doubled"), "\(text)")
  }
}
