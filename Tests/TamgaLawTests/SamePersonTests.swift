import TamgaDomain
import Testing

@testable import TamgaLaw

/// Papers that the register finds by the person, not by `previous`.
@Suite struct SamePersonTests {
  @Test(arguments: papers) func judgesPapers(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: permits) func judgesPermits(_ row: RuleRow) throws { try row.check() }

  private static let term = "validFrom 2021-02-10, validUntil 2021-03-10"

  static let papers: [RuleRow] = [
    RuleRow("GEN-SAME-PERSON", .grant, term, [], "nobody is known"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-03-10..2021-04-10 kind:kind", [.error],
      "one day in common, at the end"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-01-10..2021-02-10 kind:kind", [.error],
      "one day in common, at the beginning"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-03-11..2021-04-10 kind:kind", [.warning],
      "the day after"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-01-10..2021-02-09 kind:kind", [.warning],
      "the day before"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2020-01-10..2021-12-09 kind:kind", [.error],
      "within a longer one"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-01-10..2021-04-09 kind:extension",
      [.error], "an extension has a term too"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person none kind:refusal", [],
      "another paper without a term"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person none kind:kind issued:2020-01-01", [.error],
      "a paper of the kind that never ends"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, "validFrom 2021-02-10, @person 2030-01-01..2031-01-01 kind:kind",
      [.error], "this paper never ends"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-01-10..2021-12-09 kind:kind status:1", [],
      "revoked"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-01-10..2021-12-09 kind:kind status:2",
      [.error], "suspended"),
    RuleRow(
      "GEN-SAME-PERSON", .grant, term + ", @person 2021-01-10..2021-12-09 kind:kind status:3",
      [.error], "superseded"),
    RuleRow(
      "GEN-SAME-PERSON", .grant,
      """
      \(term), @person 2021-01-10..2021-12-09 kind:copy status:1, \
      @person 2021-01-10..2021-12-09 kind:kind status:3
      """, [], "superseded by one that is revoked"),
    RuleRow(
      "GEN-SAME-PERSON", .grant,
      """
      \(term), @person 2021-06-01..2021-07-09 kind:copy, \
      @person 2021-01-10..2021-12-09 kind:copy status:1, \
      @person 2021-01-10..2021-12-09 kind:kind status:3
      """, [.error], "superseded, and another one is in force"),
    RuleRow(
      "GEN-SAME-PERSON", .grant,
      term + ", @person 2021-01-10..2021-12-09 kind:kind service:temporary-residence-permit", [],
      "a paper of another service"),
    RuleRow(
      "GEN-SAME-PERSON", .grant,
      """
      \(term), @person 2019-01-10..2019-12-09 kind:kind, @person 2021-01-10..2021-12-09 kind:kind
      """, [.error], "the overlap is not the newest"),
    RuleRow(
      "GEN-SAME-PERSON", .grant,
      term + ", @paper 2020-01-10..2020-12-09, @person 2020-01-10..2020-12-09 kind:kind", [],
      "the decision names the paper before"),
    RuleRow(
      "GEN-SAME-PERSON", .grant,
      term + ", @paper 2021-01-10..2021-12-09, @person 2021-01-10..2021-12-09 kind:kind", [.error],
      "named, and still overlapping"),
    RuleRow(
      "GEN-SAME-PERSON", .extend, term + ", @person 2021-01-10..2021-12-09 kind:kind", [],
      "only new papers are judged"),
  ]

