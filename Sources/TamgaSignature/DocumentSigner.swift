/// Signs documents for one issuing body: the bytes that a file's ByteRange covers in, a CMS over them out
/// (ETSI EN 319 142-1, 6.3). Another algorithm, such as the national one, is another conformance.
public protocol DocumentSigner: Sendable {
  /// Whose signature it is.
  var certificate: SigningCertificate { get }

  /// A signature over the content.
  ///
  /// - Returns: A CMS SignedData without the content, DER. Two signatures over the same content may differ.
  func signature(over content: [UInt8]) throws(SignatureError) -> [UInt8]
}

extension DocumentSigner {
  /// Bytes that are kept free in a file for a signature: those of a trial signature, and some more, since
  /// serial numbers and time stamps vary in length.
  ///
  /// - Throws: What a signature throws: an office learns of it before the first paper.
  public func room() throws(SignatureError) -> Int {
    let trial = try signature(over: Array("room".utf8))
    return (trial.count + Self.spare + Self.step - 1) / Self.step * Self.step
  }

  private static var spare: Int { 512 }
  private static var step: Int { 1_024 }
}
