import Foundation
import Synchronization
import TamgaDomain
import TamgaIssue
import TamgaRegister
import Testing

@testable import TamgaAccounts
@testable import TamgaRegisterPostgres

/// Where accounts can lie.
enum Store: String, CaseIterable, CustomTestStringConvertible {
  case sqlite, postgres

  var testDescription: String { rawValue }

  /// PostgreSQL where `make test` has started a server.
  static var allCases: [Store] { connection == nil ? [.sqlite] : [.sqlite, .postgres] }
  static var connection: String? {
    ProcessInfo.processInfo.environment["TAMGA_TEST_POSTGRES"]
  }
}

/// The accounts of an office that goes with its last user, and a clock that the test moves.
final class Desk: Sendable {
  static let start: Int64 = 1_900_000_020
  static let password = "correct horse battery"

  let folder: String
  let configuration: OfficeConfiguration
  let accounts: Accounts

  init(_ store: Store = .sqlite, serve: String = "secondFactor: optional") throws {
    let name = UUID().uuidString.lowercased().replacing("-", with: "")
    folder = NSTemporaryDirectory() + "accounts-" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var text = OfficeConfiguration.template + "\nserve: {\(serve)}\n"
    if store == .postgres {
      let connection = try #require(Store.connection)
      let target = try PostgresTarget(connection: connection, schema: "test_" + name)
      _ = try PostgresRegister(target, opening: .new)
      text += "register: {postgresql: \"\(connection)\", schema: test_\(name)}\n"
    }
    configuration = try OfficeConfiguration.read(text, file: "tamga.yaml")
    let clock = Clock(Desk.start)
    self.moments = clock
    accounts = try Accounts(office: folder, configuration: configuration) { clock.now }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private let moments: Clock

  private final class Clock: Sendable {
    private let moment: Mutex<Int64>
    init(_ moment: Int64) { self.moment = Mutex(moment) }
    var now: Int64 { moment.withLock { $0 } }
    func move(_ seconds: Int64) { moment.withLock { $0 += seconds } }
  }

  var now: Int64 { moments.now }
  func wait(_ seconds: Int64) { moments.move(seconds) }

  /// Another process of the same office.
  func other() throws -> Accounts {
    let clock = moments
    return try Accounts(office: folder, configuration: configuration) { clock.now }
  }

  /// An account with a given password; its secret.
  @discardableResult
  func add(
    _ login: String, _ role: Role = .clerk, _ factor: Accounts.SecondFactor = .none
  ) throws -> String? {
    try accounts.add(login: login, role: role, password: Self.password, secondFactor: factor)
      .totpSecret
  }

  func code(_ secret: String?, _ offset: Int64 = 0) throws -> String {
    let bytes = try base32(#require(secret))
    return OneTimeCode.code(bytes, step: OneTimeCode.step(at: now) + offset)
  }

  func signIn(
    _ login: String, _ password: String = Desk.password, _ address: String = "10.0.0.1"
  ) throws -> SignIn {
    try accounts.signIn(login: login, password: password, address: address)
  }

  /// The token of a session without a second factor.
  func enter(_ login: String, _ address: String = "10.0.0.1") throws -> String {
    guard case .done(let token) = try signIn(login, Self.password, address) else {
      throw Unexpected()
    }
    return token
  }

  /// The token of the first step.
  func begin(_ login: String, _ address: String = "10.0.0.1") throws -> String {
    guard case .second(let token) = try signIn(login, Self.password, address) else {
      throw Unexpected()
    }
    return token
  }

  struct Unexpected: Error {}

  private func base32(_ text: String) throws -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bytes, bits, count) = ([UInt8](), 0, 0)
    for letter in text {
      bits = (bits << 5 | (try #require(letters.firstIndex(of: letter)))) & 0xFFFF
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    return bytes
  }
}
