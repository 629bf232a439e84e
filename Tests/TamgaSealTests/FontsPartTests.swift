import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal

/// The fonts part of a trust bundle: what it may say, and to which bundle it belongs.
@Suite struct FontsPartTests {
  private static func prints(_ first: UInt8) -> GlyphFingerprints {
    // safe: rising order
    GlyphFingerprints(
      encoded: Array(repeating: first, count: 10) + [UInt8](repeating: 200, count: 10))!
  }

  private static func sum(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

  private static func face(_ byte: UInt8) -> FontsPart.Face {
    FontsPart.Face(name: "PTF\(byte).ttf", sha256: sum(byte))
  }

  static func part(_ bytes: UInt8...) -> FontsPart {
    // safe: an edition for each file
    FontsPart(
      editions: bytes.enumerated().map {
        FontsPart.Edition(since: 100 + Int64($0), faces: [face($1)])
      }, glyphs: Dictionary(uniqueKeysWithValues: bytes.map { (sum($0), prints($0)) }))!
  }

  private static func bundle(
    _ part: FontsPart?, sequence: UInt64 = 41, root: UInt64 = 1, by key: SigningKey? = nil
  ) throws -> TrustBundle {
    let signer = TrustBundleTests.statusKey
    return try TrustBundle.assembled(
      root: TrustBundleTests.rootPart(sequence: root).signed(by: TrustBundleTests.root),
      rootKey: TrustBundleTests.root.publicKey,
      status: TrustBundleTests.statusPart(sequence: sequence),
      fonts: part?.signed(by: key ?? signer), by: signer)
  }

  @Test func readBack() throws {
    let part = Self.part(1, 2)
    let bundle = try TrustBundle(Self.bundle(part).bytes)
    #expect(bundle.fonts == part)
    #expect(bundle.fontsSize > 80)
    let without = try bundle.withoutFonts()
    #expect(without.fonts == nil && without.status == bundle.status)
    #expect(without.bytes.count < bundle.bytes.count - 80)
    let old = try TrustBundle(Self.bundle(nil).bytes)
    #expect(old.fonts == nil && old.status.fonts == nil)
    #expect(try old.withoutFonts() == old)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let why: String
    let editions: [FontsPart.Edition]
    let files: [UInt8]
    var testDescription: String { why }
  }

  static let rows = [
    Row(why: "no edition", editions: [], files: []),
    Row(why: "an edition without files", editions: [.init(since: 1, faces: [])], files: []),
    Row(
      why: "a file without fingerprints", editions: [.init(since: 1, faces: [face(1)])], files: []),
    Row(
      why: "fingerprints of no edition", editions: [.init(since: 1, faces: [face(1)])],
      files: [1, 2]),
    Row(
      why: "editions out of order",
      editions: [.init(since: 2, faces: [face(1)]), .init(since: 1, faces: [face(1)])], files: [1]),
    Row(
      why: "two editions of one moment",
      editions: [.init(since: 1, faces: [face(1)]), .init(since: 1, faces: [face(1)])], files: [1]),
    Row(why: "before 1970", editions: [.init(since: -1, faces: [face(1)])], files: [1]),
    Row(
      why: "65 editions", editions: (0..<65).map { .init(since: $0, faces: [face(1)]) }, files: [1]),
    Row(
      why: "a file without a name",
      editions: [.init(since: 1, faces: [.init(name: "", sha256: sum(1))])],
      files: [1]),
  ]

  @Test(arguments: rows) func refused(_ row: Row) {
    let glyphs = Dictionary(
      uniqueKeysWithValues: row.files.map { (Self.sum($0), Self.prints($0)) })
    #expect(FontsPart(editions: row.editions, glyphs: glyphs) == nil)
  }

  /// Every byte of the part, and the parts of other bundles.
  @Test func changedParts() throws {
    let bundle = try Self.bundle(Self.part(1))
    let other = try Self.bundle(Self.part(2))
    func frame(_ bytes: [UInt8]) throws -> [CBOR] {
      try #require(CBORReader.read(bytes, limit: 1 << 20).array)
    }
    func error(_ parts: [CBOR]) -> TrustBundleError? {
      do throws(TrustBundleError) {
        _ = try TrustBundle(CBOR.array(parts).encoded)
        return nil
      } catch { return error }
    }
    var parts = try frame(bundle.bytes)
    #expect(error(parts) == nil)
    parts[5] = try frame(other.bytes)[5]
    #expect(error(parts) == .otherFontsPart, "the fonts of another bundle")
    parts[5] = .unsigned(0)
    #expect(error(parts) == .notABundle)
    parts = try frame(bundle.bytes)
    #expect(error(parts + [.unsigned(0)]) == .notABundle, "a seventh part")
    parts[1] = .unsigned(1)
    #expect(error(parts) == .notABundle, "version 1 has five parts")
    #expect(error(Array(parts.prefix(5))) == .statusPart, "and no hash of fonts")
    parts = try frame(Self.bundle(nil).bytes)
    parts[1] = .unsigned(2)
    #expect(error(parts) == .statusPart, "version 2 names its fonts")
    parts[1] = .unsigned(3)
    #expect(error(parts) == .version)
    let stranger = try Self.bundleError(Self.part(1), by: Fixture.key(99))
    #expect(stranger == .fontsSignature, "signed by a stranger")
    let root = try Self.bundleError(Self.part(1), by: TrustBundleTests.root)
    #expect(root == .fontsSignature, "signed by the root key")
    let bytes = bundle.bytes
    for place in bytes.count - bundle.fontsSize..<bytes.count {
      var broken = bytes
      broken[place] ^= 1
      #expect(throws: TrustBundleError.self, "byte \(place)") { try TrustBundle(broken) }
    }
  }

  private static func bundleError(
    _ part: FontsPart, by key: SigningKey
  ) throws -> TrustBundleError? {
    do { _ = try bundle(part, by: key) } catch let error as TrustBundleError { return error }
    return nil
  }

  @Test func aStoreKeepsTheFonts() throws {
    let full = try Self.bundle(Self.part(1))
    let light = try full.withoutFonts()
    #expect(try full.replaces(light), "the same with the fonts")
    #expect(try !light.replaces(full), "the same without them")
    #expect(try !full.replaces(full))
    #expect(try light.keepingFonts(of: full) == full)
    #expect(try light.keepingFonts(of: nil) == light)
    // The part does not change with the statuses: it is not fetched again.
    let signed = try Self.part(1).signed(by: TrustBundleTests.statusKey)
    func next(_ fonts: [UInt8]) throws -> TrustBundle {
      try TrustBundle.assembled(
        root: TrustBundleTests.rootPart().signed(by: TrustBundleTests.root),
        rootKey: TrustBundleTests.root.publicKey,
        status: TrustBundleTests.statusPart(sequence: 42), fonts: fonts,
        by: TrustBundleTests.statusKey
      )
    }
    let again = try Self.part(1).signed(by: TrustBundleTests.statusKey, unlessAs: signed)
    #expect(again == signed, "ES256 signs otherwise each time: the former signature is kept")
    let held = try next(signed)
    let newer = try next(signed).withoutFonts()
    #expect(try newer.keepingFonts(of: held).fonts == Self.part(1))
    let changed = try next(Self.part(1, 2).signed(by: TrustBundleTests.statusKey)).withoutFonts()
    #expect(try changed.keepingFonts(of: held).fonts == nil, "fonts of another bundle")
    let stranger = try Self.part(1).signed(by: Fixture.key(99))
    #expect(
      try Self.part(1).signed(by: TrustBundleTests.statusKey, unlessAs: stranger) != stranger)
  }
}
