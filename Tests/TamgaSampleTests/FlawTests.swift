import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaSample
import Testing

/// Every flaw of the catalogue is found by one of the rules that its record names.
@Suite struct FlawTests {
  @Test(arguments: [OfficePolicy.Facts.strict, .given])
  func everyBrokenRecordIsRefusedAsItSays(_ facts: OfficePolicy.Facts) throws {
    var office = try TrialOffice(facts)
    var unseen = Set(Flaw.all.map { $0.expected.joined(separator: ",") })
    var missed: [String: Int] = [:]
    for line in try SampleMaker(seed: 3, flawPercent: 100).prefix(2_000) {
      let errors = Set(try office.findings(line).filter { $0.level == .error }.map(\.rule))
      guard let value = try? JSONReader.strictValue(of: line),
        case .array(let items)? = value["x-expect"]
      else {
        if errors != ["REC-JSON"] && errors.isDisjoint(with: Self.irregular) {
          missed["unreadable, found \(errors.sorted())", default: 0] += 1
        }
        unseen.subtract(errors)
        continue
      }
      let expected = items.compactMap(\.text)
      unseen.remove(expected.joined(separator: ","))
      if errors.isDisjoint(with: expected) {
        missed["\(expected), found \(errors.sorted())", default: 0] += 1
      }
    }
    #expect(missed == [:])
    #expect(unseen == [], "a flaw never came up")
  }

  /// Records that the strict reading of JSON refuses outright although they are JSON.
  static let irregular: Set<String> = ["REC-LIMIT", "REC-DUPLICATE-KEY", "REC-CHARACTERS"]

  @Test(arguments: [0, 1, 10, 50]) func flawsComeAsOftenAsAsked(_ percent: Int) throws {
    let lines = 1_000
    var broken = 0
    for line in try SampleMaker(seed: 8, flawPercent: percent).prefix(lines) {
      let isSound = (try? JSONReader.strictValue(of: line)).map { $0["x-expect"] == nil } ?? false
      if !isSound { broken += 1 }
    }
    #expect(abs(broken - lines * percent / 100) <= (percent == 0 ? 0 : lines * 4 / 100))
  }

  /// A broken record names no paper that was not issued, and no lawful record goes on with a broken
  /// one.
  @Test func soundRecordsStayLawfulBesideBrokenOnes() throws {
    var office = try TrialOffice(.strict)
    var errors: [String] = []
    var issued = Set<String>()
    for line in try SampleMaker(seed: 4, flawPercent: 30).prefix(800) {
      let findings = try office.findings(line).filter { $0.level == .error }
      guard let value = try? JSONReader.strictValue(of: line), value["x-expect"] == nil else {
        continue
      }
      errors += findings.map(\.rule)
      if let id = value["id"]?.text { issued.insert(id) }
      guard let earlier = value["previous"]?["decision"]?.text else { continue }
      #expect(issued.contains(earlier), "nothing goes on with a paper that was refused")
    }
    #expect(errors == [])
  }

  @Test func theCatalogueIsWide() {
    #expect(Flaw.all.count >= 115)
    let rules = Set(Flaw.all.flatMap(\.expected))
    for prefix in ["REC-", "GEN-", "LIM-", "TRP-", "PR-", "QC-"] {
      #expect(rules.count { $0.hasPrefix(prefix) } >= 4, "\(prefix)")
    }
    #expect(Flaw.all.allSatisfy { !$0.expected.isEmpty && !$0.name.isEmpty })
    #expect(Flaw.all.allSatisfy { flaw in flaw.kind.map(SampleMaker.kinds.contains) ?? true })
  }
}
