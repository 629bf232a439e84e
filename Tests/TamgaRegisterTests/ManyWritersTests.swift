import Foundation
import GRDB
import TamgaDomain
import Testing

@testable import TamgaRegister

/// Several threads and several processes with one register.
@Suite struct ManyWritersTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let each = 2_000

  /// Takes 2,000 decisions through their lives in groups of 50, beginning at `start`; two runs
  /// overlap by half.
  static func run(_ register: any Register, start: Int) throws {
    for group in stride(from: start, to: start + each, by: 50) {
      let requests = try (group..<group + 50).map { try request("D-\($0)") }
      let serials = try register.reserve(requests, by: "run-\(start)", at: noon).compactMap {
        switch $0 {
        case .reserved(let reservation): reservation.paper.serial
        default: nil
        }
      }
      _ = try register.seal(
        serials.map { sealRecord($0, salt: UInt8(start % 251)) }, by: "run-\(start)", at: noon)
      _ = try register.confirm(serials.map { written($0) }, by: "run-\(start)", at: noon)
    }
  }

  /// Every decision has one paper, the numbers are contiguous, and nothing happened twice.
  static func expectWhole(_ register: any Register, papers: Int) throws {
    var all: [PaperEntry] = []
    while case let page = try register.papers(
      PaperFilter(), after: all.last?.serial ?? 0, limit: RegisterLimits.pageRows), !page.isEmpty
    {
      all += page
    }
    #expect(all.count == papers)
    #expect(Set(all.map(\.decision)) == Set((0..<papers).map { "D-\($0)" }))
    let serials = all.compactMap { AllottedNumber(reading: $0.number.number)?.ordinal }
    #expect(serials.sorted() == (1...papers).map(Int64.init))
    #expect(Set(all.map(\.statusIndex)).count == papers)
    #expect(all.allSatisfy { $0.condition == .inForce })
    var events: [RegisterEvent] = []
    while case let page = try register.events(
      of: nil, after: events.last?.sequence ?? 0, limit: RegisterLimits.pageRows), !page.isEmpty
    {
      events += page
    }
    #expect(events.map(\.sequence) == (1...Int64(3 * papers)).map { $0 })
    let steps = Dictionary(grouping: events) { $0.serial }.mapValues { $0.map(\.what) }
    #expect(steps.values.allSatisfy { $0 == ["reserved", "sealed", "issued"] })
  }

  @Test(arguments: Backend.allCases) func twoThreads(_ backend: Backend) async throws {
    _ = try backend.open(folder)
    try await withThrowingTaskGroup(of: Void.self) { [folder] group in
      for start in [0, Self.each / 2] {
        group.addTask { try Self.run(backend.open(folder), start: start) }
      }
      try await group.waitForAll()
    }
    try Self.expectWhole(backend.open(folder), papers: Self.each * 3 / 2)
  }

  @Test(arguments: Backend.allCases) func oneInstanceInSeveralThreads(
    _ backend: Backend
  ) async throws {
    let register = try backend.open(folder)
    let numbers = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<100).map { try register.reserved(request("D-\($0)")).paper.number.number }
        }
      }
      return try await group.reduce(into: [[String]]()) { $0.append($1) }
    }
    #expect(Set(numbers).count == 1, "all threads see the same numbers")
    #expect(Set(numbers[0]).count == 100)
  }

  #if os(Linux) || os(macOS)
    @Test func twoProcesses() async throws {
      _ = try SQLiteRegister(path: folder.file, opening: .new)
      let path = folder.file
      async let first: ExitTest.Result? = #expect(processExitsWith: .success) {
        [path = path as String] in
        try ManyWritersTests.run(SQLiteRegister(path: path, opening: .existing), start: 0)
      }
      async let second: ExitTest.Result? = #expect(processExitsWith: .success) {
        [path = path as String] in
        try ManyWritersTests.run(
          SQLiteRegister(path: path, opening: .existing), start: ManyWritersTests.each / 2)
      }
      _ = await (first, second)
      try Self.expectWhole(
        SQLiteRegister(path: path, opening: .existing), papers: Self.each * 3 / 2)
    }

    @Test func aProcessKilledInsideATransaction() async throws {
      _ = try SQLiteRegister(path: folder.file, opening: .new)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.file as String] in
        let register = try SQLiteRegister(path: path, opening: .existing)
        let papers = try (0..<30).map { try register.reserved(request("D-\($0)")).paper }
        _ = try register.seal(papers.prefix(20).map { sealRecord($0.serial) }, by: clerk, at: noon)
        _ = try register.confirm(papers.prefix(10).map { written($0.serial) }, by: clerk, at: noon)
        try register.write { db in
          try db.execute(sql: "UPDATE series SET last = 999")
          try db.execute(sql: "DELETE FROM event")
          kill(getpid(), SIGKILL)
        }
      }
      let register = try SQLiteRegister(path: folder.file, opening: .existing)
      try Self.run(register, start: 0)
      try Self.expectWhole(register, papers: Self.each)
    }
  #endif
}
