import Foundation
import Testing

/// A paper and the decision that acts upon it.
struct Chain: Sendable {
  let first: JSON
  let second: JSON

  /// The ordinary examples of two kinds, tied by the number that the second names.
  ///
  /// - Parameters:
  ///   - field: The field in which a record of the first kind gives its number.
  ///   - isRecent: All days are moved by whole weeks, so that the second is of the last seven days.
  init(_ first: String, number field: String, _ second: String, isRecent: Bool = true) throws {
    var former = try Records.example(first)
    var later = try Records.example(second)
    let number = try #require(later["previous"]?.text, "\(second) names a paper")
    former["fields", field] = .text(number)
    if isRecent {
      let issued = try #require(Day(iso: later["issueDate"]?.text ?? ""))
      let days = issued.days(to: .today) / 7 * 7
      former = former.moved(days: days)
      later = later.moved(days: days)
    }
    self.first = former
    self.second = later
  }
}

extension Records {
  /// An example of a kind.
  static func example(_ kind: String, _ name: String = "ordinary") throws -> JSON {
    let path = "\(Place.templates)/\(kind)/examples/\(name).json"
    return try JSON.one(Data(contentsOf: URL(filePath: path)))
  }

  /// Whether the paper of a record carries a code: a form that an applicant signs has none.
  static func isSealed(_ record: JSON) -> Bool {
    let path = "\(Place.templates)/\(record["document"]?.text ?? "")/manifest.yaml"
    let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8)
    return text?.contains("\neffect: applies\n") == false
  }

  /// The kinds of the repository, in the order of their names.
  static func kinds() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Place.templates).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(Place.templates)/\($0)/manifest.yaml") }
  }
}

extension JSON {
  /// Every day in the value, moved.
  func moved(days: Int) -> JSON {
    switch self {
    case .text(let text): Day(iso: text).map { .text($0.adding(days: days).iso) } ?? self
    case .array(let items): .array(items.map { $0.moved(days: days) })
    case .object(let members): .object(members.mapValues { $0.moved(days: days) })
    case .null, .flag, .number: self
    }
  }
}

extension Workshop {
  /// The register's entry of a paper, with its events.
  func shown(_ number: String, document: String? = nil) throws -> JSON {
    let kind = document.map { ["--document", $0] } ?? []
    let run = try tamga(["register", "show", "--json", number, "--office", "office"] + kind)
    try #require(run.status == 0, "\(run.errors)")
    return try JSON.one(run.output)
  }

  func list() throws -> [JSON] {
    try tamga("register", "list", "--office", "office").lines()
  }

  /// The verdict on a paper by the register, or by a bundle of this moment.
  func verdict(_ pdf: String, byBundle: Bool, _ options: String...) throws -> JSON {
    var source = ["--office", "office"]
    if byBundle {
      let name = "bundle-" + UUID().uuidString
      let export = try tamga("trust", "export", "--office", "office", "--output", name)
      try #require(export.status == 0, "\(export.errors)")
      source = ["--trust", name]
    }
    return try JSON.one(tamga(["verify", pdf, "--json"] + source + options).output)
  }

  /// A copy of the templates that a test may change; links are followed.
  func copyTemplates(to name: String = "Forms") throws {
    _ = try Tool.text("cp", ["-rL", Place.templates, path(name)])
  }

  /// Changes a text file of the workshop.
  func edit(_ name: String, _ change: (String) -> String) throws {
    let text = String(decoding: try data(name), as: UTF8.self)
    let changed = change(text)
    try #require(changed != text, "\(name) has nothing to change")
    try write(name, Data(changed.utf8))
  }
}
