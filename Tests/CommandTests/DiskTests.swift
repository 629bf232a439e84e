import Foundation
import Testing

/// Disks that take nothing more: a clear error, exit 1, and the same command goes on later.
@Suite(.serialized) struct DiskTests {
  /// A file system of its own, so that it can be full or closed; needs the right to mount.
  private final class Disk {
    let path: String

    init?(_ path: String, size: String) {
      self.path = path
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let run = try? Tool.run(
        "mount", ["-t", "tmpfs", "-o", "size=" + size, "tamga-tests", path])
      guard run?.status == 0 else { return nil }
    }

    func remount(_ option: String) throws {
      _ = try Tool.text("mount", ["-o", "remount," + option, path])
    }

    deinit { _ = try? Tool.run("umount", [path]) }
  }

  private static func noRight() {
    withKnownIssue("no right to mount a file system here") {
      Issue.record("a full and a closed disk were not tried")
    }
  }

  @Test func aFullDisk() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "150", "--seed", "21")
    try workshop.write("in.jsonl", samples.output)
    guard let disk = Disk(workshop.path("out"), size: "1m") else { return Self.noRight() }
    let command = ["issue", "in.jsonl", "--office", "office", "--output", "out"]
    for _ in 1...2 {
      let run = try workshop.tamga(command)
      #expect(run.status == 1)
      #expect(run.errors.contains("tamga: error: ") && run.errors.contains("tamga: hint: "))
      #expect(run.errors.contains("no space left"), "\(run.errors)")
      for file in workshop.files("out") where file.hasSuffix(".pdf") && !file.contains("/.") {
        #expect(try Tool.run("pdfinfo", [workshop.path("out/" + file)]).status == 0, "\(file)")
      }
    }
    try disk.remount("size=64m")
    let batch = try workshop.issue("in.jsonl")
    try CrashTests.expectWhole(batch, in: workshop, records: 150)
  }

  @Test func aFullOffice() throws {
    let workshop = try Workshop(office: false)
    guard let disk = Disk(workshop.path("office"), size: "700k") else { return Self.noRight() }
    let made = try workshop.tamga("init", "office", "--config", Place.contract + "/office.yaml")
    try #require(made.status == 0, "\(made.errors)")
    let samples = try workshop.tamga("sample", "--count", "100", "--seed", "22")
    try workshop.write("in.jsonl", samples.output)
    let run = try workshop.tamga("issue", "in.jsonl", "--office", "office", "--output", "out")
    #expect(run.status == 1 && run.errors.contains("tamga: error: "), "\(run.errors)")
    try disk.remount("size=64m")
    let batch = try workshop.issue("in.jsonl")
    try CrashTests.expectWhole(batch, in: workshop, records: 100)
  }

  @Test func aClosedFolder() throws {
    let workshop = try Workshop()
    let input = Place.contract + "/decisions.jsonl"
    guard let disk = Disk(workshop.path("out"), size: "8m") else { return Self.noRight() }
    try disk.remount("ro")
    let run = try workshop.tamga("issue", input, "--office", "office", "--output", "out")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("tamga: error: ") && run.errors.contains("read-only"))
    try disk.remount("rw")
    let batch = try workshop.issue(input)
    try CrashTests.expectWhole(batch, in: workshop, records: 7)
  }

  @Test func aFileWhereTheFolderShouldBe() throws {
    let workshop = try Workshop()
    try workshop.write("out", Data("a file".utf8))
    let run = try workshop.tamga(
      "issue", Place.contract + "/decisions.jsonl", "--office", "office", "--output", "out")
    #expect(run.status == 1 && run.errors.contains("tamga: error: "), "\(run.errors)")
    #expect(try workshop.data("out") == Data("a file".utf8))
    #expect(try workshop.tamga("register", "list", "--office", "office").output.isEmpty)
  }
}
