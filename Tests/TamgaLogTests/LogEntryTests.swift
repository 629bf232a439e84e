import SeededNumbers
import TamgaFormats
import Testing

@testable import TamgaLog

@Suite struct LogEntryTests {
  static func random(_ generator: inout SplitMix) throws -> LogEntry {
    func digest() -> [UInt8]? {
      Bool.random(using: &generator)
        ? (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) } : nil
    }
    func text(_ range: ClosedRange<Int>) -> String {
      let letters = ["a", "{", "\"", "Қ", "é", "e\u{301}", "水", "\u{0}", "\n", "👩‍⚖️"]
      let count = Int.random(in: range, using: &generator)
      return (0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" }.joined()
    }
    return try LogEntry(
      sequence: .random(in: 1...Int64.max, using: &generator),
      at: .random(in: Int64.min...Int64.max, using: &generator), who: text(1...9),
      what: text(1...2),
      serial: Bool.random(using: &generator) ? .random(in: 1...Int64.max, using: &generator) : nil,
      reason: digest(), detail: text(0...100), state: digest())
  }

  @Test func everyEntryBothWays() throws {
    var generator = SplitMix(state: 6962)
    for _ in 0..<2000 {
      let entry = try Self.random(&generator)
      let again = try LogEntry(entry.bytes)
      #expect(again == entry)
      #expect(again.sequence == entry.sequence && again.at == entry.at)
      #expect(again.serial == entry.serial && again.reason == entry.reason)
      #expect(again.state == entry.state)
      #expect(again.who.utf8.elementsEqual(entry.who.utf8))
      #expect(again.what.utf8.elementsEqual(entry.what.utf8))
      #expect(again.detail.utf8.elementsEqual(entry.detail.utf8))
      #expect(again.leaf == TreeHash(leaf: entry.bytes))
    }
  }

  /// Whatever is read is written again byte by byte: no entry has a second form.
  @Test func oneFormOfEveryEntry() throws {
    var generator = SplitMix(state: 9162)
    var read = 0
    for round in 0..<20_000 {
      var bytes = try Fixture.entry(round % 12).bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      guard let entry = try? LogEntry(bytes) else { continue }
      read += 1
      #expect(entry.bytes == bytes)
    }
    #expect(read > 1000, "changed numbers, digests and texts stay readable")
  }

  /// Each field alone makes another leaf.
  @Test func everyFieldCounts() throws {
    let some = [UInt8](repeating: 1, count: 32)
    let entries = [
      try LogEntry(sequence: 1, at: 2, who: "a", what: "b", detail: "{}"),
      try LogEntry(sequence: 2, at: 2, who: "a", what: "b", detail: "{}"),
      try LogEntry(sequence: 1, at: 3, who: "a", what: "b", detail: "{}"),
      try LogEntry(sequence: 1, at: 2, who: "ab", what: "b", detail: "{}"),
      try LogEntry(sequence: 1, at: 2, who: "a", what: "bb", detail: "{}"),
      try LogEntry(sequence: 1, at: 2, who: "a", what: "b{", detail: "}"),
      try LogEntry(sequence: 1, at: 2, who: "a", what: "b", serial: 1, detail: "{}"),
      try LogEntry(sequence: 1, at: 2, who: "a", what: "b", reason: some, detail: "{}"),
      try LogEntry(sequence: 1, at: 2, who: "a", what: "b", detail: "{}", state: some),
      try LogEntry(sequence: 1, at: 2, who: "a", what: "b", detail: "{ }"),
      try LogEntry(sequence: 1, at: 2, who: "\u{E9}", what: "b", detail: "{}"),
      try LogEntry(sequence: 1, at: 2, who: "e\u{301}", what: "b", detail: "{}"),
    ]
    #expect(Set(entries).count == entries.count)
    #expect(Set(entries.map(\.leaf)).count == entries.count)
  }

  static let fields: [(String, @Sendable () throws -> LogEntry)] = [
    ("sequence", { try LogEntry(sequence: 0, at: 1, who: "a", what: "b", detail: "{}") }),
    ("sequence", { try LogEntry(sequence: -1, at: 1, who: "a", what: "b", detail: "{}") }),
    ("who", { try LogEntry(sequence: 1, at: 1, who: "", what: "b", detail: "{}") }),
    ("who", { try LogEntry(sequence: 1, at: 1, who: long(257), what: "b", detail: "{}") }),
    ("what", { try LogEntry(sequence: 1, at: 1, who: "a", what: "", detail: "{}") }),
    ("what", { try LogEntry(sequence: 1, at: 1, who: "a", what: long(65), detail: "{}") }),
    ("detail", { try LogEntry(sequence: 1, at: 1, who: "a", what: "b", detail: long(32_769)) }),
    ("serial", { try LogEntry(sequence: 1, at: 1, who: "a", what: "b", serial: 0, detail: "") }),
    ("reason", { try LogEntry(sequence: 1, at: 1, who: "a", what: "b", reason: [], detail: "") }),
    (
      "state",
      {
        try LogEntry(
          sequence: 1, at: 1, who: "a", what: "b", detail: "",
          state: [UInt8](repeating: 0, count: 33))
      }
    ),
  ]

