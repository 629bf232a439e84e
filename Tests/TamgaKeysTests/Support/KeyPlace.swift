import Foundation
import TamgaSeal
import TamgaToken
import Testing

@testable import TamgaKeys

/// A folder of keys that goes with its user, with a clock that the test sets.
final class KeyPlace: Sendable {
  static let start: Int64 = 1_790_000_000
  static let password = "a long passphrase"
  static let cost = 15

  let folder: String
  let clock: Clock

  final class Clock: Sendable {
    // safe: a test sets it between its own steps
    nonisolated(unsafe) var now = KeyPlace.start
  }

  init() throws {
    folder = NSTemporaryDirectory() + "tamga-keys-" + UUID().uuidString
    clock = Clock()
    try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var keys: String { folder + "/keys" }

  static func rules(
    office: String = "KZ-ALA", _ algorithm: SignatureAlgorithm = .edDSA, isTest: Bool = false
  ) throws -> KeyRules {
    KeyRules(
      office: office, zone: try #require(OfficeZone("Asia/Almaty")), algorithm: algorithm,
      isTest: isTest)
  }

  /// The keys of a new office.
  func made(_ rules: KeyRules? = nil) throws -> KeyRing {
    let rules = try rules ?? Self.rules()
    try KeyRing.make(folder: keys, rules: rules, now: clock.now)
    return try ring(rules: rules)
  }

  func ring(rules: KeyRules? = nil, _ passphrases: Passphrases = .none) throws -> KeyRing {
    let clock = clock
    return try KeyRing(
      folder: keys, rules: rules ?? Self.rules(), passphrases: passphrases, now: { clock.now })
  }

  /// A ring with one passphrase for all.
  func ring(opening text: String) throws -> KeyRing { try ring(Self.all(text)) }

  static func all(_ text: String) -> Passphrases {
    let secret = Self.secret(text)
    return Passphrases { _ in secret }
  }

  static func secret(_ text: String) -> SecretBytes {
    var bytes = Array(text.utf8)
    return SecretBytes(moving: &bytes)
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: keys).filter { !$0.hasPrefix(".") }.sorted()
  }

  func name(_ role: KeyRole) throws -> String {
    try #require(try names().first { $0.hasPrefix(role.rawValue + "-") })
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: keys + "/" + name, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: keys + "/" + name))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: keys + "/" + name)
  }

  /// Everything in the folder, to see that a refusal changed nothing.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try names() {
      contents[name] = try Data(contentsOf: URL(filePath: keys + "/" + name))
    }
    return contents
  }
}
