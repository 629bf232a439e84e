import TamgaDecisions
import TamgaDomain
import Testing

@testable import TamgaIssue

@Suite struct ConflictSetTests {
  /// A record beside a permit of SAMPLE NAMESAKE, born on 1980-01-01, citizen of UZB, passport FA0000001.
  @Test(arguments: [
    Beside("the same person", [:], waits: true, hasKey: true),
    Beside("by passport alone", ["latinFullName": "OTHER NAME"], waits: true, hasKey: true),
    Beside(
      "by name and birth", ["passportSeriesNumber": "FA0000002"], waits: true, hasKey: true),
    Beside(
      "nearly by name", ["passportSeriesNumber": "FA0000002", "latinFullName": "SAMPLE NAMESAKEE"],
      waits: true, hasKey: true),
    Beside(
      "a namesake of the same year",
      ["passportSeriesNumber": "FA0000002", "birthDate": "1980-01-02"], waits: false, hasKey: true),
    Beside(
      "a passport number with another day", ["birthDate": "1980-01-02"], waits: true, hasKey: true),
    Beside(
      "a namesake of another year",
      ["passportSeriesNumber": "FA0000002", "birthDate": "1981-01-01"], waits: false, hasKey: false),
    Beside(
      "a namesake of another country",
      ["passportSeriesNumber": "FA0000002", "citizenship": "KGZ"], waits: false, hasKey: false),
  ])
  fileprivate func waitsForItsPersonAlone(row: Beside) throws {
    let desk = try Desk()
    let line = try #require(
      desk.sample(seed: 1, count: 1, kinds: ["labour-immigrant-permit"]).first)
    func item(_ id: String, _ fields: [String: String]) throws -> IssuingItem {
      var record = try Record(line)
      record.set("id", to: id)
      let person = [
        "latinFullName": "SAMPLE NAMESAKE", "birthDate": "1980-01-01", "citizenship": "UZB",
        "passportSeriesNumber": "FA0000001",
      ]
      for (name, value) in person.merging(fields, uniquingKeysWith: { $1 }) {
        record.set("fields", name, to: value)
      }
      return IssuingItem(line: 1, source: nil, parsed: desk.issuer.parse(record.bytes))
    }
    let first = try item("FIRST", [:])
    try #require(first.person.name == "SAMPLE NAMESAKE")
    let other = try item("OTHER", row.fields)
    let conflicts = ConflictSet([first])
    #expect(conflicts.independent([other]).isEmpty == row.waits)
    #expect(conflicts.hasKey(of: other) == row.hasKey)
    // Whoever comes first.
    #expect(ConflictSet([other]).independent([first]).isEmpty == row.waits)
  }

  /// Where one of the two revokes, extends, refuses or brings further papers, nothing but the keys is looked at.
  @Test(arguments: [21, 22] as [UInt64]) func othersThanNewGrantsWaitForEveryKey(seed: UInt64)
    throws
  {
    let desk = try Desk()
    let items = desk.sample(seed: seed, count: 200).enumerated().map { index, line in
      IssuingItem(line: index, source: nil, parsed: desk.issuer.parse(line))
    }
    var actions: Set<String> = []
    let keys = items.map { Set($0.personKeys) }
    for (index, later) in items.enumerated() {
      let kind = try #require(later.parsed.decision?.kind)
      for place in 0..<index where !keys[place].isDisjoint(with: keys[index]) {
        let earlier = items[place]
        let before = try #require(earlier.parsed.decision?.kind)
        guard
          kind.action != .grant || before.action != .grant || !kind.also.isEmpty
            || !before.also.isEmpty
        else { continue }
        actions.insert("\(kind.action)")
        #expect(ConflictSet([earlier]).independent([later]).isEmpty, "\(before.id), \(kind.id)")
      }
    }
    #expect(actions.isSuperset(of: ["extend", "revoke", "duplicate", "reissue"]), "\(actions)")
  }

  /// A certificate with the number that the record gives, and its revocation, which prints that number alone. Nothing
  /// but the number joins them where the revocation is of somebody else, which it is then rejected for.
  @Test(arguments: [false, true]) func aRevocationWaitsForThePaperWhoseNumberItPrints(
    isOfAnother: Bool
  ) throws {
    let desk = try Desk()
    let records = try desk.sample(seed: 6, count: 600).map(Record.init)
    let pairs = records.compactMap { later -> (Record, Record)? in
      guard later.object["document"] as? String == "qualification-certificate-revocation-decision",
        let previous = later.object["previous"] as? [String: Any],
        let earlier = records.first(where: {
          $0.object["id"] as? String == previous["decision"] as? String
        }),
        earlier.object["previous"] == nil,
        let number = earlier.fields["certificateNumber"] as? String,
        later.fields["certificateNumber"] as? String == number
      else { return nil }
      return (earlier, later)
    }
    var (earlier, later) = try #require(pairs.first)
    later.remove("previous")
    if isOfAnother {
      later.set("fields", "fullName", to: "OTHER SAMPLE")
      later.set("fields", "passportSeriesNumber", to: "FA9999999")
    }
    let items = [earlier, later].enumerated().map { index, record in
      IssuingItem(line: index + 1, source: nil, parsed: desk.issuer.parse(record.bytes))
    }
    try #require(items.allSatisfy { $0.parsed.decision != nil })
    let persons = items.map { Set($0.personKeys) }
    #expect(persons[0].isDisjoint(with: persons[1]) == isOfAnother, "\(persons)")
    let waits = ConflictSet([items[0]]).independent(items[1...]).isEmpty
    #expect(waits)
  }

  /// The register's paper is of the person that the decision's record told.
  @Test func aRecordTellsTheSamePersonAsItsDecision() throws {
    let desk = try Desk()
    var kinds: Set<String> = []
    for line in desk.sample(seed: 2, count: 400) {
      let decision = try #require(desk.issuer.parse(line).decision)
      kinds.insert(decision.kind.id)
      #expect(
        RecordPerson.read(decision.canonical, decision.kind) == decision.person,
        "\(decision.kind.id)")
    }
    #expect(kinds.count > 15)
  }

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

/// One row: fields that are otherwise than in the permit beside it.
private struct Beside: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let fields: [String: String]
  let waits: Bool
  let hasKey: Bool

  init(_ name: String, _ fields: [String: String], waits: Bool, hasKey: Bool) {
    testDescription = name
    self.fields = fields
    self.waits = waits
    self.hasKey = hasKey
  }
}
