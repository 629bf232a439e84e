import Foundation
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaService

/// A batch as its folder tells it: what a run of `tamga issue` or of the queue leaves.
struct DeskBatch: Sendable {
  let name: String
  private let folder: String
  private let lock: String

  /// Nil for a name that is none, or that no folder has.
  init?(_ name: String, office: String) {
    let isName =
      name.utf8.count <= 64 && !name.hasPrefix(".")
      && name.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      }
    guard isName, name.contains("-") else { return nil }
    self.name = name
    folder = "\(office)/\(PaperSigner.folder)/\(name)"
    lock = "\(office)/locks/\(name)"
    guard access(folder, F_OK) == 0 else { return nil }
  }

  /// Whether a run of it, here or on a command line of this machine, is at work now.
  var isRunning: Bool {
    guard access(lock, F_OK) == 0, let lock = try? FileLock(lock) else { return false }
    return (try? lock.take()) == false
  }

  /// Those that the desk was given and those of the night, the newest first.
  static func all(office: String) -> [DeskBatch] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(office)/\(PaperSigner.folder)"))
      ?? []
    return names.sorted(by: >).compactMap { DeskBatch($0, office: office) }
  }

  /// `summary.json`; nil while the batch runs, or where its run broke off.
  var summary: JSONValue? {
    FileManager.default.contents(atPath: folder + "/summary.json").flatMap {
      try? JSONReader.strictValue(of: Array($0))
    }
  }

  /// A file of the batch; nil where there is none yet.
  func file(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
  }

  /// By the office's clock; nil while there is no summary.
  var started: DayTime? {
    guard let stamp = summary?["started"]?.text, let day = CalendarDate(iso: stamp.prefix(10))
    else { return nil }
    let clock = stamp.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3 else { return nil }
    return DayTime(
      Int64(day.daysSinceEpoch) * DayTime.day + clock[0] * 3600 + clock[1] * 60 + clock[2])
  }

  func path(of file: String) -> String { "\(folder)/\(file)" }
  func has(_ file: String) -> Bool { access(path(of: file), F_OK) == 0 }

  /// Names of the files for the printer, in their order.
  var printRuns: [String] {
    let (stem, end) = ("print-run", ".pdf")
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasPrefix(stem) && $0.hasSuffix(end) }.sorted()
  }

  /// Records by outcome, corrections included.
  var counts: [String: Int] {
    guard case .object(let members)? = summary?["outcomes"] else { return [:] }
    var counts: [String: Int] = [:]
    for member in members {
      if case .integer(let count) = member.value { counts[member.key] = Int(count) }
    }
    let corrected = corrections.count
    if corrected > 0 {
      counts["rejected", default: 0] -= corrected
      counts["issued", default: 0] += corrected
    }
    return counts
  }

  /// A rejected record: its line, what was found, and the record as it came.
  struct Reject: Sendable {
    let line: Int
    let id: String?
    let document: String?
    let findings: JSONValue
    let record: JSONValue?

    /// Whether its issuing body is one of the caller's; a record that names none is for those of all.
    func isCovered(by caller: Caller) -> Bool {
      caller.covers(record?["issuingBody"]?.text ?? "")
    }
  }

  /// Those that are not corrected yet, in the order of the input.
  var rejects: [Reject] {
    let results = Self.lines(file("results.jsonl")).filter {
      $0["outcome"]?.text == "rejected"
    }
    let records = Self.rawLines(file("rejected.jsonl"))
    let done = Set(corrections.keys)
    return zip(results, records + Array(repeating: [], count: results.count)).compactMap {
      result, record in
      guard case .integer(let line)? = result["line"], !done.contains(Int(line)) else { return nil }
      return Reject(
        line: Int(line), id: result["id"]?.text, document: result["document"]?.text,
        findings: result["findings"] ?? .array([]),
        record: try? JSONReader.strictValue(of: record))
    }
  }

  private static let correctedName = "corrected.jsonl"

  /// Numbers of papers that corrected rejects became, by line.
  var corrections: [Int: (document: String, number: String)] {
    var found: [Int: (String, String)] = [:]
    for row in Self.lines(file(Self.correctedName)) {
      guard case .integer(let line)? = row["line"], let document = row["document"]?.text,
        let number = row["number"]?.text
      else { continue }
      found[Int(line)] = (document, number)
    }
    return found
  }

  /// Remembers which paper a corrected reject became. The paper itself is in the register by then.
  func addCorrection(line: Int, document: String, number: String, by login: String) {
    let row = JSONWriter.bytes(
      .object([
        .init("line", .integer(Int64(line))), .init("document", .text(document)),
        .init("number", .text(number)), .init("who", .text(login)),
      ]))
    let file = open("\(folder)/\(Self.correctedName)", O_WRONLY | O_APPEND | O_CREAT, 0o640)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = (row + [UInt8(ascii: "\n")]).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  private static func rawLines(_ bytes: [UInt8]?) -> [[UInt8]] {
    (bytes ?? []).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  private static func lines(_ bytes: [UInt8]?) -> [JSONValue] {
    rawLines(bytes).compactMap { try? JSONReader.strictValue(of: $0) }
  }
}
