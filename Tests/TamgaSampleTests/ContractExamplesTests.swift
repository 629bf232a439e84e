import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import Testing

/// The decisions of the contract's examples with the real templates and rules: those of
/// `decisions.jsonl` are lawful in one run, those of `rejected.jsonl` are refused as they say.
@Suite struct ContractExamplesTests {
  private func lines(_ name: String) throws -> [[UInt8]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/contract/\(name)")
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  @Test func theOrdinaryOnesAreLawfulTogether() throws {
    var office = try TrialOffice(.given)
    let lines = try lines("decisions.jsonl")
    #expect(lines.count == 7)
    for line in lines {
      let errors = try office.findings(line).filter { $0.level == .error }
      #expect(errors.map { "\($0.rule) \($0.place)" } == [])
    }
  }

  @Test func theRejectedOnesAreRefusedAsTheySay() throws {
    var office = try TrialOffice(.given)
    let lines = try lines("rejected.jsonl")
    #expect(lines.count == 5)
    for line in lines {
      guard case .array(let items)? = try JSONReader.strictValue(of: line)["x-expect"] else {
        Issue.record("no x-expect")
        continue
      }
      let errors = Set(try office.findings(line).filter { $0.level == .error }.map(\.rule))
      #expect(!errors.isDisjoint(with: items.compactMap(\.text)), "found \(errors.sorted())")
    }
  }
}
