/// A kind of which there are synthetic decisions, and who makes them.
struct SampleKind: Sendable {
  let id: String
  /// How often it comes among all kinds; 0 for what applicants sign, made only when asked for.
  let weight: Int
  let make: @Sendable (inout SampleOffice, _ id: String) -> SampleRecord

  init(
    _ id: String, _ weight: Int,
    _ make: @escaping @Sendable (inout SampleOffice, _ id: String) -> SampleRecord
  ) {
    self.id = id
    self.weight = weight
    self.make = make
  }

  /// The weights follow the load of a city: most of it is permits and their extensions.
  static let all: [SampleKind] =
    [
      SampleKind("labour-immigrant-permit", 90) { $0.labourPermit(id: $1) },
      SampleKind("labour-immigrant-permit-extension", 60) { $0.labourExtension(id: $1) },
      SampleKind("labour-immigrant-permit-refusal", 24) { $0.labourRefusal(id: $1) },
      SampleKind("fingerprint-photo-certificate", 36) { $0.fingerprintCertificate(id: $1) },
      SampleKind("temporary-residence-permit", 54) { $0.residencePermit(id: $1) },
      SampleKind("qualification-certificate", 18) { $0.qualificationCertificate(id: $1) },
      SampleKind("permanent-residence-permit-refusal", 18) { $0.permanentRefusal(id: $1) },

      SampleKind("labour-immigrant-acceptance-receipt", 12) { $0.labourReceipt(id: $1) },
      SampleKind("labour-immigrant-acceptance-refusal-receipt", 4) {
        $0.labourAcceptanceRefusal(id: $1)
      },
      SampleKind("labour-immigrant-permit-duplicate", 3) { $0.labourDuplicate(id: $1) },
      SampleKind("labour-immigrant-permit-revocation-decision", 4) { $0.labourRevocation(id: $1) },
      SampleKind("labour-immigrant-permit-revocation-notice", 1) {
        $0.labourRevocationNotice(id: $1)
      },
      SampleKind("temporary-residence-permit-extension", 16) { $0.residenceExtension(id: $1) },
      SampleKind("temporary-residence-permit-refusal", 6) { $0.residenceRefusal(id: $1) },
      SampleKind("permanent-residence-permit", 8) { $0.permanentPermit(id: $1) },
      SampleKind("permanent-residence-permit-annulment-decision", 2) {
        $0.permanentAnnulment(id: $1)
      },
      SampleKind("qualification-certificate-extension", 5) { $0.certificateExtension(id: $1) },
      SampleKind("qualification-certificate-reissue", 3) { $0.certificateReissue(id: $1) },
      SampleKind("qualification-certificate-duplicate", 2) { $0.certificateDuplicate(id: $1) },
      SampleKind("qualification-certificate-refusal", 3) { $0.certificateRefusal(id: $1) },
      SampleKind("qualification-certificate-acceptance-refusal", 2) {
        $0.certificateAcceptanceRefusal(id: $1)
      },
      SampleKind("qualification-certificate-revocation-decision", 2) {
        $0.certificateRevocation(id: $1)
      },
      SampleKind("exit-pr-receipt-certificate", 2) {
        $0.exitReceipt("exit-pr-receipt-certificate", id: $1)
      },
      SampleKind("exit-pr-talon", 2) { $0.exitReceipt("exit-pr-talon", id: $1) },
      SampleKind("exit-pr-inquiry", 3) { $0.exitInquiry(id: $1) },
      SampleKind("exit-pr-conclusion", 2) { $0.exitConclusion(id: $1) },
      SampleKind("exit-pr-cover-letter", 1) { $0.exitCoverLetter(id: $1) },
      SampleKind("exit-pr-decision", 2) { $0.exitDecision(id: $1) },
      SampleKind("exit-pr-notification", 1) { $0.exitNotification(id: $1) },
      SampleKind("exit-pr-refusal-decision", 1) { $0.exitRefusal(id: $1) },
      SampleKind("exit-pr-refusal-notice", 1) { $0.exitRefusalNotice(id: $1) },
      SampleKind("exit-pr-military-referral", 1) { $0.exitMilitaryReferral(id: $1) },
      SampleKind("departure-address-slip", 2) { $0.departureSlip(id: $1) },
    ]
    + SampleApplication.all.map { application in
      SampleKind(application.kind, 0) { $0.application(application, id: $1) }
    }
}
