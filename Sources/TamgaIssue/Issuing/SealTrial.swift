import TamgaDomain
import TamgaLaw
import TamgaOptics
import TamgaRegister
import TamgaSeal

/// Finds out before a paper has its number whether its seal can be made and stands in the code.
///
/// What is not known yet (number, place in the status lists, digest) is stood for by the longest that can
/// come.
struct SealTrial: Sendable {
  private let settings: RenderSettings
  private let signer = LongestSigner()
  /// Bytes of a seal that fit in any case; above them the code is made for trial.
  private let safeBytes: Int

  init(_ settings: RenderSettings) {
    self.settings = settings
    // Bits of a symbol 13-M (ISO/IEC 18004, table 7) without the link in byte mode and the heads of both
    // segments; seven bytes of a seal are 17 digits and ten bits carry three of them. Eight bytes are left
    // for how libqrencode divides the text.
    let link = PayloadText.link(host: settings.host, []).utf8.count
    safeBytes = (2672 - 20 - 16 - 8 * link) * 3 / 10 * 7 / 17 - 8
  }

  /// Nil when nothing forbids the seal.
  func finding(_ paper: LawfulPaper, number: DocumentNumber) -> Finding? {
    let decision = paper.examined.decision
    let request = paper.request
    if let finding = Self.dates(request, decision) { return finding }
    let list = StatusIndex.firstList(validUntil: request.validUntil)
    guard
      let status = StatusIndex(
        list: list + StatusIndex.listsOfYear - 1,
        position: StatusIndex.listSize - 1)
    else {
      return LayoutFindings.term(at: decision.kind.claims.validUntil)
    }
    let claims = PaperClaims(
      of: decision, settings, number: number, status: status, id: Self.id,
      sealedAt: Self.someTime, digest: Self.digest, body: ClaimLimit.bodies - 1,
      isSigned: decision.kind.signing != .never)
    do {
      let seal = try Seal.signed(claims, by: signer)
      if seal.count > safeBytes {
        _ = try QRSymbol.encode(PayloadText.link(host: settings.host, seal))
      }
      return nil
    } catch let fault as ClaimFault {
      return LayoutFindings.claim(fault, decision)
    } catch {
      return LayoutFindings.symbolTooDense(decision)
    }
  }

  private static let id = [UInt8](repeating: 0xFF, count: ClaimLimit.id)
  private static let digest = [UInt8](repeating: 0xFF, count: ClaimLimit.digest)
  /// In the year 2100: as long in the seal as any time until 2106.
  private static let someTime: Int64 = 4_102_444_800

  /// The keys of these two claims are those of others too, so that they are looked at first.
  private static func dates(_ request: ReservationRequest, _ decision: Decision) -> Finding? {
    let declared = decision.kind.claims
    let first = CalendarDate(daysSinceEpoch: 1)
    for (date, field) in [
      (request.validFrom, declared.validFrom), (request.validUntil, declared.validUntil),
    ] {
      if let date, date < first { return LayoutFindings.term(at: field) }
    }
    if let from = request.validFrom, let until = request.validUntil, from > until {
      return LayoutFindings.termEndsEarly(at: declared.validUntil)
    }
    return nil
  }
}

/// Signs nothing: a signature of 64 bytes as every algorithm gives.
private struct LongestSigner: Signer {
  let publicKey = SigningKey.random().publicKey

  func signature(over message: [UInt8]) -> [UInt8] { [UInt8](repeating: 0xFF, count: 64) }
}