  static func long(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test(arguments: 0..<fields.count) func refusesField(_ index: Int) {
    let (field, make) = Self.fields[index]
    #expect(throws: LogFault.entryField(field)) { try make() }
  }

  @Test func limits() throws {
    let entry = try LogEntry(
      sequence: .max, at: .min, who: Self.long(256), what: Self.long(64), serial: .max,
      reason: [UInt8](repeating: 255, count: 32), detail: Self.long(32_768),
      state: [UInt8](repeating: 255, count: 32))
    #expect(try LogEntry(entry.bytes) == entry)
    #expect(entry.bytes.count < 65_536, "C2SP tlog-tiles writes the length in two bytes")
    #expect(entry.index == .max - 1)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let fault: LogFault
    let why: String
    var testDescription: String { why }
  }

  // sequence 1, at 2
  static let head: [UInt8] = [0x01, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2]
  static let texts: [UInt8] = [0, 1, 0x61, 0, 1, 0x62, 0, 2, 0x7B, 0x7D]
  static let digest = [UInt8](repeating: 7, count: 32)

  static let refusals = [
    Refusal(bytes: [], fault: .entry, why: "nothing"),
    Refusal(bytes: [0x00] + head.dropFirst() + [0] + texts, fault: .entryVersion, why: "version 0"),
    Refusal(bytes: [0x02] + head.dropFirst() + [0] + texts, fault: .entryVersion, why: "version 2"),
    Refusal(bytes: [0x01], fault: .entry, why: "a version alone"),
    Refusal(bytes: head, fault: .entry, why: "no flags"),
    Refusal(bytes: head + [0x08] + texts, fault: .entry, why: "a flag that nobody knows"),
    Refusal(bytes: head + [0x80] + texts, fault: .entry, why: "the highest flag"),
    Refusal(bytes: head + [0x02] + digest.dropLast(), fault: .entry, why: "a short digest"),
    Refusal(bytes: head + [0] + texts + [0], fault: .entry, why: "a byte behind the end"),
    Refusal(bytes: head + [0] + texts.dropLast(), fault: .entry, why: "a byte short"),
    Refusal(bytes: head + [0] + [0, 1, 0x61], fault: .entry, why: "one text of three"),
    Refusal(
      bytes: head + [0] + [0xFF, 0xFF] + texts, fault: .entry, why: "a length beyond the end"),
    Refusal(bytes: head + [0, 0, 1, 0xFF, 0, 1, 0x62, 0, 0], fault: .entry, why: "no UTF-8"),
    Refusal(
      bytes: head + [0, 0, 2, 0xC1, 0xA1, 0, 1, 0x62, 0, 0], fault: .entry, why: "overlong UTF-8"),
    Refusal(
      bytes: head + [0, 0, 3, 0xED, 0xA0, 0x80, 0, 1, 0x62, 0, 0], fault: .entry,
      why: "half a surrogate pair"),
    Refusal(
      bytes: head + [0, 0, 0, 0, 1, 0x62, 0, 2, 0x7B, 0x7D], fault: .entryField("who"),
      why: "nobody"),
    Refusal(
      bytes: head + [0, 0, 1, 0x61, 0, 0, 0, 2, 0x7B, 0x7D], fault: .entryField("what"),
      why: "nothing happened"),
    Refusal(
      bytes: head + [1, 0, 0, 0, 0, 0, 0, 0, 0] + texts, fault: .entryField("serial"),
      why: "paper 0"),
    Refusal(
      bytes: head + [1, 0x80, 0, 0, 0, 0, 0, 0, 0] + texts, fault: .entryField("serial"),
      why: "a paper below zero"),
    Refusal(
      bytes: [0x01] + [UInt8](repeating: 0, count: 16) + [0] + texts,
      fault: .entryField("sequence"), why: "entry 0"),
    Refusal(
      bytes: [0x01] + [UInt8](repeating: 255, count: 16) + [0] + texts,
      fault: .entryField("sequence"), why: "an entry below zero"),
  ]

  @Test(arguments: refusals) func refuses(_ refusal: Refusal) {
    #expect(throws: refusal.fault) { try LogEntry(refusal.bytes) }
  }

  @Test func accepted() throws {
    let entry = try LogEntry(Self.head + [0] + Self.texts)
    #expect(entry.sequence == 1 && entry.at == 2 && entry.who == "a" && entry.what == "b")
    #expect(entry.detail == "{}" && entry.serial == nil && entry.reason == nil)
    #expect(entry.state == nil && entry.index == 0)
  }

  /// The SHA-256 of "abc" (FIPS 180-4), parted anywhere between salt and text.
  @Test func reason() {
    #expect(
      Hex.text(LogEntry.digest(ofReason: "bc", salt: [0x61]))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
