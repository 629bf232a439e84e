import SeededNumbers
import TamgaDomain

@testable import TamgaSeal

/// Fixed keys and claims. The keys are test keys: everybody can read them here.
enum Fixture {
  static func key(_ seed: UInt8, _ algorithm: SignatureAlgorithm = .edDSA) -> SigningKey {
    // safe: every such number is below the order of P-256
    SigningKey(raw: [UInt8](repeating: seed, count: 32), algorithm: algorithm)!
  }

  static func trusted(_ key: SigningKey) -> TrustedKey {
    TrustedKey(publicKey: key.publicKey, signFrom: 0, signUntil: ClaimLimit.time)
  }

  static let claims = PaperClaims(
    issuer: "KZ-ALA", notBefore: 1_612_893_600, expires: 1_620_669_599, sealedAt: 1_612_864_800,
    id: Array(1...16), document: "LIP", number: "ALA-21-0000017-4", copy: 0,
    name: "KARIMOV ANVAR RUSTAMOVICH", passport: "FA1234567", citizenship: "UZB",
    status: StatusIndex(list: 336, position: 70_021)!,  // safe: within the bounds
    digest: Array(21...28))

  /// Claims with everything in them, each at its limit.
  static let largest: PaperClaims = {
    var claims = Fixture.claims
    claims.name = SealedName.cut(String(repeating: "Ә", count: 80)).name
    claims.number = String(repeating: "9", count: ClaimLimit.number)
    claims.copy = ClaimLimit.copy
    claims.body = 300
    claims.further = [10: .text("2021-02-09"), 11: .count(12), 99: .bytes([1, 2, 3])]
    return claims
  }()

  static func random(_ count: Int, _ generator: inout SplitMix) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
