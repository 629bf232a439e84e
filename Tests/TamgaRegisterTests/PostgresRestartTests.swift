import Foundation
import Synchronization
import TamgaDomain
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// A server that dies under its clients, and answers that are lost on their way.
@Suite(.enabled(if: PostgresServer.isHere, PostgresServer.absent)) struct PostgresRestartTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A server of this test alone: `Tests/Tools/postgres` starts and kills it.
  private func server(_ order: String) throws -> String {
    try Self.server(order, folder.path + "/server")
  }

  private static func server(_ order: String, _ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appending(path: "Tests/Tools/postgres")
    process.arguments = [order, path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(order)")
    // A server that was started keeps the pipe: the line is all there is.
    return String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  private final class Count: Sendable {
    let value = Mutex(0)
  }

  @Test func aServerKilledUnderTwoWriters() async throws {
    let connection = try server("start")
    defer { _ = try? server("kill") }
    let target = try PostgresTarget(connection: connection, schema: folder.schema)
    let register = try PostgresRegister(target, opening: .new)
    let finished = Count()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for start in [0, ManyWritersTests.each / 2] {
        let writer = try PostgresRegister(target, opening: .existing)
        group.addTask {
          defer { finished.value.withLock { $0 += 1 } }
          try ManyWritersTests.run(writer, start: start)
        }
      }
      // Not of the group's threads: they are all in the register.
      DispatchQueue.global().async { [path = folder.path + "/server"] in
        for _ in 0..<4 where finished.value.withLock({ $0 }) < 2 {
          usleep(300_000)
          _ = try? Self.server("kill", path)
          _ = try? Self.server("start", path)
        }
      }
      try await group.waitForAll()
    }
    try ManyWritersTests.expectWhole(register, papers: ManyWritersTests.each * 3 / 2)
  }

  @Test(arguments: [LossyWire.Loss.before, .after]) func aCommitWithoutAnAnswer(
    _ loss: LossyWire.Loss
  ) throws {
    let direct = try PostgresServer.open(folder.schema)
    let paper = try direct.issued(request("D"))
    let wire = try LossyWire(
      listening: folder.path + "/.s.PGSQL.5432", server: PostgresServer.socket())
    let target = try PostgresTarget(
      connection: "host=\(folder.path) user=tamga dbname=postgres", schema: folder.schema)
    let register = try PostgresRegister(target, opening: .existing)
    wire.lose(loss)
    try register.record(.reprint, of: paper.serial, by: clerk, reason: "for the file", at: noon)
    #expect(wire.losses == 1, "the answer was lost")
    #expect(try direct.whats(paper) == ["reserved", "sealed", "issued", "reprinted"])
    wire.lose(loss)
    #expect(
      try register.setStatus(
        paper.serial, to: .suspended, by: clerk, reason: "an inquiry", at: noon
      ).status == .suspended)
    #expect(wire.losses == 2)
    wire.lose(loss)
    #expect(try register.nextSequence(by: clerk, at: noon) == 1)
    #expect(try direct.nextSequence(by: clerk, at: noon) == 2)
  }

  @Test func aServerThatStaysAway() throws {
    let connection = try server("start")
    let target = try PostgresTarget(connection: connection, schema: folder.schema)
    var settings = PostgresRegister.Settings()
    settings.absence = .milliseconds(200)
    let register = try PostgresRegister(
      target, opening: .new, settings: settings, room: .init())
    let paper = try register.issued(request("D"))
    _ = try server("kill")
    #expect(code { try register.reserve([request("E")], by: clerk, at: noon) } == .cannotOpen)
    #expect(code { try register.now(paper) } == .cannotOpen)
    _ = try server("start")
    defer { _ = try? server("kill") }
    #expect(try register.now(paper) == paper, "and comes back")
    #expect(try register.reserved(request("E")).isNew)
  }
}
