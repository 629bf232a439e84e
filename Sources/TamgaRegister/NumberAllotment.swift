internal import TamgaDomain

/// Gives the numbers of one group: the rows of its series are locked once, in the order of their
/// prefixes, and written once.
///
/// A number that a record gives may have the form of an allotted one. It takes the lock of that
/// series too, so that it is never given while it is being allotted.
final class NumberAllotment {
  private let session: any SQLSession
  /// The last ordinal of each series that is locked, as this transaction leaves it.
  private var last: [String: Int64] = [:]
  /// Prefixes whose row is behind `last`.
  private var unwritten: Set<String> = []
  /// Series of this group that begin behind numbers that are left out.
  private var begun: Set<String> = []
  /// Ordinals before the ones at which the office has its series begin.
  private var leftOut: [(prefix: String, ordinals: ClosedRange<Int64>)] = []
  /// How many numbers of a series the group still asks for.
  private var expected: [String: Int] = [:]
  /// The ordinal up to which `held` is known.
  private var probed: [String: Int64] = [:]
  /// Numbers of a series that records gave.
  private var held: Set<String> = []
  /// Given numbers that another paper has.
  private var taken: Set<Given> = []
  /// Every number that this group uses.
  private var used: Set<String> = []

  private struct Given: Hashable {
    let number: DocumentNumber
    let family: String
  }

  init(session: any SQLSession) {
    self.session = session
  }

  /// Locks the series for this transaction.
  ///
  /// - Returns: True when it may have waited for another transaction.
  func lock(prefixes: [String], given: [DocumentNumber]) throws -> Bool {
    let forms = given.compactMap { AllottedNumber(reading: $0.number)?.prefix }
    let all = Set(prefixes + forms).sorted().map { [$0] }
    guard !all.isEmpty else { return false }
    if let begin = session.dialect.seriesBegin { try session.execute(begin, each: all) }
    let rows = try session.rows(
      "SELECT prefix, last FROM series WHERE prefix = ?\(session.dialect.rowLock)", each: all
    ) { ($0.text(0), $0.int(1)) }
    for prefix in prefixes + forms { last[prefix] = 0 }
    for (prefix, ordinal) in rows.joined() { last[prefix] = ordinal }
    try begin(last.filter { $0.value == 0 }.keys)
    return !session.dialect.rowLock.isEmpty
  }

  /// A series that begins after a restore may have begun before it.
  private func begin(_ prefixes: some Sequence<String>) throws {
    var lost: Int64?
    for prefix in prefixes {
      if lost == nil { lost = try SkippedNumbers.lostBefore(session) }
      if let lost, lost > 0 {
        last[prefix] = lost
        begun.insert(prefix)
      }
    }
  }

