import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must do with seals, files and batches.
@Suite struct IssueTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func aPaperThatIsKilledBetweenAllSteps(
    _ backend: Backend
  ) throws {
    // Every step opens the register anew, as a run after a crash does.
    let ask = try request("D-1") { $0.batch = "2021-02-09-01020304" }
    let first = try backend.open(folder).reserved(ask)
    let seal = sealRecord(first.paper.serial)
    #expect(try backend.open(folder).seal([seal], by: clerk, at: noon + 1) == [.sealed])
    let second = try backend.open(folder).reserved(ask)
    #expect(second.seal == seal && second.paper.number == first.paper.number)
    #expect(second.paper.statusIndex == first.paper.statusIndex)
    #expect(
      try backend.open(folder).papers(.unfinished, after: 0, limit: 10).map(\.serial)
        == [first.paper.serial])
    let confirmed = try backend.open(folder).confirm(
      [written(first.paper.serial)], by: clerk, at: noon + 2)
    let last = try backend.open(folder).outcome(ask)
    guard case .issued(let paper)? = confirmed.first else {
      throw Unexpected(outcome: "\(confirmed)")
    }
    #expect(last == .issued(paper))
    #expect(paper.file == written(paper.serial).file && paper.issuedAt == noon + 2)
    #expect(paper.reservedAt == noon && paper.batch == ask.batch)
    let register = try backend.open(folder)
    #expect(try register.whats(paper) == ["reserved", "sealed", "issued"])
    #expect(try register.papers(.unfinished, after: 0, limit: 10).isEmpty)
    #expect(try register.record(of: paper.serial) == ask.record)
  }

  @Test(arguments: Backend.allCases) func theFirstSealStays(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.reserved(request("D-1")).paper
    let first = sealRecord(paper.serial)
    let second = sealRecord(paper.serial, salt: 1)
    #expect(try register.seal([first], by: clerk, at: noon) == [.sealed])
    #expect(try register.seal([first], by: clerk, at: noon) == [.sealed])
    #expect(try register.seal([second], by: clerk, at: noon) == [.sealedBefore(first)])
    _ = try register.confirm([written(paper.serial)], by: clerk, at: noon)
    #expect(try register.seal([second], by: clerk, at: noon) == [.sealedBefore(first)])
    #expect(try register.seal(of: paper.serial) == first)
    #expect(try register.whats(paper) == ["reserved", "sealed", "issued"])
  }

  @Test(arguments: Backend.allCases) func theFirstFileStays(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D-1"))
    #expect(
      try register.confirm([written(paper.serial)], by: clerk, at: noon + 9) == [.issued(paper)])
    #expect(
      try register.confirm([written(paper.serial, file: 8)], by: clerk, at: noon + 9)
        == [.issuedBefore(paper)])
    #expect(try register.now(paper) == paper)
  }

  @Test(arguments: Backend.allCases) func stepsOutOfOrder(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.reserved(request("D-1")).paper
    #expect(
      try register.confirm([written(paper.serial)], by: clerk, at: noon)
        == [.refused(.illegal(.confirm, paper.number, .reserved))])
    _ = try register.void(paper.serial, by: clerk, reason: "withdrawn", at: noon)
    #expect(
      try register.seal([sealRecord(paper.serial)], by: clerk, at: noon)
        == [.refused(.illegal(.seal, paper.number, .void))])
    #expect(
      try register.confirm([written(paper.serial)], by: clerk, at: noon)
        == [.refused(.illegal(.confirm, paper.number, .void))])
    #expect(
      try register.seal([sealRecord(99)], by: clerk, at: noon)
        == [.refused(.unknown(serial: 99))])
    #expect(
      try register.confirm([written(99)], by: clerk, at: noon)
        == [.refused(.unknown(serial: 99))])
  }

  @Test(arguments: Backend.allCases) func aRefusedItemLeavesTheGroup(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let papers = try ["A", "B", "C"].map { try register.reserved(request($0)).paper }
    _ = try register.void(papers[1].serial, by: clerk, reason: "withdrawn", at: noon)
    let outcomes = try register.seal(papers.map { sealRecord($0.serial) }, by: clerk, at: noon)
    #expect(
      outcomes == [.sealed, .refused(.illegal(.seal, papers[1].number, .void)), .sealed])
  }

  struct Limit: Sendable, CustomTestStringConvertible {
    let name: String
    var cti = 16
    var kid = 8
    var code = "0123ABCD"
    var bytes = 300
    var testDescription: String { name }
  }

  @Test(arguments: [
    Limit(name: "cti", cti: 15), Limit(name: "kid", kid: 9),
    Limit(name: "checkCode", code: "0123ABC"), Limit(name: "seal", bytes: 0),
    Limit(name: "seal", bytes: RegisterLimits.sealBytes + 1),
  ]) func sealLimits(_ row: Limit) throws {
    let register = try Backend.sqlite.open(folder)
    let record = SealRecord(
      serial: 1, cti: Array(repeating: 0, count: row.cti), issuedAt: noon,
      kid: Array(repeating: 0, count: row.kid), checkCode: row.code,
      bytes: Array(repeating: 0, count: row.bytes))
    let error = #expect(throws: RegisterError.self) {
      try register.seal([record], by: clerk, at: noon)
    }
    #expect(error?.code == .limit && error?.place == row.name)
  }

  @Test(arguments: [
    ("sha256", IssuedFile(sha256: [1], byteCount: 1, pages: 1, path: "a.pdf")),
    ("byteCount", IssuedFile(sha256: hash(1), byteCount: 0, pages: 1, path: "a.pdf")),
    ("pages", IssuedFile(sha256: hash(1), byteCount: 1, pages: 0, path: "a.pdf")),
    ("path", IssuedFile(sha256: hash(1), byteCount: 1, pages: 1, path: "")),
    (
      "path",
      IssuedFile(
        sha256: hash(1), byteCount: 1, pages: 1, path: String(repeating: "a", count: 513))
    ),
  ]) func fileLimits(_ name: String, _ file: IssuedFile) throws {
    let register = try Backend.sqlite.open(folder)
    let error = #expect(throws: RegisterError.self) {
      try register.confirm([IssueConfirmation(serial: 1, file: file)], by: clerk, at: noon)
    }
    #expect(error?.code == .limit && error?.place == name)
  }

  @Test(arguments: Backend.allCases) func batchesAreRememberedForEver(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let today = try day("2021-02-09")
    var hash: [UInt8] = Array(0..<32)
    let name = try register.batch(inputHash: hash, today: today)
    #expect(name == "2021-02-09-00010203")
    #expect(try backend.open(folder).batch(inputHash: hash, today: day("2021-02-10")) == name)
    hash[31] = 99
    #expect(try register.batch(inputHash: hash, today: today) == "2021-02-09-0001020304050607")
    #expect(
      try register.batch(inputHash: hash.reversed(), today: today) == "2021-02-09-631e1d1c")
    #expect(code { try register.batch(inputHash: [1, 2], today: today) } == .limit)
  }
}
