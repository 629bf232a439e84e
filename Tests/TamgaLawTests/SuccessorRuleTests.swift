import TamgaDomain
import Testing

@testable import TamgaLaw

/// Who issues, whom the papers serve, and the papers that hang on an earlier one.
@Suite struct SuccessorRuleTests {
  private static let police: [String: RuleParameter] = [
    "bodies": .texts(["police", "internal-affairs"])
  ]

  private static let person =
    "latinFullName KARIMOV ANVAR, passportSeriesNumber FA1, citizenship UZB, birthDate 1990-05-17"

  static let rows: [RuleRow] = [
    RuleRow("GEN-ISSUER", .grant, "@body police", [], "police", parameters: police),
    RuleRow(
      "GEN-ISSUER", .grant, "@body internal-affairs", [], "by another name", parameters: police),
    RuleRow(
      "GEN-ISSUER", .grant, "@body local-executive-body", [.error], "akimat", parameters: police),
    RuleRow(
      "GEN-ISSUER", .apply, "@body local-executive-body", [.warning], "a form only",
      parameters: police),
    RuleRow("GEN-FOREIGNER", .grant, "citizenship UZB", [], "a foreigner"),
    RuleRow("GEN-FOREIGNER", .grant, "citizenship XXA", [], "stateless"),
    RuleRow("GEN-FOREIGNER", .grant, "citizenship KAZ", [.error], "a citizen"),
    RuleRow("EXIT-CITIZEN", .grant, "citizenship KAZ", [], "a citizen"),
    RuleRow("EXIT-CITIZEN", .grant, "citizenship RUS", [.error], "a foreigner"),

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

    RuleRow("GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-01..2021-05-10", [], "valid"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-01..2021-05-10 status:1", [.error], "revoked"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke, "@paper 2021-02-01..2021-05-10 status:1", [.error], "again"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke, "@paper 2021-02-01..2021-05-10 status:2", [], "suspended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-01..2021-05-10 status:2", [.error],
      "suspended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .duplicate, "@paper 2021-02-01..2021-05-10 status:3", [.error],
      "replaced"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-10..2021-05-10 issued:2021-02-09", [],
      "issued the same day"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend, "@paper 2021-02-10..2021-05-10 issued:2021-02-10", [.error],
      "issued the day after"),
    RuleRow("GEN-SUCCESSOR-STATE", .extend, "previousStatus valid", [], "outside, valid"),
    RuleRow("GEN-SUCCESSOR-STATE", .extend, "previousStatus annulled", [.error], "outside, ended"),

    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.error], "extended already"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, "
        + "@link 2021-05-11..2021-08-11 extends:1 serial:2 status:1", [],
      "that extension is revoked"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-05-11..2021-08-11 serial:2, @link 2021-05-11..2021-08-11 extends:1 serial:2", [],
      "the last link"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:3, @link 2021-02-10..2021-05-10 replaces:1 serial:3, "
        + "@link 2021-05-11..2021-08-11 extends:1 serial:2", [.error],
      "a duplicate of what is extended"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .reissue,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.warning], "a reissue of an earlier link"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .duplicate,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2", [],
      "a duplicate of any link"),
    RuleRow(
      "GEN-SUCCESSOR-ONCE", .extend,
      "@paper 2021-02-10..2021-05-10 serial:1, previousExtended true", [.error],
      "the record contradicts the register"),
    RuleRow("GEN-SUCCESSOR-ONCE", .extend, "previousExtended true", [.error], "outside, extended"),
    RuleRow("GEN-SUCCESSOR-ONCE", .extend, "previousExtended false", [], "outside, not extended"),

    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@paper 2021-02-01..2021-02-09", [], "a permit on its last day"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@paper 2021-02-01..2021-02-08", [.warning], "a permit the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@service qualification-certificate, @paper 2021-02-01..2021-02-09", [],
      "a certificate on its last day"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@service qualification-certificate, @paper 2021-02-01..2021-02-08", [.error],
      "a certificate the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "@service qualification-certificate, previousValidUntil 2021-02-08", [.error],
      "outside, a certificate the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .revoke,
      "previousStatus suspended", [], "outside, suspended"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend,
      "@paper 2021-02-01..2021-05-10, previousStatus revoked", [.error],
      "the record contradicts the register"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend,
      "previousIssueDate 2021-02-10", [.error], "outside, issued the day after"),
    RuleRow(
      "GEN-SUCCESSOR-STATE", .extend,
      "previousIssueDate 2021-02-09", [], "outside, issued the same day"),
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
    RuleRow(
      "GEN-REVOKES-CHAIN", .revoke,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.warning], "an earlier link"),
    RuleRow(
      "GEN-REVOKES-CHAIN", .annul,
      "@paper 2021-02-10..2021-05-10 serial:1, @link 2021-05-11..2021-08-11 extends:1 serial:2",
      [.warning], "an earlier link, annulled"),
    RuleRow(
      "GEN-REVOKES-CHAIN", .revoke,
      "@paper 2021-05-11..2021-08-11 serial:2, @link 2021-05-11..2021-08-11 extends:1 serial:2", [],
      "the last link"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-02-09, validUntil 2021-05-09, decisionDate 2021-02-09", [],
      "from the day of the decision"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-02-08, validUntil 2021-05-08, decisionDate 2021-02-09", [.warning],
      "from the day before"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-02-08, validUntil 2021-05-08", [.warning],
      "the issue date where no decision is dated"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-03-11, validUntil 2021-06-11", [], "thirty days after"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-03-12, validUntil 2021-06-12", [.warning], "thirty-one days after"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-03-12, validUntil 2021-06-12, @termStart 31", [], "as the office has it"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-01-05, validUntil 2021-02-08", [.error], "over the day before"),
    RuleRow(
      "GEN-TERM-START", .grant,
      "validFrom 2021-01-05, validUntil 2021-02-09, decisionDate 2021-01-04", [], "over on the day"),
    RuleRow(
      "GEN-TERM-START", .extend,
      "validFrom 2021-05-11, validUntil 2021-08-11, previousValidUntil 2021-05-10", [],
      "the day after the previous end"),
    RuleRow(
      "GEN-TERM-START", .extend,
      "validFrom 2021-05-12, validUntil 2021-08-12, previousValidUntil 2021-05-10", [.warning],
      "two days after it"),
    RuleRow(
      "GEN-TERM-START", .duplicate,
      "validFrom 2021-01-05, validUntil 2021-02-05", [], "a duplicate keeps its days"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-03-15, validUntil 2021-05-10, issueDate 2021-03-04", [], "shortened"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "validUntil 2021-05-10, issueDate 2021-03-04", [.error], "not said"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "validUntil 2021-05-10, issueDate 2021-03-04, isTraffickingVictim true", [], "of a victim"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-05-10, validUntil 2021-05-10, issueDate 2021-03-04", [.warning],
      "the old end"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-05-09, validUntil 2021-05-10, issueDate 2021-03-04", [],
      "the day before it"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-05-11, validUntil 2021-05-10, issueDate 2021-03-04", [.error], "later"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-04-02, stayUntil 2021-04-01, validUntil 2021-05-10, issueDate 2021-03-04",
      [.error], "later than the stay"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-04-01, stayUntil 2021-04-01, validUntil 2021-05-10, issueDate 2021-03-04",
      [.warning], "the end of the stay"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-03-03, validUntil 2021-05-10, issueDate 2021-03-04", [.warning],
      "before the notice"),
    RuleRow(
      "LIM-REVOKE-STAY", .inform,
      "newStayUntil 2021-03-04, validUntil 2021-05-10, issueDate 2021-03-04", [],
      "the day of the notice"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind stateless, citizenship XXA", [], "stateless"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind stateless, citizenship RUS", [.warning],
      "a document of the stateless, and a citizenship"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind ordinary, citizenship XXA", [], "a foreign passport of a stateless person"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind refugee, citizenship XXB", [.warning], "a refugee"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind refugee, citizenship AFG", [.warning], "a refugee of a state"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind refugee, citizenship XXA", [.warning], "a refugee without a state"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind ordinary, citizenship XXC", [.warning], "a refugee with a passport"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .grant,
      "passportKind ordinary, citizenship RUS", [], "a foreigner"),
    RuleRow(
      "TRP-DOCUMENT-KIND", .refuse,
      "passportKind refugee, citizenship XXB", [], "a refusal is not blocked"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2025-03-31",
      [], "a year, both ends in"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2025-03-30",
      [.warning], "a day less"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose business, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-06-01, passportExpiryDate 2024-06-01",
      [], "the passport ends it"),
    RuleRow(
      "TRP-BUSINESS", .grant,
      "stayPurpose family-reunification, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-05-01",
      [.warning], "a month for the family"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-09-30",
      [], "six months, both ends in"),
    RuleRow(
      "TRP-TRAFFICKING", .grant,
      "stayPurpose trafficking-victim, petitionerKind local-executive-body, validFrom 2024-04-01, validUntil 2024-09-29",
      [.warning], "a day less"),
    RuleRow(
      "TRP-WORK-PERMIT", .grant,
      "stayPurpose employment, workBasis contract, workPermitRequired true, validUntil 2024-06-10",
      [.error], "two bases that exclude each other"),
    RuleRow(
      "TRP-LATE", .extend,
      "previousValidUntil 2024-04-01, applicationDate 2024-04-02", [.error],
      "after the end of the earlier permit"),
    RuleRow(
      "TRP-LATE", .extend,
      "previousValidUntil 2024-04-01, applicationDate 2024-04-01", [],
      "on the last day of the earlier permit"),
    RuleRow(
      "EXIT-AGE", .grant,
      "birthDate 2003, isMarried false", [.warning], "18 or 17, single"),
    RuleRow(
      "EXIT-AGE", .grant,
      "birthDate 2004, isMarried false", [.error], "17 or 16, single"),
    RuleRow(
      "EXIT-AGE", .grant,
      "birthDate 2002", [], "18 whatever the day"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant,
      "birthDate 2005", [.warning], "15 or 16"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant,
      "birthDate 2005-02", [.warning], "16 within the month"),
    RuleRow(
      "TRP-EXEMPT-UNDER16", .grant,
      "birthDate 2005-03", [.error], "16 next month"),
    RuleRow(
      "PR-CHILD-CONSENT", .grant,
      "birthDate 2010, applicationDate 2024-04-01, childConsent false", [.warning], "13 or 14"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2021", [], "born in the year of issue"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2021-02", [], "born in the month of issue"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2021-03", [.error], "born in the next month"),
    RuleRow(
      "GEN-EDITION", .grant,
      "@edition 2021-01-30+2021-02-08, @inUse 2021-02-09", [.warning],
      "an ended form on the last day of its use"),
    RuleRow(
      "GEN-EDITION", .grant,
      "@edition 2021-01-30+2021-02-08, @inUse 2021-02-08", [.error], "the day after"),
    RuleRow(
      "EXIT-EDITION", .grant,
      "issueDate 2014-03-14, @edition 2013-01-19+2014-03-13, @inUse 2014-03-14", [.warning],
      "an ended form in use"),
    RuleRow(
      "EXIT-EDITION", .grant,
      "issueDate 2014-03-14, @edition 2013-01-19+2014-03-13", [.error], "an ended form"),
    RuleRow(
      "EXIT-EDITION", .grant,
      "issueDate 2013-01-18, @edition 2013-01-19+2014-03-13, @inUse 2014-03-14", [.error],
      "a form before its time"),

    RuleRow(
      "LIM-EXT-EXPIRED", .extend, "previousValidUntil 2021-05-10, applicationDate 2021-05-10", [],
      "on the last day"),
    RuleRow(
      "LIM-EXT-EXPIRED", .extend, "previousValidUntil 2021-05-10, applicationDate 2021-05-11",
      [.error], "a day after"),
    RuleRow(
      "LIM-EXT-EXPIRED", .extend, "@paper 2021-02-10..2021-05-10, applicationDate 2021-05-11",
      [.error], "by the register"),
    RuleRow(
      "LIM-PASSPORT", .grant,
      "passportExpiryDate 2021-05-10, applicationDate 2021-02-08, validUntil 2021-05-10", [],
      "to the last day"),
    RuleRow(
      "LIM-PASSPORT", .grant,
      "passportExpiryDate 2021-05-09, applicationDate 2021-02-08, validUntil 2021-05-10",
      [.warning], "a day less"),
    RuleRow(
      "LIM-PASSPORT", .grant, "passportExpiryDate 2021-02-07, applicationDate 2021-02-08", [.error],
      "expired the day before"),
    RuleRow("LIM-PASSPORT", .grant, "applicationDate 2021-02-08", [], "not known"),

    RuleRow(
      "TRP-EXT-EXPIRED", .extend, "previousValidUntil 2025-04-02, applicationDate 2025-04-02", [],
      "on the last day"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend, "previousValidUntil 2025-04-02, applicationDate 2025-04-03",
      [.error], "a day after"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend,
      "previousValidUntil 2025-04-02, applicationDate 2025-04-12, article517Case true", [],
      "ten days and liability"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend,
      "previousValidUntil 2025-04-02, applicationDate 2025-04-13, article517Case true", [.error],
      "eleven days and liability"),
    RuleRow(
      "TRP-EXT-EXPIRED", .extend,
      "previousValidUntil 2025-04-02, applicationDate 2025-05-13, failureAct true", [],
      "a failure of the systems"),
    RuleRow(
      "TRP-EXT-CONTINUITY", .extend, "previousValidUntil 2025-04-02, validFrom 2025-04-03", [],
      "the day after"),
    RuleRow(
      "TRP-EXT-CONTINUITY", .extend, "previousValidUntil 2025-04-02, validFrom 2025-04-04",
      [.warning], "two days after"),
    RuleRow(
      "TRP-EXT-CONTINUITY", .extend,
      "@paper 2024-04-02..2025-04-02, previousValidUntil 2025-04-03, validFrom 2025-04-03",
      [.error], "the register says otherwise"),
    RuleRow(
      "QC-EXT-CONTINUITY", .extend, "previousValidUntil 2026-05-10, validFrom 2026-05-10", [],
      "on the last day"),
    RuleRow(
      "QC-EXT-CONTINUITY", .extend, "previousValidUntil 2026-05-10, validFrom 2026-06-20",
      [.warning], "a gap"),
    RuleRow(
      "QC-EXT-CONTINUITY", .extend,
      "@paper 2026-02-10..2026-05-10, previousValidUntil 2026-05-09, validFrom 2026-05-10",
      [.error], "the register says otherwise"),

    RuleRow("QC-COMMISSION", .refuse, "requestedAction reissue", [], "no commission sat"),
    RuleRow("QC-COMMISSION", .refuse, "groundIds QC-R2", [.error], "a commission without minutes"),
    RuleRow("QC-COMMISSION", .refuse, "groundIds QC-R2, basis хаттама", [], "with minutes"),
    RuleRow(
      "QC-EXT-3WD", .refuse,
      "requestedAction extend, acceptanceDate 2026-02-02, decisionDate 2026-02-09", [.warning],
      "an extension refused on the fifth day"),
    RuleRow(
      "QC-EXT-3WD", .refuse,
      "requestedAction reissue, acceptanceDate 2026-02-02, decisionDate 2026-02-09", [],
      "a reissue has a rule of its own"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "issueDate 2021-02-09, applicationDate 2021-02-09", [],
      "applied on the day"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "issueDate 2021-02-09, applicationDate 2021-02-10", [.error],
      "applied a day after"),
    RuleRow(
      "GEN-DATE-ORDER", .inform,
      "issueDate 2021-02-09, acceptanceDate 2021-02-08, resultDateTime 2021-02-08T10:00", [],
      "result on the day of acceptance"),
    RuleRow(
      "GEN-DATE-ORDER", .inform,
      "issueDate 2021-02-09, acceptanceDate 2021-02-08, resultDateTime 2021-02-07T10:00", [.error],
      "result before acceptance"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "passportIssueDate 2020-01-01, passportExpiryDate 2020-01-01",
      [.error], "a passport of no day"),
    RuleRow(
      "GEN-DATE-ORDER", .duplicate, "issueDate 2021-02-09, originalIssueDate 2021-02-10", [.error],
      "the original is later"),
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
