/// What makes signatures: a key in memory, or a token that never gives its key away.
public protocol Signer: Sendable {
  /// The public half; its algorithm and id stand in the header of what is signed.
  var publicKey: PublicKey { get }

  /// 64 bytes: an Ed25519 signature, or r ‖ s of ECDSA with s in either half.
  ///
  /// - Throws: What stopped the signer, a removed token for example.
  func signature(over message: [UInt8]) throws -> [UInt8]
}
