import Foundation
import GRDB
import TamgaDomain
import Testing

@testable import TamgaRegister

/// Files that are no register of this office, and folders that may not be written.
@Suite struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ opening: SQLiteRegister.Opening = .existing) throws -> SQLiteRegister {
    try SQLiteRegister(path: folder.file, opening: opening)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let code: RegisterError.Code
    let opening: SQLiteRegister.Opening
    let why: String
    let prepare: @Sendable (String) throws -> Void
    var testDescription: String { why }

    init(
      _ code: RegisterError.Code, _ opening: SQLiteRegister.Opening, _ why: String,
      _ prepare: @escaping @Sendable (String) throws -> Void
    ) {
      self.code = code
      self.opening = opening
      self.why = why
      self.prepare = prepare
    }
  }

  static func sql(_ path: String, _ sql: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  static func make(_ path: String) throws { _ = try SQLiteRegister(path: path, opening: .new) }

  /// What takes a step of the schema back, by the schema that it led from.
  static let undoing: [Int: String] = [
    3: """
    DROP TABLE document_signature; DROP TABLE signing_certificate;
    DROP TABLE search_key; DROP INDEX paper_issue_date; DROP INDEX event_print;
    DROP TABLE kind; DROP TABLE form; DROP TABLE skipped_numbers; DROP TABLE accepted_restore;
    DROP INDEX event_bundle; ALTER TABLE paper DROP COLUMN form;
    """
  ]

  static let wrong: [Wrong] = [
    Wrong(.missing, .existing, "no file") { _ in },
    Wrong(.missing, .readOnly, "no file to look up") { _ in },
    Wrong(.exists, .new, "a register is there") { try make($0) },
    Wrong(.newerSchema, .existing, "a newer schema") {
      try make($0)
      try sql($0, "PRAGMA user_version = \(Schema.version + 1)")
    },
    Wrong(.newerSchema, .readOnly, "a newer schema to look up") {
      try make($0)
      try sql($0, "PRAGMA user_version = \(Schema.version + 1)")
    },
    Wrong(.notARegister, .existing, "another application's database") {
      try sql($0, "CREATE TABLE t (a)")
    },
    Wrong(.notARegister, .existing, "a database with another id") {
      try sql($0, "PRAGMA application_id = 5")
    },
    Wrong(.notARegister, .existing, "a text file") {
      try String(repeating: "no database ", count: 100).write(
        toFile: $0, atomically: false, encoding: .utf8)
    },
    Wrong(.missing, .readOnly, "an empty file to look up") {
      #expect(FileManager.default.createFile(atPath: $0, contents: Data()))
    },
    Wrong(.missing, .existing, "an emptied file") {
      #expect(FileManager.default.createFile(atPath: $0, contents: Data()))
    },
    Wrong(.missing, .existing, "a database without anything in it") { try sql($0, "VACUUM") },
    Wrong(.cannotOpen, .existing, "a folder in its place") {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
    },
  ]

  @Test(arguments: wrong) func doesNotOpen(_ row: Wrong) throws {
    try row.prepare(folder.file)
    let before = FileManager.default.contents(atPath: folder.file)
    let error = #expect(throws: RegisterError.self) { try open(row.opening) }
    #expect(error?.code == row.code)
    #expect(error?.place == folder.file && error?.hint != nil)
    #expect(FileManager.default.contents(atPath: folder.file) == before, "left as it was")
  }

  #if os(Linux)
    @Test(arguments: [0o555, 0o755], [0o400, 0o444, 0o644]) func aFolderOrFileOfAnotherUser(
      _ folderMode: Int, _ fileMode: Int
    ) async throws {
      try open(.new).issued(request("D"))
      try FileManager.default.setAttributes(
        [.posixPermissions: fileMode], ofItemAtPath: folder.file)
      try FileManager.default.setAttributes(
        [.posixPermissions: folderMode], ofItemAtPath: folder.path)
      // Root may write everywhere: the child becomes nobody, whose folder this is not.
      await #expect(processExitsWith: .success) { [path = folder.file as String] in
        _ = setuid(65_534)
        let may = access(path, W_OK) == 0 && access(path + "/..", W_OK) == 0
        if getuid() == 65_534 || !may {
          #expect(code { try SQLiteRegister(path: path, opening: .existing) } == .readOnly)
        }
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }
  #endif

  @Test func aMissingFolder() {
    #expect(
      code { try SQLiteRegister(path: folder.path + "/none/register", opening: .new) }
        == .cannotOpen)
  }

  /// Bundles that were made before they were logged are followed by larger ones.
  @Test func theSequenceOfAnOlderRegisterGoesOn() throws {
    try open(.new).issued(request("D"))
    try Self.sql(
      folder.file,
      (Self.undoing[3] ?? "")
        + "INSERT INTO bundle_sequence VALUES (1, 41); PRAGMA user_version = 3")
    let register = try open()
    let logged = try register.events(of: nil, after: 0, limit: 100).last
    #expect(logged?.what == "bundle" && logged?.detail == "{\"sequence\":\"41\"}")
    #expect(try register.nextSequence(by: clerk, at: noon) == 42)
  }

  /// A raised sequence would make every store refuse the bundles that follow.
  @Test func aChangedSequenceIsRefused() throws {
    let register = try open(.new)
    #expect(try register.nextSequence(by: clerk, at: noon) == 1)
    for last in ["9223372036854775806", "0"] {
      try Self.sql(folder.file, "UPDATE bundle_sequence SET last = \(last)")
      #expect(code { try register.nextSequence(by: clerk, at: noon) } == .corrupt)
    }
    try Self.sql(folder.file, "UPDATE bundle_sequence SET last = 1")
    #expect(try register.nextSequence(by: clerk, at: noon) == 2)
  }

  @Test func migratesAnOlderSchemaOnlyWhenWriting() throws {
    // Schema 0 of a file that is marked as a register: what a killed `init` leaves.
    try Self.sql(folder.file, "PRAGMA application_id = \(Schema.applicationID)")
    #expect(code { try open(.readOnly) } == .readOnly)
    try open().issued(request("D"))
    #expect(try open(.readOnly).paper(decision: "D", part: 0) != nil)
  }
}
