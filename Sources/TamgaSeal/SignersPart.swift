internal import TamgaFormats

/// Whose signatures the files of papers may carry: the certificates of the issuing bodies, as hashes, and the roots
/// of their chains. Stands in the status part of a trust bundle as bytes of its own, which only those read who
/// check signatures.
public struct SignersPart: Hashable, Sendable {
  /// The certificate of a signer and the body whose papers it signs.
  public struct Entry: Hashable, Sendable {
    /// The code of the issuing body.
    public let body: String
    /// SHA-256 of the certificate.
    public let sha256: [UInt8]

    /// - Parameters:
    ///   - body: The code of the issuing body.
    ///   - sha256: Of the certificate, 32 bytes.
    public init(body: String, sha256: [UInt8]) {
      self.body = body
      self.sha256 = sha256
    }
  }

  /// The certificates, each with the body whose papers it signs.
  public let entries: [Entry]
  /// Certificates, DER.
  public let roots: [[UInt8]]

  static let byteLimit = 256 << 10
  private static let version: UInt64 = 1

  /// - Parameters:
  ///   - entries: The certificates, each with its body.
  ///   - roots: Certificates, DER.
  public init(entries: [Entry], roots: [[UInt8]]) {
    self.entries = entries
    self.roots = roots
  }

  /// Deterministic CBOR: `[1, [[body, hash]…], [root…]]`.
  public var bytes: [UInt8] {
    CBOR.array([
      .unsigned(Self.version),
      .array(entries.map { .array([.text($0.body), .bytes($0.sha256)]) }),
      .array(roots.map(CBOR.bytes)),
    ]).encoded
  }

  /// Reads what a bundle has; nil for anything else.
  public init?(_ bytes: [UInt8]) {
    guard let parts = (try? CBORReader.read(bytes, limit: Self.byteLimit))?.array,
      parts.count == 3, parts[0] == .unsigned(Self.version), let entries = parts[1].array,
      let roots = parts[2].array
    else { return nil }
    var read: [Entry] = []
    for entry in entries {
      guard let pair = entry.array, pair.count == 2, let body = pair[0].text,
        let hash = pair[1].bytes, hash.count == 32
      else { return nil }
      read.append(Entry(body: body, sha256: hash))
    }
    let certificates = roots.compactMap { $0.bytes }
    guard certificates.count == roots.count else { return nil }
    self.init(entries: read, roots: certificates)
  }
}
