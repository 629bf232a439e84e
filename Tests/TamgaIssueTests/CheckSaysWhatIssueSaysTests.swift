import Foundation
import SeededNumbers
import TamgaDecisions
import TamgaDomain
import Testing

@testable import TamgaIssue

/// Whatever a record says, `tamga check` tells beforehand what issuing it gives, no record ends a run, and
/// none that is refused keeps a number.
///
/// `TAMGA_RECORDS` makes it longer (`make soak`), `TAMGA_SEED` another one.
@Suite struct CheckSaysWhatIssueSaysTests {
  static let environment = ProcessInfo.processInfo.environment
  static let seed = environment["TAMGA_SEED"].flatMap { UInt64($0) } ?? 20_261_128
  static let records = environment["TAMGA_RECORDS"].flatMap { Int($0) } ?? 300
  /// Records of one office.
  static let share = 100

  @Test(arguments: 0..<max(1, records / share)) func forOddRecords(part: Int) async throws {
    let desk = try Desk()
    var mutation = RecordMutation(seed: Self.seed &+ UInt64(part))
    var outcomes: [DecisionResult.Outcome: Int] = [:]
    let lines = desk.sample(
      seed: Self.seed &+ UInt64(part), count: Self.share, flaws: 20)
    for line in lines {
      let record = mutation.changed(line)
      let text: Comment = "\(String(decoding: record.prefix(3_000), as: UTF8.self))"
      let parsed = desk.issuer.parse(record)
      let check = try await desk.check.result(of: parsed)
      let issued = await desk.issuer.issue([parsed])[0]
      outcomes[issued.outcome, default: 0] += 1
      #expect(Self.expected(check.outcome) == issued.outcome, text)
      #expect(check.findings == issued.findings, text)
      #expect(issued.outcome != .failed, text)
    }
    // A seed that asks nothing proves nothing.
    #expect(outcomes[.issued, default: 0] > Self.share / 5, "\(outcomes)")
    #expect(outcomes[.rejected, default: 0] > Self.share / 5, "\(outcomes)")
    #expect(try desk.unfinished().isEmpty)
    #expect(try desk.audit().isEmpty)
  }

  /// A check issues nothing, and says so in a word of its own.
  private static func expected(_ outcome: DecisionResult.Outcome) -> DecisionResult.Outcome {
    outcome == .lawful ? .issued : outcome
  }
}

/// Changes of records that find the limits of later steps.
struct RecordMutation {
  private var random: SplitMix
  /// Ids of earlier records, for those that go on with them.
  private var ids: [String] = []

  init(seed: UInt64) { random = SplitMix(state: seed) }

  /// The record with one or two changes, or as it is.
  mutating func changed(_ line: [UInt8]) -> [UInt8] {
    // What is no JSON stays so.
    guard var record = try? Record(line) else { return line }
    for _ in 0..<random.below(3) { change(&record) }
    if let id = record.object["id"] as? String { ids.append(id) }
    return record.bytes
  }

  private mutating func change(_ record: inout Record) {
    let texts = record.fields.filter { $0.value is String || $0.value is [String: String] }
    let lists = record.fields.filter { $0.value is [Any] }
    guard let text = random.pick(texts.keys.sorted()) else { return }
    switch random.below(10) {
    case 0, 1:
      let names = texts.keys.filter { $0.lowercased().hasSuffix("name") }.sorted()
      record.fields[random.pick(names) ?? text] = words(
        random.pick([40, 64, 125, 240, 1_000]) ?? 40)
    case 2: record.fields[text] = words(random.pick([200, 1_500, 3_990]) ?? 200)
    case 3: record.fields[text] = spoilt(record.fields[text])
    case 4:
      guard let list = random.pick(lists.keys.sorted()) else { return }
      let length = random.pick([10, 400, 2_000]) ?? 10
      record.fields[list] = (0..<(random.pick([30, 200]) ?? 30)).map { _ in words(length) }
    case 5:
      let numbers = texts.keys.filter { $0.hasSuffix("Number") }.sorted()
      record.fields[random.pick(numbers) ?? "permitNumber"] = digits(random.below(80))
    case 6:
      record.fields["permitNumber"] = digits(random.pick([1, 21, 22, 23, 64, 65]) ?? 1)
    case 7:
      let dates = texts.keys.filter { $0.hasSuffix("Date") || $0.hasPrefix("valid") }.sorted()
      guard let date = random.pick(dates) else { return }
      record.fields[date] = random.pick(["1950-01-01", "1970-01-01", "2299-12-31", "2026-02-30"])
    case 8:
      guard let id = random.pick(ids) else { return }
      if random.below(2) == 0 {
        record.set("id", to: id)
      } else {
        record.set("previous", to: ["decision": id])
      }
    default:
      record.set("previous", to: ["decision": "NONE-\(random.below(1_000))"])
    }
  }

  private mutating func words(_ count: Int) -> String {
    var text = ""
    while text.count < count {
      let word = (0...random.below(9)).map { _ in random.pick(Array("ӘҚОЛДАРБЕРІЗНА")) ?? "А" }
      text += (text.isEmpty ? "" : " ") + String(word)
    }
    return String(text.prefix(count)).trimmingCharacters(in: .whitespaces)
  }

  private mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in random.pick(Array("0123456789-/АБ")) ?? "0" })
  }

  /// With a character that some step may not like.
  private mutating func spoilt(_ value: Any?) -> Any {
    let odd = [
      "\u{A0}", "\u{2009}", "\u{202F}", "\u{301}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{E000}",
      "\u{378}", "😀", "م", "漢", "ﬁ", "…", "~", "\u{2028}", "İ", "ß", "‑", "ǆ",
    ]
    func spoil(_ text: String) -> String {
      var text = text
      let place = text.index(text.startIndex, offsetBy: random.below(text.count + 1))
      text.insert(contentsOf: random.pick(odd) ?? "", at: place)
      return text
    }
    if let both = value as? [String: String] {
      return both.sorted { $0.key < $1.key }.reduce(into: [String: String]()) {
        $0[$1.key] = spoil($1.value)
      }
    }
    return spoil(value as? String ?? "")
  }
}

extension SplitMix {
  fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  fileprivate mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[below(values.count)]
  }
}
