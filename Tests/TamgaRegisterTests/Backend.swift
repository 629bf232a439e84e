import Foundation
import TamgaDomain
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// The stores that fulfil the contract. A new one adds a case and inherits every contract test.
enum Backend: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  case postgres

  var testDescription: String { rawValue }

  /// Those that are here; ``PostgresRegisterTests`` says when PostgreSQL is not.
  static var allCases: [Backend] { PostgresServer.isHere ? [.sqlite, .postgres] : [.sqlite] }

  /// An empty register in `folder`; opening again finds the same one.
  func open(_ folder: TemporaryFolder) throws -> any Register {
    switch self {
    case .sqlite: try SQLiteRegister(path: folder.file, opening: .newOrExisting(folder.file))
    case .postgres: try PostgresServer.open(folder.schema)
    }
  }
}

/// The server that `make test` starts.
enum PostgresServer {
  static let variable = "TAMGA_TEST_POSTGRES"
  static var connection: String? { ProcessInfo.processInfo.environment[variable] }
  static var isHere: Bool { connection != nil }
  static let absent: Comment = "there is no PostgreSQL here: TAMGA_TEST_POSTGRES is not set"

  static func target(_ schema: String) throws -> PostgresTarget {
    try PostgresTarget(connection: try #require(connection), schema: schema)
  }

  /// The path of its socket.
  static func socket() throws -> String {
    let words = try #require(connection).split(separator: " ")
    let host = try #require(words.first { $0.hasPrefix("host=/") }, "the server is on a socket")
    return host.dropFirst("host=".count) + "/.s.PGSQL.5432"
  }

  /// The register of a schema, made when it is not there.
  static func open(_ schema: String) throws -> PostgresRegister {
    let target = try target(schema)
    do throws(RegisterError) {
      return try PostgresRegister(target, opening: .existing)
    } catch  where error.code == .missing {
      return try PostgresRegister(target, opening: .new)
    }
  }
}

extension SQLiteRegister.Opening {
  static func newOrExisting(_ path: String) -> Self {
    FileManager.default.fileExists(atPath: path) ? .existing : .new
  }
}

/// A folder that goes with its last user.
final class TemporaryFolder: Sendable {
  let path: String
  var file: String { path + "/register.sqlite" }
  /// Where a register lies that is in no file.
  let schema: String

  init() throws {
    let name = UUID().uuidString.lowercased().replacing("-", with: "")
    schema = "test_" + name
    path = NSTemporaryDirectory() + "register-" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// 2021-02-09T06:00:00Z; the register reads no clock.
let noon: Int64 = 1_612_850_400
let clerk = "clerk-7"

func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

func hash(_ byte: UInt8) -> [UInt8] { Array(repeating: byte, count: 32) }

/// A lawful request for a labour permit; tests change what they are about.
func request(
  _ decision: String, record: UInt8 = 1, given: String? = nil, copy: Int = 0,
  _ change: (inout ReservationRequest) -> Void = { _ in }
) throws -> ReservationRequest {
  var request = ReservationRequest(
    decision: decision, recordHash: hash(record), record: [record],
    document: "labour-immigrant-permit", service: .labourImmigrant,
    edition: "labour-immigrant-permit/2021-01-30", languages: [.kk, .ru],
    issuingBody: "ALA-MPS-01", series: "ALA-21",
    given: try given.map { try DocumentNumber($0, copy: copy) }, issueDate: try day("2021-02-09"),
    validFrom: try day("2021-02-10"), validUntil: try day("2021-05-10"))
  change(&request)
  return request
}

func sealRecord(_ serial: Int64, salt: UInt8 = 0, kid: UInt8 = 7) -> SealRecord {
  let bytes = withUnsafeBytes(of: serial.bigEndian) { Array($0) }
  return SealRecord(
    serial: serial, cti: bytes + Array(repeating: salt, count: 8), issuedAt: noon,
    kid: Array(repeating: kid, count: 8), checkCode: "0123ABCD", bytes: [0xD2, salt] + bytes)
}

func written(_ serial: Int64, file: UInt8 = 9) -> IssueConfirmation {
  IssueConfirmation(
    serial: serial,
    file: IssuedFile(
      sha256: hash(file), byteCount: 40_000, pages: 2, path: "documents/kind/\(serial).pdf"))
}

extension Register {
  /// Reserves one decision that is expected to get a number.
  func reserved(_ request: ReservationRequest) throws -> Reservation {
    let outcome = try #require(try reserve([request], by: clerk, at: noon).first)
    guard case .reserved(let reservation) = outcome else {
      throw Unexpected(outcome: "\(outcome)")
    }
    #expect(try now(reservation.paper) == reservation.paper, "what is said is what is stored")
    return reservation
  }

  func sealed(_ request: ReservationRequest) throws -> PaperEntry {
    let paper = try reserved(request).paper
    #expect(try seal([sealRecord(paper.serial)], by: clerk, at: noon) == [.sealed])
    return paper
  }

  /// Leads one decision through its whole life.
  @discardableResult
  func issued(_ request: ReservationRequest) throws -> PaperEntry {
    let paper = try sealed(request)
    let outcome = try #require(
      try confirm([written(paper.serial)], by: clerk, at: noon).first)
    guard case .issued(let entry) = outcome else { throw Unexpected(outcome: "\(outcome)") }
    #expect(try now(entry) == entry, "what is said is what is stored")
    return entry
  }

  func outcome(_ request: ReservationRequest) throws -> ReservationOutcome {
    try #require(try reserve([request], by: clerk, at: noon).first)
  }

  func now(_ paper: PaperEntry) throws -> PaperEntry {
    try #require(try self.paper(serial: paper.serial))
  }

  func whats(_ paper: PaperEntry) throws -> [String] {
    try events(of: paper.serial, after: 0, limit: 100).map(\.what)
  }
}

struct Unexpected: Error {
  let outcome: String
}
