internal import TamgaSeal

/// The signature of the issuing body in a paper's file.
extension PaperJudge {
  /// What is to be told of it; nil for a paper that carries none and need not.
  ///
  /// - Parameters:
  ///   - input: Where the signature would stand.
  func signature(
    of claims: PaperClaims, _ found: FoundSignature?, in input: SignaturePlace
  ) -> ShownSignature? {
    // One that the seal knows nothing of is an addition: the file is none of ours.
    guard claims.isSigned else { return nil }
    guard let found else {
      switch input {
      case .wholeFile: return ShownSignature(.missing)
      case .savedAgain: return ShownSignature(.invalid)
      case .elsewhere: return ShownSignature(.notChecked)
      }
    }
    guard let signatures else { return ShownSignature(.notChecked) }
    let signers = trust.signers.flatMap { SignersPart($0) }
    guard let reading = signatures(found, signers?.roots ?? []) else {
      return ShownSignature(.invalid)
    }
    let time = trust.zone.stamp(reading.stampedAt ?? claims.sealedAt)
    let body = claims.body.flatMap {
      trust.bodies.indices.contains($0) ? trust.bodies[$0].code : nil
    }
    let bodies = (signers?.entries ?? []).filter { $0.sha256 == reading.certificate }.map {
      $0.body
    }
    let state: ShownSignature.State =
      if reading.window == nil {
        .untrusted
      } else if !bodies.contains(where: { $0 == body }) {
        .otherBody
      } else if !(reading.window?.contains(claims.sealedAt) ?? false) {
        .expired
      } else {
        .valid
      }
    return ShownSignature(state, reading, time: time)
  }
}
