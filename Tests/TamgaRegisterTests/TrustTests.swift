import Crypto
import Foundation
import GRDB
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
    func prefixes(_ serials: [Int64]) -> [UInt64] {
      serials.map { prefix(sealRecord($0, kid: $0 == 1 ? 8 : 7).bytes) }.sorted()
    }
    #expect(try register.sealsLogged(kid: seven, before: noon) == [])
    #expect(try register.sealsLogged(kid: seven, before: noon + 1) == prefixes([6]))
    #expect(try register.sealsLogged(kid: seven, before: noon + 3) == prefixes([4, 5, 6]))
    #expect(try register.sealsLogged(kid: seven, before: noon + 99) == prefixes([2, 3, 4, 5, 6]))
    #expect(
      try register.sealsLogged(kid: [UInt8](repeating: 8, count: 8), before: noon + 99)
        == prefixes([1]))
    #expect(code { try register.sealsLogged(kid: [7], before: noon) } == .limit)
  }

  private func sum(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  private func prefix(_ bytes: [UInt8]) -> UInt64 {
    sum(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Only the very bytes count, under their own cti; retention takes them away and the answer stays.
  @Test(arguments: Backend.allCases) func holdsASeal(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D"))
    let seal = sealRecord(paper.serial)
    let other = sealRecord(paper.serial + 1)
    func holds(_ bytes: [UInt8], _ cti: [UInt8]) throws -> Bool {
      try register.holdsSeal(sha256: sum(bytes), cti: cti)
    }
    for _ in 0..<2 {
      #expect(try holds(seal.bytes, seal.cti))
      #expect(try !holds(seal.bytes + [0], seal.cti))
      #expect(try !holds(seal.bytes, other.cti))
      #expect(try !holds(other.bytes, seal.cti))
      #expect(try register.sealsLogged(kid: seal.kid, before: noon + 1) == [prefix(seal.bytes)])
      _ = try register.purge([paper.serial], by: clerk, reason: "its time is over", at: noon)
    }
    #expect(code { try register.holdsSeal(sha256: [1], cti: seal.cti) } == .limit)
  }

  @Test(arguments: Backend.allCases) func bodiesAreOnlyAdded(_ backend: Backend) throws {
    let register = try backend.open(folder)
    func body(_ code: String, _ name: String) -> RegisteredBody {
      RegisteredBody(code: code, name: Bilingual(kk: name + " kk", ru: name + " ru"))
    }
    let police = body("ALA-MPS-01", "police")
    let akimat = body("ALA-AKIM-01", "akimat")
    let renamed = body("ALA-AKIM-01", "akimat, department of labour")
    #expect(try register.bodies().isEmpty)
    #expect(try register.add([police], by: clerk, at: noon) == [police])
    #expect(try register.add([akimat, police], by: clerk, at: noon) == [police, akimat])
    #expect(try register.add([renamed, police], by: clerk, at: noon) == [police, akimat, renamed])
    let size = try register.logSize()
    #expect(try register.add([akimat], by: clerk, at: noon) == [police, akimat, renamed])
    #expect(try backend.open(folder).bodies() == [police, akimat, renamed])
    #expect(try register.logSize() == size)
    let events = try register.events(of: nil, after: 0, limit: 10)
    #expect(events.map(\.what) == ["body", "body", "body"])
    #expect(events.last?.detail.contains("department of labour ru") == true)
    for wrong in [body("", "x"), RegisteredBody(code: "A", name: Bilingual(kk: "", ru: "x"))] {
      #expect(code { try register.add([wrong], by: clerk, at: noon) } == .limit)
    }
  }

  /// A register of schema 1 gets the hashes of the seals that it has.
  @Test func theHashesOfFormerSeals() throws {
    let path = folder.path + "/former.sqlite"
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: Schema.migrations[0])
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
      try db.execute(
        sql: """
          INSERT INTO series VALUES ('ALA-21', 2);
          INSERT INTO status_list VALUES (336, 2);
          INSERT INTO paper (serial, decision, part, record_hash, document, service, edition, languages,
            body, family, number, copy, issue_date, list, position, state, status, reserved_at)
          SELECT value, 'D-' || value, 0, zeroblob(32), 'k', 's', 'e', 'kk', 'b', '', 'N-' || value,
            0, '2021-02-09', 336, value, 'sealed', 0, 0 FROM (SELECT 1 AS value UNION SELECT 2)
          """)
      try db.execute(
        sql: "INSERT INTO seal VALUES (1, ?, 5, zeroblob(8), '0123ABCD', ?, 5, zeroblob(32))",
        arguments: [Data(repeating: 1, count: 16), Data([0xD2, 1])])
      // Its claims went with its retention.
      try db.execute(
        sql: "INSERT INTO seal VALUES (2, ?, 5, zeroblob(8), '0123ABCD', ?, 5, zeroblob(32))",
        arguments: [Data(repeating: 2, count: 16), Data()])
    }
    try queue.close()
    let register = try SQLiteRegister(path: path, opening: .existing)
    let cti = [UInt8](repeating: 1, count: 16)
    #expect(try register.holdsSeal(sha256: sum([0xD2, 1]), cti: cti))
    #expect(try !register.holdsSeal(sha256: sum([]), cti: [UInt8](repeating: 2, count: 16)))
    let kid = [UInt8](repeating: 0, count: 8)
    #expect(try register.sealsLogged(kid: kid, before: 9) == [prefix([0xD2, 1])])
    #expect(try register.bodies().isEmpty)
  }

  @Test(arguments: Backend.allCases) func sequencesNeverRepeat(_ backend: Backend) throws {
    #expect(try backend.open(folder).nextSequence(by: clerk, at: noon) == 1)
    #expect(try backend.open(folder).nextSequence(by: clerk, at: noon) == 2)
    let register = try backend.open(folder)
    #expect(try (0..<3).map { _ in try register.nextSequence(by: clerk, at: noon) } == [3, 4, 5])
    // Who makes a bundle after every change must not take the bundle for one.
    #expect(try register.logSize() == 5 && register.lastChange() == 0)
    try register.issued(request("D"))
    _ = try register.nextSequence(by: clerk, at: noon)
    #expect(try register.logSize() == 9 && register.lastChange() == 8)
  }
}
