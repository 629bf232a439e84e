import Foundation
import Testing

/// Who may read what leaves the office, and where it may be put.
@Suite struct OutputRightsTests {
  private static func mode(_ path: String) -> mode_t {
    var facts = stat()
    return lstat(path, &facts) == 0 ? facts.st_mode & 0o7777 : 0
  }

  @Test func foldersAndFiles() throws {
    let workshop = try Workshop()
    try workshop.write("one.jsonl", [try Records.inForce("A-1")])
    try FileManager.default.createDirectory(
      atPath: workshop.path("new/print"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o750])
    let run = try workshop.tamga(
      "issue", "one.jsonl", "--office", "office", "--output", "new/out", "--print-run",
      "new/print/run.pdf")
    #expect(run.status == 0, "\(run.errors)")
    let number = try #require(try Batch(run, below: workshop.path("new/out")).numbers.first)
    _ = try workshop.tamga(
      "reprint", number, "--office", "office", "--output", "new/again", "--reason", "lost")
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "new/trust")
    let names =
      FileManager.default.enumerator(atPath: workshop.path("new"))?
      .compactMap { $0 as? String } ?? []
    #expect(names.count > 10)
    for name in [""] + names {
      let path = workshop.path("new/" + name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let most: mode_t = isFolder.boolValue ? 0o750 : 0o640
      #expect(Self.mode(path) & ~most == 0, "\(name): \(String(Self.mode(path), radix: 8))")
    }
  }

  @Test func throughALink() throws {
    let workshop = try Workshop()
    try workshop.write("one.jsonl", [try Records.inForce("A-1")])
    let elsewhere = workshop.path("elsewhere")
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    symlink("elsewhere", workshop.path("link"))
    symlink("elsewhere/file", workshop.path("file"))
    for output in ["link", "link/inner", "./link"] {
      let run = try workshop.tamga(
        "issue", "one.jsonl", "--office", "office", "--output", output)
      #expect(run.status == 1 && run.errors.contains("tamga: hint: "), "\(output): \(run.errors)")
    }
    for path in ["file", "link/bundle"] {
      let run = try workshop.tamga("trust", "export", "--office", "office", "--output", path)
      #expect(run.status == 1, "\(path): \(run.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
    let run = try workshop.tamga("issue", "one.jsonl", "--office", "office", "--output", "out")
    #expect(run.status == 0, "nothing was lost: \(run.errors)")
    // A folder of the batch that somebody made a link.
    let batch = try Batch(run, below: workshop.path("out"))
    try FileManager.default.removeItem(atPath: batch.folder + "/documents")
    symlink(elsewhere, batch.folder + "/documents")
    let again = try workshop.tamga("issue", "one.jsonl", "--office", "office", "--output", "out")
    #expect(again.status == 1, "\(again.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
  }
}
