import Foundation
import Testing

@testable import TamgaDecisions

// Long records, large files, and records handed back
extension RecordSourceTests {
  static func record(bytes: Int) -> String {
    "{\"x-a\":\"\(String(repeating: "a", count: bytes - 10))\"}"
  }

  @Test(arguments: ["a.jsonl", "a.json", "a.txt"], ["\n", "\r\n"])
  func limit(name: String, end: String) throws {
    let limit = RecordLimits.recordBytes
    let parts = [Self.record(bytes: limit), Self.record(bytes: limit + 1), "{}"]
    let text =
      name == "a.json"
      ? "[\(parts.joined(separator: "," + end))]" : parts.joined(separator: end) + end
    let source = try Self.source(name, text)
    let records = try Self.all(source)
    #expect(records.count == 3)
    #expect(records[0].content == .bytes(Array(parts[0].utf8)))
    #expect(records[1].content == .tooLong(Int64(limit + 1)))
    #expect(records[2].content == .bytes(Array("{}".utf8)))
    // A record that was not kept can still be handed back as it stood.
    for (record, part) in zip(records, parts) {
      var line: [UInt8] = []
      try source.line(of: record) { line += $0 }
      #expect(line == Array(part.utf8))
    }
  }

  @Test func handsARecordBackOnOneLine() throws {
    let text = "[\n {\n  \"a\": 1\r\n },\n {\"b\":"
    let source = try Self.source("a.json", text)
    let lines = try Self.all(source).map { record in
      var line: [UInt8] = []
      try source.line(of: record) { line += $0 }
      return String(decoding: line, as: UTF8.self)
    }
    #expect(lines == ["{   \"a\": 1   }", "{\"b\":"])
  }

  @Test func knowsWhereARecordBegins() throws {
    let text = "[\n  {},\n  {\"ә\":1}, {}]"
    let source = try Self.source("a.json", text)
    let places = try Self.all(source).map { "\($0.startLine):\($0.startColumn)" }
    #expect(places == ["2:3", "3:3", "3:12"])
  }

  @Test func firstLineTooLongToKeep() throws {
    let long = Self.record(bytes: RecordLimits.recordBytes + 5)
    let lines = try Self.source("a", "\(long)\n{}\n")
    #expect(lines.layout == .lines)
    #expect(try Self.all(lines).count == 2)
    let array = "[\(Array(repeating: long, count: 3).joined(separator: ","))]"
    let value = try Self.source("a", array)
    #expect(value.layout == .value)
    #expect(try Self.all(value).map(\.line) == [1, 2, 3])
  }

  /// 30 MB of records, among them lines of megabytes: what is held at a time stays within a block
  /// and a record.
  @Test(arguments: ["a.jsonl", "a.json"]) func memoryIsFlat(name: String) throws {
    let separator = name == "a.json" ? ",\n" : "\n"
    let ordinary = Fixture.record() + separator
    let block = Data(String(repeating: ordinary, count: 1_000).utf8)
    let huge = Data((Self.record(bytes: 5_000_000) + separator).utf8)
    var expected = 0
    let source = try Self.source(name) { file in
      if name == "a.json" { try file.write(contentsOf: Data("[".utf8)) }
      while try file.offset() < 25_000_000 {
        try file.write(contentsOf: block)
        expected += 1_000
      }
      try file.write(contentsOf: huge)
      try file.write(contentsOf: Data((name == "a.json" ? "{}]" : "{}").utf8))
    }
    var reader = try source.records()
    var count = 0
    var tooLong: [Int64] = []
    var most = 0
    while let record = try reader.next() {
      count += 1
      switch record.content {
      case .bytes(let bytes): most = max(most, bytes.count + reader.heldBytes)
      case .tooLong(let length):
        tooLong.append(length)
        most = max(most, reader.heldBytes)
      case .malformed: Issue.record("record \(record.line) is malformed")
      }
    }
    #expect(count == expected + 2)
    #expect(tooLong == [5_000_000])
    #expect(source.size > 30_000_000)
    #expect(most <= InputFile.blockBytes + RecordLimits.recordBytes + 1)
    #expect(most > 0)
  }
}
