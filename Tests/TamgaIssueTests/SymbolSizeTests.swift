import TamgaDomain
import TamgaOptics
import TamgaSeal
import TamgaTemplates
import Testing

@testable import TamgaIssue

/// The longest lawful record of every kind fits version 13 with a host of 30 characters (contract
/// `seal.md`, Symbol).
@Suite struct SymbolSizeTests {
  /// A kind that a failure names by its id.
  struct Kind: Sendable, CustomTestStringConvertible {
    let kind: DocumentKind
    var testDescription: String { kind.id }
  }

  static let kinds: [Kind] = {
    let library = try? TemplateLibrary.read(folder: Repository.templates)
    return library?.templates.values.map { Kind(kind: $0.kind) }
      .sorted { $0.kind.id < $1.kind.id } ?? []
  }()

  @Test func thereAreKinds() { #expect(Self.kinds.count >= 7) }

  static func longest(_ kind: DocumentKind) -> PaperClaims {
    let declared = kind.claims
    return PaperClaims(
      issuer: String(repeating: "K", count: SealLimits.office),
      notBefore: declared.validFrom == nil ? nil : 4_102_444_800,
      expires: declared.validUntil == nil ? nil : 4_133_980_799, sealedAt: 4_102_444_800,
      id: Array(0..<16), document: kind.code,
      number: String(repeating: "9", count: SealLimits.number), copy: 999,
      name: declared.name.map { _ in SealedName.cut(String(repeating: "Ә", count: 120)).name },
      passport: declared.printsPassport ? String(repeating: "A", count: SealLimits.passport) : nil,
      citizenship: declared.citizenship.map { _ in "UZB" },
      // safe: a list of the year 2250, inside the limits of a status index
      status: StatusIndex(list: 16 * 250 + 15, position: StatusIndex.listSize - 1)!,
      digest: Array(repeating: 255, count: 8), body: ClaimLimit.bodies - 1,
      isSigned: kind.signing != .never)
  }

  private static func grid(
    _ claims: PaperClaims, _ algorithm: SignatureAlgorithm, hostLength: Int
  ) throws -> ModuleGrid {
    let seal = try Seal.signed(claims, by: SigningKey.random(algorithm))
    let host = String(repeating: "h", count: hostLength - 3) + ".kz"
    return try QRSymbol.encode(PayloadText.link(host: host, seal))
  }

  @Test(arguments: kinds, SignatureAlgorithm.allCases)
  func theLongestRecordFits(_ row: Kind, _ algorithm: SignatureAlgorithm) throws {
    let grid = try Self.grid(
      Self.longest(row.kind), algorithm, hostLength: OfficeConfiguration.maxHostLength)
    #expect(grid.version <= 13)
  }

  /// The digest of the file inside (claim 23) is what is left out where there is no room for it: of these kinds
  /// alone, and of none under a host of twenty characters.
  @Test(arguments: kinds, SignatureAlgorithm.allCases)
  func theLongestRecordWithAFileInsideFits(_ row: Kind, _ algorithm: SignatureAlgorithm) throws {
    var claims = Self.longest(row.kind)
    claims.files = Array(repeating: 255, count: ClaimLimit.digest)
    let longest = OfficeConfiguration.maxHostLength
    if Self.withoutRoom.contains(row.kind.id) {
      let error = #expect(throws: QRError.self) {
        try Self.grid(claims, algorithm, hostLength: longest)
      }
      #expect(error?.code == .tooLong)
    } else {
      #expect(try Self.grid(claims, algorithm, hostLength: longest).version <= 13)
    }
    #expect(try Self.grid(claims, algorithm, hostLength: 20).version <= 13)
  }

  /// Kinds whose longest record under the longest host leaves no room for claim 23.
  private static let withoutRoom: Set<String> = [
    "labour-immigrant-permit", "labour-immigrant-permit-duplicate",
    "labour-immigrant-permit-extension", "temporary-residence-permit",
    "temporary-residence-permit-extension",
  ]

  @Test func anOrdinaryPermitFitsVersionTwelve() throws {
    let permit = try #require(Self.kinds.first { $0.kind.id == "labour-immigrant-permit" })
    var claims = Self.longest(permit.kind)
    claims.issuer = "KZ-ALA"
    claims.number = "ALA-21-0000017-4"
    claims.copy = 0
    claims.name = "KARIMOV ANVAR RUSTAMOVICH"
    claims.passport = "FA1234567"
    let seal = try Seal.signed(claims, by: SigningKey.random())
    let grid = try QRSymbol.encode(PayloadText.link(host: "tamga.example", seal))
    #expect(grid.version <= 12, "\(seal.count) bytes")
  }
}
