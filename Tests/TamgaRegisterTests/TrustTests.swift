import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must tell a trust bundle.
@Suite struct TrustTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func statusesAreSparse(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let papers = try (0..<20).map { try register.issued(request("D-\($0)")) }
    let expired = try register.issued(request("OLD") { $0.validUntil = CalendarDate(2020, 12, 31) })
    let forEver = try register.issued(request("EVER") { $0.validUntil = nil })
    _ = try register.setStatus(
      papers[1].serial, to: .suspended, by: clerk, reason: "inquiry", at: noon)
    _ = try register.void(papers[2].serial, by: clerk, reason: "typed twice", at: noon)
    _ = try register.void(expired.serial, by: clerk, reason: "typed twice", at: noon)
    let copy = try register.issued(
      request("COPY") {
        $0.previous = papers[3].serial
        $0.relation = .duplicates
      })
    try register.issued(
      request("END") {
        $0.previous = forEver.serial
        $0.relation = .revokes
      })

    let snapshot = try register.statuses(notExpiredOn: day("2021-12-31"))
    #expect(snapshot.lists.map(\.number) == [0, 336])
    #expect(snapshot.lists.map(\.papers) == [1, 22])
    #expect(snapshot.lists[0].marks == [forEver.statusIndex.position: .revoked])
    #expect(
      snapshot.lists[1].marks == [
        papers[1].statusIndex.position: .suspended, papers[2].statusIndex.position: .revoked,
        papers[3].statusIndex.position: .superseded,
      ])
    #expect(
      snapshot.replacements == [
        StatusSnapshot.Replacement(
          statusIndex: papers[3].statusIndex, paper: papers[3].number, replacedBy: copy.number)
      ])
    #expect(try register.statuses(notExpiredOn: day("2022-01-01")).lists.map(\.number) == [0])
    #expect(
      try register.statuses(notExpiredOn: day("2020-12-31")).lists.map(\.number) == [0, 320, 336])
  }

  @Test(arguments: Backend.allCases) func sealsOfAKeyBeforeAMoment(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let papers = try (0..<6).map { try register.reserved(request("D-\($0)")).paper }
    for (index, paper) in papers.reversed().enumerated() {
      _ = try register.seal(
        [sealRecord(paper.serial, kid: index == 5 ? 8 : 7)], by: clerk, at: noon + Int64(index))
    }
    let seven = [UInt8](repeating: 7, count: 8)
    // The seals were stored from the sixth paper to the second, a second apart.
    #expect(try register.sealsLogged(kid: seven, before: noon) == [])
    #expect(try register.sealsLogged(kid: seven, before: noon + 1) == [6])
    #expect(try register.sealsLogged(kid: seven, before: noon + 3) == [4, 5, 6])
    #expect(try register.sealsLogged(kid: seven, before: noon + 99) == [2, 3, 4, 5, 6])
    #expect(
      try register.sealsLogged(kid: [UInt8](repeating: 8, count: 8), before: noon + 99) == [1])
    #expect(code { try register.sealsLogged(kid: [7], before: noon) } == .limit)
  }

  @Test(arguments: Backend.allCases) func prefixesAreBigEndianAndUnsigned(_ backend: Backend) throws
  {
    let register = try backend.open(folder)
    let first: [UInt8] = [0xFF, 0, 0, 0, 0, 0, 0, 1]
    let paper = try register.reserved(request("D")).paper
    let record = sealRecord(paper.serial)
    _ = try register.seal(
      [
        SealRecord(
          serial: paper.serial, cti: first + first, issuedAt: noon, kid: record.kid,
          checkCode: record.checkCode, bytes: record.bytes)
      ], by: clerk, at: noon)
    #expect(try register.sealsLogged(kid: record.kid, before: noon + 1) == [0xFF00_0000_0000_0001])
  }

  @Test(arguments: Backend.allCases) func sequencesNeverRepeat(_ backend: Backend) throws {
    #expect(try backend.open(folder).nextSequence() == 1)
    #expect(try backend.open(folder).nextSequence() == 2)
    let register = try backend.open(folder)
    #expect(try (0..<3).map { _ in try register.nextSequence() } == [3, 4, 5])
  }
}
