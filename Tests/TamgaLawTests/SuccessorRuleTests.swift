import TamgaDomain
import Testing

@testable import TamgaLaw

/// A paper that changes another names it, and is of the same person.
@Suite struct SuccessorRuleTests {
  private static let person =
    "latinFullName KARIMOV ANVAR, passportSeriesNumber FA1, citizenship UZB, birthDate 1990-05-17"

  static let rows: [RuleRow] = [
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@paper 2021-02-10..2021-05-10, previous A-1", [], "held"),
    RuleRow("GEN-SUCCESSOR-NAMED", .extend, "", [.error], "no number at all"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .revoke, "@service qualification-certificate, permitNumber A-1",
      [.warning], "a printed number only, no register"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .revoke,
      "@service qualification-certificate, @register, permitNumber A-1", [.error],
      "a printed number that the register does not hold"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .revoke, "@paper 2021-02-10..2021-05-10, @register", [],
      "a printed number that the register holds"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend,
      "@register, @registerSince 2021-02-01, previous ALA-20-1, previousChecked true, "
        + "previousIssueDate 2021-01-31", [], "outside, before the register"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend,
      "@register, @registerSince 2021-02-01, previous ALA-20-1, previousChecked true, "
        + "previousIssueDate 2021-02-01", [.error], "outside, on the first day of the register"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend,
      "@register, @registerSince 2021-02-01, previous NUR-20-1, previousChecked true, "
        + "previousIssueDate 2021-02-01", [], "of another office"),
    RuleRow("GEN-SUCCESSOR-NAMED", .grant, "", [], "a first paper"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@register, previous A-1", [.warning], "outside, not checked"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@register, previous A-1, previousChecked true", [],
      "outside, checked"),
    RuleRow(
      "GEN-SUCCESSOR-NAMED", .extend, "@register, previous A-1, previousChecked false", [.error],
      "outside, not found"),

    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1990-05-17, "
        + Self.person, [], "the same"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder Karimov-Anvar/FA 1/UZB/1990-05-17, "
        + Self.person, [], "typed otherwise"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA2/UZB/1990-05-17, "
        + Self.person, [], "a new passport"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1990, "
        + Self.person, [], "of a passport with the year alone"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1991, "
        + Self.person, [.error], "born in another year"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder PETROV IVAN/FA2/UZB/1990-05-17, "
        + Self.person, [.error], "another name and passport"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1990-05-18, "
        + Self.person, [.error], "born the day after"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/KGZ/1990-05-17, "
        + Self.person, [.error], "of another country"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .duplicate,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA2/UZB/1990-05-18, "
        + Self.person, [.error], "a stranger of the same name"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, "
        + Self.person, [], "nothing to compare"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .reissue,
      "@paper 2021-02-10..2021-05-10, @holder PETROV IVAN/FA1/UZB/1990-05-17, cause name-changed, "
        + Self.person, [], "a new name"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .reissue,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA2/UZB/1990-05-17, cause document-changed, "
        + Self.person, [], "a new passport"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .reissue,
      "@paper 2021-02-10..2021-05-10, @holder PETROV IVAN/FA2/UZB/1990-05-17, cause name-changed, "
        + Self.person, [.warning], "both are new"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .reissue,
      "@paper 2021-02-10..2021-05-10, @holder PETROV IVAN/FA1/UZB/1990-05-18, cause name-changed, "
        + Self.person, [.error], "and another birth date"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .reissue,
      "@paper 2021-02-10..2021-05-10, @holder PETROV IVAN/FA2/UZB/1990-05-17, cause employer-changed, "
        + Self.person, [.error], "the employer changes nobody"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1990-05-17/900517300018, "
        + "iin 900517300018, citizenship KAZ", [.warning], "the IIN alone"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1990-05-17/900517300018, "
        + "iin 900517300019, "
        + Self.person, [.error], "another IIN"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10 service:qualification-certificate", [.error],
      "a paper of another service"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10 kind:refusal", [.error], "a refusal"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "@paper 2021-02-10..2021-05-10, @holder KARIMOV ANVAR/FA1/UZB/1990-05-17, "
        + "previousBirthDate 1990-05-18, "
        + Self.person, [.error], "the record contradicts the register"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "previousBirthDate 1990-05-17, birthDate 1990-05-17, previousCitizenship UZB, citizenship UZB",
      [], "outside, the same"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend, "previousBirthDate 1990-05-17, birthDate 1990-05-18",
      [.error], "outside, born on another day"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .duplicate, "previousFullName KARIMOV, latinFullName PETROV",
      [.error],
      "outside, another name"),
    RuleRow(
      "GEN-SUCCESSOR-PERSON", .extend,
      "previousFullName KARIMOV, latinFullName PETROV, previousPassportSeriesNumber A1, "
        + "passportSeriesNumber A1", [], "outside, the same passport"),

    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .duplicate,
      "@paper 2021-02-10..2021-05-10 number:A-1, permitNumber A-1", [], "the same number"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .duplicate,
      "@paper 2021-02-10..2021-05-10 number:A-1, permitNumber A-2", [.error], "another number"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .revoke,
      "@service qualification-certificate, @paper 2021-02-10..2021-05-10 number:A-1, permitNumber A-2",
      [.error], "a revocation of another number"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .inform,
      "@service qualification-certificate, @paper 2021-02-10..2021-05-10 number:A-1, permitNumber A-1, validUntil 2021-05-11",
      [.error], "a notice with another day"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .extend,
      "previous A-1, previousPermitNumber A-2", [.error], "outside, another number"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .extend,
      "previous A-1~2, previousPermitNumber A-1", [], "outside, of a copy"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .extend,
      "previous A-1, permitNumber A-2", [], "the own number of an extension"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .duplicate,
      "@paper 2021-02-10..2021-05-10 issued:2021-02-09, originalIssueDate 2021-02-09", [],
      "the day of the original"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .duplicate,
      "@paper 2021-02-10..2021-05-10 issued:2021-02-09, originalIssueDate 2021-02-10", [.error],
      "a day later"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .duplicate,
      "previousIssueDate 2021-02-09, originalIssueDate 2021-02-10", [.error], "outside, a day later"
    ),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .duplicate,
      "previousValidUntil 2021-05-10, validUntil 2021-05-11", [.error], "outside, a longer term"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .annul,
      "@paper 2021-02-10..2021-05-10 issued:2021-02-09, permitIssueDate 2021-02-08", [.error],
      "an annulment of another day"),
    RuleRow(
      "GEN-SUCCESSOR-NUMBER", .extend,
      "@paper 2021-02-10..2021-05-10 issued:2021-02-09, previousIssueDate 2021-02-08", [.error],
      "the record contradicts the register"),
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
