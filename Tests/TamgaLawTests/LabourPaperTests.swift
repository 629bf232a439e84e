import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct LabourPaperTests {
  @Test(arguments: papers) func judgesPapers(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: deadlines) func judgesDeadlines(_ row: RuleRow) throws { try row.check() }

  static let papers: [RuleRow] = [
    RuleRow("LIM-EXT-MARK", .extend, "@mark", [], "an extension with it"),
    RuleRow("LIM-EXT-MARK", .extend, "", [.error], "an extension without it"),
    RuleRow("LIM-EXT-MARK", .grant, "@mark", [.error], "a first permit with it"),
    RuleRow("LIM-EXT-MARK", .grant, "", [], "a first permit without it"),
    RuleRow("LIM-EXT-MARK", .duplicate, "@mark", [], "a duplicate of an extension"),
    RuleRow(
      "LIM-EXT-MARK", .duplicate, "originalMark extended", [], "of an outside extension"),
    RuleRow(
      "LIM-EXT-MARK", .duplicate, "originalMark extended, @paper none kind:longer", [],
      "the register says the same"),
    RuleRow(
      "LIM-EXT-MARK", .duplicate, "originalMark extended, @paper none kind:first", [.error],
      "the register knows a first permit"),
    RuleRow(
      "LIM-EXT-MARK", .duplicate,
      "originalMark extended, @paper none kind:longer, @paper none kind:copy", [],
      "a second duplicate of an extension"),
    RuleRow(
      "LIM-EXT-MARK", .duplicate,
      "originalMark extended, @paper none kind:first, @paper none kind:copy", [.error],
      "a second duplicate of a first permit"),
    RuleRow("LIM-EXT-MARK", .duplicate, "@paper none kind:longer", [], "derived"),

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
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName SMITH\u{2011}JONES", [.error], "U+2011"),
    RuleRow("LIM-LATIN-NAME", .grant, "latinFullName O\u{2018}LMASOV", [.error], "U+2018"),
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
      """
      LIM-FPC-COPIES
      """,
      .inform, "@copies 1", [], "by parameter", parameters: ["copies": .count(1)]),

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
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      """
      @paper 2021-02-01..2021-03-01 issued:2021-01-29, applicationDate 2021-02-08, cause lost, \
      originalIssueDate 2021-01-29
      """, [], "the day of the original as the register has it"),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      """
      @paper 2021-02-01..2021-03-01 issued:2021-01-29, applicationDate 2021-02-08, cause lost, \
      originalIssueDate 2021-01-30
      """, [.error], "another day"),
    RuleRow(
      "LIM-DUPLICATE", .duplicate,
      """
      @paper 2021-02-01..2021-03-01 issued:2021-01-29, \
      @paper 2021-02-01..2021-03-01 issued:2021-02-03 kind:copy, applicationDate 2021-02-08, \
      cause lost, originalIssueDate 2021-02-03
      """, [.error], "the day of its first duplicate"),

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

    RuleRow(
      "LIM-REVOKE-NOTIFY", .revoke, "@also labour-immigrant-permit-revocation-notice", [],
      "makes the notice"),
    RuleRow(
      "LIM-REVOKE-NOTIFY", .revoke, "@also other+labour-immigrant-permit-revocation-notice", [],
      "among others"),
    RuleRow("LIM-REVOKE-NOTIFY", .revoke, "", [.error], "makes nothing else"),
    RuleRow("LIM-REVOKE-NOTIFY", .revoke, "@also exit-pr-notification", [.error], "another paper"),
    RuleRow("LIM-REVOKE-NOTIFY", .inform, "", [], "the notice makes no notice"),

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
      [.warning], "the example of rules.md"),
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
      [.warning], "the example of rules.md"),
    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-06, decisionDate 2021-03-10", [],
      "received on Saturday"),
    RuleRow(
      "LIM-REVOKE-3WD", .revoke, "informationReceivedDate 2021-03-06, decisionDate 2021-03-11",
      [.warning], "received on Saturday, which is not moved"),
  ]
}
