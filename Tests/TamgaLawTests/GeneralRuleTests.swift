import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct GeneralRuleTests {
  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }

  static let rows: [RuleRow] = [
    RuleRow("GEN-REQUIRED-FIELDS", .grant, "@required fullName, fullName A", [], "filled in"),
    RuleRow("GEN-REQUIRED-FIELDS", .grant, "fullName A", [], "a patronymic is not asked for"),
    RuleRow("GEN-REQUIRED-FIELDS", .grant, "@required fullName", [.error], "absent"),
    RuleRow("GEN-REQUIRED-FIELDS", .grant, "@required fullName, fullName ''", [.error], "blank"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .grant, "@required residenceAddress, residenceAddress А| ", [.error],
      "blank in one printed language"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .grant, "@required fullName+validUntil+sex", [.error, .error, .error],
      "every field is named, not just the first"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .grant, "@required permitNumber+issueDate+legalBasis", [],
      "allotted, derived or at the top of the record"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .grant, "@required fullName, @unreadable fullName", [],
      "the reading of the record has said it"),
    RuleRow("GEN-REQUIRED-FIELDS", .refuse, "@required groundIds", [.error], "no grounds"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .duplicate, "@optional originalIssueDate, @register", [.error],
      "the register does not hold the original"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .duplicate, "@optional originalIssueDate", [], "no register to ask"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .duplicate,
      "@optional originalIssueDate, @register, originalIssueDate 2021-02-01", [], "given"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .duplicate, "@optional originalIssueDate, @register, @paper none", [],
      "the register holds it"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .duplicate,
      "@optional originalIssueDate, @register, @paper none kind:copy", [.error],
      "it holds a duplicate alone"),
    RuleRow(
      "GEN-REQUIRED-FIELDS", .reissue, "@optional originalIssueDate, @register", [],
      "only a duplicate prints it"),

    RuleRow(
      "GEN-REFUSAL-GROUND", .refuse, "groundIds LIM-LATER, issueDate 2021-02-28", [.error],
      "a ground of the next day"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .refuse, "groundIds LIM-LATER, issueDate 2021-03-01", [],
      "a ground of this day"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .inform, "@optional conclusionResult, conclusionResult none", [],
      "a conclusion that there are none"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .inform,
      "@optional conclusionResult, conclusionResult none, groundIds LIM-R1", [.error],
      "a conclusion that there are none, naming one"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .inform, "@optional conclusionResult, conclusionResult found", [.error],
      "a conclusion that there are some, naming none"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .inform,
      "@optional conclusionResult, conclusionResult found, groundIds LIM-R1", [],
      "a conclusion that names its ground"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .inform,
      "@optional conclusionResult, conclusionResult found, groundIds TRP-R1", [.error],
      "a conclusion that names a foreign one"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .inform, "@optional conclusionResult, @unreadable conclusionResult", [],
      "a result that could not be read"),

    RuleRow("GEN-EDITION", .grant, "@edition 2021-01-30+2022-04-25", [], "inside"),
    RuleRow("GEN-EDITION", .grant, "@edition 2021-02-09, issueDate 2021-02-09", [], "first day"),
    RuleRow(
      "GEN-EDITION", .grant, "@edition 2021-01-30+2022-04-25, issueDate 2022-04-25", [],
      "last day"),
    RuleRow(
      "GEN-EDITION", .grant, "@edition 2021-01-30+2022-04-25, issueDate 2022-04-26", [.error],
      "the day after the last"),
    RuleRow(
      "GEN-EDITION", .grant, "@edition 2021-01-30, issueDate 2021-01-29", [.error],
      "the day before the first"),
    RuleRow(
      "GEN-EDITION", .grant, "@edition none, issueDate 2023-01-10", [.error], "none in force"),
    RuleRow("GEN-EDITION", .grant, "@edition none, issueDate none", [], "no day: said elsewhere"),

    RuleRow("GEN-ISSUE-DATE", .grant, "@today 2021-02-09", [], "today"),
    RuleRow("GEN-ISSUE-DATE", .grant, "@today 2021-02-08", [.error], "tomorrow"),
    RuleRow("GEN-ISSUE-DATE", .grant, "@today 2029-02-08", [], "no limit is set"),
    RuleRow(
      "GEN-ISSUE-DATE", .grant, "@today 2021-02-12, @backdating 3", [], "three days of three"),
    RuleRow("GEN-ISSUE-DATE", .grant, "@today 2021-02-13, @backdating 3", [.warning], "four days"),
    RuleRow(
      "GEN-ISSUE-DATE", .grant, "@today 2021-02-13, @backdating 3, @backdatingIs error", [.error],
      "four days, and the office does not allow it"),
    RuleRow(
      "GEN-ISSUE-DATE", .grant, "@today 2021-02-12, @backdating 3, @backdatingIs error", [],
      "three days of three, in the same office"),

    RuleRow(
      "GEN-DATE-ORDER", .grant, "validFrom 2021-02-10, validUntil 2021-03-10", [], "in order"),
    RuleRow("GEN-DATE-ORDER", .grant, "validFrom 2021-02-10, validUntil 2021-02-10", [], "one day"),
    RuleRow(
      "GEN-DATE-ORDER", .grant, "validFrom 2021-03-10, validUntil 2021-02-10", [.error],
      "ends before it begins"),
    RuleRow("GEN-DATE-ORDER", .grant, "birthDate 2021-02-08", [], "born the day before"),
    RuleRow("GEN-DATE-ORDER", .grant, "birthDate 2021-02-09", [.error], "born on the issue date"),
    RuleRow("GEN-DATE-ORDER", .refuse, "decisionDate 2021-02-09", [], "decided the same day"),
    RuleRow("GEN-DATE-ORDER", .refuse, "decisionDate 2021-02-10", [.error], "decided after"),
    RuleRow(
      "GEN-DATE-ORDER", .grant,
      "birthDate 2022-01-01, decisionDate 2022-01-01, validFrom 2021-02-02, validUntil 2021-02-01",
      [.error, .error, .error], "all three"),

    RuleRow("GEN-UNIQUE-NUMBER", .grant, "permitNumber A-1", [], "new"),
    RuleRow("GEN-UNIQUE-NUMBER", .grant, "permitNumber A-1, @taken", [.error], "taken"),
    RuleRow("GEN-UNIQUE-QR", .grant, "permitNumber A-1", [], "left to the seal and the register"),

    RuleRow("GEN-KK-LETTERS", .grant, "fullName ішкі", [], "U+0456"),
    RuleRow("GEN-KK-LETTERS", .grant, "fullName i\u{448}\u{43A}i", [.warning], "U+0069"),
    RuleRow("GEN-KK-LETTERS", .grant, "fullName KARIMOV ANVAR", [], "a Latin name"),
    RuleRow("GEN-KK-LETTERS", .grant, "latinFullName KАRIMOV", [], "judged by its own rule"),
    RuleRow(
      "GEN-KK-LETTERS", .grant, "passportSeriesNumber АA1234567", [], "a passport is Latin"),
    RuleRow("GEN-KK-LETTERS", .grant, "fullName IT-маман", [], "a hyphen parts words"),
    RuleRow("GEN-KK-LETTERS", .grant, "fullName Ә Ғ Қ Ң Ө Ұ Ү Һ І", [], "the nine letters"),
    RuleRow("GEN-KK-LETTERS", .grant, "residenceAddress үй|дoм", [], "Russian text is not judged"),
    RuleRow(
      """
      GEN-KK-LETTERS
      """,
      .decline, "missingDocuments шарт+келісiм", [.warning], "one item of a list"),

    RuleRow("GEN-REFUSAL-GROUND", .refuse, "groundIds LIM-R1", [], "of its own service"),
    RuleRow("GEN-REFUSAL-GROUND", .refuse, "groundIds LIM-R1+LIM-R2", [], "two"),
    RuleRow("GEN-REFUSAL-GROUND", .refuse, "", [.error], "none"),
    RuleRow("GEN-REFUSAL-GROUND", .refuse, "groundIds TRP-R1", [.error], "of another service"),
    RuleRow("GEN-REFUSAL-GROUND", .refuse, "groundIds LIM-V1", [.error], "a ground of revocation"),
    RuleRow(
      "GEN-REFUSAL-GROUND", .refuse, "groundIds LIM-R9+LIM-R1+TRP-R1", [.error, .error],
      "every wrong one is named"),
    RuleRow("GEN-REFUSAL-GROUND", .grant, "@grounds none", [], "a paper without grounds"),
    RuleRow("GEN-REFUSAL-GROUND", .refuse, "@unreadable groundIds", [], "said by the reader"),

    RuleRow("GEN-NO-REASON", .refuse, "groundIds PR-G10", [], "no detail"),
    RuleRow("GEN-NO-REASON", .refuse, "groundIds PR-G10, refusalDetail ''", [], "blank detail"),
    RuleRow(
      "GEN-NO-REASON", .refuse, "groundIds PR-G10, refusalDetail мәлімет", [.error], "a detail"),
    RuleRow(
      "GEN-NO-REASON", .refuse, "groundIds PR-G10, refusalDetail  |сведения", [.error],
      "a detail in one language"),
    RuleRow(
      "GEN-NO-REASON", .annul, "groundIds PR-G4+PR-G10, refusalDetail мәлімет", [.error],
      "beside a ground that may be explained"),
    RuleRow("GEN-NO-REASON", .refuse, "groundIds PR-G4, refusalDetail мәлімет", [], "explained"),
  ]
}
