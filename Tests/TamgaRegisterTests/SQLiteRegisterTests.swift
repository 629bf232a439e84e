import Foundation
import GRDB
import TamgaDomain
import Testing

@testable import TamgaRegister

/// What only a file can do wrong.
@Suite struct SQLiteRegisterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func new() throws -> SQLiteRegister {
    try SQLiteRegister(path: folder.file, opening: .new)
  }

  private func open(_ opening: SQLiteRegister.Opening = .existing) throws -> SQLiteRegister {
    try SQLiteRegister(path: folder.file, opening: opening)
  }

  @Test func onlyTheOwnerReadsTheFiles() throws {
    let register = try new()
    try register.issued(request("D"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 4, "database, write-ahead log, its index and the lock")
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test func everyCommitIsFlushed() throws {
    let register = try new()
    let values = try #require(register.writer).writeWithoutTransaction { db in
      try ["journal_mode", "synchronous", "foreign_keys"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(values == ["wal", "2", "1"])
  }

  @Test func anEmptyFileBecomesARegister() throws {
    #expect(FileManager.default.createFile(atPath: folder.file, contents: Data()))
    try new().issued(request("D"))
    #expect(try open().paper(decision: "D", part: 0) != nil)
  }

  @Test func lookingUpWritesNothing() throws {
    let register = try new()
    let paper = try register.issued(request("D"))
    let reader = try open(.readOnly)
    #expect(try reader.papers(number: paper.number) == [paper])
    #expect(try reader.statuses(notExpiredOn: day("2021-02-09")).lists.count == 1)
    #expect(code { try reader.reserve([request("E")], by: clerk, at: noon) } == .readOnly)
    #expect(code { try reader.nextSequence(by: clerk, at: noon) } == .readOnly)
    #expect(
      code { try reader.void(paper.serial, by: clerk, reason: "x", at: noon) } == .readOnly)
    try register.issued(request("E"))
    #expect(try reader.paper(decision: "E", part: 0) != nil, "and sees what others write")
  }

  @Test func aFullDiskStoresNothingOfTheGroup() throws {
    let register = try new()
    let first = try register.issued(request("D-0"))
    let pages = try #require(register.writer).unsafeRead {
      try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
    }
    func limit(_ pages: Int) throws {
      try #require(register.writer).writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
    }
    try limit(pages + 5)
    let group = try (0..<500).map { try request("D-\($0)") }
    #expect(code { try register.reserve(group, by: clerk, at: noon) } == .diskFull)
    #expect(try register.papers(PaperFilter(), after: 0, limit: 10) == [first])
    try limit(1_000_000)
    let numbers = try register.reserve(group, by: clerk, at: noon).compactMap { outcome in
      if case .reserved(let new) = outcome {
        AllottedNumber(reading: new.paper.number.number)?.ordinal
      } else {
        nil
      }
    }
    #expect(numbers == Array(2...500), "the failed group used no number")
  }

  @Test func aHeldRegisterIsBusy() throws {
    let first = try new()
    let second = try SQLiteRegister(
      path: folder.file, opening: .existing, settings: .init(busyTimeout: 0.05))
    try first.write { _ in
      #expect(code { try second.reserve([request("D")], by: clerk, at: noon) } == .busy)
      let counts = try second.counts()
      #expect(counts == [], "looking up waits for nobody")
    }
    #expect(try second.reserved(request("D")).isNew)
  }

  @Test func aRemovedRegisterIsNotWrittenInto() throws {
    let register = try new()
    try register.issued(request("D"))
    try FileManager.default.removeItem(atPath: folder.file)
    #expect(code { try register.reserve([request("E")], by: clerk, at: noon) } == .missing)
    #expect(FileManager.default.createFile(atPath: folder.file, contents: Data()))
    #expect(
      code { try register.nextSequence(by: clerk, at: noon) } == .missing,
      "another file in its place")
  }

  @Test func aDamagedRegisterIsSaidToBeOne() throws {
    do {
      let register = try new()
      _ = try register.reserve((0..<200).map { try request("D-\($0)") }, by: clerk, at: noon)
    }
    let handle = try #require(FileHandle(forUpdatingAtPath: folder.file))
    let end = try handle.seekToEnd()
    for page in stride(from: UInt64(4_096), to: end, by: 4_096) {
      try handle.seek(toOffset: page)
      try handle.write(contentsOf: Data(repeating: 0xFF, count: 64))
    }
    try handle.close()
    #expect(code { try open().papers(PaperFilter(), after: 0, limit: 100) } == .corrupt)
  }

  @Test func unknownWordsAreDamage() throws {
    let register = try new()
    try register.issued(request("D"))
    try OpeningTests.sql(folder.file, "UPDATE paper SET languages = 'kk,xx'")
    #expect(code { try register.paper(serial: 1) } == .corrupt)
    try OpeningTests.sql(folder.file, "UPDATE paper SET languages = 'kk', service = 'later'")
    #expect(try register.paper(serial: 1)?.service == nil, "a later version's service is none")
  }

  @Test func errorsTellNoValues() throws {
    let register = try new()
    _ = try register.reserved(request("D") { $0.personKeys = ["UZB|1990-05-17|FA1234567"] })
    let error = #expect(throws: RegisterError.self) {
      try register.write { db in
        try db.execute(
          sql: "INSERT INTO person (key, serial) VALUES (?, 1)",
          arguments: ["UZB|1990-05-17|FA1234567"])
      }
    }
    #expect(error?.code == .inconsistent)
    #expect(error?.description.contains("FA1234567") == false)
  }

  @Test func fullListsGiveWayToTheNext() throws {
    let register = try SQLiteRegister(
      path: folder.file, opening: .new, settings: .init(listPapers: 10, listPositions: 12))
    let group = try (0..<160).map { try request("D-\($0)") }
    let indexes = try register.reserve(group, by: clerk, at: noon).compactMap { outcome in
      if case .reserved(let new) = outcome { new.paper.statusIndex } else { nil }
    }
    #expect(indexes.map(\.list) == (0..<160).map { 336 + $0 / 10 })
    #expect(Set(indexes).count == 160)
    #expect(code { try register.outcome(request("ONE MORE")) } == .statusListsFull)
    #expect(try register.reserved(request("E") { $0.validUntil = nil }).paper.statusIndex.list == 0)
    #expect(
      try register.statuses(notExpiredOn: day("2021-02-09")).lists.map(\.papers)
        == [1] + Array(repeating: 10, count: 16))
  }

  @Test func lookingUpUsesIndexes() throws {
    let register = try new()
    let queries = [
      "WHERE p.decision = '' AND p.part = 0", "WHERE p.number = '' AND p.copy = 0",
      "WHERE p.list = 0 AND p.position = 0", "WHERE p.batch = ''",
      "WHERE p.serial > 0 AND p.state IN ('reserved', 'sealed') ORDER BY p.serial",
      "WHERE p.previous = 1 AND p.relation <> 'extends' AND p.state <> 'void'",
      "JOIN person k ON k.serial = p.serial WHERE k.key = ''",
      "JOIN seal s ON s.serial = p.serial WHERE p.number = '' AND p.copy = 0 AND s.check_code = ''",
    ]
    for query in queries {
      let plan = try register.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(PaperRow.select) \(query)")
          .map { $0["detail"] as String }
      }
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(query): \(plan)")
    }
  }
}
