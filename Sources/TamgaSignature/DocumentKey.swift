/// The private half of a document signer's key, wherever it lies.
protocol DocumentKey: Sendable {
  /// The signature over the bytes with SHA-256: PKCS #1 1.5 of RSA, DER of ECDSA.
  func signature(over bytes: [UInt8]) throws(SignatureError) -> [UInt8]
}
