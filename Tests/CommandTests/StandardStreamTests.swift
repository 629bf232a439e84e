import Foundation
import Testing

/// Data that did not reach standard output are an error; a silent standard error is none.
@Suite struct StandardStreamTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let redirection: String
    let status: Int32
    var command = "templates list"
    var testDescription: String { "\(command) \(redirection)" }
  }

  @Test(arguments: [
    Row(redirection: ">/dev/null", status: 0), Row(redirection: ">/dev/full", status: 1),
    Row(redirection: ">&-", status: 1), Row(redirection: "2>&-", status: 0),
    Row(redirection: "2>/dev/full", status: 0), Row(redirection: "<&-", status: 0),
    Row(redirection: ">&- 2>&- <&-", status: 1),
    Row(redirection: ">/dev/full", status: 1, command: "--help"),
    Row(redirection: ">/dev/full", status: 1, command: "--version"),
    Row(redirection: "2>/dev/full", status: 64, command: "nothing"),
    Row(redirection: "2>&-", status: 66, command: "check none.jsonl"),
    Row(redirection: ">/dev/full", status: 1, command: "sample --count 2000 --seed 1"),
  ])
  func redirected(_ row: Row) throws {
    let workshop = try Workshop(office: false)
    let run = try Self.shell("\"$0\" \(row.command) \(row.redirection)", in: workshop)
    #expect(run.status == row.status, "\(run.errors)")
  }

  /// A reader who has seen enough is no crash.
  @Test func aReaderWhoLeaves() throws {
    let workshop = try Workshop(office: false)
    let run = try Self.shell(
      "(\"$0\" sample --count 20000 --seed 1; echo $? >status) | head -1 >first", in: workshop)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try workshop.data("status") == Data("1\n".utf8))
    #expect(try workshop.data("first").last == 0x0A)
  }

  /// Every option that names a file to write: onto a device it writes, and the device stays.
  @Test(arguments: [
    "trust export --office office --output", "templates preview labour-immigrant-permit --output",
  ])
  func ontoADevice(_ command: String) throws {
    let workshop = try Workshop()
    symlink("/dev/null", workshop.path("null"))
    symlink("loop", workshop.path("loop"))
    for (target, status) in [("null", 0), ("loop", 1), ("office", 1)] as [(String, Int32)] {
      let run = try Self.shell("\"$0\" \(command) \(target)", in: workshop)
      #expect(run.status == status, "\(target): \(run.errors)")
    }
    var facts = stat()
    #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
    #expect(lstat(workshop.path("null"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
  }

  private static func shell(_ script: String, in workshop: Workshop) throws -> Run {
    try Program(
      "/bin/bash", ["-c", script, Place.tamga], in: workshop.folder,
      environment: Workshop.environment, input: nil
    ).wait()
  }
}
