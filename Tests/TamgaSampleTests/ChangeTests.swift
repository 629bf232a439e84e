import TamgaDecisions
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSample

/// Extensions, duplicates, reissues, revocations and annulments: each names a paper of an earlier
/// line that is still in force, and no paper is named twice.
@Suite struct ChangeTests {
  /// What may become of a paper of each kind.
  static let changes: [String: Set<String>] = [
    "labour-immigrant-permit-extension": [
      "labour-immigrant-permit", "labour-immigrant-permit-extension",
    ],
    "labour-immigrant-permit-duplicate": [
      "labour-immigrant-permit", "labour-immigrant-permit-extension",
    ],
    "labour-immigrant-permit-revocation-decision": [
      "labour-immigrant-permit", "labour-immigrant-permit-extension",
    ],
    "temporary-residence-permit-extension": ["temporary-residence-permit"],
    "permanent-residence-permit-annulment-decision": ["permanent-residence-permit"],
    "qualification-certificate-extension": ["qualification-certificate"],
    "qualification-certificate-reissue": ["qualification-certificate"],
    "qualification-certificate-duplicate": ["qualification-certificate"],
    "qualification-certificate-revocation-decision": ["qualification-certificate"],
  ]

  @Test(arguments: [0, 25]) func everyChangeNamesAnEarlierLineOnce(_ flaws: Int) throws {
    var sound: [String: JSONValue] = [:]
    var named = Set<String>()
    var inside: [String: Int] = [:]
    for line in try SampleMaker(seed: 17, flawPercent: flaws).prefix(5_000) {
      guard let record = try? JSONReader.strictValue(of: line), record["x-expect"] == nil,
        let id = record["id"]?.text, let document = record["document"]?.text
      else { continue }
      sound[id] = record
      guard let previous = record["previous"] else {
        #expect(Self.changes[document] == nil, "\(document) names a paper")
        continue
      }
      let kinds = try #require(Self.changes[document], "\(document)")
      guard let earlierId = previous["decision"]?.text else {
        #expect(previous.text?.hasPrefix("OUT-") == true, "otherwise a paper of another office")
        continue
      }
      inside[document, default: 0] += 1
      #expect(named.insert(earlierId).inserted, "a paper is named once")
      let earlier = try #require(sound[earlierId], "of an earlier line that is not refused")
      #expect(kinds.contains(earlier["document"]?.text ?? ""), "\(document)")
      let issued = try #require(Self.date(record["issueDate"]))
      let given = try #require(Self.date(earlier["issueDate"]))
      #expect(issued > given, "\(document) comes after its paper")
      if let until = Self.date(earlier["fields"]?["validUntil"]) {
        #expect(issued <= until, "\(document): the paper is still in force")
      }
      #expect(record["fields"]?["citizenship"] == earlier["fields"]?["citizenship"])
      #expect(record["fields"]?["birthDate"] == earlier["fields"]?["birthDate"])
    }
    for kind in Self.changes.keys {
      #expect(inside[kind, default: 0] >= (flaws == 0 ? 10 : 3), "\(kind)")
    }
  }

  private static func date(_ value: JSONValue?) -> CalendarDate? {
    value?.text.flatMap { CalendarDate(iso: $0) }
  }

  /// A revocation prints the number of its paper, so that paper gives one itself.
  @Test(arguments: [
    ("labour-immigrant-permit-revocation-decision", "permitNumber", "permitNumber"),
    ("qualification-certificate-revocation-decision", "certificateNumber", "certificateNumber"),
    ("permanent-residence-permit-annulment-decision", "permitNumber", "decisionNumber"),
  ]) func endsPrintTheNumberOfTheirPaper(_ kind: String, _ key: String, _ own: String) throws {
    var records: [String: JSONValue] = [:]
    var seen = 0
    for record in try values(5_000, seed: 23) {
      records[record["id"]?.text ?? ""] = record
      guard record["document"]?.text == kind else { continue }
      seen += 1
      let number = try #require(record["fields"]?[key]?.text)
      if let earlier = record["previous"]?["decision"]?.text {
        #expect(records[earlier]?["fields"]?[own]?.text == number)
      } else {
        #expect(record["previous"]?.text == number)
      }
    }
    #expect(seen >= 10)
  }

  /// A duplicate that gives its number names that of the certificate: before the batch is issued the
  /// register does not know it.
  @Test func duplicatesOfCertificatesKeepTheNumber() throws {
    var seen = 0
    for record in try values(4_000, seed: 31)
    where record["document"]?.text == "qualification-certificate-duplicate" {
      let fields = record["fields"]
      #expect(fields?["certificateNumber"] == fields?["previousCertificateNumber"])
      seen += fields?["certificateNumber"] == nil ? 0 : 1
    }
    #expect(seen >= 3)
  }

  /// An office tells people by citizenship, birth date and name, also in a run of years.
  @Test func nobodyIsTakenForAnother() {
    var random = SplitMix64(seed: 1)
    var people = Set<String>()
    let lands = Array(Land.all.prefix(2))
    let count = 70_000
    for ordinal in 1...count {
      let person = SamplePerson(ordinal, seed: 1, of: lands, &random)
      people.insert("\(person.citizenship) \(person.birthDate.iso) \(person.name)")
      #expect(person.name.count <= SamplePerson.longestName)
    }
    #expect(people.count == count)
  }

  @Test func aShelfForgetsAndGivesOnce() {
    var shelf = Shelf<Int>()
    var random = SplitMix64(seed: 1)
    #expect(shelf.take(&random) == nil)
    for paper in 0..<5 * Shelf<Int>.room { shelf.put(paper, &random) }
    #expect(shelf.take(&random) { $0 < 0 } == nil, "none suits")
    var taken: [Int] = []
    while let paper = shelf.take(&random) { taken.append(paper) }
    #expect(taken.count == Shelf<Int>.room, "memory stays flat")
    #expect(Set(taken).count == taken.count)
  }

  /// Most of the load is what it was; what applicants sign comes only when it is asked for.
  @Test func theMixIsThatOfACity() throws {
    let kinds = try values(5_000, seed: 3).compactMap { $0["document"]?.text }
    #expect(Set(kinds) == Set(SampleMaker.sealedKinds))
    #expect(SampleMaker.kinds.count == 43 && SampleMaker.sealedKinds.count == 33)
    let permits = kinds.count { $0.hasPrefix("labour-immigrant-permit") }
    #expect((2_000...3_200).contains(permits))
    let former = SampleKind.all.prefix(7).map(\.id)
    #expect(kinds.count { former.contains($0) } > 3_500)
    for kind in Set(SampleMaker.kinds).subtracting(SampleMaker.sealedKinds) {
      let some = try values(3, seed: 4, kinds: [kind]).compactMap { $0["document"]?.text }
      #expect(some == [kind, kind, kind])
    }
  }
}
