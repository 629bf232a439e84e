import Foundation
import Testing

/// An office of the oldest schema under this program. The files of its papers are not kept here.
@Suite(.serialized) struct UpgradeTests {
  private static func oldest() throws -> Workshop {
    let workshop = try Workshop(office: false)
    let fixture = Place.root + "/Tests/Fixtures/register/schema-1"
    _ = try Tool.text("cp", ["-r", fixture, workshop.office])
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      db.executescript(open(sys.argv[2], encoding="utf-8").read())
      db.close()
      """
    _ = try Tool.text(
      "python3", ["-c", script, workshop.office + "/register.sqlite", fixture + "/register.sql"])
    return workshop
  }

  /// Every finding but those of files, which are not kept.
  private static func findings(_ workshop: Workshop) throws -> [String] {
    let audit = try workshop.tamga("register", "audit", "--office", "office", "--json")
    let codes = try audit.lines().compactMap { $0["finding"]?.text }
    #expect(codes.count { $0 == "file-missing" } == 13, "\(audit.text)\(audit.errors)")
    return codes.filter { $0 != "file-missing" }
  }

  @Test func theAuditAgrees() throws {
    let workshop = try Self.oldest()
    #expect(try Self.findings(workshop).isEmpty)
    let found = try workshop.tamga("find", "ALA-24-0000001-8", "--office", "office", "--json")
    #expect(found.status == 0, "\(found.errors)")
  }

  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent)) func alsoOnPostgreSQL()
    throws
  {
    let workshop = try Self.oldest()
    let schema = "old_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    let run = try workshop.tamga(
      "move", "--to", QueueTests.connection ?? "", "--schema", schema, "--office", "office")
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(try Self.findings(workshop).isEmpty)
  }
}
