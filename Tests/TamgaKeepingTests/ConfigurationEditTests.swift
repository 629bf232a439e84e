import TamgaDomain
import TamgaRegisterPostgres
import Testing

@testable import TamgaIssue
@testable import TamgaKeeping

/// The one setting that a move changes.
@Suite struct ConfigurationEditTests {
  private static let start = OfficeConfiguration.template

  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    /// The line in the result.
    let line: String
    var testDescription: String { what }
  }

  static let rows = [
    Row(
      what: "none", text: start,
      line: "register: {postgresql: \"service=tamga\", schema: office_ala}"),
    Row(
      what: "no line end", text: start.trimmingSuffix(while: { $0 == "\n" }),
      line: "register: {postgresql: \"service=tamga\", schema: office_ala}"),
    Row(
      what: "a remark", text: start + "\nregister: sqlite # until the server is there\n",
      line:
        "register: {postgresql: \"service=tamga\", schema: office_ala}  # until the server is there"
    ),
    Row(
      what: "in the middle", text: "register: sqlite\n" + start,
      line: "register: {postgresql: \"service=tamga\", schema: office_ala}"),
  ]

  @Test(arguments: rows) func onlyThatLineChanges(_ row: Row) throws {
    let target = try PostgresTarget(connection: "service=tamga", schema: "office_ala")
    let edited = try ConfigurationEdit.moved(row.text, to: target)
    let lines = edited.split(separator: "\n").map(String.init)
    #expect(lines.count { $0.hasPrefix("register:") } == 1 && lines.contains(row.line))
    let others = row.text.split(separator: "\n").filter { !$0.hasPrefix("register:") }
    #expect(lines.filter { !$0.hasPrefix("register:") } == others.map(String.init))
    #expect(edited.hasSuffix("\n") || row.text.hasPrefix("register"))
  }

  @Test func whatStandsInTheConnectionIsQuoted() throws {
    let target = try PostgresTarget(
      connection: #"host=/run/a user='o\'brien "x"' dbname=d"#, schema: "tamga")
    let edited = try ConfigurationEdit.moved(Self.start, to: target)
    let read = try OfficeConfiguration.read(edited, file: "tamga.yaml")
    #expect(read.register == .postgresql(target))
  }

  @Test func anotherFormIsLeft() throws {
    let target = try PostgresTarget(connection: "service=tamga", schema: "tamga")
    let error = #expect(throws: KeepingError.self) {
      try ConfigurationEdit.moved(Self.start + "\n\"register\": sqlite\n", to: target)
    }
    #expect(error?.code == .configuration && error?.hint?.en.contains("service=tamga") == true)
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, predicate(last) { text.removeLast() }
    return text
  }
}
