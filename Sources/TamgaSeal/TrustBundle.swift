import TamgaFormats

/// Everything that a verifier without a network needs, in one file with signed parts (as TUF has it):
/// the root key vouches for keys, the status key for everything that changes daily, and for the fonts.
///
/// The file is deterministic CBOR: `["tamga-trust", 2, root key, root part, status part, fonts part]`.
/// The fonts part may be left out. Version 1 has none, and no hash of one in its status part.
public struct TrustBundle: Hashable, Sendable {
  /// Bytes of a bundle file. Without seals of compromised keys a bundle has some 100 KB.
  public static let byteLimit = 37 << 20
  /// Values of the frame: six parts, of which one is a pair.
  private static let frameValues = 9
  private static let mark = "tamga-trust"
  /// Of bundles that know of a fonts part.
  private static let version: UInt64 = 2
  private static let versionWithoutFonts: UInt64 = 1

  /// The key that signed the root part. A stranger can make a bundle with a root of his own: only
  /// the fingerprint tells them apart.
  public let rootKey: PublicKey
  /// What the root key vouches for: the keys.
  public let root: RootPart
  /// What the status key signed last: kinds, bodies and statuses.
  public let status: StatusPart
  /// The fonts of the papers; nil where they were left out, or in a bundle of version 1.
  public let fonts: FontsPart?
  /// The file that was read.
  public let bytes: [UInt8]
  private let rootPart: [UInt8]
  private let statusPart: [UInt8]
  private let fontsPart: [UInt8]?

  /// Bytes of the signed status part.
  public var statusSize: Int { statusPart.count }
  /// Bytes of the signed fonts part; 0 where it was left out.
  public var fontsSize: Int { fontsPart?.count ?? 0 }

  /// Puts a bundle together.
  ///
  /// - Parameters:
  ///   - root: The bytes that ``RootPart/signed(by:)`` gave on the offline machine.
  ///   - fonts: The bytes that ``FontsPart/signed(by:unlessAs:)`` gave; nil for an office that has
  ///     none yet.
  ///   - signer: The status key that the root part names.
  /// - Throws: What the signer throws, or ``TrustBundleError`` when the parts do not fit: what is
  ///   written is read back first.
  public static func assembled(
    root: [UInt8], rootKey: PublicKey, status: StatusPart, fonts: [UInt8]? = nil,
    by signer: some Signer
  ) throws -> TrustBundle {
    var status = status
    status.fonts = fonts.map { FontsPart.sum(of: $0) }
    let part = try status.signed(over: root, by: signer)
    return try TrustBundle(
      file(
        fonts == nil ? versionWithoutFonts : version, rootKey: rootKey, root: root, status: part,
        fonts: fonts))
  }

  private static func file(
    _ version: UInt64, rootKey: PublicKey, root: [UInt8], status: [UInt8], fonts: [UInt8]?
  ) -> [UInt8] {
    var parts: [CBOR] = [
      .text(mark), .unsigned(version), rootKey.cbor, .bytes(root), .bytes(status),
    ]
    if let fonts { parts.append(.bytes(fonts)) }
    return CBOR.array(parts).encoded
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
      parts.count >= 2, parts[0] == .text(Self.mark)
    else { throw .notABundle }
    let hasFonts = parts[1] == .unsigned(Self.version)
    guard hasFonts || parts[1] == .unsigned(Self.versionWithoutFonts) else { throw .version }
    guard parts.count == 5 || hasFonts && parts.count == 6,
      let rootKey = PublicKey(cbor: parts[2]), let rootPart = parts[3].bytes,
      let statusPart = parts[4].bytes
    else { throw .notABundle }
    if let fingerprint, !Self.names(fingerprint, rootKey) {
      throw .otherRoot(rootKey.fingerprint)
    }
    root = try RootPart(rootPart, signedBy: rootKey)
    status = try StatusPart(statusPart, over: rootPart, key: root.statusKey)
    guard hasFonts == (status.fonts != nil) else { throw .statusPart }
    if parts.count == 6 {
      guard let part = parts[5].bytes else { throw .notABundle }
      let fonts = try FontsPart(part, key: root.statusKey)
      guard status.fonts == FontsPart.sum(of: part) else { throw .otherFontsPart }
      self.fonts = fonts
      fontsPart = part
    } else {
      fonts = nil
      fontsPart = nil
    }
    self.rootKey = rootKey
    self.rootPart = rootPart
    self.statusPart = statusPart
    self.bytes = bytes
  }

  /// The signed status lists as they stand in the bundle, by number (media type
  /// `application/statuslist+cwt`).
  public var listTokens: [Int: [UInt8]] { StatusPart.tokens(in: statusPart) }

  /// The same bundle for those who read no PDF.
  public func withoutFonts() throws(TrustBundleError) -> TrustBundle {
    guard fontsPart != nil else { return self }
    return try TrustBundle(
      Self.file(
        Self.version, rootKey: rootKey, root: rootPart, status: statusPart, fonts: nil))
  }

  /// This bundle with the fonts of an earlier one, where it names them and does not bring them.
  public func keepingFonts(of held: TrustBundle?) throws(TrustBundleError) -> TrustBundle {
    guard fontsPart == nil, let sum = status.fonts, let part = held?.fontsPart,
      held?.status.fonts == sum
    else { return self }
    return try TrustBundle(
      Self.file(
        Self.version, rootKey: rootKey, root: rootPart, status: statusPart, fonts: part))
  }

  /// Whether a fingerprint as people write it is that of the root key.
  public func hasRoot(_ fingerprint: String) -> Bool { Self.names(fingerprint, rootKey) }

  private static func names(_ fingerprint: String, _ key: PublicKey) -> Bool {
    fingerprint.lowercased().filter { $0 != ":" && !$0.isWhitespace } == key.fingerprint
  }

  /// Whether a store that holds `held` takes this bundle in its place.
  ///
  /// - Returns: False when it is the very same bundle, or the same without the fonts.
  /// - Throws: ``ImportRefusal``; the store keeps what it holds.
  public func replaces(_ held: TrustBundle?) throws(ImportRefusal) -> Bool {
    guard let held else { return true }
    guard held.rootKey == rootKey else {
      throw .changedRoot(held: held.rootKey.fingerprint, offered: rootKey.fingerprint)
    }
    guard held.root.office == root.office else { throw .otherOffice }
    if held.rootPart == rootPart, held.statusPart == statusPart {
      return held.fontsPart == nil && fontsPart != nil
    }
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
