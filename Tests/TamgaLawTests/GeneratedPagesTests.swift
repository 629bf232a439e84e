import Foundation
import Synchronization
import TamgaDomain
import Testing

@testable import TamgaLaw

/// The pages that are made from the rules, the declared inputs and the manifests.
///
/// `make generate` (TAMGA_RECORD=1) writes them; otherwise a stale page fails.
@Suite struct GeneratedPagesTests {
  static let pages = CoverageTests.sources.appending(path: "Documentation.docc")

  private static let sections: [String: [any Rule.Type]] = [
    "General": generalRules, "Labour immigrants": labourRules,
    "Temporary residence": residenceRules, "Permanent residence": permanentRules,
    "Qualification certificate": qualificationRules, "Exit for permanent residence": exitRules,
  ]

  private func check(_ name: String, _ text: String) throws {
    let file = Self.pages.appending(path: name)
    if ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(stored == text, "\(name) is stale: make generate")
  }

  // MARK: Coverage

  /// The prose of the page stays as it is; its tables are made anew.
  @Test func coverageIsCurrent() throws {
    let file = Self.pages.appending(path: "Coverage.md")
    let current = try String(contentsOf: file, encoding: .utf8)
    let manifests = try CoverageTests.manifests()
    let parts = current.components(separatedBy: "\n## ").map { part in
      let heading = part.prefix { $0 != "\n" }
      if let rules = Self.sections[String(heading)] {
        return "\(heading)\n\n" + Self.table(rules, manifests) + Self.proseAfterTable(part)
      }
      if heading == "Codes of the kinds" {
        return Self.replacing(
          rows: part,
          by: manifests.sorted { $0.code < $1.code }.map { "| \($0.code) | `\($0.kind)` |" })
      }
      return part
    }
    #expect(parts.count > Self.sections.count)
    try check("Coverage.md", parts.joined(separator: "\n## "))
  }

  private static func table(
    _ rules: [any Rule.Type], _ manifests: [CoverageTests.Manifest]
  ) -> String {
    let rows = rules.map { rule in
      "| `\(rule.id)` | `\(folder(of: rule))/\(rule)` | \(kinds(rule.id, manifests)) | \(levels(rule)) |\n"
    }
    return "| rule | type | kinds | level |\n|---|---|---|---|\n" + rows.joined()
  }

  private static func proseAfterTable(_ part: String) -> String {
    let lines = part.components(separatedBy: "\n")
    guard let last = lines.lastIndex(where: { $0.hasPrefix("|") }) else { return "" }
    return lines[(last + 1)...].joined(separator: "\n")
  }

  private static func replacing(rows part: String, by rows: [String]) -> String {
    let lines = part.components(separatedBy: "\n")
    guard let first = lines.firstIndex(where: { $0.hasPrefix("|---") }),
      let last = lines.lastIndex(where: { $0.hasPrefix("|") })
    else { return part }
    return (lines[...first] + rows + lines[(last + 1)...]).joined(separator: "\n")
  }

  /// The folder in which the type of a rule has its file.
  private static func folder(of rule: any Rule.Type) -> String {
    let folders = try? FileManager.default.contentsOfDirectory(
      atPath: CoverageTests.sources.path())
    return folders?.sorted().first {
      FileManager.default.fileExists(
        atPath: CoverageTests.sources.appending(path: "\($0)/\(rule).swift").path())
    } ?? ""
  }

  static func kinds(_ rule: String, _ all: [CoverageTests.Manifest]) -> String {
    let asking = all.filter { $0.rules.contains(rule) }
    if asking.isEmpty { return "none" }
    if asking.count == all.count { return "every kind" }
    if asking.count == all.count(where: \.isSealed), asking.allSatisfy(\.isSealed) {
      return "every sealed kind"
    }
    return asking.map(\.code).sorted().joined(separator: ", ")
  }

