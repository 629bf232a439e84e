import TamgaDecisions
import Testing

@testable import TamgaIssue

@Suite struct ConflictSetTests {
  /// Records of persons who have several decisions in one input.
  @Test(arguments: [3, 4, 5] as [UInt64]) func whatIsIndependentComesFirst(seed: UInt64) throws {
    let desk = try Desk()
    let items = desk.sample(seed: seed, count: 200).enumerated().map { index, record in
      IssuingItem(line: index + 1, source: nil, parsed: desk.issuer.parse(record))
    }
    let order = ConflictSet.rounds(of: items)
    #expect(order.sorted() == Array(items.indices), "each once")
    var place = [Int](repeating: 0, count: items.count)
    for (position, index) in order.enumerated() { place[index] = position }
    for later in items.indices {
      for earlier in 0..<later
      where ConflictSet([items[earlier]]).independent(items[later...later]).isEmpty {
        #expect(place[earlier] < place[later], "\(earlier) and \(later)")
      }
    }
    // How many can be under way at once, from the beginning.
    let before = ConflictSet().independent(items[...]).count
    let after = ConflictSet().independent(order.map { items[$0] }[...]).count
    #expect(after > 3 * before && after > items.count / 3, "\(before), \(after)")
  }
}
