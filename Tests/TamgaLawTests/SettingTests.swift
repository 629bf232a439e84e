import Foundation
import TamgaDomain
import Testing

@testable import TamgaLaw

/// What a manifest may choose where the acts are open (rules.md section H), and the page about it.
@Suite struct SettingTests {
  @Test(arguments: labour + residence) func judgesBySettings(_ row: RuleRow) throws {
    try row.check()
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let rule: String
    let setting: String
    let values: [String]
    var testDescription: String { "\(rule) \(setting)" }
  }

  static let page: [Line] = {
    let file = CoverageOfActsTests.root.appending(
      path: "Sources/TamgaLaw/Documentation.docc/Settings.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let words = line.split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      return Line(rule: words[0], setting: words[1], values: Array(words.dropFirst(2)))
    }
  }()

  @Test func thePageHasEverySetting() {
    #expect(Self.page.map(\.testDescription).count == 8)
    #expect(Set(Self.page.map(\.testDescription)).count == 8)
  }

  /// The words of the page and no others.
  @Test(arguments: page) func thePageIsTrue(_ line: Line) throws {
    let type = try #require(Ruleset.rule(line.rule))
    func accepts(_ parameter: RuleParameter) -> Bool {
      (try? type.init(parameters: [line.setting: parameter])) != nil
    }
    #expect(line.values.count >= 2)
    for value in line.values {
      #expect(accepts(Int(value).map { .count($0) } ?? .text(value)), "\(value)")
    }
    let isCount = Int(line.values[0]) != nil
    var refused: [RuleParameter] = [
      .text(""), .text("colour"), .text(line.values[0].uppercased() + "S"), .counts([1]),
      .texts([line.values[0]]), .count(0), .count(-1), .count(Measure.greatest + 1),
    ]
    if !isCount { refused.append(.count(1)) }
    for parameter in refused { #expect(!accepts(parameter), "\(parameter)") }
    #expect(throws: InvalidParameter(line.rule, line.setting)) {
      _ = try type.init(parameters: [line.setting: .texts([])])
    }
  }

  private static let month = "termMonths 1, validFrom 2021-02-10, validUntil "

  static let labour: [RuleRow] =
    [("LIM-PERMIT-TERM", DecisionAction.grant), ("LIM-EXT-TERM", .extend)].flatMap { rule, action in
      [
        ("corresponding", "2021-03-10", true, "the corresponding day, as chosen"),
        ("corresponding", "2021-03-09", false, "the day before it, not chosen"),
        ("corresponding", "2021-03-11", false, "the day after it"),
        ("day-before", "2021-03-09", true, "the day before, as chosen"),
        ("day-before", "2021-03-10", false, "the corresponding day, not chosen"),
        ("day-before", "2021-03-08", false, "two days before"),
        ("either", "2021-03-10", true, "the corresponding day of two"),
        ("either", "2021-03-09", true, "the day before of two"),
      ].map { end, until, passes, why in
        RuleRow(
          rule, action, month + until, passes ? [] : [.error], why,
          parameters: ["end": .text(end)])
      }
    } + [
      RuleRow(
        "LIM-GAP-30", .grant,
        "previousValidUntil 2021-03-31, issueDate 2021-04-30, validFrom 2021-05-01", [.error],
        "the 30th day is refused, as chosen", parameters: ["onTheDay": .text("error")]),
      RuleRow(
        "LIM-GAP-30", .grant,
        "previousValidUntil 2021-03-31, issueDate 2021-05-01, validFrom 2021-05-01", [],
        "the 31st day passes with either", parameters: ["onTheDay": .text("error")]),
      RuleRow(
        "LIM-GAP-30", .grant,
        "previousValidUntil 2021-03-31, issueDate 2021-04-10, validFrom 2021-04-10", [.error],
        "the tenth day of ten", parameters: ["days": .count(10), "onTheDay": .text("error")]),
      RuleRow(
        "LIM-RETENTION-1Y", .grant, "issueDate 2021-02-09", [.information],
        "from the issue: the end is not asked for", parameters: ["from": .text("issue")]),
      RuleRow(
        "LIM-FINGERPRINT", .grant,
        "fingerprintCertificate false, previousPermitYear 2021, applicationDate 2021-10-08",
        [.error], "the same year is refused", parameters: ["sameYear": .text("error")]),
      RuleRow(
        "LIM-FINGERPRINT", .grant,
        "fingerprintCertificate false, previousPermitYear 2021, applicationDate 2021-10-08", [],
        "the same year passes", parameters: ["sameYear": .text("pass")]),
      RuleRow(
        "LIM-FINGERPRINT", .grant,
        "fingerprintCertificate false, previousPermitYear 2019, applicationDate 2021-10-08",
        [.error], "an earlier year is refused all the same", parameters: ["sameYear": .text("pass")]
      ),
      RuleRow(
        "LIM-FINGERPRINT", .grant, "fingerprintCertificate true, applicationDate 2021-10-08", [],
        "a certificate is a certificate", parameters: ["sameYear": .text("error")]),
    ]

