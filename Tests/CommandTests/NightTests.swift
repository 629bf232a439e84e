import Foundation
import Testing

/// The script that tamga-night.service runs, with a register in a file and with the queue. As systemd runs
/// it, `Tests/Tools/package-test` has it.
@Suite struct NightTests {
  private static func night(_ workshop: Workshop, office: String = "office") throws -> Run {
    let folder = (Place.tamga as NSString).deletingLastPathComponent
    let variables = Workshop.environment.merging([
      "TAMGA_OFFICE": workshop.path(office), "TAMGA_IN": workshop.path("in"),
      "TAMGA_OUT": workshop.path("out"), "TAMGA_NIGHT_RECORD": workshop.path("night.json"),
      "TAMGA_NIGHT_OPTIONS": "--jobs 2 --log json",
      "PATH": folder + ":" + (Workshop.environment["PATH"] ?? "/usr/bin:/bin"),
    ]) { _, mine in mine }
    let script = Place.root + "/Sources/tamga/Packaging/night"
    return try Program("/bin/sh", [script], in: workshop.folder, environment: variables, input: nil)
      .wait()
  }

  private static func deliver(_ workshop: Workshop, _ name: String, seed: Int, count: Int = 3)
    throws
  {
    let samples = try workshop.tamga("sample", "--count", "\(count)", "--seed", "\(seed)")
    try workshop.write("in/" + name, samples.output)
  }

  /// What still lies in the incoming folder itself.
  private static func waiting(_ workshop: Workshop) -> [String] {
    workshop.files("in").filter { !$0.hasPrefix("taken/") }
  }

  private static func nights(_ workshop: Workshop) throws {
    try FileManager.default.createDirectory(
      atPath: workshop.path("in"), withIntermediateDirectories: true)

    let empty = try night(workshop)
    #expect(empty.status == 0, "\(empty.errors)")
    #expect(try JSON.one(workshop.data("night.json"))["state"]?.text == "finished")

    try deliver(workshop, "b c.jsonl", seed: 5)
    try deliver(workshop, "a.json", seed: 6, count: 1)
    try deliver(workshop, "later.jsonl.part", seed: 7)
    try FileManager.default.createDirectory(
      atPath: workshop.path("in/folder.json"), withIntermediateDirectories: true)
    let first = try night(workshop)
    #expect(first.status == 0, "\(first.errors)")
    #expect(waiting(workshop) == ["later.jsonl.part"])
    #expect(workshop.files("in/taken").count == 2)
    let papers = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(papers.count >= 4)

    try workshop.write("in/wrong.jsonl", Data("{\"id\": \"X-1\"}\n".utf8))
    let second = try night(workshop)
    #expect(second.status == 2 && waiting(workshop) == ["later.jsonl.part"], "\(second.errors)")
    #expect(workshop.files("out").contains { $0.hasSuffix("/rejected.jsonl") })
  }

  @Test func filesBecomePapersAndMoveAway() throws {
    try Self.nights(try Workshop())
  }

  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent))
  func withPostgreSQLTheyGoThroughTheQueue() throws {
    let workshop = try QueueTests().office()
    try Self.nights(workshop)
    let batches = try workshop.tamga("queue", "status", "--office", "office").lines()
    #expect(batches.count == 2)
  }

  @Test func whatBreaksOffLeavesTheFilesWhereTheyAre() throws {
    let workshop = try Workshop()
    try FileManager.default.createDirectory(
      atPath: workshop.path("in"), withIntermediateDirectories: true)
    try Self.deliver(workshop, "a.jsonl", seed: 8)
    #expect(try Self.night(workshop, office: "none").status == 66)
    // A folder of papers that is a file: nothing can be written there.
    try workshop.write("out", Data())
    let broken = try Self.night(workshop)
    #expect(![0, 2].contains(broken.status), "\(broken.errors)")
    #expect(Self.waiting(workshop) == ["a.jsonl"])
    try FileManager.default.removeItem(atPath: workshop.path("out"))
    #expect(try Self.night(workshop).status == 0)
    #expect(Self.waiting(workshop).isEmpty)
  }
}
