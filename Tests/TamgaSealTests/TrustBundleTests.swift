import SeededNumbers
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct TrustBundleTests {
  static let root = Fixture.key(1)
  static let statusKey = Fixture.key(2, .es256)

  static func rootPart(sequence: UInt64 = 1) -> RootPart {
    RootPart(
      office: "KZ-ALA", sequence: sequence,
      issuingKeys: [
        Fixture.trusted(Fixture.key(3)),
        TrustedKey(
          publicKey: Fixture.key(4, .es256).publicKey, signFrom: 100, signUntil: 900,
          state: .compromised, compromisedAt: 500),
        TrustedKey(
          publicKey: Fixture.key(5).publicKey, signFrom: 0, signUntil: 50, state: .retired),
      ], statusKey: statusKey.publicKey)
  }

  static func statusPart(sequence: UInt64 = 41) -> StatusPart {
    StatusPart(
      sequence: sequence, issuedAt: 1000, nextUpdate: 4600,
      officeName: Bilingual(kk: "Алматы қаласы", ru: "Город Алматы"),
      zone: OfficeZone("Asia/Almaty")!,  // safe: every time zone database has it
      host: "tamga.example",
      kinds: [
        KindEntry(
          code: "LIP", id: "labour-immigrant-permit",
          title: Message(kk: "Рұқсат", ru: "Разрешение", en: "Permit"), effect: .grants,
          printsPassport: true,
          further: [
            FurtherClaim(
              key: 10, field: "termMonths", label: Message(kk: "ай", ru: "мес.", en: "months"))
          ])
      ],
      bodies: [BodyEntry(code: "ALA-MPS-01", name: Bilingual(kk: "Полиция", ru: "Полиция"))],
      lists: [
        StatusList(number: 0, size: 10, [3: .superseded]),
        StatusList(number: 336, size: 1000, [7: .revoked, 8: .superseded]),
      ],
      replacements: [
        StatusIndex(list: 336, position: 8)!: "ALA-21-0000018-2",  // safe: within the bounds
        StatusIndex(list: 0, position: 3)!: "ALA-21-0000004-1~1",  // safe: within the bounds
      ],
      logged: [
        Fixture.key(4, .es256).publicKey.thumbprint: LoggedSeals([5, 1, .max, 5])
      ])
  }

  static func bundle(
    root signer: SigningKey = root, _ part: RootPart = rootPart(),
    _ status: StatusPart = statusPart(), by key: SigningKey = statusKey
  ) throws -> TrustBundle {
    try TrustBundle.assembled(
      root: part.signed(by: signer), rootKey: signer.publicKey, status: status, by: key)
  }

  @Test func readBack() throws {
    let bundle = try TrustBundle(Self.bundle().bytes)
    #expect(bundle.root == Self.rootPart())
    #expect(bundle.status == Self.statusPart())
    #expect(bundle.rootKey == Self.root.publicKey)
  }

  @Test func keysForTrials() throws {
    var part = Self.rootPart()
    #expect(try !TrustBundle(Self.bundle(part).bytes).root.isTest)
    part.isTest = true
    #expect(try TrustBundle(Self.bundle(part).bytes).root.isTest)
    // Every other way of saying it, signed by the root key itself.
    let object = try Sign1(part.signed(by: Self.root), limit: 1 << 16, type: RootPart.type)
    let entries = try #require(CBORReader.read(object.payload, limit: 1 << 16).entries)
    let others: [CBOR] = [.unsigned(0), .unsigned(2), .integer(-1), .text("true"), .bytes([1])]
    for value in others {
      let changed = CBOR.map(entries.dropLast() + [.init(.unsigned(6), value)])
      let signed = try Sign1.signed(changed.encoded, type: RootPart.type, by: Self.root)
      #expect(throws: TrustBundleError.rootPart, "\(value)") {
        try RootPart(signed, signedBy: Self.root.publicKey)
      }
    }
  }

  @Test func everyBitCounts() throws {
    let bytes = try Self.bundle().bytes
    var generator = SplitMix(state: 77)
    // The first bytes are the frame and the root key; the rest is drawn.
    let drawn = (0..<500).map { _ in Int.random(in: 0..<8 * bytes.count, using: &generator) }
    for bit in Array(0..<8 * 60) + drawn {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: TrustBundleError.self, "bit \(bit)") { try TrustBundle(flipped) }
    }
  }

  @Test func pinned() throws {
    let bundle = try Self.bundle()
    let fingerprint = bundle.rootKey.fingerprint
    let spaced = fingerprint.uppercased().enumerated()
      .map { $0.offset % 8 == 7 ? "\($0.element) : " : "\($0.element)" }.joined()
    for pin in [fingerprint, fingerprint.uppercased(), spaced] {
      #expect(throws: Never.self) { try TrustBundle(bundle.bytes, root: pin) }
    }
    for pin in ["", String(fingerprint.dropLast()), Fixture.key(6).publicKey.fingerprint] {
      #expect(throws: TrustBundleError.otherRoot(fingerprint)) {
        try TrustBundle(bundle.bytes, root: pin)
      }
    }
  }

  @Test func wrongHands() throws {
    let root = Self.rootPart()
    #expect(throws: TrustBundleError.rootSignature) {
      try TrustBundle.assembled(
        root: root.signed(by: Fixture.key(3)), rootKey: Self.root.publicKey,
        status: Self.statusPart(), by: Self.statusKey)
    }
    #expect(throws: TrustBundleError.statusSignature) {
      try Self.bundle(by: Fixture.key(3))
    }
    #expect(throws: TrustBundleError.statusSignature, "the root key signs no statuses") {
      try Self.bundle(by: Self.root)
    }
  }

  /// Parts that are genuine each by itself must not be put together anew.
  @Test func mixedParts() throws {
    let old = try Self.bundle()
    let new = try Self.bundle(Self.rootPart(sequence: 2))
    let a = try #require(CBORReader.read(old.bytes, limit: 1 << 20).array)
    let b = try #require(CBORReader.read(new.bytes, limit: 1 << 20).array)
    let mixed = CBOR.array([a[0], a[1], a[2], a[3], b[4]]).encoded
    #expect(throws: TrustBundleError.otherRootPart) { try TrustBundle(mixed) }
    let exchanged = CBOR.array([a[0], a[1], a[2], a[4], a[3]]).encoded
    #expect(throws: TrustBundleError.rootSignature) { try TrustBundle(exchanged) }
  }

  struct Frame: Sendable, CustomTestStringConvertible {
    let fault: TrustBundleError
    let why: String
    let change: @Sendable (inout [CBOR]) -> Void
    var testDescription: String { why }
  }

  static let frames: [Frame] = [
    Frame(fault: .notABundle, why: "another mark") { $0[0] = .text("tamga-thrust") },
    Frame(fault: .version, why: "version 3") { $0[1] = .unsigned(3) },
    Frame(fault: .notABundle, why: "a key of no curve") {
      $0[2] = .array([.integer(-8), .bytes([1])])
    },
    Frame(fault: .notABundle, why: "a sixth part") { $0.append(.null) },
    Frame(fault: .notABundle, why: "no status part") { $0.removeLast() },
    Frame(fault: .notABundle, why: "a part that is no bytes") { $0[4] = .null },
    Frame(fault: .rootSignature, why: "the key of a stranger") {
      $0[2] = Fixture.key(6).publicKey.cbor
    },
    Frame(fault: .rootSignature, why: "a root part of zeros") { $0[3] = .bytes([0, 0]) },
    Frame(fault: .statusSignature, why: "a status part of zeros") { $0[4] = .bytes([0, 0]) },
  ]

  @Test(arguments: frames) func refuses(_ frame: Frame) throws {
    var parts = try #require(CBORReader.read(Self.bundle().bytes, limit: 1 << 20).array)
    frame.change(&parts)
    #expect(throws: frame.fault) { try TrustBundle(CBOR.array(parts).encoded) }
  }

  @Test func noBundle() {
    for bytes in [[], [0], Array("%PDF-1.7".utf8), [UInt8](repeating: 0x81, count: 1_000_000)] {
      #expect(throws: TrustBundleError.notABundle) { try TrustBundle(bytes) }
    }
    let large = [UInt8](repeating: 0, count: TrustBundle.byteLimit + 1)
    #expect(throws: TrustBundleError.tooLarge) { try TrustBundle(large) }
  }

  @Test func imports() throws {
    let held = try Self.bundle()
    let newer = try Self.bundle(Self.rootPart(), Self.statusPart(sequence: 42))
    #expect(try held.replaces(nil))
    #expect(try !held.replaces(held), "the same file again")
    #expect(try newer.replaces(held))
    #expect(throws: ImportRefusal.olderSequence(held: 42, offered: 41)) {
      try held.replaces(newer)
    }
    var other = Self.statusPart()
    other.host = "other.example"
    #expect(throws: ImportRefusal.forked(41)) {
      try Self.bundle(Self.rootPart(), other).replaces(held)
    }
    let stranger = try Self.bundle(
      root: Fixture.key(6), Self.rootPart(), Self.statusPart(sequence: 99))
    #expect(
      throws: ImportRefusal.changedRoot(
        held: held.rootKey.fingerprint, offered: stranger.rootKey.fingerprint)
    ) { try stranger.replaces(held) }
    var elsewhere = Self.rootPart()
    elsewhere.office = "KZ-AST"
    #expect(throws: ImportRefusal.otherOffice) {
      try Self.bundle(elsewhere, Self.statusPart(sequence: 99)).replaces(held)
    }
    let next = try Self.bundle(Self.rootPart(sequence: 2), Self.statusPart(sequence: 50))
    #expect(throws: ImportRefusal.olderRoot(held: 2, offered: 1)) {
      try Self.bundle(Self.rootPart(), Self.statusPart(sequence: 51)).replaces(next)
    }
  }

  /// The promise of the contract, in its worst form: every paper that is not valid was replaced.
  @Test(arguments: [1, 3, 100]) func aMillionPapers(_ replacedIn100: Int) throws {
    var generator = SplitMix(state: 1_000_000)
    var given: [Int: PaperStatus] = [:]
    var replacements: [StatusIndex: String] = [:]
    while given.count < 10_000 {
      let position = Int.random(in: 0..<1_000_000, using: &generator)
      guard given[position] == nil else { continue }
      if Int.random(in: 0..<100, using: &generator) < replacedIn100 {
        given[position] = .superseded
        let number = String(1_000_000 + Int.random(in: 0..<1_000_000, using: &generator))
        replacements[try #require(StatusIndex(list: 336, position: position))] =
          "ALA-21-\(number)-\(Int.random(in: 0...9, using: &generator))"
      } else {
        given[position] = Bool.random(using: &generator) ? .revoked : .suspended
      }
    }
    var status = Self.statusPart()
    status.lists = [StatusList(number: 336, size: 1_000_000, given)]
    status.replacements = replacements
    status.logged = [:]
    let bundle = try Self.bundle(Self.rootPart(), status)
    #expect(bundle.statusSize < 100_000, "\(bundle.statusSize) bytes")
    #expect(bundle.status.replacements == replacements)
    #expect(bundle.status.lists == status.lists)
  }

  @Test func loggedSeals() throws {
    var generator = SplitMix(state: 5)
    let seals = (0..<1000).map { _ in Fixture.random(300, &generator) }
    let logged = LoggedSeals(seals.map(LoggedSeals.prefix(ofSeal:)))
    #expect(logged.count == 1000)
    let cti = Array(seals[0].prefix(16))
    for seal in seals {
      #expect(logged.contains(seal: seal, cti: cti))
      // One bit of another seal, whatever its cti.
      #expect(!logged.contains(seal: seal.dropLast() + [seal[299] ^ 1], cti: cti))
    }
    #expect(!logged.contains(seal: [], cti: []))
    #expect(LoggedSeals([]).count == 0)
    #expect(!LoggedSeals([]).contains(seal: seals[0], cti: cti))
    let former = try #require(LoggedSeals(encoded: Array(cti.prefix(8)), by: .cti))
    #expect(former.contains(seal: [], cti: cti) && !former.contains(seal: cti, cti: []))
    #expect(LoggedSeals(encoded: logged.prefixes) == logged)
    #expect(LoggedSeals(encoded: Array(logged.prefixes.dropLast())) == nil)
    let unsorted = Array(logged.prefixes.suffix(8) + logged.prefixes.dropLast(8))
    #expect(LoggedSeals(encoded: unsorted) == nil)
    #expect(LoggedSeals(encoded: Array(logged.prefixes[..<8] + logged.prefixes[..<8])) == nil)
  }

  @Test func supersededTable() throws {
    var generator = SplitMix(state: 6)
    var table: [StatusIndex: String] = [:]
    for claim in [0, 1, 127, 128, 129, 16_511, 16_512, 1 << 20, 1 << 32, (1 << 33) - 1] {
      table[try #require(StatusIndex(claim: UInt64(claim)))] = "№\(claim)~1"
    }
    let encoded = SupersededTable.encoded(table)
    #expect(SupersededTable.table(encoded) == table)
    #expect(SupersededTable.encoded([:]).isEmpty && SupersededTable.table([]) == [:])
    func packed(_ gaps: [UInt8], _ lines: String) -> [UInt8] {
      Deflate.compressed(CBOR.array([.bytes(gaps), .bytes(Array(lines.utf8))]).encoded)
    }
    #expect(SupersededTable.table(packed([5], "A\n"))?.count == 1)
    let refused: [([UInt8], String, Comment)] = [
      ([5], "A", "no line end"), ([5, 5], "A\n", "a number short"),
      ([5], "A\nB\n", "a number too many"), ([0x85], "A\n", "a gap cut off"),
      ([0x85, 0], "A\n", "a gap in two bytes that fits one"), ([5], "\n", "an empty number"),
      ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "A\n", "a gap beyond the lists"),
      ([5], "A\u{1}\n", "a control"), ([5], String(repeating: "9", count: 69) + "\n", "69 bytes"),
    ]
    for (gaps, lines, why) in refused {
      #expect(SupersededTable.table(packed(gaps, lines)) == nil, why)
    }
    for _ in 0..<200 {
      var broken = encoded
      broken[Int.random(in: 0..<broken.count, using: &generator)] ^= 1 << 3
      // The check sum of zlib: broken bytes give nothing, or what they gave before.
      let read = SupersededTable.table(broken)
      #expect(read == nil || read == table)
    }
  }
}
