import Foundation
import GRDB
import TamgaDomain
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// A register of the oldest schema, as the program of that time wrote it, opened by this one.
@Suite struct UpgradeTests {
  /// `Tests/Fixtures/register/schema-1`.
  private static func oldest(_ path: String) throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/register/schema-1/register.sql")
    try OpeningTests.sql(path, String(contentsOf: fixture, encoding: .utf8))
  }

  /// The same rows in a schema of PostgreSQL that has the tables of that time.
  private static func oldestOnPostgres(_ folder: TemporaryFolder) throws {
    let target = try PostgresServer.target(folder.schema)
    let connection = try PostgresConnection(target, PostgresRegister.Settings())
    try connection.command(
      """
      BEGIN; CREATE SCHEMA \(folder.schema); SET LOCAL search_path = \(folder.schema);
      \(PostgresSchema.migration(from: 0))
      """)
    let session = PostgresSession(connection: connection)
    try DatabaseQueue(path: folder.file).read { db in
      let source = SQLiteSession(db: db)
      let names = try TableShape.names(source)
      let shapes = try TableShape.read(TableShape.ofRegister.filter(names.contains), source)
      #expect(shapes.count == names.count)
      _ = try TableCopy.copy(shapes, from: source, to: session)
    }
    try connection.command(
      "INSERT INTO register_schema VALUES (\(Schema.applicationID), 1); COMMIT")
  }

  private static func open(_ backend: Backend, _ folder: TemporaryFolder) throws -> any Register {
    try oldest(folder.file)
    if backend == .postgres { try oldestOnPostgres(folder) }
    return try backend.open(folder)
  }

  @Test(arguments: Backend.allCases) func isAsItWas(_ backend: Backend) throws {
    let folder = try TemporaryFolder()
    let register = try Self.open(backend, folder)
    let papers = try register.papers(PaperFilter(), after: 0, limit: 100)
    #expect(
      papers.map { "\($0.number) \($0.document) \($0.state.rawValue) \($0.status.rawValue)" }
        == Self.papers)
    // What the log says of each paper is what its row says now.
    let states = Dictionary(
      try register.events(of: nil, after: 0, limit: 1_000).compactMap { event in
        event.serial.flatMap { serial in event.state.map { (serial, $0) } }
      }
    ) { $1 }
    for row in try register.fingerprints(after: 0, limit: 100) {
      #expect(states[row.serial] == row.state, "entry \(row.serial)")
      #expect(try register.sealDigestHolds(row.serial))
    }
    #expect(try register.gaps().isEmpty && register.miscountedLists().isEmpty)
  }

  @Test(arguments: Backend.allCases) func goesOn(_ backend: Backend) throws {
    let folder = try TemporaryFolder()
    let register = try Self.open(backend, folder)
    #expect(try register.nextSequence(by: clerk, at: later) == 3, "two bundles had gone out")
    let papers = try register.papers(PaperFilter(), after: 0, limit: 100)
    let last = papers.map(\.number.number).filter { $0.hasPrefix("ALA-21-") }.sorted().last
    let outcome = try register.reserve([request("NEW")], by: clerk, at: later)[0]
    guard case .reserved(let reservation) = outcome else {
      throw Unexpected(outcome: "\(outcome)")
    }
    let ordinal = try #require(last?.split(separator: "-").dropFirst(2).first.flatMap { Int($0) })
    #expect(reservation.paper.number.number.hasPrefix("ALA-21-000000\(ordinal + 1)-"))
    #expect(reservation.paper.serial == papers.count + 1)
  }

  /// What later programs find papers by is made from the records.
  @Test(arguments: Backend.allCases) func isFound(_ backend: Backend) throws {
    let folder = try TemporaryFolder()
    let register = try Self.open(backend, folder)
    var (withIIN, withNames) = (0, 0)
    for paper in try register.papers(PaperFilter(), after: 0, limit: 100) {
      let record = try #require(try register.record(of: paper.serial))
      let keys = try register.personKeys(of: paper.serial)
      let text = String(decoding: record, as: UTF8.self)
      if let iin = text.firstMatch(of: /"iin":"([0-9]{12})"/)?.1 {
        withIIN += 1
        #expect(keys.contains("I|\(iin)"), "\(paper.number)")
      }
      withNames += try register.searchKeys(of: paper.serial).isEmpty ? 0 : 1
      #expect(!keys.contains { $0.hasPrefix("N|") && $0.contains(/[a-z]/) })
    }
    #expect(withIIN > 0 && withNames > 8)
  }

  private static let papers = [
    "ALA-24-0000001-8 temporary-residence-permit-extension issued 0",
    "ALA-21-0000001-3 labour-immigrant-permit void 1",
    "ALA-20-0000001-6 fingerprint-photo-certificate issued 0",
    "ALA-25-0000001-2 permanent-residence-permit-refusal issued 0",
    "ALA-20-0000002-7 fingerprint-photo-certificate issued 0",
    "ALA-25-0000002-0 temporary-residence-permit issued 2",
    "ALA-24-0000002-6 temporary-residence-permit-refusal issued 0",
    "ALA-21-0000002-1 labour-immigrant-permit issued 0",
    "ALA-21-0000003-7 labour-immigrant-permit issued 0",
    "41-1 labour-immigrant-permit issued 1",
    "OUT-20-4410765 qualification-certificate-duplicate issued 0",
    "ALA-21-0000004-5 labour-immigrant-permit-revocation-decision issued 0",
    "ALA-21-0000005-9 labour-immigrant-permit-revocation-notice issued 0",
  ]

  /// After the last event of the fixture.
  private let later: Int64 = 1_900_000_000
}
