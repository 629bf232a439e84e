import TamgaDomain
import Testing

@testable import TamgaLaw

/// Who issues, and whom the papers serve.
@Suite struct IssuerRuleTests {
  private static let police: [String: RuleParameter] = [
    "bodies": .texts(["police", "internal-affairs"])
  ]

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
  ]

  @Test(arguments: rows) func judges(_ row: RuleRow) throws { try row.check() }
}
