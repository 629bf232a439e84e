internal import TamgaSeal

/// A browser checks no signatures.
extension PaperJudge {
  func signature(
    of claims: PaperClaims, _ found: FoundSignature?, in input: SignaturePlace
  ) -> ShownSignature? {
    claims.isSigned ? ShownSignature() : nil
  }
}
