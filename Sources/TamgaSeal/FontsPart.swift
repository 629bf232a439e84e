internal import TamgaFormats

/// The fonts of an office's papers: the fingerprints of their glyphs, by file, and the editions in
/// which the files belong together. A part of the trust bundle of its own, signed by the status key and
/// named by its hash in the status part; who reads no PDF need not fetch it.
public struct FontsPart: Hashable, Sendable {
  /// One font file.
  public struct Face: Hashable, Sendable {
    /// As `shared/fonts.yaml` names it.
    public let name: String
    /// SHA-256 of the file, 32 bytes.
    public let sha256: [UInt8]

    /// A file of which the sum is known.
    public init(name: String, sha256: [UInt8]) {
      self.name = name
      self.sha256 = sha256
    }

    /// A file by its bytes, of which the sum is made here.
    public init(name: String, file: [UInt8]) {
      self.init(name: name, sha256: FontsPart.sum(of: file))
    }
  }

  /// The files that papers were made with, from a moment until the next edition begins.
  public struct Edition: Hashable, Sendable {
    /// Seconds since 1970.
    public let since: Int64
    /// The files, in the order of `shared/fonts.yaml`; at most 64.
    public let faces: [Face]

    /// The files that papers are made with from a moment on.
    public init(since: Int64, faces: [Face]) {
      self.since = since
      self.faces = faces
    }
  }

  /// Editions of one office: fonts change every few years.
  public static let editionLimit = 64
  /// Files of one edition.
  static let faceLimit = 64
  /// Bytes of a file's name.
  static let nameLimit = 128
  /// Bytes of the signed part. The eight files of Tamga's own forms take 98 KB.
  static let byteLimit = 4 << 20
  static let type = "application/tamga-fonts+cbor"
  private static let version: UInt64 = 1

  /// Oldest first.
  public let editions: [Edition]
  /// By the SHA-256 of the file.
  public let glyphs: [[UInt8]: GlyphFingerprints]

  /// - Returns: Nil unless there are editions in rising order, within their limits, and fingerprints
  ///   for exactly the files in them.
  public init?(editions: [Edition], glyphs: [[UInt8]: GlyphFingerprints]) {
    guard (1...Self.editionLimit).contains(editions.count) else { return nil }
    var files: Set<[UInt8]> = []
    var before: Int64 = -1
    for edition in editions {
      guard edition.since > before, edition.since <= ClaimLimit.time,
        (1...Self.faceLimit).contains(edition.faces.count)
      else { return nil }
      before = edition.since
      for face in edition.faces {
        guard face.sha256.count == 32, (1...Self.nameLimit).contains(face.name.utf8.count) else {
          return nil
        }
        files.insert(face.sha256)
      }
    }
    guard files == Set(glyphs.keys) else { return nil }
    self.editions = editions
    self.glyphs = glyphs
  }

  /// The fonts of several offices in one part, to look letters up in.
  public static func union(_ parts: [FontsPart]) -> FontsPart? {
    guard let first = parts.first, parts.count > 1 else { return parts.first }
    return parts.dropFirst().reduce(first) { FontsPart($0, $1) }
  }

  private init(_ one: FontsPart, _ other: FontsPart) {
    editions = (one.editions + other.editions).sorted { $0.since < $1.since }
    // By hand: Embedded Swift has no `merging`.
    var glyphs = one.glyphs
    for (file, face) in other.glyphs where glyphs[file] == nil { glyphs[file] = face }
    self.glyphs = glyphs
  }

  /// Whether a drawing is that of a character in a font of any edition.
  public func holds(
    _ glyph: TrueTypeFont.Glyph, of font: TrueTypeFont, as scalar: Unicode.Scalar
  ) -> Bool {
    let wanted = GlyphFingerprints.prints(glyph, of: font, as: scalar)
    return glyphs.values.contains { face in wanted.contains(where: face.contains) }
  }

  /// The signed bytes. They follow from the fonts and the key alone (with EdDSA), so that a store that
  /// has them need not fetch them again with every bundle.
  ///
  /// - Parameter earlier: What was signed before; given back where it still says the same.
  public func signed(by signer: some Signer, unlessAs earlier: [UInt8]? = nil) throws -> [UInt8] {
    let part = cbor.encoded
    if let earlier,
      let object = try? Sign1(earlier, limit: Self.byteLimit, type: Self.type),
      object.payload == part, object.isSigned(by: signer.publicKey)
    {
      return earlier
    }
    return try Sign1.signed(part, type: Self.type, by: signer)
  }

  /// Reads what the status key has signed.
  ///
  /// - Throws: ``TrustBundleError`` `fontsSignature` or `fontsPart`.
  init(_ bytes: [UInt8], key: PublicKey) throws(TrustBundleError) {
    guard let object = try? Sign1(bytes, limit: Self.byteLimit, type: Self.type),
      object.isSigned(by: key)
    else { throw .fontsSignature }
    guard let value = try? CBORReader.read(object.payload, limit: Self.byteLimit),
      let part = FontsPart(cbor: value)
    else { throw .fontsPart }
    self = part
  }

  /// SHA-256: what a status part and an edition name a part and a file by.
  static func sum(of bytes: [UInt8]) -> [UInt8] { SHA256Sum.of(bytes) }

  private var cbor: CBOR {
    var list: [CBOR] = []
    for edition in editions {
      var faces: [CBOR] = []
      for face in edition.faces { faces.append(.array([.text(face.name), .bytes(face.sha256)])) }
      list.append(.claims([1: .integer(edition.since), 2: .array(faces)]))
    }
    var prints: [CBOR.Entry] = []
    for (sum, glyphs) in glyphs { prints.append(.init(.bytes(sum), .bytes(glyphs.bytes))) }
    return .claims([1: .unsigned(Self.version), 2: .array(list), 3: .map(prints)])
  }

  private init?(cbor: CBOR) {
    guard var map = ClaimMap(cbor), map.take(1) == .unsigned(Self.version),
      let list = map.take(2)?.array, list.count <= Self.editionLimit,
      let prints = map.take(3)?.entries, map.rest.isEmpty
    else { return nil }
    var editions: [Edition] = []
    for value in list {
      guard var map = ClaimMap(value), let since = map.take(1)?.integer,
        let faces = map.take(2)?.array, map.rest.isEmpty
      else { return nil }
      var named: [Face] = []
      for value in faces {
        guard let pair = value.array, pair.count == 2, let name = pair[0].text,
          let sum = pair[1].bytes
        else { return nil }
        named.append(Face(name: name, sha256: sum))
      }
      editions.append(Edition(since: since, faces: named))
    }
    var glyphs: [[UInt8]: GlyphFingerprints] = [:]
    for entry in prints {
      guard let sum = entry.key.bytes,
        let prints = entry.value.bytes.flatMap(GlyphFingerprints.init(encoded:))
      else { return nil }
      glyphs[sum] = prints
    }
    self.init(editions: editions, glyphs: glyphs)
  }
}

extension Sign1 {
  fileprivate func isSigned(by key: PublicKey) -> Bool {
    (try? signer(among: [key]) { $0 }) != nil
  }
}
