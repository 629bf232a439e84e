import Foundation
import TamgaDomain
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// What only a server can do wrong.
@Suite(.enabled(if: PostgresServer.isHere, PostgresServer.absent)) struct PostgresRegisterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(
    _ opening: PostgresRegister.Opening,
    _ change: (inout PostgresRegister.Settings) -> Void = { _ in }
  ) throws -> PostgresRegister {
    var settings = PostgresRegister.Settings()
    change(&settings)
    return try PostgresRegister(
      PostgresServer.target(folder.schema), opening: opening, settings: settings, room: .init())
  }

  private func sql(_ sql: String) throws {
    let connection = try PostgresConnection(PostgresServer.target(folder.schema), .init())
    try connection.command(sql)
  }

  @Test func opens() throws {
    #expect(code { try open(.existing) } == .missing)
    #expect(code { try open(.readOnly) } == .missing)
    try open(.new).issued(request("D"))
    #expect(code { try open(.new) } == .exists)
    #expect(try open(.existing).paper(decision: "D", part: 0) != nil)
    try sql("UPDATE register_schema SET version = \(Schema.version + 1)")
    #expect(code { try open(.existing) } == .newerSchema)
    #expect(code { try open(.readOnly) } == .newerSchema)
    try sql("UPDATE register_schema SET version = 1, application = 5")
    #expect(code { try open(.existing) } == .notARegister)
    try sql("DROP TABLE register_schema")
    #expect(code { try open(.existing) } == .notARegister)
    #expect(code { try open(.new) } == .notARegister)
  }

  /// A register of the second schema, filled as its version filled it: more keys than are read at once, in
  /// the server's own order of texts.
  @Test func aRegisterOfTheSecondSchemaIsFolded() throws {
    let paper = try open(.new).issued(
      request("A1") { $0.personKeys = ["P|UZB|FА 12", "N|UZB|1990-05-17|O'LMASOV SHERZOD"] })
    let other = try open(.existing).issued(request("A2") { $0.personKeys = ["P|UZB|FA12"] })
    try sql(
      """
      INSERT INTO person (key, serial)
        SELECT 'P|KGZ|аn ' || place, \(other.serial) FROM generate_series(1, 6000) AS place;
      \(OpeningTests.undoing[3] ?? "")
      UPDATE register_schema SET version = 2
      """)
    let register = try open(.existing)
    let keys = ["N|UZB|1990|OLMASOV SHERZOD", "P|UZB|FA12", "R|UZB|1990-05-17|OS"]
    #expect(try register.personKeys(of: paper.serial) == keys)
    let folded = try register.personKeys(of: other.serial)
    #expect(folded.count == 6001)
    #expect(Set(folded).isSuperset(of: ["P|UZB|FA12", "P|KGZ|AN1", "P|KGZ|AN6000"]))
    // Both are found by the one key, however the passport was typed.
    let key = try #require(PersonKeys.of(Person(passport: "fа-12", citizenship: "UZB")).first)
    let found = try register.papers(personKey: key, document: nil, service: nil, limit: 10)
    #expect(found == [other, paper])
    // Once more changes nothing.
    try sql((OpeningTests.undoing[3] ?? "") + "UPDATE register_schema SET version = 2")
    #expect(try open(.existing).personKeys(of: other.serial) == folded)
  }

  @Test func anEmptySchemaThatIsThereIsUsed() throws {
    try sql("CREATE SCHEMA \(folder.schema)")
    try open(.new).issued(request("D"))
    #expect(try open(.existing).paper(decision: "D", part: 0) != nil)
  }

  @Test func lookingUpWritesNothing() throws {
    let paper = try open(.new).issued(request("D"))
    let reader = try open(.readOnly)
    #expect(try reader.papers(number: paper.number) == [paper])
    #expect(code { try reader.reserve([request("E")], by: clerk, at: noon) } == .readOnly)
    #expect(code { try reader.nextSequence(by: clerk, at: noon) } == .readOnly)
    #expect(
      code {
        try reader.snapshot { try $0.execute("DELETE FROM event", []) }
      } == .readOnly)
  }

  @Test(arguments: [
    "host=/nowhere user=tamga dbname=postgres", "host=127.0.0.1 port=1 connect_timeout=2",
    "service=no-such-service",
  ]) func noServer(_ connection: String) throws {
    let target = try PostgresTarget(connection: connection, schema: folder.schema)
    #expect(code { try PostgresRegister(target, opening: .existing) } == .cannotOpen)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let connection: String
    var schema = "tamga"
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Wrong(connection: "host=db password=Kupiya7", why: "a password"),
    Wrong(connection: "postgresql://tamga:Kupiya7@db/tamga", why: "a password in an address"),
    Wrong(connection: "postgresql://tamga@db/tamga?sslpassword=Kupiya7", why: "another password"),
    Wrong(connection: "host=db Kupiya7", why: "no key word"),
    Wrong(connection: "host=db passwort=Kupiya7", why: "an unknown key word"),
    Wrong(connection: "postgresql://tamga:Kupiya7@[db/tamga", why: "a broken address"),
    Wrong(connection: "host='Kupiya7", why: "an open quote"),
    Wrong(connection: "host=db", schema: "", why: "no schema"),
    Wrong(connection: "host=db", schema: "Almaty", why: "a capital letter"),
    Wrong(connection: "host=db", schema: "7th", why: "a digit first"),
    Wrong(connection: "host=db", schema: "a;DROP TABLE paper", why: "a statement"),
    Wrong(connection: "host=db", schema: String(repeating: "a", count: 64), why: "a long name"),
  ]) func targetsThatAreNone(_ row: Wrong) {
    let error = #expect(throws: RegisterError.self) {
      try PostgresTarget(connection: row.connection, schema: row.schema)
    }
    #expect(error?.code == .cannotOpen)
    #expect(error?.description.contains("Kupiya7") == false)
  }

  @Test func errorsTellNoValues() throws {
    let register = try open(.new) { $0.repetitions = 1 }
    _ = try register.reserved(request("D") { $0.personKeys = ["UZB|1990-05-17|FA1234567"] })
    let error = #expect(throws: RegisterError.self) {
      try register.transaction { session in
        try session.execute(
          "INSERT INTO person (key, serial) VALUES (?, ?)", ["UZB|1990-05-17|FA1234567", 1])
      }
    }
    #expect(error?.code == .inconsistent)
    #expect(error?.description.contains("FA1234567") == false)
  }

  @Test func aHeldPaperIsBusy() throws {
    let first = try open(.new)
    let paper = try first.issued(request("D"))
    let second = try open(.existing) {
      $0.lockMilliseconds = 50
      $0.repetitions = 1
    }
    try first.transaction { session in
      try PaperRow.lock(session, [paper.serial])
      #expect(
        code { try second.void(paper.serial, by: clerk, reason: "x", at: noon) } == .busy)
      #expect(try second.now(paper) == paper, "looking up waits for nobody")
    }
    #expect(try second.void(paper.serial, by: clerk, reason: "x", at: noon).state == .void)
  }

  @Test func aFailedTransactionLeavesTheConnectionWhole() throws {
    let register = try open(.new) { $0.connections = 1 }
    struct Stop: Error {}
    let serials = try (0..<3).map { try register.reserved(request("D-\($0)")).paper.serial }
    #expect(
      code {
        try register.transaction { session in
          try session.execute("DELETE FROM event", [])
          // The second of three answers of one exchange is not wanted.
          _ = try session.rows(
            "SELECT serial FROM paper WHERE serial = ?", each: serials.map { [$0] }
          ) {
            if $0.int(0) == serials[1] { throw Stop() }
          }
        }
      } == .storage)
    #expect(
      code {
        try register.transaction { session in
          try session.execute(
            "INSERT INTO person (key, serial) VALUES (?, ?)",
            each: [["a", serials[0]], ["b", 999], ["c", serials[1]]])
        }
      } == .inconsistent, "one of a pipeline")
    #expect(try register.events(of: nil, after: 0, limit: 10).count == 3)
    #expect(try register.papers(personKey: "a", document: nil, service: nil, limit: 1).isEmpty)
  }

  @Test func valuesOfEveryKindAndSize() throws {
    let register = try open(.new)
    let record = (0..<RegisterLimits.recordBytes).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let requests = try (0..<300).map { place in
      try request("D-\(place)") {
        $0.record = place % 100 == 0 ? record : []
        $0.issuingBody = "Әділет «\(place)» ' ? $1"
        $0.batch = nil
      }
    }
    let outcomes = try register.reserve(requests, by: clerk, at: .min)
    #expect(outcomes.count == 300)
    for (request, outcome) in zip(requests, outcomes) {
      guard case .reserved(let new) = outcome else { throw Unexpected(outcome: "\(outcome)") }
      #expect(try register.now(new.paper) == new.paper)
      #expect(try register.record(of: new.paper.serial) == request.record)
    }
  }

  @Test func fullListsGiveWayToTheNext() throws {
    var room = StatusPlacement.Room()
    room.papers = 10
    room.positions = 12
    let register = try PostgresRegister(
      PostgresServer.target(folder.schema), opening: .new, settings: .init(), room: room)
    let group = try (0..<160).map { try request("D-\($0)") }
    let indexes = try register.reserve(group, by: clerk, at: noon).compactMap { outcome in
      if case .reserved(let new) = outcome { new.paper.statusIndex } else { nil }
    }
    #expect(indexes.map(\.list) == (0..<160).map { 336 + $0 / 10 })
    #expect(code { try register.outcome(request("ONE MORE")) } == .statusListsFull)
  }

  @Test func statementsAreNumbered() {
    let rows: [(String, String)] = [
      ("SELECT 1", "SELECT 1"), ("a = ? AND b = ?", "a = $1 AND b = $2"),
      ("a = '?' AND b = ?", "a = '?' AND b = $1"), ("a = 'it''s ?' OR ?", "a = 'it''s ?' OR $1"),
    ]
    for (sql, numbered) in rows { #expect(PostgresConnection.numbered(sql) == numbered) }
  }

  @Test func tablesAreTranslated() {
    let translated = Schema.migrations.map(PostgresSchema.translated).joined()
    for word in ["STRICT", "INTEGER", "BLOB", "ROWID", "TEXT NOT", "TEXT,"] {
      #expect(!translated.contains(word), "\(word)")
    }
    #expect(translated.contains("GENERATED BY DEFAULT AS IDENTITY"))
  }
}