  /// The levels that the tables show, with the strongest that the rule declares.
  private static func levels(_ rule: any Rule.Type) -> String {
    let shown = Set(CoverageTests.rows.filter { $0.rule == rule.id }.flatMap(\.levels))
    let all: [(Level, String)] = [(.error, "E"), (.warning, "W"), (.information, "I")]
    return all.filter { $0.0 == rule.level || shown.contains($0.0) }.map(\.1)
      .joined(separator: ", ")
  }

  // MARK: Facts

  @Test func factsAreCurrent() throws {
    let readers = try Self.readers()
    var text = """
      # Facts

      What a record may give in `facts`: only rules read it, nothing of it is printed. A name that is also
      a field of the kind is read from `fields` first; two different values are an error.

      This page is made from the declarations in `Inputs` by `make generate`. *Rules* are those that the
      tables of the tests see reading the name.

      | fact | type | English | Kazakh | Russian | rules |
      |---|---|---|---|---|---|

      """
    var unread: [String] = []
    for input in Inputs.all {
      guard let type = input.fact else { continue }
      let rules = (readers[input.name] ?? []).sorted().map { "`\($0)`" }.joined(separator: ", ")
      if rules.isEmpty { unread.append(input.name) }
      text +=
        "| `\(input.name)` | \(Self.words(type)) | \(input.words.en) | \(input.words.kk) "
        + "| \(input.words.ru) | \(rules) |\n"
    }
    #expect(unread == [], "a fact that no rule reads")
    try check("Facts.md", text)
  }

  // MARK: What each rule reads

  @Test func inputsOfRulesAreCurrent() throws {
    var names: [String: Set<String>] = [:]
    for (name, rules) in try Self.readers() {
      for rule in rules { names[rule, default: []].insert(name) }
    }
    let file = CoverageTests.sources.appending(path: "Inputs/RuleInputs.swift")
    var text = """
      /// The fields and facts that each rule reads, as the tables of the tests see it. Made by `make
      /// generate`; a stale table fails.
      enum RuleInputs {
        static let names: [String: [String]] = [

      """
    for rule in names.keys.sorted() {
      let read = (names[rule] ?? []).sorted()
      // The formatter wants no comma after the one name of a list.
      let end = read.count > 1 ? "," : ""
      let list = "      " + read.map { "\"\($0)\"" }.joined(separator: ",\n      ") + end + "\n"
      text += "    \"\(rule)\": [\n\(list)    ],\n"
    }
    text += "  ]\n}\n"
    if ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == text, "RuleInputs is stale: make generate")
  }

  private static func words(_ type: FactType) -> String {
    switch type {
    case .date: "date"
    case .partialDate: "date, or its year and month, or its year"
    case .time: "time"
    case .flag: "true or false"
    case .count: "whole number"
    case .text: "text"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .words(let words): "one or a list of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .conclusions: "list of `{agency, date, groundIds}`"
    case .stepDates: "object: number of the step to date"
    }
  }

  /// Which rules read which name, as the tables' cases show.
  private static func readers() throws -> [String: Set<String>] {
    var readers: [String: Set<String>] = [:]
    func run(_ rule: String, _ test: TestCase) throws {
      let asked = ReadNames()
      var c = test.built
      c.onRead = { name in asked.names.withLock { _ = $0.insert(name) } }
      _ = try Ruleset.findings(in: c)
      for name in asked.names.withLock({ $0 }) { readers[name, default: []].insert(rule) }
    }
    for row in CoverageTests.rows {
      try run(
        row.rule,
        TestCase([RuleUse(row.rule, parameters: row.parameters)], row.action, row.inputs))
    }
    for row in AbsenceRow.all {
      try run(row.rule, TestCase([RuleUse(row.rule)], row.action, row.inputs))
    }
    return readers
  }
}

/// Collects the names that rules ask for.
private final class ReadNames: Sendable {
  let names = Mutex<Set<String>>([])
}
