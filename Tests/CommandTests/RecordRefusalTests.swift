import Foundation
import Testing

/// Broken records: each is one result line with a finding, never a crash, and stops no other.
@Suite struct RecordRefusalTests {
  /// A line of input with the rules of which one must be among its errors; none when it passes.
  struct Row {
    let line: String
    let rules: Set<String>
    let why: String
    var hasID = true

    init(_ line: String, _ rules: Set<String>, _ why: String, hasID: Bool = true) {
      self.line = line
      self.rules = rules
      self.why = why
      self.hasID = hasID
    }
  }

  private static func rows() throws -> [Row] {
    let good = try Records.contract("EX-FPC-1")
    var rows: [Row] = []
    func add(_ rule: String..., why: String, hasID: Bool = true, change: (inout JSON) -> Void) {
      var record = good
      record["id"] = .text("B-\(rows.count)")
      change(&record)
      rows.append(Row(record.line, Set(rule), why, hasID: hasID))
    }
    func text(_ count: Int, _ letter: String = "ә") -> JSON {
      .text(String(repeating: letter, count: count))
    }
    // What is no record at all.
    for (line, why) in [
      ("not json", "words"), ("{\"id\":\"CUT-1\",", "cut"), ("[1,2", "cut array"),
      ("{\"id\":\"T-1\"} {}", "two values"), ("\"EX\"", "a text"), ("7", "a number"),
      ("null", "nothing"), ("{'id':'Q-1'}", "single quotes"),
      ("{\"id\":\"N-1\",\"x-a\":NaN}", "NaN"),
      (String(repeating: "[", count: 100_000), "deep"),
    ] {
      rows.append(Row(line, ["REC-JSON", "REC-TYPE", "REC-LIMIT"], why, hasID: false))
    }
    let twice = good.line.replacing("{\"document\"", with: "{\"document\":\"x\",\"document\"")
    rows.append(Row(twice, ["REC-DUPLICATE-KEY", "REC-JSON"], "a key twice"))
    // Limits: the last that passes, the first that does not.
    add(why: "the longest id") { $0["id"] = text(64, "a") }
    add("REC-ID", "REC-LIMIT", why: "an id of 65", hasID: false) { $0["id"] = text(65, "a") }
    add(why: "a text of 4,000 characters") { $0["x-note"] = text(4_000) }
    add("REC-LIMIT", why: "a printed text of 4,001 characters") {
      $0["fields", "temporaryAddress"] = ["kk": text(4_001), "ru": "г. Алматы"]
    }
    add("REC-LIMIT", why: "a list of 201") {
      $0["fields", "groundIds"] = .array(Array(repeating: "LIM-R2", count: 201))
    }
    func nested(_ depth: Int) -> JSON { (0..<depth).reduce(1) { inner, _ in .array([inner]) } }
    add(why: "nesting of 16") { $0["x-deep"] = nested(15) }
    add("REC-LIMIT", "REC-JSON", why: "nesting of 17") { $0["x-deep"] = nested(16) }
    func padded(to bytes: Int) -> (inout JSON) -> Void {
      { record in
        // A list of texts, each below its own limit.
        var parts = Array(repeating: text(3_900, "a"), count: 66)
        record["x-pad"] = .array(parts)
        let missing = bytes - record.line.utf8.count
        parts.append(text(missing - 3, "b"))
        record["x-pad"] = .array(parts)
        assert(record.line.utf8.count == bytes)
      }
    }
    add(why: "a record of 256 KiB", change: padded(to: 256 * 1024))
    add("REC-LIMIT", why: "a byte more", hasID: false, change: padded(to: 256 * 1024 + 1))
    // Characters.
    for (character, why) in [
      ("\u{0}", "NUL"), ("\u{7}", "a control character"), ("\u{202E}", "a bidirectional override"),
      ("\u{2066}", "an isolate"), ("\n", "a newline where the form has none"),
      ("\t", "a tabulator"),
    ] {
      add("REC-CHARACTERS", why: why) { $0["fields", "officerFullName"] = .text("A\(character)B") }
    }
    rows.append(
      Row(
        good.line.replacing("Қасенова", with: "\\ud800"), ["REC-JSON", "REC-CHARACTERS"],
        "half a surrogate"))
    // Names, kinds, types.
    add("REC-ID", why: "no id", hasID: false) { $0["id"] = nil }
    add("REC-ID", why: "an empty id", hasID: false) { $0["id"] = "" }
    add("REC-ID", why: "an id with a space", hasID: false) { $0["id"] = "A 1" }
    add("REC-ID", why: "a Cyrillic id", hasID: false) { $0["id"] = "КҚП-1" }
    add("REC-ID", "REC-TYPE", why: "an id that is a number", hasID: false) { $0["id"] = 7 }
    add("REC-UNKNOWN-KEY", why: "a key at the top") { $0["issuedate"] = "2021-02-05" }
    add("REC-UNKNOWN-KEY", why: "a key in the fields") { $0["fields", "fulName"] = "X" }
    add("REC-UNKNOWN-DOCUMENT", why: "an unknown kind") { $0["document"] = "passport" }
    add("REC-UNKNOWN-BODY", why: "an unknown body") { $0["issuingBody"] = "AST-MPS-01" }
    add("REC-TYPE", why: "a kind that is a list") { $0["document"] = [] }
    add("REC-TYPE", why: "fields that are a list") { $0["fields"] = [] }
    add("REC-TYPE", why: "a name that is a number") { $0["fields", "fullName"] = 7 }
    add("REC-TYPE", "GEN-REQUIRED-FIELDS", why: "one language of two") {
      $0["fields", "temporaryAddress"] = ["kk": "Алматы"]
    }
    add("GEN-REQUIRED-FIELDS", why: "no name") { $0["fields", "fullName"] = nil }
    add("GEN-REQUIRED-FIELDS", why: "a blank name") { $0["fields", "fullName"] = "  " }
    add("GEN-REQUIRED-FIELDS", why: "null for a name") { $0["fields", "fullName"] = .null }
    for date in ["2021-02-30", "05.02.2021", "2021-2-5", "2021-02-05T00:00:00", "0000-00-00"] {
      add("REC-DATE", why: "the date \(date)") { $0["issueDate"] = .text(date) }
    }
    add("REC-DATE", "GEN-REQUIRED-FIELDS", why: "a blank date") { $0["issueDate"] = "" }
    add("REC-DATE", "REC-TYPE", why: "a date that is a number") { $0["issueDate"] = 20_210_205 }
    add("REC-TYPE", "GEN-REQUIRED-FIELDS", "REC-UNKNOWN-COUNTRY", why: "an unknown country") {
      $0["fields", "citizenship"] = "XYZ"
    }
    add("REC-LANGUAGES", "REC-TYPE", why: "an unknown language") { $0["languages"] = ["en"] }
    add("REC-LANGUAGES", "REC-TYPE", why: "no language") { $0["languages"] = [] }
    add("REC-TYPE", why: "a fact of another type") { $0["facts"] = ["leftInTime": "yes"] }
    add("REC-PREVIOUS", "REC-TYPE", why: "previous is a number") { $0["previous"] = 5 }
    add(why: "an unknown fact is a warning") { $0["facts"] = ["shoeSize": 43] }
    return rows
  }