  private static let victim =
    "stayPurpose trafficking-victim, petitionerKind local-executive-body, "
    + "@paper 2024-01-01..2024-07-01, @paper 2024-07-01..2024-10-01 kind:kind, "
    + "validFrom 2024-10-01, validUntil 2025-01-01"
  private static let investor = "aifc investor, petitionerKind aifc-administration, "
  private static let trader = "stayPurpose business, petitionerKind local-executive-body, "
  private static let ofExtensions: [String: RuleParameter] = ["totalOf": .text("extensions")]

  static let residence: [RuleRow] = [
    RuleRow("TRP-TRAFFICKING", .extend, victim, [.warning], "the second extension of one"),
    RuleRow(
      "TRP-TRAFFICKING", .extend, victim, [], "the second of two",
      parameters: ["extensions": .count(2)]),
    RuleRow(
      "TRP-TRAFFICKING", .extend, victim + ", @paper 2024-10-01..2024-10-02 kind:kind", [.warning],
      "the third of two", parameters: ["extensions": .count(2)]),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      investor + "@paper 2019-04-01..2020-04-01, validFrom 2024-04-02, validUntil 2025-04-01", [],
      "the fifth year of extensions", parameters: ofExtensions),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      investor + "@paper 2019-04-01..2020-04-01, validFrom 2024-04-02, validUntil 2025-04-02",
      [.error], "a day into the sixth", parameters: ofExtensions),
    RuleRow(
      "TRP-AIFC-INVESTOR", .extend,
      investor + "@paper 2019-04-01..2020-04-01, validFrom 2024-04-02, validUntil 2025-04-01",
      [.error], "the sixth year of the stay", parameters: ["totalOf": .text("stay")]),
    RuleRow(
      "TRP-BUSINESS", .extend,
      trader + "firstValidFrom 2021-04-01, previousValidFrom 2021-04-01, "
        + "previousValidUntil 2021-10-01, validFrom 2024-10-01, validUntil 2024-10-02",
      [.error], "the record knows the end of the first permit", parameters: ofExtensions),
    RuleRow(
      "TRP-BUSINESS", .extend,
      trader + "firstValidFrom 2021-04-01, validFrom 2024-10-01, validUntil 2025-04-01", [],
      "nobody knows it: a year", parameters: ofExtensions),
    RuleRow(
      "TRP-BUSINESS", .extend,
      trader + "firstValidFrom 2021-04-01, validFrom 2025-04-01, validUntil 2025-04-02", [.error],
      "over three years and the longest first permit", parameters: ofExtensions),
    RuleRow(
      "TRP-BUSINESS", .grant, trader + "validFrom 2024-04-01, validUntil 2025-04-01", [],
      "a first permit is no extension", parameters: ofExtensions),
    RuleRow(
      "TRP-BUSINESS", .grant, trader + "validFrom 2024-04-01, validUntil 2025-04-02", [.error],
      "more than a year at a time", parameters: ofExtensions),
  ]

  /// The day that the message names follows the setting.
  @Test func theFileIsKeptFromTheIssueWhenChosen() throws {
    let test = TestCase(
      [RuleUse("LIM-RETENTION-1Y", parameters: ["from": .text("issue")])], .grant,
      "issueDate 2021-02-09, validUntil 2021-05-10")
    let findings = try Ruleset.findings(in: test.built)
    #expect(findings.map(\.place) == ["/issueDate"])
    #expect(findings.first?.message.en.contains("2022-02-09") == true)
  }
}
