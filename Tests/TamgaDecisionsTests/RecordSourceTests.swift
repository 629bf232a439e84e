import Foundation
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaDecisions

@Suite struct RecordSourceTests {
  /// A record in short: the line and the bytes, or the fault.
  static func short(_ record: RawRecord) -> String {
    switch record.content {
    case .bytes(let bytes): "\(record.line) \(String(decoding: bytes, as: UTF8.self))"
    case .tooLong(let length): "\(record.line) too long: \(length)"
    case .malformed(let fault): "\(record.line) \(fault.code) \(fault.line):\(fault.column)"
    }
  }

  /// Opens a file that is gone by the time it is read: the source holds on to it.
  static func source(_ name: String, write: (FileHandle) throws -> Void) throws -> RecordSource {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name).path
    try Data().write(to: URL(filePath: path))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try write(file)
    try file.close()
    return try RecordSource(path: path)
  }

  static func source(_ name: String, _ text: String) throws -> RecordSource {
    try source(name) { try $0.write(contentsOf: Data(text.utf8)) }
  }

  static func all(_ source: RecordSource) throws -> [RawRecord] {
    var reader = try source.records()
    var records: [RawRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let records: [String]
    let why: String
    var testDescription: String { "\(name): \(why)" }

    init(_ name: String, _ text: String, _ records: [String], _ why: String) {
      self.name = name
      self.text = text
      self.records = records
      self.why = why
    }
  }

  static let cases: [Case] = [
    Case("a.jsonl", "", [], "an empty file"),
    Case("a.jsonl", "\n \n\t\r\n", [], "blank lines"),
    Case("a.jsonl", "{}\n{}", ["1 {}", "2 {}"], "no line break at the end"),
    Case("a.jsonl", "{}\r\n\r\n{\"a\":1}\r\n", ["1 {}", "3 {\"a\":1}"], "CRLF and a blank line"),
    Case("a.jsonl", "\u{FEFF}{}\n", ["1 {}"], "a byte order mark at the start"),
    Case(
      "a.jsonl", "{}\n\u{FEFF}{}\n", ["1 {}", "2 \u{FEFF}{}"], "one inside stays: it is no JSON"),
    Case("a.jsonl", "  {}  \n", ["1 {}  "], "an indented line"),
    Case("a.jsonl", "{\n}\n", ["1 {", "2 }"], "a record over two lines is two lines"),
    Case("a.jsonl", "[{},{}]\n", ["1 [{},{}]"], "a list in a line is one line"),
    Case("A.NDJSON", "{}\nnope\n", ["1 {}", "2 nope"], "the other name, in capitals"),
    Case("a.json", "", [], "an empty value file"),
    Case("a.json", " {\n\"a\": 1}\n ", ["1 {\n\"a\": 1}"], "one record"),
    Case("a.json", "[]", [], "an empty list"),
    Case("a.json", " [ ] \n", [], "with blanks"),
    Case(
      "a.json", "[{}, {\"a\":\"]},{\"} ,3]", ["1 {}", "2 {\"a\":\"]},{\"}", "3 3"],
      "brackets in texts"),
    Case(
      "a.json", "[\"a\\\"]\",[1,[2]],null]", ["1 \"a\\\"]\"", "2 [1,[2]]", "3 null"], "no objects"),
    Case("a.json", "\u{FEFF}[{}]", ["1 {}"], "a byte order mark before a list"),
    Case("a.json", "[{\"a\":1,},{}]", ["1 {\"a\":1,}", "2 {}"], "an element that is no JSON"),
    Case("a.json", "[{}\n,{\"a\":[1}]", ["1 {}", "2 bracket 2:9"], "crossed brackets"),
    Case("a.json", "[{},", ["1 {}", "2 unexpectedEnd 1:5"], "cut after a comma"),
    Case("a.json", "[{},{\"a\"", ["1 {}", "2 unexpectedEnd 1:9"], "cut in an element"),
    Case("a.json", "[{}", ["1 {}", "2 unexpectedEnd 1:4"], "cut before the end"),
    Case("a.json", "[", ["1 unexpectedEnd 1:2"], "nothing but the bracket"),
    Case("a.json", "[{} {},{}]", ["1 {}", "2 unexpectedCharacter 1:5"], "no comma"),
    Case("a.json", "[{},,{}]", ["1 {}", "2 unexpectedCharacter 1:5"], "two commas"),
    Case("a.json", "[{},]", ["1 {}", "2 unexpectedCharacter 1:5"], "a comma before the end"),
    Case("a.json", "[{}}", ["1 {}", "2 unexpectedCharacter 1:4"], "the wrong end"),
    Case("a.json", "[{}]\n[{}]", ["1 {}", "2 trailingData 2:1"], "two lists"),
    Case("a.json", "{}\n{}", ["1 trailingData 2:1"], "two values"),
    Case("a.json", "{} x", ["1 trailingData 1:4"], "something after the value"),
    Case("a.json", "12", ["1 12"], "a number is one value"),
    Case("a.json", "{\"a\":", ["1 unexpectedEnd 1:6"], "a record cut short"),
    Case("a.json", "]", ["1 unexpectedCharacter 1:1"], "an end without a start"),
    Case("a.txt", "", [], "an empty file of another name"),
    Case("a.txt", "\n\n{}\n{\n", ["3 {}", "4 {"], "JSONL by its first line"),
    Case("a.txt", "{\n}\n", ["1 {\n}"], "one value by its first line"),
    Case("a.txt", "[{},\n{}]", ["1 {}", "2 {}"], "a list over two lines"),
    Case(
      "a.txt", "[{},{}]\n\n", ["1 {}", "2 {}"], "a list in the only line stands for its elements"),
    Case("a.txt", "[{}]\n{}\n", ["1 [{}]", "2 {}"], "a list in the first of several lines"),
    Case("a.txt", "[{}] x\n", ["1 {}", "2 trailingData 1:6"], "a list and something else"),
    Case("a.txt", "nope\n{}\n", ["1 trailingData 2:1"], "no value in the first line: one value"),
    Case("decisions", "{}\n{}\n", ["1 {}", "2 {}"], "a name without an ending"),
  ]

  @Test(arguments: cases) func cuts(_ c: Case) throws {
    let source = try Self.source(c.name, c.text)
    #expect(try Self.all(source).map(Self.short) == c.records)
    #expect(try Self.all(source).map(Self.short) == c.records, "a source can be read again")
  }

  /// The same bytes through a pipe: spooled, and told apart as a file without an ending.
  @Test(arguments: cases.filter { $0.name == "a.txt" }) func cutsFromPipe(_ c: Case) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(c.text.utf8))
    try pipe.fileHandleForWriting.close()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try InputFile(
      spooling: pipe.fileHandleForReading.fileDescriptor, name: "-", folder: folder.path)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.isEmpty, "nothing stays behind")
    #expect(try Self.all(RecordSource(file)).map(Self.short) == c.records)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let path: String
    let code: InputError.Code
    let why: String
    var testDescription: String { why }
  }

  static let faults: [Fault] = [
    Fault(path: "/nonexistent/a.jsonl", code: .missing, why: "no such file"),
    Fault(path: "/etc/passwd/a.jsonl", code: .missing, why: "a file where a folder should be"),
    Fault(path: "/etc", code: .folder, why: "a folder"),
    Fault(path: "", code: .missing, why: "no name"),
  ]

  @Test(arguments: faults) func refuses(_ c: Fault) {
    let error = #expect(throws: InputError.self) { try RecordSource(path: c.path) }
    #expect(error?.code == c.code)
    #expect(error?.place == c.path)
    #expect(error?.description.contains("hint: ") == true)
  }

  @Test func spoolFolderMustExist() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.close()
    let error = #expect(throws: InputError.self) {
      try InputFile(
        spooling: pipe.fileHandleForReading.fileDescriptor, name: "-", folder: "/nonexistent")
    }
    #expect(error?.code == .spooling)
  }

  @Test func noticesThatTheFileBecameShorter() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.jsonl")
    try Data(String(repeating: "{}\n", count: 200_000).utf8).write(to: path)
    let source = try RecordSource(path: path.path)
    let file = try FileHandle(forWritingTo: path)
    try file.truncate(atOffset: 300_000)
    try file.close()
    var reader = try source.records()
    let error = #expect(throws: InputError.self) {
      while try reader.next() != nil {}
    }
    #expect(error?.code == .reading)
  }
}