  @Test func eachIsOneResult() throws {
    let workshop = try Workshop()
    let rows = try Self.rows()
    try workshop.write("broken.jsonl", Data(rows.map { $0.line + "\n" }.joined().utf8))
    let batch = try workshop.issue("broken.jsonl")
    #expect(batch.run.status == 2, "\(batch.run.errors)")
    try #require(batch.results.count == rows.count)
    for (index, (row, result)) in zip(rows, batch.results).enumerated() {
      let line = result.line.prefix(600)
      #expect(result["line"]?.count == index + 1)
      #expect(result.members.keys.contains("id"), "\(row.why): id is always there")
      #expect((result["id"] != .null) == row.hasID, "\(row.why): \(line)")
      if row.rules.isEmpty {
        #expect(result["outcome"] == "issued", "\(row.why): \(line)")
      } else {
        #expect(result["outcome"] == "rejected", "\(row.why): \(line)")
        #expect(!Batch.errors(result).isDisjoint(with: row.rules), "\(row.why): \(line)")
      }
      for finding in result["findings"]?.items ?? [] {
        try ContractExamplesTests.isFinding(finding)
      }
    }
    let kept = try batch.data("rejected.jsonl").split(separator: 0x0A)
    let refused = rows.filter { !$0.rules.isEmpty }
    #expect(kept.map { Data($0) } == refused.map { Data($0.line.utf8) }, "unchanged, in order")
  }

  @Test func aFindingOfFormHidesNoneOfLaw() throws {
    let workshop = try Workshop()
    var record = try Records.contract("RJ-1")
    record["fields", "passportExpiry"] = "2029-01-01"
    record["fields", "officerFullName"] = ""
    record["fields", "birthDate"] = "17.05.1990"
    try workshop.write("many.jsonl", [record])
    let errors = Batch.errors(try workshop.issue("many.jsonl").results[0])
    let wanted: Set = ["REC-UNKNOWN-KEY", "GEN-REQUIRED-FIELDS", "REC-DATE", "LIM-PERMIT-TERM"]
    #expect(errors.isSuperset(of: wanted), "\(errors)")
  }

  @Test func brokenValuesOfAnArray() throws {
    let workshop = try Workshop()
    let good = try Records.contract("EX-FPC-1").line
    try workshop.write("array.json", Data("[7,\(good),null,{\"id\":\"A-1\"}]".utf8))
    let batch = try workshop.issue("array.json")
    #expect(batch.run.status == 2)
    #expect(batch.outcomes == ["rejected", "issued", "rejected", "rejected"])
    #expect(batch.results.map { $0["line"]?.count } == [1, 2, 3, 4])
    #expect(batch.results.map { $0["id"] ?? .null } == [.null, "EX-FPC-1", .null, "A-1"])
    // An array that breaks off gives what was whole and one result for the rest.
    try workshop.write("cut.json", Data("[\(good),{\"id\":".utf8))
    let cut = try workshop.issue("cut.json", output: "cut")
    #expect(cut.run.status == 2 && cut.outcomes == ["already-issued", "rejected"])
  }

  @Test func bytesThatAreNoText() throws {
    let workshop = try Workshop()
    let good = Data(try Records.contract("EX-FPC-1").line.utf8)
    let rows: [(Data, String)] = [
      (Data([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]), "UTF-16"),
      (Data("{\"id\":\"".utf8) + [0xC3, 0x28] + Data("\"}".utf8), "a broken sequence"),
      (Data("{\"id\":\"".utf8) + [0xED, 0xA0, 0x80] + Data("\"}".utf8), "an encoded surrogate"),
      (Data(repeating: 0, count: 64), "zeros"),
    ]
    var input = Data()
    for (bytes, _) in rows { input += bytes + [0x0A] }
    try workshop.write("bytes.jsonl", input + good + [0x0A])
    let batch = try workshop.issue("bytes.jsonl")
    #expect(batch.run.status == 2, "\(batch.run.errors)")
    try #require(batch.results.count == rows.count + 1)
    for (row, result) in zip(rows, batch.results) {
      #expect(result["outcome"] == "rejected" && result["id"] == .null, "\(row.1)")
    }
    #expect(batch.outcomes.last == "issued")
  }
}
