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
      digest: Array(repeating: 255, count: 8), body: ClaimLimit.bodies - 1)
  }

  @Test(arguments: kinds, SignatureAlgorithm.allCases)
  func theLongestRecordFits(_ row: Kind, _ algorithm: SignatureAlgorithm) throws {
    let seal = try Seal.signed(Self.longest(row.kind), by: SigningKey.random(algorithm))
    let host = String(repeating: "h", count: OfficeConfiguration.maxHostLength - 3) + ".kz"
    let grid = try QRSymbol.encode(PayloadText.link(host: host, seal))
    #expect(grid.version <= 13, "\(seal.count) bytes")
  }

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
