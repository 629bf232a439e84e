import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct LabourRuleTests {
  @Test(arguments: terms) func judgesTerms(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: chains) func judgesChains(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: conditions) func judgesConditions(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: papers) func judgesPapers(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: deadlines) func judgesDeadlines(_ row: RuleRow) throws { try row.check() }

  static let terms: [RuleRow] = [
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-10", [],
      "the corresponding day"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-09", [],
      "the day before it"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-11",
      [.error], "a day longer"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-08",
      [.error], "two days shorter"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-15",
      [.error], "the example of the dossier"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-01-31, validUntil 2021-02-28", [],
      "the last day of a short month"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 1, validFrom 2021-01-31, validUntil 2021-03-01",
      [.error], "past a short month"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 3, validFrom 2021-11-30, validUntil 2022-02-28", [],
      "over a new year"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 4, validFrom 2021-02-10, validUntil 2021-06-10",
      [.error], "four months"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 0, validFrom 2021-02-10, validUntil 2021-02-10",
      [.error], "no month"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 3, validFrom 9999-11-10, validUntil 9999-12-31", [],
      "the calendar ends: no trap"),
    RuleRow(
      "LIM-PERMIT-TERM", .grant, "termMonths 6, validFrom 2021-02-10, validUntil 2021-08-10", [],
      "another edition may allow it", parameters: ["months": .counts([6])]),
    RuleRow("LIM-PERMIT-TERM", .extend, "termMonths 4", [], "extensions have their own rule"),

    RuleRow(
      "LIM-EXT-TERM", .extend, "termMonths 3, validFrom 2021-03-11, validUntil 2021-06-11", [],
      "three months"),
    RuleRow(
      "LIM-EXT-TERM", .extend, "termMonths 6, validFrom 2021-03-11, validUntil 2021-09-11",
      [.error], "six months"),
    RuleRow(
      "LIM-EXT-TERM", .extend, "termMonths 3, validFrom 2021-03-11, validUntil 2021-06-12",
      [.error], "a day longer"),
    RuleRow("LIM-EXT-TERM", .grant, "termMonths 6", [], "first permits have their own rule"),

    RuleRow("LIM-TERM-AS-REQUESTED", .grant, "termMonths 2, requestedMonths 2", [], "as asked"),
    RuleRow("LIM-TERM-AS-REQUESTED", .grant, "termMonths 3, requestedMonths 1", [.error], "longer"),
    RuleRow(
      "LIM-TERM-AS-REQUESTED", .extend, "termMonths 1, requestedMonths 2", [.error], "shorter"),
    RuleRow("LIM-TERM-AS-REQUESTED", .refuse, "requestedMonths 2", [], "a refusal gives no term"),
  ]

  static let chains: [RuleRow] = [
    RuleRow(
      "LIM-TOTAL-CAP", .grant, "validFrom 2021-02-10, validUntil 2022-02-10", [],
      "the last day of twelve months"),
    RuleRow(
      "LIM-TOTAL-CAP", .grant, "validFrom 2021-02-10, validUntil 2022-02-11", [.error], "a day over"
    ),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "firstValidFrom 2021-02-10, validFrom 2022-01-10, validUntil 2022-02-10", [],
      "the chain ends on its anniversary"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "firstValidFrom 2021-02-10, validFrom 2022-02-10, validUntil 2022-03-10", [.error],
      "the example of the dossier"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, @paper 2021-05-11..2021-08-11, validUntil 2022-02-10", [],
      "the register knows the first day"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, @paper 2021-05-11..2021-08-11, validUntil 2022-02-13",
      [.error], "3+3+3+3 months, each from the next day (H.16)"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-02-10..2021-05-10, firstValidFrom 2021-03-10, validUntil 2021-08-11", [.error],
      "a fact contradicts the register"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@paper 2021-08-10..2021-11-10 kind:kind, firstValidFrom 2021-02-10, validUntil 2022-03-10",
      [.error], "the register's part begins with an extension of an outside paper"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend, "previousValidFrom 2021-02-10, validUntil 2022-02-11", [.error],
      "the previous paper is the first"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend, "previousValidFrom 2021-02-10, validUntil 2021-04-11", [.error],
      "an edition with two months", parameters: ["months": .count(2)]),

    RuleRow("LIM-GAP-30", .grant, "validFrom 2021-02-10", [], "no permit before"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-05-01, validFrom 2021-05-01", [], "31 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-30, validFrom 2021-05-01", [.warning],
      "30 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-29, validFrom 2021-05-01", [.error],
      "29 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-20, validFrom 2021-05-20", [.error],
      "issued after 20 days, though valid later"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-05-20, validFrom 2021-04-20", [.error],
      "valid before it is issued"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@paper 2021-01-01..2021-03-31, issueDate 2021-04-20, validFrom 2021-04-20", [.error],
      "the register knows the permit"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@paper 2021-01-01..2021-03-31, previousValidUntil 2021-02-28, validFrom 2021-06-01",
      [.error], "a fact contradicts the register"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@paper 2020-01-01..2021-03-31 service:temporary-residence-permit, validFrom 2021-04-10", [],
      "a paper of another service"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "previousValidUntil 2021-03-31, issueDate 2021-04-11, validFrom 2021-04-11", [],
      "an edition with ten days", parameters: ["days": .count(10)]),
    RuleRow(
      "LIM-GAP-30", .extend, "previousValidUntil 2021-03-31, validFrom 2021-04-01", [],
      "an extension waits for nothing"),

    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-11", [],
      "the next day"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-10", [],
      "the last day itself"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-12",
      [.warning], "a day later"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "previousValidUntil 2021-03-10, validFrom 2021-03-09",
      [.warning], "a day earlier"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend, "@paper 2021-02-10..2021-03-10, validFrom 2021-03-20",
      [.warning], "the register knows the end"),
    RuleRow(
      "LIM-EXT-CONTINUITY", .extend,
      "@paper 2021-02-10..2021-03-10, previousValidUntil 2021-03-19, validFrom 2021-03-20",
      [.error], "a fact contradicts the register"),

    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "previousValidUntil 2020-12-31, leftInTime true", [], "left"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "previousValidUntil 2020-12-31, leftInTime false", [.error],
      "stayed"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "@paper 2020-10-01..2020-12-31, leftInTime false", [.error],
      "the register knows the permit"),
    RuleRow("LIM-LEFT-IN-TIME", .grant, "leftInTime false", [], "no permit before"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .refuse, "previousValidUntil 2020-12-31, leftInTime false", [],
      "a refusal is not blocked"),
  ]

  static let conditions: [RuleRow] = [
    RuleRow("LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-01-20", [], "crossed before"),
    RuleRow("LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-02-09", [], "on the issue date"),
    RuleRow("LIM-LEGAL-ENTRY", .grant, "borderCrossingDate 2021-02-10", [.error], "not yet here"),
    RuleRow("LIM-LEGAL-ENTRY", .refuse, "", [], "a refusal is not blocked"),

    RuleRow("LIM-VISA-FREE", .grant, "citizenship UZB, @visaFree UZB+KGZ", [], "in the list"),
    RuleRow("LIM-VISA-FREE", .grant, "citizenship IND, @visaFree UZB+KGZ", [.error], "not in it"),
    RuleRow("LIM-VISA-FREE", .refuse, "citizenship IND, @visaFree UZB", [], "a refusal"),

    RuleRow("LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 3", [], "as many"),
    RuleRow("LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 4", [], "more"),
    RuleRow("LIM-TAX-COVERS", .grant, "termMonths 3, taxPaidMonths 2", [.error], "one month short"),
    RuleRow("LIM-TAX-COVERS", .extend, "termMonths 3, taxPaidMonths 1", [.error], "on extension"),

    RuleRow("LIM-CHECKS", .grant, "hasConviction false, isWanted false", [], "both negative"),
    RuleRow("LIM-CHECKS", .grant, "hasConviction false, isWanted true", [.error], "wanted"),
    RuleRow("LIM-CHECKS", .grant, "hasConviction true, isWanted false", [.warning], "convicted"),
    RuleRow("LIM-CHECKS", .grant, "hasConviction true, isWanted true", [.error, .warning], "both"),
    RuleRow("LIM-CHECKS", .grant, "isWanted true", [.error], "wanted, the other check not given"),
    RuleRow("LIM-CHECKS", .refuse, "isWanted true", [], "a refusal is not blocked"),

    RuleRow("LIM-FINGERPRINT", .grant, "fingerprintCertificate true", [], "a certificate"),
    RuleRow("LIM-FINGERPRINT", .grant, "fingerprintCertificate false", [.error], "none"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2020, applicationDate 2021-02-08", [],
      "a permit in the year before"),
    RuleRow(
      "LIM-FINGERPRINT", .grant, "previousPermitYear 2020, applicationDate 2021-02-08", [],
      "then the certificate is not asked for"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2019, applicationDate 2021-02-08",
      [.error], "two years before"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2018, applicationDate 2021-02-08",
      [.error], "the example of the dossier"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, previousPermitYear 2021, applicationDate 2021-10-08",
      [.warning], "the same year: the act is silent"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      "fingerprintCertificate false, @paper 2020-10-01..2020-12-31, applicationDate 2021-02-08",
      [], "the register knows the permit"),
    RuleRow("LIM-FINGERPRINT", .extend, "fingerprintCertificate false", [], "only the first"),

    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 1975, employerAddress Алматы", [], "all three"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName '', employerBirthYear 1975, employerAddress ''", [.error, .error], "two blank"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 2022, employerAddress Алматы", [.error],
      "born after the issue date"),
    RuleRow(
      "LIM-EXT-EMPLOYER", .extend,
      "employerName А Б, employerBirthYear 75, employerAddress Алматы", [.error], "no year"),
    RuleRow("LIM-EXT-EMPLOYER", .grant, "employerName ''", [], "only on extension"),

    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned true, employerSigned true",
      [], "both"),
    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned true, employerSigned false",
      [.error], "only the applicant"),
    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, applicantSigned false, employerSigned false",
      [.error, .error], "nobody"),
    RuleRow(
      "LIM-EXT-PORTAL-SIGS", .extend, "channel portal, employerSigned false", [.error],
      "one is false, the other absent"),
    RuleRow("LIM-EXT-PORTAL-SIGS", .extend, "channel state-corporation", [], "not the portal"),

    RuleRow("LIM-PORTAL-ONLY-EXT", .extend, "channel portal", [], "an extension"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .grant, "channel portal", [.error], "a first permit"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .duplicate, "channel portal", [.error], "a duplicate"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .grant, "channel state-corporation", [], "not the portal"),
    RuleRow("LIM-PORTAL-ONLY-EXT", .refuse, "channel portal", [], "a refusal is not blocked"),

    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind natural-person, workKind domestic", [], "household"),
    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind legal-entity, workKind domestic", [.error], "a firm"),
    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind natural-person, workKind construction", [.error],
      "other work"),
    RuleRow(
      "LIM-CATEGORY", .grant, "employerKind legal-entity", [.error], "the kind of work absent"),
    RuleRow("LIM-CATEGORY", .grant, "workKind construction", [.error], "the employer absent"),

    RuleRow("LIM-QUOTA", .grant, "quotaLeft 5", [], "five left"),
    RuleRow("LIM-QUOTA", .grant, "quotaLeft 1", [], "the last"),
    RuleRow("LIM-QUOTA", .grant, "quotaLeft 0", [.error], "used up"),
    RuleRow("LIM-QUOTA", .extend, "quotaLeft 0", [], "an extension takes none"),
  ]

  static let papers: [RuleRow] = [
    RuleRow("LIM-EXT-MARK", .extend, "@mark", [], "an extension with it"),
    RuleRow("LIM-EXT-MARK", .extend, "", [.error], "an extension without it"),
    RuleRow("LIM-EXT-MARK", .grant, "@mark", [.error], "a first permit with it"),
    RuleRow("LIM-EXT-MARK", .grant, "", [], "a first permit without it"),
    RuleRow("LIM-EXT-MARK", .duplicate, "@mark", [], "a duplicate of an extension"),

    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName KARIMOV ANVAR", [], "capitals"),
    RuleRow(
      "LIM-LATIN-NAME", .grant, "latinFullName Yıldız-Öz Çağrı St. O\u{2019}Neil", [], "Turkish"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName O\u{2BB}ktam G\u{2BC}ulom D'Arc", [], "Uzbek"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName Nguye\u{302}\u{303}n", [], "combining marks"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName КАРИМОВ АНВАР", [.error], "Cyrillic"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName KАRIMOV", [.error], "one Cyrillic letter"),
    RuleRow("LIM-LATIN-NAME", .refuse, "latinFullName Ə ΑΒΓ", [.error], "Greek"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName KARIMOV 2", [.error], "a digit"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName --", [.error], "no letter"),
    RuleRow(
      "LIM-LATIN-NAME", .grant, "latinFullName KARIMOV|КАРИМОВ", [.error], "another text in ru"),

    RuleRow("LIM-QR", .grant, "", [], "the seal holds holder and term"),
    RuleRow("LIM-QR", .extend, "@sealed less", [.error], "the seal holds no term"),
    RuleRow("LIM-QR", .refuse, "@sealed less", [], "a refusal has no term"),

    RuleRow("LIM-TWO-COPIES", .grant, "@copies 2", [], "two"),
    RuleRow("LIM-TWO-COPIES", .grant, "@copies 1, channel state-corporation", [.error], "one"),
    RuleRow("LIM-TWO-COPIES", .grant, "@copies 3, channel state-corporation", [.error], "three"),
    RuleRow("LIM-TWO-COPIES", .extend, "@copies 1, channel portal", [], "downloaded"),

    RuleRow(
      "LIM-ACCREF-COPIES", .decline, "@copies 2, missingDocuments шарт", [], "two and a paper"),
    RuleRow(
      "LIM-ACCREF-COPIES", .decline, "@copies 1, missingDocuments шарт", [.error], "one copy"),
    RuleRow("LIM-ACCREF-COPIES", .decline, "@copies 2", [.error], "no paper named"),
    RuleRow(
      "LIM-ACCREF-COPIES", .decline, "@copies 2, missingDocuments ''", [.error], "a blank paper"),
    RuleRow("LIM-ACCREF-COPIES", .decline, "@copies 1", [.error, .error], "both"),

    RuleRow("LIM-FPC-COPIES", .inform, "@copies 2", [], "two"),
    RuleRow("LIM-FPC-COPIES", .inform, "@copies 1", [.error], "one"),
    RuleRow(
      "LIM-FPC-COPIES", .inform, "@copies 1", [], "by parameter", parameters: ["copies": .count(1)]),

    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      "@paper 2021-02-01..2021-03-01, applicationDate 2021-02-08, cause lost", [], "lost"),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      "@paper 2021-02-01..2021-02-09, applicationDate 2021-02-08, cause damaged", [], "its last day"
    ),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      "@paper 2021-02-01..2021-02-08, applicationDate 2021-02-08, cause lost", [.error],
      "ended the day before"),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      "@paper 2021-02-01..2021-03-01 status:1, applicationDate 2021-02-08, cause lost", [.error],
      "revoked"),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      "@paper 2021-02-01..2021-03-01, applicationDate 2021-02-08, cause second-copy", [.error],
      "no such cause"),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      "validUntil 2021-02-08, applicationDate 2021-02-08, cause lost", [.error],
      "an outside paper: the duplicate repeats its end"),

    RuleRow("LIM-ISSUER", .grant, "@body police", [], "police before the repeal"),
    RuleRow(
      "LIM-ISSUER", .grant, "@body internal-affairs", [], "internal affairs before the repeal"),
    RuleRow(
      "LIM-ISSUER", .grant, "@body local-executive-body", [.error], "akimat before the repeal"),
    RuleRow("LIM-ISSUER", .refuse, "@body state-corporation", [.error], "refusals too"),
    RuleRow("LIM-ISSUER", .grant, "@body police, issueDate 2022-04-25", [], "the last day"),
    RuleRow("LIM-ISSUER", .grant, "@body police, issueDate 2022-04-26", [.error], "the day after"),
    RuleRow("LIM-ISSUER", .grant, "@body local-executive-body, issueDate 2022-04-26", [], "akimat"),
    RuleRow(
      "LIM-ISSUER", .grant, "@body police, issueDate 2022-04-26", [], "another day is configured",
      parameters: ["localExecutiveBodyFrom": .text("2022-05-01")]),
    RuleRow("LIM-ISSUER", .grant, "@body unknown", [], "the reader refuses an unknown body"),

    RuleRow("LIM-FREE", .grant, "", [.information], "said for the record"),
    RuleRow("LIM-PERMIT-143-1", .grant, "", [.information], "said for the record"),
    RuleRow("LIM-PERMIT-143-1", .refuse, "", [], "a refusal has no term"),
    RuleRow(
      "LIM-RETENTION-1Y", .grant, "validUntil 2021-03-10", [.information], "said for the record"),
  ]

  static let deadlines: [RuleRow] = [
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-01, decisionDate 2021-03-02", [],
      "Monday to Tuesday"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-01, decisionDate 2021-03-01", [],
      "the same day"),
    RuleRow(
      "LIM-DECISION-1WD", .refuse, "acceptanceDate 2021-03-01, decisionDate 2021-03-03",
      [.warning], "Wednesday"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-01, decisionDate 2021-03-04",
      [.warning], "the example of the dossier"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-05, decisionDate 2021-03-08", [],
      "Friday to Monday"),
    RuleRow(
      "LIM-DECISION-1WD", .grant,
      "acceptanceDate 2021-03-05, decisionDate 2021-03-09, @holidays 2021-03-08", [],
      "the Monday is a holiday"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-06, decisionDate 2021-03-09", [],
      "handed in on Saturday: counts from Monday"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-06, decisionDate 2021-03-10",
      [.warning], "a day after that"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 2021-03-02, decisionDate 2021-03-01",
      [.warning], "decided before it was accepted"),
    RuleRow(
      "LIM-DECISION-1WD", .grant, "acceptanceDate 9999-12-31, decisionDate 9999-12-31", [],
      "the calendar ends: no endless search"),

    RuleRow(
      "LIM-PORTAL-30MIN", .extend,
      "channel portal, receivedAt 2021-03-01T10:00, decidedAt 2021-03-01T10:25", [], "25 minutes"),
    RuleRow(
      "LIM-PORTAL-30MIN", .extend,
      "channel portal, receivedAt 2021-03-01T10:00, decidedAt 2021-03-01T10:30", [], "30 minutes"),
    RuleRow(
      "LIM-PORTAL-30MIN", .extend,
      "channel portal, receivedAt 2021-03-01T10:00, decidedAt 2021-03-01T10:30:01", [.warning],
      "a second over"),
    RuleRow(
      "LIM-PORTAL-30MIN", .extend,
      "channel portal, receivedAt 2021-03-01T10:00, decidedAt 2021-03-01T09:59", [.warning],
      "decided before it was received"),
    RuleRow("LIM-PORTAL-30MIN", .extend, "channel state-corporation", [], "not the portal"),

    RuleRow(
      "LIM-FALSE-30MIN", .refuse,
      "groundIds LIM-R1, receivedAt 2021-03-01T09:00, decidedAt 2021-03-01T09:20", [],
      "20 minutes"),
    RuleRow(
      "LIM-FALSE-30MIN", .refuse,
      "groundIds LIM-R1, receivedAt 2021-03-01T09:00, decidedAt 2021-03-02T09:00", [.warning],
      "the next day"),
    RuleRow(
      "LIM-FALSE-30MIN", .refuse,
      "groundIds LIM-R1, receivedAt 2021-03-01T23:50, decidedAt 2021-03-02T00:10", [.warning],
      "20 minutes over midnight"),
    RuleRow("LIM-FALSE-30MIN", .refuse, "groundIds LIM-R2", [], "another ground"),

    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-01, decisionDate 2021-03-04", [],
      "Monday to Thursday"),
    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-01, decisionDate 2021-03-05",
      [.warning], "Friday"),
    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-01, decisionDate 2021-03-09",
      [.warning], "the example of the dossier"),
    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-06, decisionDate 2021-03-10", [],
      "received on Saturday"),
    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-06, decisionDate 2021-03-11",
      [.warning], "received on Saturday, which is not moved"),
  ]
}
