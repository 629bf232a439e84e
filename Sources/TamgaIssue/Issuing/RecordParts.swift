/// Divides the records of a run, in their order, into parts that the lanes work on at the same time.
struct RecordParts {
  private let lanes: Int
  /// What no lane has yet.
  private var rest: ArraySlice<IssuingItem> = []
  /// Records of a part.
  private var size = 0
  /// Records before a conflict that no lane has yet, and how many each gets; 0 where no conflict is near.
  private var shared = (count: 0, portion: 0)
  private var under: [Int: ConflictSet] = [:]
  /// Parts that were handed out.
  private(set) var count = 0

  /// Fewer before a conflict are not shared out: flush and transactions cost as much as some papers.
  private static let fewestRecords = 8

  init(lanes: Int) { self.lanes = lanes }

  var isEmpty: Bool { rest.isEmpty }
  /// True where every lane could get a whole part.
  var hasEnough: Bool { rest.count >= Issuer.recordsPerWorker * lanes }
  /// True while a lane has a part.
  var isUnderWay: Bool { !under.isEmpty }

  /// The records that come next.
  mutating func add(_ items: [IssuingItem]) {
    rest += items
    size = share(of: rest.count, atLeast: 1)
  }

  /// The next part, counted from 0; nil where nothing is left, or the next record waits for one under way.
  ///
  /// Its records depend neither on each other nor on those under way.
  mutating func next() -> (number: Int, items: [IssuingItem])? {
    let near = rest.prefix(size * lanes)
    let others = ConflictSet(under.values)
    let alone = others.independent(near)
    if alone.isEmpty { return nil }
    // What comes next waits for one of these or of those under way: the other lanes take their share meanwhile.
    if shared.count == 0, alone.count < near.count {
      let portion = share(of: alone.count, atLeast: min(size, Self.fewestRecords))
      shared = (alone.count, portion)
    }
    var part = Array(
      ConflictSet.withoutSharedKeys(alone.prefix(shared.count > 0 ? shared.portion : size)))
    shared.count = max(0, shared.count - part.count)
    rest = rest.dropFirst(part.count)
    for index in part.indices { part[index].isJudgedLate = others.hasKey(of: part[index]) }
    under[count] = ConflictSet(part)
    defer { count += 1 }
    return (count, part)
  }

  /// A lane is done with a part.
  mutating func end(_ part: Int) { under[part] = nil }

  /// Records of each lane where so many are shared out.
  private func share(of records: Int, atLeast least: Int) -> Int {
    let even = (records + lanes - 1) / lanes
    return min(max(least, even), Issuer.recordsPerWorker)
  }
}
