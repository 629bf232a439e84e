public import TamgaDomain

/// The bodies in whose name synthetic decisions are made, and the countries that their office lets
/// in without a visa for three months.
public struct SampleBodies: Hashable, Sendable {
  /// The code of a territorial police body: permits, refusals and fingerprint certificates.
  public let police: String
  /// The code of a local executive body: certificates of qualification.
  public let localExecutiveBody: String
  /// The code of the State Corporation, which gives receipts; that of the police where there is none.
  public let stateCorporation: String
  /// Alpha-3 codes for labour immigrants (MIA order 76, para 6(2)).
  public let visaFree: Set<String>

  public init(
    police: String, localExecutiveBody: String, stateCorporation: String? = nil,
    visaFree: Set<String>
  ) {
    self.police = police
    self.localExecutiveBody = localExecutiveBody
    self.stateCorporation = stateCorporation ?? police
    self.visaFree = visaFree
  }

  /// The bodies of `examples/office.yaml`.
  public static let examples = SampleBodies(
    police: "ALA-MPS-01", localExecutiveBody: "ALA-AKIM-01", stateCorporation: "ALA-SC-01",
    visaFree: ["UZB", "KGZ", "TJK", "ARM", "AZE", "GEO", "MDA", "UKR", "RUS", "BLR"])

  /// The first bodies of each sort among those of an office.
  ///
  /// - Parameter visaFree: The setting `visaFreeThreeMonths`; that of the examples when nil.
  /// - Throws: ``SampleError/noBody(_:)`` when the office has none of a sort.
  public init(
    of bodies: [IssuingBody], visaFree: Set<String>? = nil
  ) throws(SampleError) {
    let sorted = bodies.sorted { $0.code < $1.code }
    let police = sorted.first { $0.kind == .police } ?? sorted.first { $0.kind == .internalAffairs }
    guard let police else { throw .noBody(.police) }
    guard let local = sorted.first(where: { $0.kind == .localExecutiveBody }) else {
      throw .noBody(.localExecutiveBody)
    }
    self.init(
      police: police.code, localExecutiveBody: local.code,
      stateCorporation: sorted.first { $0.kind == .stateCorporation }?.code,
      visaFree: visaFree ?? Self.examples.visaFree)
  }
}
