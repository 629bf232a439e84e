import Crypto

@testable import TamgaLog

/// Fixed keys, leaves and entries. The keys are test keys: everybody can read them here.
enum Fixture {
  static let origin = "tamga.example/log/kz-ala"

  static func privateKey(_ seed: UInt8) -> Curve25519.Signing.PrivateKey {
    // safe: any 32 bytes are an Ed25519 private key
    try! Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: seed, count: 32))
  }

  static func key(_ seed: UInt8 = 3, name: String = origin) throws -> VerifierKey {
    try VerifierKey(name: name, publicKey: Array(privateKey(seed).publicKey.rawRepresentation))
  }

  static func signature(_ seed: UInt8 = 3, _ message: [UInt8]) throws -> [UInt8] {
    Array(try privateKey(seed).signature(for: message))
  }

  static func signed(_ checkpoint: Checkpoint, _ seed: UInt8 = 3) throws -> SignedCheckpoint {
    try checkpoint.signed(by: key(seed, name: checkpoint.origin)) { try signature(seed, $0) }
  }

  /// Leaves that differ from each other.
  static func leaves(_ count: Int) -> [TreeHash] {
    (0..<count).map { TreeHash(leaf: Array("leaf \($0)".utf8)) }
  }

  static func entry(_ index: Int) throws -> LogEntry {
    try LogEntry(
      sequence: Int64(index + 1), at: 1_774_000_000 + Int64(index), who: "clerk-7",
      what: index % 3 == 0 ? "issued" : "handed-over", serial: Int64(1 + index / 3),
      reason: index % 3 == 0 ? nil : LogEntry.digest(ofReason: "by order \(index)", salt: []),
      detail: #"{"from":"sealed","to":"issued"}"#,
      state: index % 2 == 0 ? TreeHash(leaf: [UInt8(index & 0xFF)]).bytes : nil)
  }

  static func hash(_ hex: String) throws -> TreeHash {
    var bytes: [UInt8] = []
    var digits = Substring(hex)
    while let byte = UInt8(digits.prefix(2), radix: 16), digits.count >= 2 {
      bytes.append(byte)
      digits = digits.dropFirst(2)
    }
    guard digits.isEmpty, let hash = TreeHash(bytes) else { throw NotAHash() }
    return hash
  }

  struct NotAHash: Error {}
}
