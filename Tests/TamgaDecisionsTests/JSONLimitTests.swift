import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaDecisions

@Suite struct JSONLimitTests {
  struct Limit: Sendable, CustomTestStringConvertible {
    let kind: JSONIrregularity.Kind
    let limit: Int
    let text: @Sendable (Int) -> String
    let why: String
    var testDescription: String { why }
  }

  static let limits: [Limit] = [
    Limit(
      kind: .nesting, limit: 16,
      text: { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
      why: "lists inside one another"),
    Limit(
      kind: .nesting, limit: 16,
      text: {
        String(repeating: #"{"a":"#, count: $0 - 1) + "{}" + String(repeating: "}", count: $0 - 1)
      }, why: "objects inside one another"),
    Limit(
      kind: .text, limit: 4_000, text: { "\"\(String(repeating: "a", count: $0))\"" },
      why: "Latin letters"),
    Limit(
      kind: .text, limit: 4_000, text: { "\"\(String(repeating: "ә", count: $0))\"" },
      why: "letters of two bytes"),
    Limit(
      kind: .text, limit: 4_000, text: { "\"\(String(repeating: #"\u0061"#, count: $0))\"" },
      why: "letters as escapes"),
    Limit(
      kind: .text, limit: 4_000,
      text: { "\"\(String(repeating: "\u{1100}", count: $0))\"" },
      why: "one letter of parts without end"),
    Limit(
      kind: .list, limit: 200,
      text: { "[\(Array(repeating: "0", count: $0).joined(separator: ","))]" }, why: "items"),
    Limit(
      kind: .key, limit: 128, text: { "{\"\(String(repeating: "k", count: $0))\":0}" },
      why: "letters of a key"),
  ]

  @Test(arguments: limits) func limit(_ c: Limit) throws {
    #expect(
      try JSONReader.read(Array(c.text(c.limit).utf8), limits: .record).irregularities.isEmpty)
    let above = try JSONReader.read(Array(c.text(c.limit + 1).utf8), limits: .record).irregularities
    #expect(above.map(\.kind) == [c.kind])
  }

  @Test func depthCostsNoStack() throws {
    let text = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    #expect(
      try JSONReader.read(Array(text.utf8), limits: .record).irregularities.map(\.kind) == [
        .nesting
      ])
    let open = Array(String(repeating: #"{"a":["#, count: 40_000).utf8)
    #expect(throws: JSONFault.self) { try JSONReader.read(open, limits: .record) }
    let crossed = String(repeating: "[", count: 40) + "}"
    let fault = #expect(throws: JSONFault.self) {
      try JSONReader.read(Array(crossed.utf8), limits: .record)
    }
    #expect(fault?.code == .bracket)
  }

  @Test func irregularitiesAreBounded() throws {
    let text = "[\(Array(repeating: #""\u0001""#, count: 5_000).joined(separator: ","))]"
    let count = try JSONReader.read(Array(text.utf8), limits: .record).irregularities.count
    #expect(count == RecordLimits.findings + 1)
  }
}
