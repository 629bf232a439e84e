/// Everything that a verifier without a network needs, in one file with two signatures (as TUF has
/// it): the root key vouches for keys, the status key for everything that changes daily.
///
/// The file is deterministic CBOR: `["tamga-trust", 1, root key, root part, status part]`.
public struct TrustBundle: Hashable, Sendable {
  /// Bytes of a bundle file. Without seals of compromised keys a bundle has some 100 KB.
  public static let byteLimit = 33 << 20
  /// Values of the frame: five parts, of which one is a pair.
  private static let frameValues = 8
  private static let mark = "tamga-trust"
  private static let version: UInt64 = 1

  /// The key that signed the root part. A stranger can make a bundle with a root of his own: only
  /// the fingerprint tells them apart.
  public let rootKey: PublicKey
  public let root: RootPart
  public let status: StatusPart
  /// Bytes of the signed status part.
  public let statusSize: Int
  /// The file that was read.
  public let bytes: [UInt8]

  /// Puts a bundle together.
  ///
  /// - Parameters:
  ///   - root: The bytes that ``RootPart/signed(by:)`` gave on the offline machine.
  ///   - signer: The status key that the root part names.
  /// - Throws: What the signer throws, or ``TrustBundleError`` when the parts do not fit: what is
  ///   written is read back first.
  public static func assembled(
    root: [UInt8], rootKey: PublicKey, status: StatusPart, by signer: some Signer
  ) throws -> TrustBundle {
    let part = try status.signed(over: root, by: signer)
    let file = CBOR.array([
      .text(mark), .unsigned(version), rootKey.cbor, .bytes(root), .bytes(part),
    ])
    return try TrustBundle(file.encoded)
  }

  /// Reads a bundle and checks every signature in it.
  ///
  /// - Parameter fingerprint: The root key that it must have, as people write it: hexadecimal
  ///   digits of either case, colons and spaces allowed; nil takes any, to be shown.
  public init(_ bytes: [UInt8], root fingerprint: String? = nil) throws(TrustBundleError) {
    guard bytes.count <= Self.byteLimit else { throw .tooLarge }
    guard
      let parts = (try? CBORReader.read(bytes, limit: Self.byteLimit, values: Self.frameValues))?
        .array,
      parts.count == 5, parts[0] == .text(Self.mark)
    else { throw .notABundle }
    guard parts[1] == .unsigned(Self.version) else { throw .version }
    guard let rootKey = PublicKey(cbor: parts[2]), let rootPart = parts[3].bytes,
      let statusPart = parts[4].bytes
    else { throw .notABundle }
    if let fingerprint, Self.normalised(fingerprint) != rootKey.fingerprint {
      throw .otherRoot(rootKey.fingerprint)
    }
    root = try RootPart(rootPart, signedBy: rootKey)
    status = try StatusPart(statusPart, over: rootPart, key: root.statusKey)
    self.rootKey = rootKey
    statusSize = statusPart.count
    self.bytes = bytes
  }

  private static func normalised(_ fingerprint: String) -> String {
    fingerprint.lowercased().filter { $0 != ":" && !$0.isWhitespace }
  }

  /// Whether a store that holds `held` takes this bundle in its place.
  ///
  /// - Returns: False when it is the very same bundle.
  /// - Throws: ``ImportRefusal``; the store keeps what it holds.
  public func replaces(_ held: TrustBundle?) throws(ImportRefusal) -> Bool {
    guard let held else { return true }
    guard held.rootKey == rootKey else {
      throw .changedRoot(held: held.rootKey.fingerprint, offered: rootKey.fingerprint)
    }
    guard held.root.office == root.office else { throw .otherOffice }
    if held.bytes == bytes { return false }
    guard status.sequence > held.status.sequence else {
      throw status.sequence == held.status.sequence
        ? .forked(status.sequence)
        : .olderSequence(held: held.status.sequence, offered: status.sequence)
    }
    guard root.sequence >= held.root.sequence else {
      throw .olderRoot(held: held.root.sequence, offered: root.sequence)
    }
    return true
  }
}
