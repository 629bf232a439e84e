/// The fields and facts that each rule reads, as the tables of the tests see it. Made by `make
/// generate`; a stale table fails.
enum RuleInputs {
  static let names: [String: [String]] = [
    "EXIT-AGE": [
      "applicationDate",
      "birthDate",
      "isMarried",
    ],
    "EXIT-CITIZEN": [
      "citizenship"
    ],
    "EXIT-FALSE-1M": [
      "decisionDate",
      "falseDataUntil",
      "groundIds",
    ],
    "EXIT-GROUND-CHECKER": [
      "conclusions",
      "groundIds",
    ],
    "EXIT-GROUND-UNTIL": [
      "groundIds",
      "untilText",
    ],
    "EXIT-MILITARY": [
      "isMilitaryLiable",
      "militaryCertificate",
    ],
    "EXIT-SEQUENCE": [
      "conclusions",
      "decisionDate",
    ],
    "EXIT-STEP-TIMES": [
      "stepDates"
    ],
    "EXIT-TALON": [
      "acceptanceDate",
      "resultDateTime",
    ],
    "EXIT-TOTAL-30D": [
      "acceptanceDate",
      "decisionDate",
    ],
    "GEN-DATE-ORDER": [
      "acceptanceDate",
      "applicationDate",
      "birthDate",
      "decisionDate",
      "issueDateOfCertificate",
      "originalIssueDate",
      "passportExpiryDate",
      "passportIssueDate",
      "permitIssueDate",
      "resultDateTime",
      "validFrom",
      "validUntil",
    ],
    "GEN-FOREIGNER": [
      "citizenship"
    ],
    "GEN-NO-REASON": [
      "groundIds",
      "refusalDetail",
    ],
    "GEN-PAPERS": [
      "acceptedDocuments",
      "channel",
      "missingDocuments",
      "requestedAction",
      "stayPurpose",
    ],
    "GEN-REFUSAL-GROUND": [
      "conclusionResult",
      "groundIds",
    ],
    "GEN-REQUIRED-FIELDS": [
      "originalIssueDate"
    ],
    "GEN-SAME-PERSON": [
      "validFrom",
      "validUntil",
    ],
    "GEN-SUCCESSOR-NAMED": [
      "previousChecked",
      "previousIssueDate",
    ],
    "GEN-SUCCESSOR-NUMBER": [
      "certificateNumber",
      "issueDateOfCertificate",
      "originalIssueDate",
      "permitIssueDate",
      "permitNumber",
      "previousCertificateNumber",
      "previousIssueDate",
      "previousPermitNumber",
      "previousValidFrom",
      "previousValidUntil",
      "validFrom",
      "validUntil",
    ],
    "GEN-SUCCESSOR-ONCE": [
      "previousExtended"
    ],
    "GEN-SUCCESSOR-PERSON": [
      "cause",
      "previousBirthDate",
      "previousCitizenship",
      "previousFullName",
      "previousPassportSeriesNumber",
    ],
    "GEN-SUCCESSOR-STATE": [
      "previousIssueDate",
      "previousStatus",
      "previousValidUntil",
      "validUntil",
    ],
    "GEN-TERM-START": [
      "decisionDate",
      "previousValidUntil",
      "validFrom",
      "validUntil",
    ],
    "LIM-ACCREF-COPIES": [
      "missingDocuments"
    ],
    "LIM-CATEGORY": [
      "employerKind",
      "workKind",
    ],
    "LIM-CHECKS": [
      "hasConviction",
      "isWanted",
    ],
    "LIM-DECISION-1WD": [
      "acceptanceDate",
      "decisionDate",
    ],
    "LIM-DUPLICATE": [
      "applicationDate",
      "cause",
      "originalIssueDate",
      "previousValidUntil",
      "validUntil",
    ],
    "LIM-EXT-CONTINUITY": [
      "previousValidUntil",
      "validFrom",
    ],
    "LIM-EXT-EMPLOYER": [
      "employerAddress",
      "employerBirthYear",
      "employerName",
    ],
    "LIM-EXT-EXPIRED": [
      "applicationDate",
      "previousValidUntil",
    ],
    "LIM-EXT-MARK": [
      "originalMark"
    ],
    "LIM-EXT-PORTAL-SIGS": [
      "applicantSigned",
      "channel",
      "employerSigned",
    ],
    "LIM-EXT-TERM": [
      "requestedMonths",
      "termMonths",
      "validFrom",
      "validUntil",
    ],
    "LIM-FALSE-30MIN": [
      "decidedAt",
      "groundIds",
      "receivedAt",
    ],
    "LIM-FINGERPRINT": [
      "applicationDate",
      "fingerprintCertificate",
      "previousPermitYear",
      "validFrom",
    ],
    "LIM-GAP-30": [
      "previousPermitYear",
      "previousValidFrom",
      "previousValidUntil",
      "validFrom",
    ],
    "LIM-LATIN-NAME": [
      "latinFullName"
    ],
    "LIM-LEFT-IN-TIME": [
      "leftInTime",
      "previousPermitYear",
      "previousValidFrom",
      "previousValidUntil",
      "validFrom",
    ],
    "LIM-LEGAL-ENTRY": [
      "borderCrossingDate"
    ],
    "LIM-PASSPORT": [
      "applicationDate",
      "passportExpiryDate",
      "validUntil",
    ],
    "LIM-PERMIT-143-1": [
      "termMonths"
    ],
    "LIM-PERMIT-TERM": [
      "requestedMonths",
      "termMonths",
      "validFrom",
      "validUntil",
    ],
    "LIM-PORTAL-30MIN": [
      "channel",
      "decidedAt",
      "receivedAt",
    ],
    "LIM-PORTAL-ONLY-EXT": [
      "channel"
    ],
    "LIM-QUOTA": [
      "quotaLeft"
    ],
    "LIM-RETENTION-1Y": [
      "validUntil"
    ],
    "LIM-REVOKE-3WD": [
      "decisionDate",
      "informationReceivedDate",
    ],
    "LIM-REVOKE-STAY": [
      "isTraffickingVictim",
      "newStayUntil",
      "stayUntil",
      "validUntil",
    ],
    "LIM-TAX-COVERS": [
      "taxPaidMonths",
      "termMonths",
    ],
    "LIM-TERM-AS-REQUESTED": [
      "requestedMonths",
      "termMonths",
    ],
    "LIM-TOTAL-CAP": [
      "firstValidFrom",
      "previousValidFrom",
      "validFrom",
      "validUntil",
    ],
    "LIM-TWO-COPIES": [
      "channel"
    ],
    "LIM-VISA-FREE": [
      "citizenship"
    ],
    "PR-CHILD-CONSENT": [
      "applicationDate",
      "birthDate",
      "childConsent",
    ],
    "PR-DECISION-45D": [
      "acceptanceDate",
      "decisionDate",
    ],
    "PR-DOCS-180": [
      "accompaniedMinor",
      "applicationDate",
      "citizenship",
      "criminalRecordDate",
      "exCitizenThroughMission",
      "exemptGroup",
      "medicalDate",
      "solvencyDate",
    ],
    "PR-FEE": [
      "dutyPaidMci"
    ],
    "PR-FINGERPRINT": [
      "accompaniedMinor",
      "exCitizenThroughMission",
      "fingerprintRegistered",
    ],
    "PR-G13-5Y": [
      "decisionDate",
      "expulsionDate",
      "groundIds",
    ],
    "PR-G15-183": [
      "groundIds",
      "residenceDays12Months",
    ],
    "PR-G15-G17-EXEMPT": [
      "exemptGroup",
      "groundIds",
    ],
    "PR-G15-REFUSAL": [
      "groundIds"
    ],
    "PR-G4-EXEMPT": [
      "exemptGroup",
      "groundIds",
    ],
    "PR-GROUND10-NO-REASON": [
      "groundIds",
      "refusalDetail",
    ],
    "PR-LEASE-180": [
      "dwellingFrom",
      "dwellingUntil",
      "exCitizenThroughMission",
      "exemptGroup",
    ],
    "PR-PAPER-ONLY": [
      "channel"
    ],
    "PR-PASSPORT-180": [
      "applicationDate",
      "passportExpiryDate",
    ],
    "PR-PHOTO": [
      "photo"
    ],
    "QC-COMMISSION": [
      "basis",
      "groundIds",
      "minutesDate",
      "minutesNumber",
      "requestedAction",
    ],
    "QC-CONTRACT-END-5WD": [
      "applicationDate",
      "contractEndDate",
    ],
    "QC-DUP-3WD": [
      "acceptanceDate",
      "decisionDate",
    ],
    "QC-DUPLICATE": [
      "applicationDate",
      "cause",
      "changeDate",
      "originalIssueDate",
    ],
    "QC-EMPLOYER-5WD": [
      "applicationDate",
      "contractDate",
    ],
    "QC-EXPIRED": [
      "applicationDate",
      "previousValidUntil",
    ],
    "QC-EXT-3WD": [
      "acceptanceDate",
      "decisionDate",
      "requestedAction",
    ],
    "QC-EXT-CONTINUITY": [
      "previousValidUntil",
      "validFrom",
    ],
    "QC-EXT-DOCS": [
      "applicationDate",
      "contractUntil",
      "employerIinBin",
      "employerName",
      "previousCertificateNumber",
    ],
    "QC-EXT-TERM": [
      "contractUntil",
      "validFrom",
      "validUntil",
    ],
    "QC-FIRST-TERM": [
      "validFrom",
      "validUntil",
    ],
    "QC-ISSUE-5WD": [
      "acceptanceDate",
      "decisionDate",
      "requestedAction",
    ],
    "QC-PROFESSION": [
      "professionListed"
    ],
    "QC-REISSUE-3WD": [
      "acceptanceDate",
      "decisionDate",
    ],
    "QC-REISSUE-5WD": [
      "applicationDate",
      "changeDate",
    ],
    "QC-REISSUE-CAUSE": [
      "cause"
    ],
    "QC-REISSUE-NEW-NUMBER": [
      "previousCertificateNumber"
    ],
    "QC-REVOKE-ACT": [
      "inspectionActDate",
      "inspectionActNumber",
    ],
    "QC-SAME-VALIDITY": [
      "previousValidFrom",
      "previousValidUntil",
      "validFrom",
      "validUntil",
    ],
    "QC-SCORE-6": [
      "score"
    ],
    "TRP-ADDRESS-3WD": [
      "addressChangeDate",
      "applicationDate",
    ],
    "TRP-AGE16-10D": [
      "applicationDate",
      "birthDate",
      "borderCrossingDate",
    ],
    "TRP-AIFC-1Y": [
      "aifc",
      "contractUntil",
      "stayPurpose",
      "validFrom",
      "validUntil",
      "workBasis",
      "workPermitRequired",
    ],
    "TRP-AIFC-INVESTOR": [
      "aifc",
      "firstValidFrom",
      "petitionerKind",
      "residentUntil",
      "validFrom",
      "validUntil",
    ],
    "TRP-BUSINESS": [
      "aifc",
      "certificateUntil",
      "firstValidFrom",
      "passportExpiryDate",
      "petitionerKind",
      "stayPurpose",
      "validFrom",
      "validUntil",
      "workBasis",
      "workPermitUntil",
    ],
    "TRP-CHECKS": [
      "checksDone"
    ],
    "TRP-DECISION-1WD": [
      "acceptanceDate",
      "decisionDate",
    ],
    "TRP-DOCUMENT-KIND": [
      "citizenship",
      "passportKind",
    ],
    "TRP-DOMESTIC-COUNT": [
      "domesticWorkersOfEmployer",
      "workKind",
    ],
    "TRP-EXEMPT-DIPLOMATIC": [
      "passportKind"
    ],
    "TRP-EXEMPT-UNDER16": [
      "birthDate"
    ],
    "TRP-EXEMPT-VISA": [
      "entryBasis"
    ],
    "TRP-EXT-CONTINUITY": [
      "previousValidUntil",
      "validFrom",
    ],
    "TRP-EXT-EXPIRED": [
      "applicationDate",
      "article517Case",
      "failureAct",
      "previousValidUntil",
    ],
    "TRP-FAMILY": [
      "aifc",
      "certificateUntil",
      "contractUntil",
      "petitionerKind",
      "stayPurpose",
      "validFrom",
      "validUntil",
      "workBasis",
      "workPermitUntil",
    ],
    "TRP-FINGERPRINT": [
      "fingerprintRegistered"
    ],
    "TRP-IIN": [
      "iin"
    ],
    "TRP-INSURANCE": [
      "citizenship",
      "medicalInsurance",
    ],
    "TRP-LATE": [
      "applicationDate",
      "article517Case",
      "failureAct",
      "previousValidUntil",
      "stayUntil",
    ],
    "TRP-MISSIONARY": [
      "aifc",
      "requestedUntil",
      "stayPurpose",
      "validFrom",
      "validUntil",
    ],
    "TRP-NO-PERMIT-1Y": [
      "aifc",
      "basisUntil",
      "certificateUntil",
      "contractUntil",
      "petitionerKind",
      "stayPurpose",
      "validFrom",
      "validUntil",
      "workBasis",
      "workPermitRequired",
      "workPermitUntil",
    ],
    "TRP-PASSPORT-EXPIRY": [
      "passportExpiryDate",
      "validUntil",
    ],
    "TRP-PETITIONER": [
      "aifc",
      "certificateUntil",
      "contractUntil",
      "petitionerKind",
      "stayPurpose",
      "workBasis",
      "workPermitUntil",
    ],
    "TRP-PR-APPLICANT": [
      "aifc",
      "prApplicationDate",
      "stayPurpose",
      "validFrom",
      "validUntil",
    ],
    "TRP-QUAL-CERT": [
      "aifc",
      "certificateUntil",
      "stayPurpose",
      "validUntil",
      "workBasis",
      "workPermitRequired",
      "workPermitUntil",
    ],
    "TRP-STUDY-1Y": [
      "aifc",
      "stayPurpose",
      "studyUntil",
      "validFrom",
      "validUntil",
    ],
    "TRP-TRAFFICKING": [
      "aifc",
      "petitionerKind",
      "stayPurpose",
      "validFrom",
      "validUntil",
    ],
    "TRP-TREATMENT": [
      "aifc",
      "stayPurpose",
      "treatmentUntil",
      "validUntil",
    ],
    "TRP-VICTIM-NO-EXPULSION": [
      "isTraffickingVictim",
      "newStayUntil",
    ],
    "TRP-WORK-PERMIT": [
      "aifc",
      "stayPurpose",
      "validUntil",
      "workBasis",
      "workPermitRequired",
      "workPermitUntil",
    ],
  ]
}
