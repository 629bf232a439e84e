import SeededNumbers
import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct SealTests {
  static let algorithms = SignatureAlgorithm.allCases

  static func check(_ bytes: [UInt8], _ keys: [TrustedKey]) throws(SealFault) -> VerifiedSeal {
    try UnverifiedSeal(bytes).verified(by: keys)
  }

  @Test(arguments: algorithms, [Fixture.claims, Fixture.largest])
  func signedAndRead(_ algorithm: SignatureAlgorithm, _ claims: PaperClaims) throws {
    let key = Fixture.key(3, algorithm)
    let seal = try Seal.signed(claims, by: key)
    let read = try Self.check(seal, [Fixture.trusted(key)])
    #expect(read.claims == claims)
    #expect(read.key.publicKey == key.publicKey)
    #expect(seal.prefix(2) == [0xD2, 0x84], "tag 18, an array of four")
  }

  /// The budget of the contract: an ordinary permit fits a version 12 symbol, 258 bytes.
  @Test(arguments: algorithms) func size(_ algorithm: SignatureAlgorithm) throws {
    let seal = try Seal.signed(Fixture.claims, by: Fixture.key(3, algorithm))
    #expect(seal.count <= 258)
    #expect(try Seal.signed(Fixture.largest, by: Fixture.key(3)).count <= 512)
  }

  @Test(arguments: algorithms) func everyBitCounts(_ algorithm: SignatureAlgorithm) throws {
    let key = Fixture.key(3, algorithm)
    let seal = try Seal.signed(Fixture.claims, by: key)
    for bit in 0..<8 * seal.count {
      var flipped = seal
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: SealFault.self, "bit \(bit)") {
        try Self.check(flipped, [Fixture.trusted(key)])
      }
    }
  }

  @Test func everyCutIsRefused() throws {
    let key = Fixture.key(3)
    let seal = try Seal.signed(Fixture.claims, by: key)
    for length in 0..<seal.count {
      #expect(throws: SealFault.encoding) {
        try Self.check(Array(seal.prefix(length)), [Fixture.trusted(key)])
      }
    }
    #expect(throws: SealFault.encoding) { try Self.check(seal + [0], [Fixture.trusted(key)]) }
  }

  struct Shape: Sendable, CustomTestStringConvertible {
    let fault: SealFault
    let why: String
    let change: @Sendable (inout [CBOR], inout UInt64) -> Void
    var testDescription: String { why }
  }

  static let shapes: [Shape] = [
    Shape(fault: .structure, why: "tag 17, a MAC") { _, tag in tag = 17 },
    Shape(fault: .structure, why: "tag 98, several signatures") { _, tag in tag = 98 },
    Shape(fault: .structure, why: "tag 61, a CWT around it") { _, tag in tag = 61 },
    Shape(fault: .structure, why: "three parts") { parts, _ in parts.removeLast() },
    Shape(fault: .structure, why: "five parts") { parts, _ in parts.append(.null) },
    Shape(fault: .structure, why: "a detached payload") { parts, _ in parts[2] = .null },
    Shape(fault: .structure, why: "a header that is no bytes") { parts, _ in parts[0] = .map([]) },
    Shape(fault: .structure, why: "an unprotected header that is no map") { parts, _ in
      parts[1] = .array([])
    },
    Shape(fault: .header, why: "a kid in the unprotected header") { parts, _ in
      parts[1] = .map([.init(.unsigned(4), .bytes(Fixture.key(3).publicKey.id.bytes))])
    },
    Shape(fault: .encoding, why: "an empty protected header") { parts, _ in
      parts[0] = .bytes([])
    },
    Shape(fault: .header, why: "no kid") { parts, _ in
      parts[0] = .bytes(CBOR.claims([1: .integer(-8)]).encoded)
    },
    Shape(fault: .header, why: "no alg") { parts, _ in
      parts[0] = .bytes(CBOR.claims([4: .bytes(Fixture.key(3).publicKey.id.bytes)]).encoded)
    },
    Shape(fault: .header, why: "a kid of seven bytes") { parts, _ in
      parts[0] = .bytes(CBOR.claims([1: .integer(-8), 4: .bytes([1, 2, 3, 4, 5, 6, 7])]).encoded)
    },
    Shape(fault: .header, why: "a third header") { parts, _ in
      parts[0] = .bytes(
        CBOR.claims([
          1: .integer(-8), 2: .array([]), 4: .bytes(Fixture.key(3).publicKey.id.bytes),
        ]).encoded)
    },
    Shape(fault: .header, why: "alg as text") { parts, _ in
      parts[0] = .bytes(
        CBOR.claims([1: .text("EdDSA"), 4: .bytes(Fixture.key(3).publicKey.id.bytes)]).encoded)
    },
    Shape(fault: .algorithm, why: "alg none, so to say") { parts, _ in
      parts[0] = header(alg: 0, Fixture.key(3))
    },
    Shape(fault: .algorithm, why: "HMAC 256/256") { parts, _ in
      parts[0] = header(alg: 5, Fixture.key(3))
    },
    Shape(fault: .algorithm, why: "RS256") { parts, _ in
      parts[0] = header(alg: -257, Fixture.key(3))
    },
    Shape(fault: .algorithm, why: "ES384") { parts, _ in
      parts[0] = header(alg: -35, Fixture.key(3))
    },
    Shape(fault: .unknownKey, why: "the kid of a stranger") { parts, _ in
      parts[0] = header(alg: -8, Fixture.key(99))
    },
    Shape(fault: .signatureForm, why: "no signature") { parts, _ in parts[3] = .bytes([]) },
    Shape(fault: .signatureForm, why: "a signature of 65 bytes") { parts, _ in
      parts[3] = .bytes((parts[3].bytes ?? []) + [0])
    },
    Shape(fault: .signature, why: "a signature of zeros") { parts, _ in
      parts[3] = .bytes([UInt8](repeating: 0, count: 64))
    },
    Shape(fault: .signature, why: "other claims") { parts, _ in
      parts[2] = .bytes(Fixture.largest.encoded)
    },
  ]

  private static func header(alg: Int64, _ key: SigningKey) -> CBOR {
    .bytes(CBOR.claims([1: .integer(alg), 4: .bytes(key.publicKey.id.bytes)]).encoded)
  }

  @Test(arguments: shapes) func refuses(_ shape: Shape) throws {
    let key = Fixture.key(3)
    let seal = try CBORReader.read(Seal.signed(Fixture.claims, by: key), limit: 1024)
    guard case .tagged(var tag, .array(var parts)) = seal else {
      Issue.record("a seal is a tagged array")
      return
    }
    shape.change(&parts, &tag)
    let changed = CBOR.tagged(tag, .array(parts)).encoded
    #expect(throws: shape.fault) { try Self.check(changed, [Fixture.trusted(key)]) }
  }

  /// The other valid signature of ES256 is a second spelling of the same paper.
  @Test func highS() throws {
    let key = Fixture.key(3, .es256)
    var seal = try Seal.signed(Fixture.claims, by: key)
    let s = Array(seal.suffix(32))
    seal.replaceSubrange(seal.count - 32..<seal.count, with: LowS.difference(s))
    #expect(throws: SealFault.signatureForm) { try Self.check(seal, [Fixture.trusted(key)]) }
  }

  @Test func algorithmIsTheKeys() throws {
    // The header says ES256 and names an Ed25519 key.
    let key = Fixture.key(3)
    let signer = Impostor(publicKey: key.publicKey, claimed: .es256)
    let seal = try Sign1Forge.signed(Fixture.claims.encoded, signer)
    #expect(throws: SealFault.keyAlgorithm) { try Self.check(seal, [Fixture.trusted(key)]) }
  }

  @Test func claimsAreReadAfterTheSignature() throws {
    let key = Fixture.key(3)
    let nonsense = try Sign1.signed([0xFF], by: key)
    #expect(throws: SealFault.claims(.encoding)) {
      try Self.check(nonsense, [Fixture.trusted(key)])
    }
    let forged = try Sign1.signed([0xFF], by: Fixture.key(4))
    #expect(throws: SealFault.unknownKey) { try Self.check(forged, [Fixture.trusted(key)]) }
    #expect(throws: SealFault.unknownKey) { try Self.check(forged, []) }
  }

  @Test func typedObjectIsNoSeal() throws {
    let key = Fixture.key(3)
    let other = try Sign1.signed(Fixture.claims.encoded, type: StatusList.type, by: key)
    #expect(throws: SealFault.header) { try Self.check(other, [Fixture.trusted(key)]) }
  }

  @Test func limit() throws {
    let key = Fixture.key(3)
    // 97 bytes of frame: tag, array, headers, lengths and signature.
    let frame = try Sign1.signed([UInt8](repeating: 0, count: 300), by: key).count - 300
    let room = UnverifiedSeal.byteLimit - frame
    let fits = try Sign1.signed([UInt8](repeating: 0, count: room), by: key)
    let above = try Sign1.signed([UInt8](repeating: 0, count: room + 1), by: key)
    #expect(fits.count == 1024)
    #expect(throws: SealFault.claims(.encoding)) { try Self.check(fits, [Fixture.trusted(key)]) }
    #expect(throws: SealFault.tooLong) { try UnverifiedSeal(above) }
    #expect(throws: SealFault.tooLong) {
      try UnverifiedSeal([UInt8](repeating: 0x81, count: 1_000_000))
    }
  }

  @Test func randomBytes() {
    var generator = SplitMix(state: 9052)
    for _ in 0..<5000 {
      let bytes =
        [0xD2, 0x84] + Fixture.random(Int.random(in: 0...300, using: &generator), &generator)
      #expect(throws: SealFault.self) { try Self.check(bytes, [Fixture.trusted(Fixture.key(3))]) }
    }
  }
}

/// Says in the header another algorithm than its key's.
struct Impostor {
  let publicKey: PublicKey
  let claimed: SignatureAlgorithm
}

enum Sign1Forge {
  static func signed(_ payload: [UInt8], _ impostor: Impostor) throws -> [UInt8] {
    let header = CBOR.claims([
      1: .integer(impostor.claimed.coseNumber), 4: .bytes(impostor.publicKey.id.bytes),
    ])
    return CBOR.tagged(
      18,
      .array([
        .bytes(header.encoded), .map([]), .bytes(payload),
        .bytes([UInt8](repeating: 1, count: 64)),
      ])
    ).encoded
  }
}