  static let permits: [RuleRow] = [
    RuleRow(
      "LIM-GAP-30", .grant,
      "@person 2021-01-01..2021-03-31, issueDate 2021-04-29, validFrom 2021-05-01", [.error],
      "29 days, under a new passport"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@person 2021-01-01..2021-03-31, issueDate 2021-04-30, validFrom 2021-05-01", [.warning],
      "30 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@person 2021-01-01..2021-03-31, issueDate 2021-05-01, validFrom 2021-05-01", [], "31 days"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @person 2020-01-01..2020-03-31, @person 2021-01-01..2021-04-20, \
      @person 2021-01-01..2021-03-31, issueDate 2021-05-01, validFrom 2021-05-01
      """, [.error], "the latest end counts"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @person 2021-01-01..2021-04-20, previousValidUntil 2020-03-31, issueDate 2021-05-01, \
      validFrom 2021-05-01
      """, [.error], "the record names an older one"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @person 2020-01-01..2020-04-20, previousValidUntil 2021-04-20, issueDate 2021-05-01, \
      validFrom 2021-05-01
      """, [.error], "the record names a newer one, and it is said once"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      previous A-1, @person 2021-01-01..2021-04-20, issueDate 2021-05-01, validFrom 2021-05-01
      """, [.error], "an outside number hides nothing"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @paper 2020-01-01..2020-04-20, @person 2021-01-01..2021-04-20, issueDate 2021-05-01, \
      validFrom 2021-05-01
      """, [], "the register holds the paper that the decision names"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@person 2021-06-01..2021-07-01, issueDate 2021-05-01, validFrom 2021-05-01", [],
      "a permit that begins later is not the previous one"),
    RuleRow(
      "LIM-GAP-30", .grant, "@person none, issueDate 2021-05-01, validFrom 2021-05-01", [],
      "a refusal has no term"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @person 2021-01-01..2021-04-20 service:temporary-residence-permit, issueDate 2021-05-01, \
      validFrom 2021-05-01
      """, [], "a paper of another service"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@person 2021-01-01..2021-04-20 status:1, issueDate 2021-05-01, validFrom 2021-05-01",
      [.warning], "revoked: the register does not say when"),
    RuleRow(
      "LIM-GAP-30", .grant,
      "@person 2021-01-01..2021-04-01 status:1, issueDate 2021-05-01, validFrom 2021-05-01", [],
      "revoked, 30 days after its end"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @person 2021-01-01..2021-05-20 status:1, @person 2021-01-01..2021-04-20, \
      issueDate 2021-05-01, validFrom 2021-05-01
      """, [.error], "one revoked and one that ended"),
    RuleRow(
      "LIM-GAP-30", .grant,
      """
      @person 2021-01-01..2021-05-20 status:1, @person 2020-10-01..2020-12-31, \
      previousValidUntil 2021-01-31, issueDate 2021-05-01, validFrom 2021-05-01
      """, [.warning], "a revoked one is not hidden by what the record names"),

    RuleRow(
      "LIM-LEFT-IN-TIME", .grant,
      "@person 2020-10-01..2020-12-31, leftInTime false, validFrom 2021-02-10", [.error], "stayed"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .grant,
      "@person 2020-10-01..2020-12-31, leftInTime true, validFrom 2021-02-10", [], "left"),
    RuleRow(
      "LIM-LEFT-IN-TIME", .grant, "@person none, leftInTime false, validFrom 2021-02-10", [],
      "a refusal before"),

    RuleRow(
      "LIM-FINGERPRINT", .grant,
      """
      @person 2020-10-01..2020-12-31, applicationDate 2021-02-08, fingerprintCertificate false
      """, [], "a permit of the year before"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      """
      @person 2020-01-01..2020-12-31 issued:2019-12-28, applicationDate 2021-02-08, \
      fingerprintCertificate false
      """, [.error], "issued two years before"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      """
      @person 2021-01-05..2021-02-04, applicationDate 2021-02-08, fingerprintCertificate false
      """, [.warning], "a permit of the same year"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      """
      @person 2021-01-05..2021-02-04, @person 2020-10-01..2020-12-31, \
      applicationDate 2021-02-08, fingerprintCertificate false
      """, [], "one of each year"),
    RuleRow(
      "LIM-FINGERPRINT", .grant,
      """
      @person 2020-10-01..2020-12-31 status:1, previousPermitYear 2018, \
      applicationDate 2021-02-08, fingerprintCertificate false
      """, [], "revoked, but the fingerprints were taken"),

    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      """
      previous A-1, @person 2021-02-10..2021-11-10, firstValidFrom 2021-11-11, \
      validFrom 2021-11-11, validUntil 2022-02-11
      """, [.error], "a later first day under a new number"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      """
      previous A-1, @person 2021-02-10..2021-11-10, firstValidFrom 2021-11-11, \
      validFrom 2021-11-11, validUntil 2022-02-10
      """, [], "within twelve months of the first"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      """
      previous A-1, @person 2021-08-10..2021-11-10, firstValidFrom 2021-02-01, \
      validFrom 2021-11-11, validUntil 2022-02-10
      """, [.error], "an outside paper began before"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      "@person 2021-02-10..2021-11-10, validFrom 2021-11-11, validUntil 2022-02-11", [.error],
      "the record says nothing"),
    RuleRow(
      "LIM-TOTAL-CAP", .extend,
      """
      @person 2021-08-10..2021-11-10, @person 2021-02-10..2021-07-31, validFrom 2021-11-11, \
      validUntil 2022-02-11
      """, [.error], "through a chain with a gap of ten days"),
    RuleRow(
      "LIM-TOTAL-CAP", .grant,
      "@person 2021-02-10..2021-12-10, validFrom 2022-01-08, validUntil 2022-02-11", [.error],
      "29 days after: the chain goes on"),
    RuleRow(
      "LIM-TOTAL-CAP", .grant,
      "@person 2021-02-10..2021-12-10, validFrom 2022-01-09, validUntil 2022-04-09", [],
      "30 days after: a chain of its own"),
    RuleRow(
      "LIM-TOTAL-CAP", .grant,
      "@person 2021-02-10..2021-12-10 status:1, validFrom 2022-01-08, validUntil 2022-02-11", [],
      "revoked: its chain has ended"),
  ]
}
