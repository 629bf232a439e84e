import Foundation
import TamgaDomain
import TamgaRegister
import Testing

@testable import TamgaIssue

/// Every limit of a later step is known before a number is used: a record above it is refused for a reason
/// and leaves no reservation.
@Suite struct LimitsBeforeTheNumberTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Nil where the record is issued in spite of it.
    let rule: String?
    let place: String
    let change: @Sendable (inout Record) -> Void

    init(
      _ name: String, _ rule: String?, at place: String = "",
      _ change: @escaping @Sendable (inout Record) -> Void
    ) {
      (testDescription, self.rule, self.place, self.change) = (name, rule, place, change)
    }
  }

  static let rows = [
    Row("a name of 240 bytes", nil) {
      $0.set("fields", "latinFullName", to: String(repeating: "KARIMOV ", count: 30) + "A")
    },
    Row("a name of 1,000 letters", nil) {
      $0.set("fields", "latinFullName", to: String(repeating: "KARIMOV ", count: 125) + "A")
    },
    Row("a number that no code holds", "REC-LIMIT", at: "/fields/permitNumber") {
      $0.set("fields", "permitNumber", to: String(repeating: "9", count: 23))
    },
    Row("a number that no register holds", "REC-NUMBER", at: "/fields/permitNumber") {
      $0.set("fields", "permitNumber", to: "12~3")
    },
    Row("a passport that no code holds", "REC-LIMIT", at: "/fields/passportSeriesNumber") {
      $0.set("fields", "passportSeriesNumber", to: String(repeating: "F", count: 40))
    },
    Row("a letter that no font has", "REC-CHARACTERS", at: "/fields/officerFullName") {
      $0.set("fields", "officerFullName", to: "Сейітқали 漢 Б.")
    },
  ]

  /// A receipt of very many papers, printed in both languages.
  static func longReceipt(items: Int) throws -> Record {
    let folder = Repository.templates + "/labour-immigrant-acceptance-receipt/examples"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let name = try #require(names.first { $0 == "ordinary.json" })
    var record = try Record(Array(Data(contentsOf: URL(filePath: folder + "/" + name))))
    let item = String(repeating: "Ұзақ құжат ", count: 45).trimmingCharacters(in: .whitespaces)
    record.set("fields", "acceptedDocuments", to: Array(repeating: item, count: items))
    return record
  }

  @Test(arguments: [(20, DecisionResult.Outcome.issued), (200, .rejected)])
  func pagesAreCountedBeforeTheNumber(_ items: Int, _ expected: DecisionResult.Outcome) async throws
  {
    let desk = try Desk()
    let parsed = try desk.issuer.parse(Self.longReceipt(items: items).bytes)
    let check = try await desk.check.result(of: parsed)
    let result = await desk.issuer.issue([parsed])[0]
    #expect(result.outcome == expected, "\(result.findings)")
    #expect(check.findings == result.findings)
    let refused = result.findings.filter { $0.level == .error }
    #expect(refused.map(\.rule) == (expected == .issued ? [] : ["REC-LIMIT"]))
    #expect(refused.allSatisfy { $0.place == "/fields/acceptedDocuments" })
    #expect(try desk.unfinished().isEmpty)
  }

  @Test(arguments: rows) func aRecordAboveIt(_ row: Row) async throws {
    let desk = try Desk()
    var record = try #require(try Examples.records().first)
    row.change(&record)
    let parsed = desk.issuer.parse(record.bytes)
    let check = try await desk.check.result(of: parsed)
    let result = await desk.issuer.issue([parsed])[0]
    if let rule = row.rule {
      #expect(result.outcome == .rejected, "\(result.findings)")
      #expect(
        result.findings.contains { $0.rule == rule && $0.place.hasPrefix(row.place) },
        "\(result.findings)")
    } else {
      #expect(result.outcome == .issued, "\(result.findings)")
    }
    #expect(check.findings == result.findings)
    #expect(try desk.unfinished().isEmpty)
  }

  @Test func longNamesOfTwoPeopleAreTwoKeys() throws {
    let name = String(repeating: "Әбдірахман ", count: 30)
    func keys(_ name: String) -> [String] {
      PersonKeys.of(
        Person(
          name: name, passport: name, citizenship: "UZB", birth: PartialDate(iso: "1990-05-17")))
    }
    #expect(Set(keys(name + "А").prefix(2)).isDisjoint(with: keys(name + "Б").prefix(2)))
    #expect(keys(name + "А") == keys(name.lowercased() + "а"))
    for key in keys(name + "А") { #expect(key.utf8.count <= RegisterLimits.personKeyBytes) }
  }

  struct Spoilt: Sendable {
    let values: [Int]
    let bad: Set<Int>
  }

  /// One item at fault takes no other with it, and the order stays.
  @Test(arguments: [
    Spoilt(values: [], bad: []), Spoilt(values: [1], bad: [1]), Spoilt(values: [1, 2, 3], bad: []),
    Spoilt(values: Array(1...9), bad: [1, 5, 9]), Spoilt(values: Array(1...4), bad: [1, 2, 3, 4]),
  ]) func aGroupGoesOnWithout(_ row: Spoilt) throws {
    let results = try IssuingLane.isolating(row.values) { part in
      guard row.bad.isDisjoint(with: part) else {
        throw RegisterError(
          .limit, at: "personKeys", kk: "291 байт", ru: "291 байт", en: "291 bytes")
      }
      return part.map { $0 * 10 }
    }
    let expected = row.values.map { row.bad.contains($0) ? nil : $0 * 10 }
    #expect(results.map { try? $0.get() } == expected)
  }

  @Test(arguments: [RegisterError.Code.diskFull, .missing, .busy, .corrupt])
  func aLostRegisterEndsTheRun(_ code: RegisterError.Code) {
    #expect(throws: RegisterError.self) {
      _ = try IssuingLane.isolating([1, 2]) { _ -> [Int] in
        throw RegisterError(
          code, at: "register.sqlite", kk: "жоғалған", ru: "утрачен", en: "lost")
      }
    }
  }
}
