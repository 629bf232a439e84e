import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct ResidenceStayTests {
  @Test(arguments: stays) func judgesStays(_ row: RuleRow) throws { try row.check() }

  static let stays: [RuleRow] = [
    RuleRow(
      "TRP-FAMILY", .grant,
      """
      stayPurpose family-reunification, @familyTerm 12, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      [], "within the cap"),
    RuleRow(
      "TRP-FAMILY", .grant,
      """
      stayPurpose family-reunification, @familyTerm 12, validFrom 2024-04-01, \
      validUntil 2025-04-02
      """,
      [.error], "a day over the cap"),
    RuleRow(
      "TRP-FAMILY", .grant,
      "stayPurpose family-reunification, validFrom 2024-04-01, validUntil 2025-04-01", [.warning],
      "no cap is set"),
    RuleRow(
      "TRP-FAMILY", .grant, "stayPurpose family-reunification, workPermitUntil 2024-06-10", [],
      "the family of a worker goes by the worker's rule"),

    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      """
      aifc investor, petitionerKind aifc-administration, validFrom 2024-04-01, \
      validUntil 2025-04-01
      """,
      [], "the first year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      """
      aifc investor, petitionerKind aifc-administration, validFrom 2024-04-01, \
      validUntil 2025-04-02
      """,
      [.error], "longer than a year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      """
      aifc investor, petitionerKind aifc-administration, firstValidFrom 2020-04-01, \
      validFrom 2024-04-01, validUntil 2025-04-01
      """,
      [], "the fifth year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      """
      aifc investor, petitionerKind aifc-administration, firstValidFrom 2019-04-01, \
      validFrom 2024-04-01, validUntil 2024-04-02
      """,
      [.error], "the sixth year"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      """
      aifc investor-family, residentUntil 2025-04-01, petitionerKind aifc-administration, \
      validFrom 2024-04-01, validUntil 2025-04-01
      """,
      [], "the family with the resident"),
    RuleRow(
      "TRP-AIFC-INVESTOR", .grant,
      """
      aifc investor-family, residentUntil 2025-03-31, petitionerKind aifc-administration, \
      validFrom 2024-04-01, validUntil 2025-04-01
      """,
      [.error], "a day longer than the resident"),

    RuleRow(
      "TRP-BUSINESS", .extend,
      """
      stayPurpose business, petitionerKind local-executive-body, firstValidFrom 2024-04-01, \
      validFrom 2026-04-01, validUntil 2027-04-01
      """,
      [], "the third year"),
    RuleRow(
      "TRP-BUSINESS", .extend,
      """
      stayPurpose business, petitionerKind local-executive-body, firstValidFrom 2024-04-01, \
      validFrom 2026-04-02, validUntil 2027-04-02
      """,
      [.error], "a day into the fourth"),
    RuleRow(
      "TRP-BUSINESS", .extend,
      """
      stayPurpose business, petitionerKind local-executive-body, @paper 2023-04-01..2024-04-01, \
      @paper 2024-04-01..2025-04-01 kind:kind, validFrom 2026-01-01, validUntil 2026-04-02
      """,
      [.error], "the register knows the first day"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      """
      stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, \
      validUntil 2025-10-01
      """,
      [.error], "18 months at a time"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      """
      stayPurpose business, petitionerKind local-executive-body, firstValidFrom 2021-04-01, \
      validFrom 2024-04-01, validUntil 2024-05-01
      """,
      [.error], "a new permit, the whole stay over three years"),

    RuleRow(
      "TRP-BUSINESS", .extend,
      """
      stayPurpose business, petitionerKind local-executive-body, @paper 2023-04-01..2024-04-01, \
      firstValidFrom 2023-05-01, validFrom 2024-04-01, validUntil 2025-04-01
      """, [.error], "a fact contradicts the register"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, \
      validUntil 2024-10-01
      """,
      [], "six months"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, \
      validUntil 2024-10-02
      """,
      [.error], "a day over"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, \
      @paper 2024-04-01..2024-10-01, validFrom 2024-10-01, validUntil 2025-01-01
      """, [], "the first extension, known to the register"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-10-01, \
      validUntil 2025-01-01
      """,
      [], "extended by three months"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-10-01, \
      validUntil 2025-02-01
      """,
      [.error], "extended by four"),
    RuleRow(
      "TRP-TRAFFICKING", .extend,
      """
      stayPurpose trafficking-victim, petitionerKind local-executive-body, \
      @paper 2024-04-01..2024-10-01, @paper 2024-10-01..2025-01-01, validFrom 2025-01-01, \
      validUntil 2025-04-01
      """,
      [.warning], "extended again: the act is silent"),
  ]
}
