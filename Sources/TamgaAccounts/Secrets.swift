internal import Crypto
internal import Foundation
internal import TamgaFormats
internal import TamgaRegister

/// What is made with the key of an accounts' store: proofs that a form is ours, and names of logins and addresses
/// that say nothing without the key.
struct Secrets: Sendable {
  private let key: SymmetricKey

  /// The key of the store, drawn when it has none.
  init(_ tables: any AccountsTables) throws(RegisterError) {
    let bytes = try tables.transaction { session in
      try session.execute(
        "INSERT INTO account_secret (name, value) VALUES ('key', ?) ON CONFLICT DO NOTHING",
        [Drawn.bytes(32)])
      return try session.first("SELECT value FROM account_secret WHERE name = 'key'", []) {
        $0.bytes(0)
      } ?? []
    }
    key = SymmetricKey(data: bytes)
  }

  private func code(_ purpose: String, _ text: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Data((purpose + "\0" + text).utf8), using: key))
  }

  func csrf(of token: String) -> String { Base64.urlText(code("csrf", token)) }
  func login(_ login: String) -> [UInt8] { code("login", login) }
  func address(_ address: String) -> [UInt8] { code("address", address) }

  /// Takes the same time wherever they differ.
  static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
