import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct QualificationRuleTests {
  @Test(arguments: terms) func judgesTerms(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: papers) func judgesPapers(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: deadlines) func judgesDeadlines(_ row: RuleRow) throws { try row.check() }

  static let terms: [RuleRow] = [
    RuleRow(
      "QC-FIRST-TERM", .grant, "validFrom 2026-02-01, validUntil 2026-05-01", [], "three months"),
    RuleRow(
      "QC-FIRST-TERM", .grant, "validFrom 2026-02-01, validUntil 2026-05-02", [.error], "a day over"
    ),
    RuleRow(
      "QC-FIRST-TERM", .grant, "validFrom 2025-11-30, validUntil 2026-02-28", [],
      "the last day of a short month"),
    RuleRow(
      "QC-FIRST-TERM", .grant, "validFrom 2026-02-01, validUntil 2026-08-01", [.error],
      "the example of rules.md"),
    RuleRow(
      "QC-EXT-TERM", .extend,
      "contractUntil 2028-01-31, validFrom 2026-05-02, validUntil 2028-01-31", [],
      "to the end of the contract"),
    RuleRow(
      "QC-EXT-TERM", .extend,
      "contractUntil 2028-01-31, validFrom 2026-05-02, validUntil 2028-02-01", [.error],
      "a day over the contract"),
    RuleRow(
      "QC-EXT-TERM", .extend,
      "contractUntil 2031-01-31, validFrom 2026-05-02, validUntil 2029-05-02", [], "three years"),
    RuleRow(
      "QC-EXT-TERM", .extend,
      "contractUntil 2031-01-31, validFrom 2026-05-02, validUntil 2029-05-03", [.error],
      "a day over three years"),
    RuleRow(
      "QC-EXT-TERM", .extend, "validFrom 2026-05-02, validUntil 2029-06-01", [.error],
      "over three years, the contract not given"),
    RuleRow(
      "QC-EXT-TERM", .grant, "validFrom 2026-05-02, validUntil 2029-06-01", [],
      "first issues have their own rule"),
    RuleRow(
      "QC-SAME-VALIDITY", .reissue,
      "@paper 2026-02-10..2026-05-10, validFrom 2026-02-10, validUntil 2026-05-10", [], "kept"),
    RuleRow(
      "QC-SAME-VALIDITY", .duplicate,
      "@paper 2026-02-10..2026-05-10, validFrom 2026-02-10, validUntil 2026-05-11", [.warning],
      "a day longer"),
    RuleRow(
      "QC-SAME-VALIDITY", .reissue,
      """
      previousValidFrom 2026-02-10, previousValidUntil 2026-05-10, validFrom 2026-02-11, \
      validUntil 2026-05-09
      """,
      [.warning, .warning], "an outside paper"),
    RuleRow(
      "QC-EXPIRED", .extend, "@paper 2026-02-10..2026-05-10, issueDate 2026-05-10", [],
      "on the last day"),
    RuleRow(
      "QC-EXPIRED", .extend, "@paper 2026-02-10..2026-05-10, issueDate 2026-05-11", [.error],
      "the day after"),
    RuleRow(
      "QC-EXPIRED", .extend,
      "@paper 2026-02-10..2026-05-10, applicationDate 2026-05-10, issueDate 2026-05-12", [],
      "applied on the last day"),
    RuleRow(
      "QC-EXPIRED", .extend,
      "@paper 2026-02-10..2026-05-10, applicationDate 2026-05-11, issueDate 2026-05-12", [.error],
      "applied a day after"),
    RuleRow(
      "QC-EXPIRED", .reissue,
      "@paper 2026-02-10..2026-05-10, applicationDate 2026-05-10, issueDate 2026-05-12",
      [.warning], "nothing is left to reissue"),
    RuleRow(
      "QC-EXPIRED", .duplicate, "previousValidUntil 2026-05-01, issueDate 2026-06-01", [.error],
      "the example of rules.md"),
    RuleRow(
      "QC-EXPIRED", .reissue, "@paper 2026-02-10..2026-05-10 status:1, issueDate 2026-03-01",
      [.error], "revoked"),
    RuleRow(
      "QC-EXPIRED", .extend, "@paper 2026-02-10..2026-05-10 status:2, issueDate 2026-03-01",
      [.error], "suspended"),
    RuleRow(
      "QC-EXPIRED", .extend,
      "@paper 2026-02-10..2026-05-10, previousValidUntil 2026-06-10, issueDate 2026-05-01",
      [.error], "a fact contradicts the register"),
    RuleRow("QC-EXPIRED", .grant, "", [], "a first issue has none before"),
  ]

  static let papers: [RuleRow] = [
    RuleRow(
      "QC-EXT-DOCS", .extend,
      """
      applicationDate 2026-04-01, contractUntil 2028-01-31, previous A-1, employerName А, \
      employerIinBin 150340012340
      """,
      [], "all five"),
    RuleRow(
      "QC-EXT-DOCS", .extend,
      """
      applicationDate 2026-04-01, contractUntil 2028-01-31, @paper 2026-02-10..2026-05-10, \
      employerName '', employerIinBin ''
      """,
      [.error, .error], "a blank employer"),
    RuleRow("QC-EXT-DOCS", .grant, "employerName ''", [], "only on extension"),

    RuleRow(
      "QC-REISSUE-NEW-NUMBER", .reissue, "certificateNumber 57/2, previousCertificateNumber 12/2",
      [], "a new number"),
    RuleRow(
      "QC-REISSUE-NEW-NUMBER", .reissue, "certificateNumber 12/2, previousCertificateNumber 12/2",
      [.error], "the same number"),
    RuleRow(
      "QC-REISSUE-NEW-NUMBER", .reissue, "certificateNumber 12/2, previous 12/2~1", [.error],
      "the same number, named as a copy"),
    RuleRow(
      "QC-REISSUE-NEW-NUMBER", .reissue,
      "certificateNumber 12/2, @paper 2026-02-10..2026-05-10 number:12/2", [.error],
      "the register knows it"),
    RuleRow("QC-REISSUE-NEW-NUMBER", .reissue, "", [], "none given: one is allotted"),

    RuleRow("QC-REISSUE-CAUSE", .reissue, "cause employer-changed", [], "another employer"),
    RuleRow("QC-REISSUE-CAUSE", .reissue, "cause name-changed", [], "another name"),
    RuleRow("QC-REISSUE-CAUSE", .reissue, "cause document-changed", [], "another document"),
    RuleRow("QC-REISSUE-CAUSE", .reissue, "cause address-changed", [.error], "another address"),
    RuleRow("QC-REISSUE-CAUSE", .reissue, "cause lost", [.error], "that is a duplicate"),

    RuleRow(
      "QC-DUPLICATE", .duplicate,
      "cause lost, changeDate 2026-03-02, applicationDate 2026-03-06", [], "lost"),
    RuleRow(
      "QC-DUPLICATE", .duplicate,
      "cause damaged, changeDate 2026-03-02, applicationDate 2026-03-09", [], "five working days"),
    RuleRow(
      "QC-DUPLICATE", .duplicate,
      "cause lost, changeDate 2026-03-02, applicationDate 2026-03-10", [.warning], "six"),
    RuleRow(
      "QC-DUPLICATE", .duplicate,
      "cause need-second-copy, changeDate 2026-03-02, applicationDate 2026-03-06", [.error],
      "no such cause"),
    RuleRow("QC-DUPLICATE", .duplicate, "cause need-second-copy", [.error], "the dates not given"),
    RuleRow(
      "QC-DUPLICATE", .duplicate,
      """
      cause lost, changeDate 2026-03-02, applicationDate 2026-03-06, originalIssueDate 2026-02-10, \
      @paper 2026-02-10..2026-05-10 issued:2026-02-09
      """, [.error], "another day of the original"),
    RuleRow(
      "QC-DUPLICATE", .duplicate,
      """
      cause lost, changeDate 2026-03-02, applicationDate 2026-03-06, certificateNumber 57/2, \
      @paper 2026-02-10..2026-05-10 number:12/2
      """,
      [.warning], "another number"),

    RuleRow("QC-PROFESSION", .grant, "professionListed true", [], "listed"),
    RuleRow("QC-PROFESSION", .grant, "professionListed false", [.error], "not listed"),
    RuleRow("QC-PROFESSION", .extend, "professionListed false", [], "judged on first issue"),
    RuleRow("QC-SCORE-6", .grant, "score 6", [], "six"),
    RuleRow("QC-SCORE-6", .grant, "score 5", [.error], "five"),
    RuleRow(
      "QC-SCORE-6", .grant, "score 7", [.error], "by parameter", parameters: ["points": .count(8)]),
    RuleRow(
      "QC-COMMISSION", .grant, "minutesNumber 14, minutesDate 2021-02-09", [], "the same day"),
    RuleRow("QC-COMMISSION", .grant, "minutesNumber 14, minutesDate 2021-02-05", [], "minutes"),
    RuleRow(
      "QC-COMMISSION", .grant, "minutesNumber '', minutesDate 2021-02-05", [.error], "no number"),
    RuleRow(
      "QC-COMMISSION", .grant, "minutesNumber 14, minutesDate 2021-02-10", [.error],
      "later than the certificate"),
    RuleRow("QC-EDS", .grant, "@signer", [], "the office signs"),
    RuleRow("QC-EDS", .grant, "", [.warning], "the office has no signer"),
    RuleRow("QC-FREE", .grant, "", [.information], "said for the record"),
    RuleRow(
      """
      QC-REVOKE-ACT
      """,
      .revoke, "inspectionActNumber 7, inspectionActDate 2021-02-01", [], "an act"),
    RuleRow(
      "QC-REVOKE-ACT", .revoke, "inspectionActNumber 7, inspectionActDate 2021-02-09", [],
      "an act of the same day"),
    RuleRow(
      "QC-REVOKE-ACT", .revoke, "inspectionActNumber '', inspectionActDate 2021-02-01", [.error],
      "no number"),
    RuleRow(
      "QC-REVOKE-ACT", .revoke, "inspectionActNumber 7, inspectionActDate 2021-02-10", [.error],
      "later than the decision"),
  ]

  static let deadlines: [RuleRow] = [
    RuleRow(
      "QC-ISSUE-5WD", .grant, "acceptanceDate 2026-02-02, decisionDate 2026-02-09", [],
      "Monday to Monday"),
    RuleRow(
      "QC-ISSUE-5WD", .grant, "acceptanceDate 2026-02-02, decisionDate 2026-02-10", [.warning],
      "Tuesday"),
    RuleRow(
      "QC-ISSUE-5WD", .refuse, "acceptanceDate 2026-02-02, decisionDate 2026-02-12", [.warning],
      "the example of rules.md"),
    RuleRow(
      "QC-EXT-3WD", .extend, "acceptanceDate 2026-02-02, decisionDate 2026-02-05", [],
      "Monday to Thursday"),
    RuleRow(
      "QC-EXT-3WD", .extend, "acceptanceDate 2026-02-02, decisionDate 2026-02-06", [.warning],
      "Friday"),
    RuleRow(
      "QC-REISSUE-3WD", .reissue, "acceptanceDate 2026-02-02, decisionDate 2026-02-05", [],
      "Thursday"),
    RuleRow(
      "QC-REISSUE-3WD", .reissue, "acceptanceDate 2026-02-02, decisionDate 2026-02-06", [.warning],
      "Friday"),
    RuleRow(
      "QC-DUP-3WD", .duplicate, "acceptanceDate 2026-02-02, decisionDate 2026-02-05", [],
      "Thursday"),
    RuleRow(
      "QC-DUP-3WD", .duplicate, "acceptanceDate 2026-02-02, decisionDate 2026-02-10", [.warning],
      "the next Tuesday"),
    RuleRow(
      "QC-REISSUE-5WD", .reissue, "changeDate 2026-02-02, applicationDate 2026-02-09", [],
      "Monday to Monday"),
    RuleRow(
      "QC-REISSUE-5WD", .reissue, "changeDate 2026-02-02, applicationDate 2026-02-10", [.warning],
      "Tuesday"),
    RuleRow(
      "QC-REISSUE-5WD", .reissue,
      "changeDate 2026-02-02, applicationDate 2026-02-10, @holidays 2026-02-04", [],
      "a holiday between"),
    RuleRow(
      "QC-EMPLOYER-5WD", .inform, "contractDate 2026-02-02, applicationDate 2026-02-09", [],
      "Monday to Monday"),
    RuleRow(
      "QC-EMPLOYER-5WD", .inform, "contractDate 2026-02-02, applicationDate 2026-03-02", [.warning],
      "a month"),
    RuleRow(
      "QC-EMPLOYER-5WD", .reissue,
      "cause name-changed, changeDate 2026-02-02, applicationDate 2026-03-02", [],
      "it gives no new contract"),
    RuleRow(
      "QC-EMPLOYER-5WD", .reissue,
      "cause employer-changed, contractDate 2026-02-02, applicationDate 2026-02-10", [.warning],
      "a new employer, a day late"),
    RuleRow(
      "QC-CONTRACT-END-5WD", .inform, "contractEndDate 2026-02-02, applicationDate 2026-02-09", [],
      "in time"),
    RuleRow(
      "QC-CONTRACT-END-5WD", .inform, "contractEndDate 2026-02-02, applicationDate 2026-02-10",
      [.information], "late, but voluntary"),
  ]
}
