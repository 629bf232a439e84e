import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct ClaimsTests {
  @Test(arguments: [Fixture.claims, Fixture.largest]) func readBack(_ claims: PaperClaims) throws {
    try claims.check()
    #expect(try PaperClaims(claims.encoded) == claims)
  }

  @Test func absentClaimsStayAbsent() throws {
    var claims = Fixture.claims
    claims.notBefore = nil
    claims.expires = nil
    claims.name = nil
    claims.passport = nil
    claims.citizenship = nil
    #expect(try PaperClaims(claims.encoded) == claims)
    let paper = try #require(CBORReader.read(claims.encoded, limit: 1024).entries?.last?.value)
    #expect(paper.entries?.compactMap(\.key.integer) == [1, 2, 3, 7, 8])
  }

  /// The bytes of the contract's table, so that no change of ours can move them unseen.
  @Test func bytesOfTheTable() {
    var claims = Fixture.claims
    claims.name = "A"
    claims.passport = "B"
    #expect(
      Hex.text(claims.encoded)
        == "a6" + "01664b5a2d414c41" + "041a6099749f" + "051a6022cda0"
        + "061a60225d20" + "0750" + "0102030405060708090a0b0c0d0e0f10" + "3a00010000" + "a8"
        + "01634c4950"
        + "0270414c412d32312d303030303031372d34" + "0300" + "046141" + "056142" + "0663555a42"
        + "071a15011185" + "0848" + "15161718191a1b1c")
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let fault: ClaimFault
    let why: String
    let change: @Sendable (inout PaperClaims) -> Void
    var testDescription: String { why }
  }

  static let broken: [Broken] = [
    Broken(fault: .value(1), why: "no issuer") { $0.issuer = "" },
    Broken(fault: .value(1), why: "an issuer of 33 bytes") {
      $0.issuer = String(repeating: "A", count: 33)
    },
    Broken(fault: .value(4), why: "exp before 1970") { $0.expires = -1 },
    Broken(fault: .value(6), why: "iat after the year 9999") { $0.sealedAt = 253_402_300_800 },
    Broken(fault: .order, why: "nbf after exp") { $0.notBefore = $0.expires.map { $0 + 1 } },
    Broken(fault: .value(7), why: "a cti of 15 bytes") { $0.id.removeLast() },
    Broken(fault: .value(7), why: "a cti of 17 bytes") { $0.id.append(0) },
    Broken(fault: .value(1), why: "a document of 9 characters") { $0.document = "ABCDEFGHI" },
    Broken(fault: .value(2), why: "no number") { $0.number = "" },
    Broken(fault: .value(2), why: "a number of 65 bytes") {
      $0.number = String(repeating: "9", count: 65)
    },
    Broken(fault: .value(2), why: "a line break in the number") { $0.number = "A\nB" },
    Broken(fault: .value(3), why: "a negative copy") { $0.copy = -1 },
    Broken(fault: .value(3), why: "copy 1000") { $0.copy = 1000 },
    Broken(fault: .value(4), why: "a name of 65 bytes") {
      $0.name = String(repeating: "N", count: 65)
    },
    Broken(fault: .value(4), why: "a name turned around") { $0.name = "A\u{202E}B" },
    Broken(fault: .value(4), why: "a name with a control") { $0.name = "A\u{7}B" },
    Broken(fault: .value(5), why: "a passport of 33 bytes") {
      $0.passport = String(repeating: "9", count: 33)
    },
    Broken(fault: .value(6), why: "citizenship in lower case") { $0.citizenship = "uzb" },
    Broken(fault: .value(6), why: "alpha-2") { $0.citizenship = "UZ" },
    Broken(fault: .value(8), why: "a digest of 7 bytes") { $0.digest.removeLast() },
    Broken(fault: .value(-1), why: "body 4096") { $0.body = ClaimLimit.bodies },
    Broken(fault: .unknown(100), why: "key 100") { $0.further[100] = .count(1) },
    Broken(fault: .unknown(9), why: "a further claim below 10") { $0.further[9] = .count(1) },
    Broken(fault: .value(10), why: "a further text of 97 bytes") {
      $0.further[10] = .text(String(repeating: "x", count: 97))
    },
    Broken(fault: .value(10), why: "seventeen further claims") {
      for key in Int64(10)...26 { $0.further[key] = .count(1) }
    },
  ]

  @Test(arguments: broken) func refuses(_ broken: Broken) {
    var claims = Fixture.claims
    broken.change(&claims)
    #expect(throws: broken.fault) { try claims.check() }
    #expect(throws: broken.fault) { try Seal.signed(claims, by: Fixture.key(1)) }
    // A copy below zero has no encoding; all others are refused by the reader as well.
    if claims.copy >= 0, claims.sealedAt >= 0, broken.why != "a further claim below 10" {
      #expect(throws: ClaimFault.self) { try PaperClaims(claims.encoded) }
    }
  }

  /// Takes the encoded claims apart, changes the map, and reads them again.
  static func changed(
    paper: Bool, _ key: Int64, to value: CBOR?
  ) throws -> [UInt8] {
    var outer = try #require(CBORReader.read(Fixture.claims.encoded, limit: 1024).entries)
    if paper {
      var inner = try #require(outer.removeLast().value.entries)
      inner.removeAll { $0.key == .integer(key) }
      if let value { inner.append(.init(.integer(key), value)) }
      outer.append(.init(.integer(-65537), .map(inner)))
    } else {
      outer.removeAll { $0.key == .integer(key) }
      if let value { outer.append(.init(.integer(key), value)) }
    }
    return CBOR.map(outer).encoded
  }

  /// The hash of a passport is never written; seals that have it are read as if they had it not.
  @Test(arguments: [CBOR.bytes(Array(1...8)), .bytes([]), .text("x"), .null])
  func theRetiredClaim(_ value: CBOR) throws {
    for claims in [Fixture.claims, Fixture.largest] {
      let paper = try #require(CBORReader.read(claims.encoded, limit: 1024).entries?.last?.value)
      #expect(paper.entries?.contains { $0.key == .unsigned(9) } == false)
    }
    let old = try Self.changed(paper: true, 9, to: value)
    #expect(try PaperClaims(old) == Fixture.claims)
  }

  /// The digest of the files inside a paper; another sort of value under its key is a claim of a manifest
  /// from before that.
  @Test func theFilesInside() throws {
    var claims = Fixture.claims
    claims.files = Array(11...18)
    #expect(try PaperClaims(claims.encoded) == claims)
    let paper = try #require(CBORReader.read(claims.encoded, limit: 1024).entries?.last?.value)
    #expect(paper.entries?.first { $0.key == .unsigned(23) }?.value == .bytes(Array(11...18)))
    let old = try Self.changed(paper: true, 23, to: .text("x"))
    #expect(try PaperClaims(old).further == [23: .text("x")] && PaperClaims(old).files == nil)
    let short = try Self.changed(paper: true, 23, to: .bytes(Array(1...7)))
    #expect(throws: ClaimFault.value(23)) { try PaperClaims(short) }
    claims.further[23] = .count(1)
    #expect(throws: ClaimFault.unknown(23)) { try claims.check() }
  }

  @Test(arguments: [
    (CBOR.text("0"), ClaimFault.type(-1)), (.integer(-1), .type(-1)), (.null, .type(-1)),
    (.unsigned(4096), .value(-1)), (.unsigned(.max), .value(-1)),
  ]) func aBodyOutOfItsBounds(_ value: CBOR, _ fault: ClaimFault) throws {
    let bytes = try Self.changed(paper: true, -1, to: value)
    #expect(throws: fault) { try PaperClaims(bytes) }
  }

  @Test(arguments: [Int64(1), 6, 7, -65537]) func needs(_ key: Int64) throws {
    let bytes = try Self.changed(paper: false, key, to: nil)
    #expect(throws: ClaimFault.missing(key)) { try PaperClaims(bytes) }
  }

  @Test(arguments: [Int64(1), 2, 3, 7, 8]) func needsOfThePaper(_ key: Int64) throws {
    let bytes = try Self.changed(paper: true, key, to: nil)
    #expect(throws: ClaimFault.missing(key)) { try PaperClaims(bytes) }
  }

  @Test(arguments: [Int64(1), 4, 5, 6, 7, -65537]) func typed(_ key: Int64) throws {
    for wrong in [CBOR.null, .flag(true), .array([]), .integer(-1), .tagged(0, .text("x"))] {
      let bytes = try Self.changed(paper: false, key, to: wrong)
      #expect(throws: ClaimFault.type(key)) { try PaperClaims(bytes) }
    }
  }

  @Test(arguments: Array(Int64(1)...8) + [-1, 10, 11, 12]) func typedOfThePaper(_ key: Int64) throws
  {
    for wrong in [CBOR.null, .flag(true), .array([]), .integer(-1), .tagged(0, .text("x"))] {
      let bytes = try Self.changed(paper: true, key, to: wrong)
      #expect(throws: ClaimFault.type(key)) { try PaperClaims(bytes) }
    }
  }

  @Test(arguments: [(false, Int64(2)), (false, 3), (false, 8), (true, 0), (true, -3), (true, 100)])
  func unknown(_ paper: Bool, _ key: Int64) throws {
    let bytes = try Self.changed(paper: paper, key, to: .text("x"))
    #expect(throws: ClaimFault.unknown(key)) { try PaperClaims(bytes) }
  }

  @Test func keysAreNumbers() throws {
    var outer = try #require(CBORReader.read(Fixture.claims.encoded, limit: 1024).entries)
    outer.append(.init(.text("x"), .null))
    #expect(throws: ClaimFault.encoding) { try PaperClaims(CBOR.map(outer).encoded) }
  }

  @Test func statusBounds() throws {
    let most = UInt64(StatusIndex.listLimit * StatusIndex.listSize - 1)
    #expect(StatusIndex(claim: most)?.claim == most)
    let bytes = try Self.changed(paper: true, 7, to: .unsigned(most + 1))
    #expect(throws: ClaimFault.value(7)) { try PaperClaims(bytes) }
    #expect(StatusIndex(list: 0, position: StatusIndex.listSize) == nil)
    #expect(StatusIndex(list: StatusIndex.listLimit, position: 0) == nil)
    #expect(StatusIndex(claim: 336 << 20 | 5) == StatusIndex(list: 336, position: 5))
  }

  struct Cut: Sendable, CustomTestStringConvertible {
    let printed: String
    let name: String
    let why: String
    var testDescription: String { why }
  }

  static let cuts: [Cut] = [
    Cut(printed: "KARIMOV ANVAR", name: "KARIMOV ANVAR", why: "short"),
    Cut(
      printed: String(repeating: "N", count: 64), name: String(repeating: "N", count: 64),
      why: "64 bytes"),
    Cut(
      printed: String(repeating: "N", count: 65),
      name: String(repeating: "N", count: 61) + "…", why: "65 bytes"),
    Cut(
      printed: String(repeating: "Ә", count: 33),
      name: String(repeating: "Ә", count: 30) + "…", why: "two bytes a letter: 60 and the mark"),
    Cut(
      printed: "A" + String(repeating: "e\u{301}", count: 30),
      name: "A" + String(repeating: "e\u{301}", count: 20) + "…",
      why: "an accent stays with its letter"),
  ]

  @Test(arguments: cuts) func cut(_ cut: Cut) {
    let result = SealedName.cut(cut.printed)
    #expect(Array(result.name.utf8) == Array(cut.name.utf8))
    #expect(result.wasCut == (cut.name != cut.printed))
    #expect(SealedName.wasCut(result.name) == result.wasCut)
    #expect(result.name.utf8.count <= 64)
  }
}
