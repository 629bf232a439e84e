import Foundation
import Testing

/// The same decision a second time: the same number, the same bytes, the file is there.
@Suite struct TwiceTests {
  /// The bytes of every paper of a batch, by their file.
  private static func papers(_ batch: Batch) throws -> [String: Data] {
    var papers: [String: Data] = [:]
    for result in batch.results {
      papers[result["file"]?.text ?? "none"] = try Data(
        contentsOf: URL(filePath: batch.pdf(result)))
    }
    return papers
  }

  private static func expectSame(_ second: Batch, _ first: Batch) throws {
    #expect(second.run.status == 0, "\(second.run.errors)")
    #expect(second.outcomes.allSatisfy { $0 == "already-issued" })
    for (new, old) in zip(second.results, first.results) {
      for member in ["line", "id", "document", "number", "file", "sha256", "pages"] {
        #expect(new[member] == old[member], "\(member)")
      }
    }
    #expect(second.results.count == first.results.count)
  }

  @Test func theSameCommandAgain() throws {
    let workshop = try Workshop()
    let input = Place.contract + "/decisions.jsonl"
    let first = try workshop.issue(input)
    let papers = try Self.papers(first)
    let victims = try first.results.map { try first.pdf($0) }
    try Self.expectSame(try workshop.issue(input), first)

    // Lost, cut, lengthened, one bit turned, emptied: the file is there again.
    let manager = FileManager.default
    try manager.removeItem(atPath: victims[0])
    try papers.values.first?.prefix(100).write(to: URL(filePath: victims[1]))
    let whole = try Data(contentsOf: URL(filePath: victims[2]))
    try (whole + Data("x".utf8)).write(to: URL(filePath: victims[2]))
    var turned = try Data(contentsOf: URL(filePath: victims[3]))
    turned[turned.count / 2] ^= 1
    try turned.write(to: URL(filePath: victims[3]))
    try Data().write(to: URL(filePath: victims[4]))
    let third = try workshop.issue(input)
    try Self.expectSame(third, first)
    #expect(try Self.papers(third) == papers)

    try manager.removeItem(atPath: workshop.path("out"))
    let fourth = try workshop.issue(input)
    try Self.expectSame(fourth, first)
    #expect(try Self.papers(fourth) == papers)

    let elsewhere = try workshop.issue(input, output: "elsewhere")
    try Self.expectSame(elsewhere, first)
    #expect(try Self.papers(elsewhere) == papers)
    #expect(elsewhere.folder.hasSuffix(URL(filePath: first.folder).lastPathComponent))

    let list = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(list.compactMap { $0["number"]?.text }.sorted() == first.numbers.sorted())
  }

  @Test func theSameRecordInAnotherForm() throws {
    let workshop = try Workshop()
    let record = try Records.contract("EX-FPC-1")
    try workshop.write("first.jsonl", [record])
    let first = try workshop.issue("first.jsonl", output: "first")
    let source = record.line
    let decomposed = source.decomposedStringWithCanonicalMapping
    #expect(decomposed.utf8.count != source.utf8.count)
    var carried = record
    carried["x-export"] = ["run": 7]
    let spaced = String(
      decoding: try JSONSerialization.data(
        withJSONObject: JSONSerialization.jsonObject(with: record.data), options: .prettyPrinted),
      as: UTF8.self)
    let forms: [(name: String, text: String, why: String)] = [
      ("decomposed.jsonl", decomposed + "\n", "letters in two parts are the same letters"),
      ("carried.jsonl", carried.line + "\n", "x- keys stand aside"),
      ("spaced.json", spaced, "spaces and line breaks, keys in another order"),
      ("array.json", "[\(source)]", "an array of one"),
    ]
    for form in forms {
      try workshop.write(form.name, Data(form.text.utf8))
      let batch = try workshop.issue(form.name, output: form.name + ".out")
      #expect(batch.outcomes == ["already-issued"], "\(form.why): \(batch.results)")
      #expect(batch.numbers == first.numbers, "\(form.why)")
      #expect(try Self.papers(batch) == Self.papers(first), "\(form.why)")
    }
  }