  /// Says how many numbers the group will ask for, one prefix for each.
  func expect(prefixes: [String]) {
    expected = Dictionary(prefixes.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// Finds out which of the given numbers are taken.
  func look(up given: [(number: DocumentNumber, family: String)]) throws {
    let found = try session.rows(
      "SELECT 1 FROM paper WHERE number = ? AND (family = ? OR (family = ? AND copy = ?)) LIMIT 1",
      each: given.map { [$0.number.number, PaperRow.allottedFamily, $0.family, $0.number.copy] }
    ) { _ in true }
    for (given, rows) in zip(given, found) where !rows.isEmpty {
      taken.insert(Given(number: given.number, family: given.family))
    }
  }

  /// True when an earlier paper of the group has the number: what was looked up no longer counts.
  func isUsedByGroup(_ given: DocumentNumber) -> Bool { used.contains(given.number) }

  /// Uses a given number; nil when another paper has it.
  func take(_ number: DocumentNumber, _ family: String) throws -> Naming? {
    if isUsedByGroup(number) { try look(up: [(number, family)]) }
    guard !taken.contains(Given(number: number, family: family)) else { return nil }
    used.insert(number.number)
    return Naming(number: number, family: family, series: nil)
  }

  /// The next number of a series that no record gave.
  ///
  /// - Parameter first: No number before this ordinal is given; the series never goes back.
  /// - Throws: ``RegisterError`` of code `series`.
  func next(_ prefix: String, from first: Int64 = 1) throws -> Naming {
    if last[prefix] == nil { _ = try lock(prefixes: [prefix], given: []) }
    let used = last[prefix] ?? 0
    if first > used + 1 {
      leftOut.append((prefix, used + 1...first - 1))
      last[prefix] = first - 1
    }
    var ordinal = last[prefix] ?? 0
    while true {
      ordinal += 1
      guard let number = AllottedNumber(prefix: prefix, ordinal: ordinal) else {
        throw RegisterError(
          .series, at: "series",
          kk: "бұл бастапқы бөлік нөмірге жарамайды немесе қатардағы нөмірлер таусылды",
          ru: "такое начало не может стоять в номере, или номера ряда исчерпаны",
          en: "the prefix cannot stand in a number, or the series is exhausted",
          hint: Message(
            kk:
              "бастапқы бөлікте ең көбі \(AllottedNumber.maxPrefixBytes) таңба: A-Z a-z 0-9 . / -",
            ru: "в начале не больше \(AllottedNumber.maxPrefixBytes) знаков: A-Z a-z 0-9 . / -",
            en: "a prefix has at most \(AllottedNumber.maxPrefixBytes) of A-Z a-z 0-9 . / -"))
      }
      if ordinal > probed[prefix] ?? 0 { try probe(prefix, from: ordinal) }
      if held.contains(number.description) || self.used.contains(number.description) { continue }
      last[prefix] = ordinal
      unwritten.insert(prefix)
      expected[prefix, default: 1] -= 1
      self.used.insert(number.description)
      return Naming(
        number: DocumentNumber(stored: number.description, copy: 0),
        family: PaperRow.allottedFamily, series: number)
    }
  }

  private func probe(_ prefix: String, from ordinal: Int64) throws {
    let end = ordinal + Int64(max(1, expected[prefix] ?? 1))
    let candidates = (ordinal..<end).compactMap {
      AllottedNumber(prefix: prefix, ordinal: $0)?.description
    }
    let found = try session.rows(
      "SELECT 1 FROM paper WHERE number = ? LIMIT 1", each: candidates.map { [$0] }
    ) { _ in true }
    for (number, rows) in zip(candidates, found) where !rows.isEmpty { held.insert(number) }
    probed[prefix] = end - 1
  }

  // A copy that was void keeps its count.
  func nextCopy(of previous: PaperEntry) throws -> Naming {
    // safe: the paper itself is one of the rows
    let (family, copy) = try session.first(
      """
      SELECT p.family, max(q.copy) + 1 FROM paper p
      JOIN paper q ON q.family = p.family AND q.number = p.number WHERE p.serial = ?
      GROUP BY p.family
      """, [previous.serial]
    ) { ($0.text(0), Int($0.int(1))) }!
    guard copy <= RegisterLimits.copies else {
      throw RegisterError.limit("copy", copy, .count("0–\(RegisterLimits.copies)"))
    }
    used.insert(previous.number.number)
    return Naming(
      number: DocumentNumber(stored: previous.number.number, copy: copy), family: family,
      series: nil)
  }

  /// Writes how far the series have come; papers may be inserted then.
  func write() throws {
    try session.execute(
      """
      INSERT INTO series (prefix, last) VALUES (?, ?)
      ON CONFLICT (prefix) DO UPDATE SET last = excluded.last
      """, each: unwritten.sorted().map { [$0, last[$0]] })
    let skipping = begun.intersection(unwritten)
    if !skipping.isEmpty {
      let lost = try SkippedNumbers.lostBefore(session)
      try SkippedNumbers.write(session, skipping.sorted().map { ($0, 1...lost) })
      begun.subtract(skipping)
    }
    try SkippedNumbers.write(session, leftOut)
    leftOut = []
    unwritten = []
  }
}
