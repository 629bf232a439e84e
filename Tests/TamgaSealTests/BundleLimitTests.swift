import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal

/// What the right keys sign is still held to its form and its limits.
@Suite struct BundleLimitTests {
  static let root = TrustBundleTests.root
  static let statusKey = TrustBundleTests.statusKey

  /// Changes one of the signed claims of a part and signs it again with the right key.
  static func resigned(
    _ part: [UInt8], type: String, by key: SigningKey, _ claim: Int64, _ value: CBOR
  ) throws -> [UInt8] {
    let object = try Sign1(part, limit: 1 << 26, type: type)
    var entries = try #require(CBORReader.read(object.payload, limit: 1 << 26).entries)
    entries.removeAll { $0.key == .integer(claim) }
    entries.append(.init(.integer(claim), value))
    return try Sign1.signed(CBOR.map(entries).encoded, type: type, by: key)
  }

  static func keys(_ count: Int) -> [CBOR] {
    (0..<count).map { index in
      let raw = [UInt8(index / 250) + 1, UInt8(index % 250)] + [UInt8](repeating: 7, count: 30)
      let key = SigningKey(raw: raw, algorithm: .edDSA)
      return .claims([
        1: key?.publicKey.cbor, 2: .unsigned(0), 3: .unsigned(9), 4: .text("active"),
      ])
    }
  }

  @Test func rootPart() throws {
    let good = try TrustBundleTests.rootPart().signed(by: Self.root)
    func read(_ claim: Int64, _ value: CBOR) throws(TrustBundleError) -> RootPart {
      let part = try? Self.resigned(good, type: RootPart.type, by: Self.root, claim, value)
      return try RootPart(part ?? [], signedBy: Self.root.publicKey)
    }
    #expect(try read(4, .array(Self.keys(256))).issuingKeys.count == 256)
    let undated = CBOR.claims([
      1: Self.root.publicKey.cbor, 2: .unsigned(0), 3: .unsigned(9), 4: .text("compromised"),
    ])
    let reversed = CBOR.claims([
      1: Self.root.publicKey.cbor, 2: .unsigned(9), 3: .unsigned(0), 4: .text("active"),
    ])
    let refused: [(Int64, CBOR, Comment)] = [
      (4, .array(Self.keys(257)), "257 keys"),
      (4, .array(Self.keys(1) + Self.keys(1)), "a key twice"), (1, .unsigned(2), "version"),
      (4, .array([undated]), "compromised at no moment"), (4, .array([reversed]), "a period"),
      (2, .text(""), "no office"), (2, .text(String(repeating: "A", count: 33)), "33 bytes"),
      (3, .integer(-1), "a sequence below zero"), (5, .null, "no status key"),
      (6, .null, "an unknown claim"),
    ]
    for (claim, value, why) in refused {
      #expect(throws: TrustBundleError.rootPart, why) { try read(claim, value) }
    }
    #expect(throws: TrustBundleError.rootSignature, "more than 64 KiB") {
      try read(2, .text(String(repeating: "A", count: RootPart.byteLimit)))
    }
  }

  static func kinds(_ count: Int) -> [CBOR] {
    (0..<count).map { kind(String(1000 + $0)) }
  }

  static func kind(_ code: String) -> CBOR {
    KindEntry(
      code: code, id: "x", title: Message(kk: "", ru: "", en: ""), effect: .grants,
      printsPassport: true, further: []
    ).cbor
  }

  @Test func statusPart() throws {
    let root = try TrustBundleTests.rootPart().signed(by: Self.root)
    let good = try TrustBundleTests.statusPart().signed(over: root, by: Self.statusKey)
    func read(_ claim: Int64, _ value: CBOR) throws(TrustBundleError) -> StatusPart {
      let part = try? Self.resigned(good, type: StatusPart.type, by: Self.statusKey, claim, value)
      return try StatusPart(part ?? [], over: root, key: Self.statusKey.publicKey)
    }
    let list = CBOR.bytes(
      try StatusList(number: 7, size: 4, [:]).signed(
        host: "tamga.example", issuedAt: 0, expires: 1, by: Self.statusKey))
    #expect(try read(9, .array(Self.kinds(256))).kinds.count == 256)
    #expect(try read(14, .array(Self.bodies(4096))).bodies.count == 4096)
    #expect(try read(11, .map([.init(.unsigned(7), list)])).lists.count == 1)
    let tooMany = (0...UInt64(StatusPart.listLimit)).map { CBOR.Entry(.unsigned($0), list) }
    let refused: [(Int64, CBOR, TrustBundleError, Comment)] = [
      (1, .unsigned(3), .statusPart, "version"), (2, .bytes([]), .otherRootPart, "no root part"),
      (3, .null, .statusPart, "no sequence"), (4, .integer(-1), .statusPart, "before 1970"),
      (5, .unsigned(999), .statusPart, "ends before it begins"),
      (5, .unsigned(.max), .statusPart, "a time beyond all calendars"),
      (6, .array([.text("x")]), .statusPart, "one name"),
      (7, .text("Asia/Nowhere"), .unknownZone("Asia/Nowhere"), "no such zone"),
      (8, .text("https://x"), .statusPart, "no host"),
      (9, .array(Self.kinds(257)), .statusPart, "257 kinds"),
      (9, .array(Self.kinds(1) + Self.kinds(1)), .statusPart, "a kind twice"),
      (9, .array([Self.kind("")]), .statusPart, "a kind without code"),
      (10, .bytes([1, 2, 3]), .statusPart, "a broken table"),
      (11, .map([.init(.unsigned(8), list)]), .list(8), "a list under another number"),
      (11, .map([.init(.unsigned(8192), list)]), .statusPart, "a list out of bounds"),
      (11, .map(tooMany), .statusPart, "129 lists"),
      (12, .map([.init(.bytes([1]), .bytes([]))]), .statusPart, "a thumbprint of one byte"),
      (13, .null, .statusPart, "no hash of the fonts"),
      (14, .null, .statusPart, "no bodies"), (14, .array([.null]), .statusPart, "no body"),
      (14, .array([Self.body("")]), .statusPart, "a body without a code"),
      (14, .array([Self.body(String(repeating: "B", count: 65))]), .statusPart, "a long code"),
      (14, .array(Self.bodies(4097)), .statusPart, "4097 bodies"),
      (15, .null, .statusPart, "an unknown claim"),
    ]
    for (claim, value, fault, why) in refused {
      #expect(throws: fault, why) { try read(claim, value) }
    }
  }

  static func body(_ code: String) -> CBOR { .array([.text(code), .text("k"), .text("r")]) }
  static func bodies(_ count: Int) -> [CBOR] { (0..<count).map { body("B\($0)") } }

  @Test func tables() {
    let above = [UInt8](repeating: 0, count: (LoggedSeals.countLimit + 1) * 8)
    #expect(LoggedSeals(encoded: above) == nil)
    let count = SupersededTable.countLimit + 1
    var lines = [UInt8](repeating: UInt8(ascii: "A"), count: 2 * count)
    for index in 0..<count { lines[2 * index + 1] = UInt8(ascii: "\n") }
    let table = CBOR.array([.bytes([UInt8](repeating: 0, count: count)), .bytes(lines)])
    #expect(SupersededTable.table(Deflate.compressed(table.encoded)) == nil)
  }
}