  @Test func aChangedRecordIsRefusedWithTheNumber() throws {
    let workshop = try Workshop()
    let record = try Records.contract("EX-LIP-1")
    try workshop.write("first.jsonl", [record])
    let first = try workshop.issue("first.jsonl", output: "first")
    let number = first.numbers[0]
    var changes: [(record: JSON, why: String)] = []
    var changed = record
    changed["fields", "passportSeriesNumber"] = "FA1234568"
    changes.append((changed, "another passport"))
    changed = record
    changed["facts", "quotaLeft"] = 4711
    changes.append((changed, "a fact only"))
    changed = record
    changed["languages"] = ["kk"]
    changes.append((changed, "one language"))
    changed = record
    changed["fields", "termMonths"] = 4
    changes.append((changed, "changed and unlawful"))
    for (index, change) in changes.enumerated() {
      try workshop.write("changed.jsonl", [change.record])
      let batch = try workshop.issue("changed.jsonl", output: "changed\(index)")
      #expect(batch.run.status == 2 && batch.outcomes == ["rejected"], "\(change.why)")
      let conflict = batch.results[0]["findings"]?.items.first { $0["rule"] == "REC-ID-CONFLICT" }
      for language in ["kk", "ru", "en"] {
        let words = conflict?["message"]?[language]?.text
        #expect(words?.contains(number) == true, "\(change.why): \(words ?? "no finding")")
      }
      // Nobody hands out the old data for the new.
      #expect(batch.results[0]["file"] == nil && batch.results[0]["number"] == nil)
      #expect(workshop.files("changed\(index)").allSatisfy { !$0.hasSuffix(".pdf") })
    }
  }

  @Test func aLineTwiceInOneFile() throws {
    let workshop = try Workshop()
    let record = try Records.contract("EX-FPC-1")
    var changed = record
    changed["fields", "sex"] = "female"
    try workshop.write("twice.jsonl", [record, record, changed, record])
    let batch = try workshop.issue("twice.jsonl")
    #expect(batch.run.status == 2)
    #expect(batch.outcomes == ["issued", "already-issued", "rejected", "already-issued"])
    #expect(batch.numbers[1] == batch.numbers[0] && batch.numbers[3] == batch.numbers[0])
    #expect(Batch.errors(batch.results[2]).contains("REC-ID-CONFLICT"))
    #expect(workshop.files("out").filter { $0.hasSuffix(".pdf") }.count == 1)
  }

  @Test func aGivenNumberTwice() throws {
    let workshop = try Workshop()
    func record(_ id: String, _ number: String) throws -> JSON {
      var record = try Records.contract("EX-FPC-1")
      record["id"] = .text(id)
      record["fields", "certificateNumber"] = .text(number)
      return record
    }
    try workshop.write(
      "given.jsonl", [try record("G-1", "A/2021-77"), try record("G-2", "A/2021-77")])
    let batch = try workshop.issue("given.jsonl")
    #expect(batch.run.status == 2 && batch.outcomes == ["issued", "rejected"])
    #expect(batch.numbers[0] == "A/2021-77")
    let file = try #require(batch.results[0]["file"]?.text)
    #expect(file.hasPrefix("documents/fingerprint-photo-certificate/"))
    #expect(file.split(separator: "/").count == 3, "a name is made safe: \(file)")
    #expect(FileManager.default.fileExists(atPath: try batch.pdf(batch.results[0])))
    #expect(Batch.errors(batch.results[1]).contains("GEN-UNIQUE-NUMBER"))
    try workshop.write("later.jsonl", [try record("G-3", "A/2021-77")])
    let later = try workshop.issue("later.jsonl", output: "later")
    #expect(later.run.status == 2 && Batch.errors(later.results[0]).contains("GEN-UNIQUE-NUMBER"))
  }
}
