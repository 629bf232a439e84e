import Testing

/// A record and what is found in it.
struct DecisionCase: Sendable, CustomTestStringConvertible {
  let record: String
  /// `RULE place` of every finding, in order.
  let findings: [String]
  let why: String
  var testDescription: String { why }

  init(_ record: String, _ findings: [String], _ why: String) {
    self.record = record
    self.findings = findings
    self.why = why
  }

  /// A record with members of the top changed.
  static func top(_ key: String, _ value: String?, _ findings: [String], _ why: String)
    -> DecisionCase
  {
    DecisionCase(Fixture.record(top: [key: value]), findings, why)
  }

  /// A record with a field changed.
  static func field(_ key: String, _ value: String?, _ findings: [String], _ why: String)
    -> DecisionCase
  {
    DecisionCase(Fixture.record(fields: [key: value]), findings, why)
  }

  static func facts(_ facts: String, _ findings: [String], _ why: String) -> DecisionCase {
    DecisionCase(Fixture.record(facts: facts), findings, why)
  }
}
