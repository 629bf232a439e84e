import SeededNumbers
import TamgaDecisions
import TamgaDomain
import Testing

@testable import TamgaIssue

@Suite struct RecordPartsTests {
  /// Records of persons who have several decisions, namesakes among them, and lanes that end in any order.
  @Test(arguments: [1, 2, 3, 8], [5, 6] as [UInt64])
  func everyRecordComesOnceInOrderAndBesideNoneOfItsOwn(lanes: Int, seed: UInt64) throws {
    let desk = try Desk()
    var random = SplitMix(state: seed)
    var items = desk.sample(seed: seed, count: 160).map { desk.issuer.parse($0) }
    for parsed in try desk.namesakes(seed: seed, count: 60, every: 1) {
      items.insert(parsed, at: Int.random(in: 0...items.count, using: &random))
    }
    let all = items.enumerated().map { IssuingItem(line: $0 + 1, source: nil, parsed: $1) }
    var rest = all[...]
    var parts = RecordParts(lanes: lanes)
    var under: [(number: Int, items: [IssuingItem])] = []
    var lines: [Int] = []
    while !rest.isEmpty || !parts.isEmpty || parts.isUnderWay {
      if !parts.hasEnough, !rest.isEmpty {
        let count = Int.random(in: 1...40, using: &random)
        parts.add(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      while under.count < lanes, let part = parts.next() {
        #expect(part.number == parts.count - 1)
        #expect((1...Issuer.recordsPerWorker).contains(part.items.count))
        let others = ConflictSet(under.map { ConflictSet($0.items) })
        #expect(others.independent(part.items[...]).count == part.items.count)
        #expect(ConflictSet.withoutSharedKeys(part.items[...]).count == part.items.count)
        for item in part.items { #expect(item.isJudgedLate == others.hasKey(of: item)) }
        lines += part.items.map(\.line)
        under.append(part)
      }
      // Where nothing is under way the next record waits for nobody.
      try #require(!under.isEmpty || (parts.isEmpty && !rest.isEmpty) || lines.count == all.count)
      guard !under.isEmpty else { continue }
      parts.end(under.remove(at: Int.random(in: under.indices, using: &random)).number)
    }
    #expect(lines == all.map(\.line))
  }

  /// They have a key of the register together: not in one part, but beside each other.
  @Test func namesakesAreDividedOverParts() throws {
    let desk = try Desk()
    var parts = RecordParts(lanes: 2)
    let items = try desk.namesakes(seed: 7, count: 192, every: 100).enumerated().map {
      IssuingItem(line: $0, source: nil, parsed: $1)
    }
    // Others that have a key together by chance would end a part as well.
    try #require(ConflictSet.withoutSharedKeys(items[..<100]).count == 100)
    parts.add(items)
    let (next, afterwards) = (parts.next(), parts.next())
    let (first, second) = (try #require(next), try #require(afterwards))
    #expect(first.items.map(\.line) == Array(0..<96) && second.items.map(\.line).first == 96)
    #expect(first.items.allSatisfy { !$0.isJudgedLate }, "nobody is before them")
    #expect(second.items.first { $0.line == 100 }?.isJudgedLate == true)
    parts = RecordParts(lanes: 2)
    parts.add([items[0], items[1], items[100], items[2]])
    #expect(parts.next()?.items.map(\.line) == [0, 1])
    #expect(parts.next()?.items.map(\.line) == [100, 2])
  }
}
