import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct ExitRuleTests {
  @Test(arguments: decisions) func judgesDecisions(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: times) func judgesTimes(_ row: RuleRow) throws { try row.check() }
  @Test(arguments: papers) func judgesPapers(_ row: RuleRow) throws { try row.check() }

  static let fourGiven =
    "national-security:2021-02-05+legal-statistics:2021-02-06+judicial-acts:2021-02-09"
    + "+tax:2021-02-04"
  static let four = "conclusions " + fourGiven
  static let three =
    "conclusions national-security:2021-02-05+legal-statistics:2021-02-06+tax:2021-02-04"

  static let decisions: [RuleRow] = [
    RuleRow("EXIT-AGE", .grant, "birthDate 1996-02-09", [], "25"),
    RuleRow("EXIT-AGE", .grant, "birthDate 2003-02-09", [], "18 on the day"),
    RuleRow("EXIT-AGE", .grant, "birthDate 2003-02-10, isMarried false", [.error], "17, single"),
    RuleRow("EXIT-AGE", .grant, "birthDate 2003-02-10, isMarried true", [], "17, married"),
    RuleRow("EXIT-AGE", .grant, "birthDate 2005-02-09, isMarried true", [], "16 on the day"),
    RuleRow("EXIT-AGE", .grant, "birthDate 2005-02-10, isMarried true", [.error], "15, married"),
    RuleRow("EXIT-AGE", .grant, "birthDate 2005-02-10", [.error], "15: marriage is not asked"),
    RuleRow(
      "EXIT-AGE", .grant, "birthDate 2003-02-09, applicationDate 2021-02-08, isMarried false",
      [.error], "17 when applying"),
    RuleRow("EXIT-AGE", .refuse, "birthDate 2010-02-10", [], "a refusal is not blocked"),

    RuleRow("EXIT-SEQUENCE", .grant, four, [], "four, the last on the day itself"),
    RuleRow("EXIT-SEQUENCE", .grant, three, [.error], "three"),
    RuleRow(
      "EXIT-SEQUENCE", .grant, "conclusions tax:2021-02-04", [.error, .error, .error], "one"),
    RuleRow(
      "EXIT-SEQUENCE", .grant, three + "+judicial-acts:2021-02-10", [.error],
      "the fourth a day after the decision"),
    RuleRow(
      "EXIT-SEQUENCE", .grant, four + ", decisionDate 2021-02-08", [.error],
      "the decision is older than the paper"),
    RuleRow(
      "EXIT-SEQUENCE", .grant, three + "+judicial-acts:2021-02-08:EXIT-R7", [.error],
      "an agency reports a ground"),
    RuleRow(
      "EXIT-SEQUENCE", .grant,
      three + "+judicial-acts:2021-02-01:EXIT-R7+judicial-acts:2021-02-08", [],
      "the ground has fallen away"),
    RuleRow(
      "EXIT-SEQUENCE", .grant,
      three + "+judicial-acts:2021-02-08:EXIT-R7+judicial-acts:2021-02-08", [.error],
      "two answers of one day"),
    RuleRow(
      "EXIT-SEQUENCE", .grant,
      three + "+judicial-acts:2021-02-08+judicial-acts:2021-02-10:EXIT-R7", [],
      "found after the decision"),
    RuleRow("EXIT-SEQUENCE", .refuse, three, [], "a refusal is not blocked"),
    RuleRow("EXIT-SEQUENCE", .grant, four + "+police:2021-02-01", [.error], "no such agency"),

    RuleRow(
      "EXIT-GROUND-CHECKER", .refuse,
      "groundIds EXIT-R1, conclusions national-security:2013-04-10:EXIT-R1", [], "R1 by ҰҚКД"),
    RuleRow(
      "EXIT-GROUND-CHECKER", .refuse, "groundIds EXIT-R1, conclusions tax:2013-04-10:EXIT-R1",
      [.warning], "R1 by СД"),
    RuleRow(
      "EXIT-GROUND-CHECKER", .refuse,
      """
      groundIds EXIT-R2+EXIT-R3+EXIT-R4+EXIT-R7+EXIT-R8, conclusions \
      legal-statistics:2013-04-10:EXIT-R2;EXIT-R3+judicial-acts:2013-04-10:EXIT-R4;EXIT-R7\
      +tax:2013-04-10:EXIT-R8
      """,
      [], "each by its own"),
    RuleRow(
      "EXIT-GROUND-CHECKER", .refuse,
      """
      groundIds EXIT-R2+EXIT-R3+EXIT-R4+EXIT-R7+EXIT-R8, conclusions \
      legal-statistics:2013-04-10:EXIT-R4;EXIT-R7;EXIT-R8+judicial-acts:2013-04-10:EXIT-R2;EXIT-R3
      """,
      [.warning, .warning, .warning, .warning, .warning], "each by another"),
    RuleRow(
      "EXIT-GROUND-CHECKER", .refuse, "groundIds EXIT-R1, conclusions national-security:2013-04-10",
      [.warning], "ҰҚКД found none"),
    RuleRow("EXIT-GROUND-CHECKER", .refuse, "groundIds EXIT-R5+EXIT-R6", [], "nobody assigned"),
    RuleRow("EXIT-GROUND-CHECKER", .grant, "", [], "no ground named"),

    RuleRow("EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R3, untilText мерзім", [], "given"),
    RuleRow("EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R3, untilText ''", [.error], "blank"),
    RuleRow("EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R3", [.error], "absent"),
    RuleRow(
      "EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R3+EXIT-R7, untilText мерзім", [.error],
      "one for two"),
    RuleRow(
      "EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R3+EXIT-R7, untilText мерзім+шешім", [], "two"),
    RuleRow("EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R8", [], "a tax debt names no end"),
    RuleRow(
      "EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R8+EXIT-R1, untilText мерзім", [.error],
      "texts go by the order of the grounds"),
    RuleRow(
      "EXIT-GROUND-UNTIL", .refuse,
      "groundIds EXIT-R1+EXIT-R2+EXIT-R3+EXIT-R4+EXIT-R5+EXIT-R6+EXIT-R7",
      [.error, .error, .error, .error, .error, .error, .error], "all that have an end"),
    RuleRow(
      "EXIT-GROUND-UNTIL", .refuse, "groundIds EXIT-R1, @unreadable untilText", [],
      "said by the reader"),
  ]

  static let times: [RuleRow] = [
    RuleRow(
      "EXIT-TOTAL-30D", .grant, "acceptanceDate 2013-04-01, decisionDate 2013-05-01", [],
      "30 days"),
    RuleRow(
      "EXIT-TOTAL-30D", .refuse, "acceptanceDate 2013-04-01, decisionDate 2013-05-02", [.warning],
      "31 days"),
    RuleRow(
      "EXIT-TOTAL-30D", .grant, "acceptanceDate 2013-04-01, issueDate 2013-05-10", [.warning],
      "the day of the paper counts where no other is given"),
    RuleRow(
      "EXIT-TOTAL-30D", .grant, "acceptanceDate 2013-04-02, decisionDate 2013-04-01", [.warning],
      "decided before it was accepted"),
    RuleRow(
      "EXIT-TOTAL-30D", .grant, "acceptanceDate 2013-04-01, decisionDate 2013-04-12", [.warning],
      "another limit", parameters: ["days": .count(10)]),

    RuleRow("EXIT-STEP-TIMES", .grant, "stepDates 1:2013-04-01+2:2013-04-03", [], "2 days"),
    RuleRow("EXIT-STEP-TIMES", .grant, "stepDates 1:2013-04-01+2:2013-04-04", [.warning], "3 days"),
    RuleRow("EXIT-STEP-TIMES", .grant, "stepDates 1:2013-04-02+2:2013-04-01", [.warning], "before"),
    RuleRow(
      "EXIT-STEP-TIMES", .grant,
      """
      stepDates 1:2013-04-01+2:2013-04-03+3:2013-04-08+4:2013-04-10+5:2013-04-20+6:2013-04-20\
      +7:2013-04-20+8:2013-04-20+9:2013-04-23+10:2013-04-25+11:2013-04-27+12:2013-04-28\
      +13:2013-04-29+14:2013-05-20
      """, [], "every step on its last day; the applicant comes when he likes"),
    RuleRow(
      "EXIT-STEP-TIMES", .grant,
      """
      stepDates 1:2013-04-01+2:2013-04-04+3:2013-04-10+4:2013-04-13+5:2013-04-24+6:2013-04-24\
      +7:2013-04-24+8:2013-04-24+9:2013-04-28+10:2013-05-01+11:2013-05-04+12:2013-05-06\
      +13:2013-05-08+14:2013-05-08
      """, Array(repeating: .warning, count: 12), "every step a day late"),
    RuleRow(
      "EXIT-STEP-TIMES", .grant, "stepDates 11:2013-04-01+13:2013-04-02", [],
      "no military office: from step 11"),
    RuleRow(
      "EXIT-STEP-TIMES", .grant, "stepDates 11:2013-04-01+13:2013-04-03", [.warning],
      "no military office, late"),
    RuleRow(
      "EXIT-STEP-TIMES", .grant, "stepDates 5:2013-04-01+6:2013-04-01+7:2013-04-01+9:2013-04-20",
      [], "the last of the four agencies is not known"),
    RuleRow(
      "EXIT-STEP-TIMES", .grant, "stepDates 13:2013-04-03+14:2013-04-02", [.warning],
      "handed out before the last step"),
    RuleRow("EXIT-STEP-TIMES", .grant, "stepDates 1:2013-04-01+3:2013-05-30", [], "2 not given"),
    RuleRow("EXIT-STEP-TIMES", .grant, "stepDates 15:2013-04-01", [.error], "no such step"),

    RuleRow(
      "EXIT-FALSE-1M", .refuse,
      "groundIds EXIT-R6, decisionDate 2013-04-01, falseDataUntil 2013-05-01", [], "a month"),
    RuleRow(
      "EXIT-FALSE-1M", .refuse,
      "groundIds EXIT-R6, decisionDate 2013-04-01, falseDataUntil 2013-05-02", [.error],
      "a day over"),
    RuleRow(
      "EXIT-FALSE-1M", .refuse, "groundIds EXIT-R6, falseDataUntil 2021-03-10", [.error],
      "from the day of the paper"),
    RuleRow("EXIT-FALSE-1M", .refuse, "groundIds EXIT-R5", [], "another ground"),
  ]

  private static let talon =
    "@accepted 2021-02-09, officerFullName А, resultPlace Б, resultDateTime 2021-03-11T10:00"

  static let papers: [RuleRow] = [
    RuleRow("EXIT-MILITARY", .inform, "isMilitaryLiable true, militaryCertificate true", [], "has"),
    RuleRow(
      "EXIT-MILITARY", .inform, "isMilitaryLiable true, militaryCertificate false", [.error],
      "liable, none"),
    RuleRow("EXIT-MILITARY", .inform, "isMilitaryLiable false", [], "not liable"),
    RuleRow(
      "EXIT-MILITARY", .grant, "isMilitaryLiable true, militaryCertificate false", [],
      "the decision comes before the certificate"),

    RuleRow("EXIT-TALON", .inform, talon, [], "all; the form names its service"),
    RuleRow("EXIT-TALON", .inform, talon + ", serviceName В", [], "the record names it"),
    RuleRow("EXIT-TALON", .inform, talon + ", @required serviceName", [.error], "no service"),
    RuleRow(
      "EXIT-TALON", .inform,
      "@accepted 2021-02-09, officerFullName А, resultDateTime 2021-03-11T10:00", [.error],
      "no place"),
    RuleRow("EXIT-TALON", .inform, "", [.error, .error, .error, .error], "nothing"),
    RuleRow(
      "EXIT-TALON", .inform,
      "@accepted 2021-02-09, officerFullName '', resultPlace Б, resultDateTime 2021-03-11T10:00",
      [.error], "a blank officer"),
    RuleRow(
      "EXIT-TALON", .inform,
      "@accepted 2021-03-12, officerFullName А, resultPlace Б, resultDateTime 2021-03-11T10:00",
      [.error], "handed out before it was accepted"),
    RuleRow(
      "EXIT-TALON", .inform,
      "@accepted 2021-03-11, officerFullName А, resultPlace Б, resultDateTime 2021-03-11T00:10", [],
      "the same day, at the office's own clock"),

    RuleRow("EXIT-EDITION", .grant, "issueDate 2013-06-01", [], "in force"),
    RuleRow("EXIT-EDITION", .grant, "issueDate 2013-01-19", [], "the first day"),
    RuleRow("EXIT-EDITION", .grant, "issueDate 2013-01-18", [.error], "the day before"),
    RuleRow("EXIT-EDITION", .refuse, "issueDate 2014-03-13", [], "the last day"),
    RuleRow("EXIT-EDITION", .refuse, "issueDate 2014-03-14", [.error], "the day after"),
    RuleRow("EXIT-EDITION", .inform, "issueDate 2021-01-01", [.error], "long repealed"),
    RuleRow(
      "EXIT-EDITION", .grant, "issueDate 2014-03-20", [], "another day is configured",
      parameters: ["until": .text("2014-03-20")]),
    RuleRow(
      "EXIT-EDITION", .grant, "issueDate 2013-01-19", [.error], "another first day",
      parameters: ["from": .text("2013-01-20")]),
  ]

  static let absences: [AbsenceRow] = [
    AbsenceRow("EXIT-AGE", .grant, "birthDate 1990-01-01", "birthDate"),
    AbsenceRow("EXIT-AGE", .grant, "birthDate 2004-01-01, isMarried true", "isMarried"),
    AbsenceRow(
      "EXIT-TOTAL-30D", .grant, "acceptanceDate 2021-01-11, decisionDate 2021-02-08",
      "acceptanceDate"),
    AbsenceRow("EXIT-STEP-TIMES", .grant, "stepDates 1:2013-04-01+2:2013-04-03", "stepDates"),
    AbsenceRow("EXIT-SEQUENCE", .grant, four, "conclusions"),
    AbsenceRow("EXIT-MILITARY", .inform, "isMilitaryLiable false", "isMilitaryLiable"),
    AbsenceRow(
      "EXIT-MILITARY", .inform, "isMilitaryLiable true, militaryCertificate true",
      "isMilitaryLiable militaryCertificate"),
    AbsenceRow(
      "EXIT-GROUND-CHECKER", .refuse,
      "groundIds EXIT-R1, conclusions national-security:2013-04-10:EXIT-R1", "conclusions"),
    AbsenceRow(
      "EXIT-FALSE-1M", .refuse, "groundIds EXIT-R6, falseDataUntil 2021-03-01", "falseDataUntil"),
  ]
}
