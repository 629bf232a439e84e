import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaRegister
import TamgaSample
import TamgaTemplates
import Testing

@testable import TamgaIssue

/// An office of a test, with an issuer and a check. Goes with its user.
final class Desk: Sendable {
  let folder: TemporaryFolder
  let office: Office
  let issuer: Issuer
  let check: DecisionCheck

  init(
    workers: Int = 1, now: @escaping @Sendable () -> Int64 = Office.systemClock
  ) throws {
    folder = try TemporaryFolder()
    let place = folder.path + "/office"
    _ = try Office.make(place, configuration: Examples.office, now: Office.systemClock())
    office = try Office.open(place, library: Examples.library.get(), now: now)
    issuer = try Issuer(
      office: office, folder: folder.path + "/out", agent: "clerk", workers: workers)
    check = try DecisionCheck(office: office)
  }

  /// Lines of synthetic decisions.
  func sample(
    seed: UInt64, count: Int, kinds: [String]? = nil, flaws: Int = 0
  ) -> [[UInt8]] {
    let maker = try? SampleMaker(seed: seed, kinds: kinds, flawPercent: flaws)
    return maker.map { Array($0.prefix(count)) } ?? []
  }

  /// Labour permits; every so many are of namesakes, born on days of one year that follow each other.
  func namesakes(seed: UInt64, count: Int, every step: Int) throws -> [ParsedDecision] {
    let first = try #require(CalendarDate(1980, 1, 1))
    return try sample(seed: seed, count: count, kinds: ["labour-immigrant-permit"]).enumerated()
      .map { index, line in
        guard index % step == 0 else { return issuer.parse(line) }
        var record = try Record(line)
        record.set("fields", "latinFullName", to: "SAMPLE NAMESAKE")
        record.set("fields", "citizenship", to: "UZB")
        record.set("fields", "birthDate", to: first.adding(days: index).iso)
        return issuer.parse(record.bytes)
      }
  }

  /// Papers that have a number and are not issued.
  func unfinished() throws -> [PaperEntry] {
    var filter = PaperFilter()
    filter.states = [.reserved, .sealed]
    return try office.register.papers(filter, after: 0, limit: 500)
  }

  /// What the audit of the register finds.
  func audit() throws -> [AuditFinding] {
    var findings: [AuditFinding] = []
    var audit = Audit(of: office) { findings.append($0) }
    _ = try audit.run()
    return findings
  }
}

/// The contract's examples.
enum Examples {
  static let folder = Repository.root + "/Tests/Fixtures/contract"
  static let office = try? String(contentsOfFile: folder + "/office.yaml", encoding: .utf8)
  static let library = Result { try TemplateLibrary.read(folder: Repository.templates) }

  static let decisions: [Data] = {
    let data = try? Data(contentsOf: URL(filePath: folder + "/decisions.jsonl"))
    return (data ?? Data()).split(separator: 0x0A).map { Data($0) }
  }()

  static func records() throws -> [Record] { try decisions.map { try Record(Array($0)) } }
}

/// A record to be changed.
struct Record {
  private(set) var object: [String: Any]

  struct NoObject: Error {}

  init(_ bytes: [UInt8]) throws {
    guard let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    else { throw NoObject() }
    self.object = object
  }

  var bytes: [UInt8] {
    Array((try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) ?? Data())
  }

  var fields: [String: Any] {
    get { object["fields"] as? [String: Any] ?? [:] }
    set { object["fields"] = newValue }
  }

  mutating func set(_ key: String, to value: Any) { object[key] = value }

  mutating func remove(_ key: String) { object[key] = nil }

  mutating func set(_ group: String, _ key: String, to value: Any) {
    var inner = object[group] as? [String: Any] ?? [:]
    inner[key] = value
    object[group] = inner
  }
}
