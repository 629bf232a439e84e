import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaSample
import Testing

/// The lines are the same for a seed, well-formed, unique and as varied as decisions are.
@Suite struct SampleMakerTests {
  @Test func theSameSeedGivesTheSameLines() throws {
    for flaws in [0, 20] {
      let first = try Array(SampleMaker(seed: 42, flawPercent: flaws).prefix(400))
      let again = try Array(SampleMaker(seed: 42, flawPercent: flaws).prefix(700))
      #expect(first == Array(again.prefix(400)), "a longer run begins like a shorter one")
      let other = try Array(SampleMaker(seed: 43, flawPercent: flaws).prefix(400))
      #expect(Set(first).intersection(other).count <= (flaws == 0 ? 0 : 20))
    }
  }

  @Test func appendingGivesTheLinesOfTheSequence() throws {
    var iterator = try SampleMaker(seed: 9, flawPercent: 25).makeIterator()
    var bytes: [UInt8] = []
    for line in try SampleMaker(seed: 9, flawPercent: 25).prefix(200) {
      let start = bytes.count
      iterator.append(to: &bytes)
      #expect(Array(bytes[start...]) == line)
    }
  }

  @Test func everyLineIsJSONForOthersToo() throws {
    for line in try SampleMaker(seed: 1).prefix(1_000) {
      #expect(!line.contains(UInt8(ascii: "\n")))
      let object = try JSONSerialization.jsonObject(with: Data(line))
      #expect(object is [String: Any])
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
  }

  /// Two people, two passports; an extension goes on with the person of its permit.
  @Test func nobodyComesTwice() throws {
    let records = try values(3_000, seed: 21)
    #expect(Set(records.compactMap { $0["id"]?.text }).count == records.count)
    let people = records.filter { $0["previous"] == nil }
    let passports = people.compactMap { $0["fields"]?["passportSeriesNumber"]?.text }
    #expect(passports.count == people.count && Set(passports).count == people.count)
    let iins = people.compactMap { $0["fields"]?["iin"]?.text }
    #expect(Set(iins).count == iins.count && iins.count > 300)
    let numbers = records.compactMap { $0["fields"]?["decisionNumber"]?.text }
    #expect(Set(numbers).count == numbers.count && !numbers.isEmpty)
  }

  @Test func idsNameSeedAndPlace() throws {
    let ids = try values(3, seed: 5).compactMap { $0["id"]?.text }
    #expect(ids == ["SMP-5-1", "SMP-5-2", "SMP-5-3"])
  }

  /// Weights 1 to 11, then 3 to 11, 1, 2.
  @Test func personalNumbersHaveTheirControlDigit() throws {
    var seen = 0
    for record in try values(500, seed: 6, kinds: ["temporary-residence-permit"]) {
      for name in ["iin", "hostIinBin"] {
        guard let number = record["fields"]?[name]?.text else { continue }
        let digits = number.compactMap(\.wholeNumberValue)
        try #require(digits.count == 12)
        var sum = zip(digits, 1...11).reduce(0) { $0 + $1.0 * $1.1 } % 11
        if sum == 10 {
          sum =
            zip(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
        }
        #expect(sum == digits[11], "\(name)")
        seen += 1
      }
    }
    #expect(seen > 950)
  }

  @Test func extensionsGoOnWithEarlierLines() throws {
    var papers: [String: JSONValue] = [:]
    var starts: [String: CalendarDate] = [:]
    var extended = Set<String>()
    var inside = 0
    for record in try values(1_500, seed: 13) {
      let id = try #require(record["id"]?.text)
      guard let document = record["document"]?.text,
        ["labour-immigrant-permit", "labour-immigrant-permit-extension"].contains(document),
        let from = record["fields"]?["validFrom"]?.text.flatMap({ CalendarDate(iso: $0) }),
        let until = record["fields"]?["validUntil"]?.text.flatMap({ CalendarDate(iso: $0) })
      else { continue }
      papers[id] = record
      starts[id] = from
      guard let earlier = record["previous"]?["decision"]?.text else { continue }
      inside += 1
      let paper = try #require(papers[earlier], "an extension names an earlier line")
      #expect(extended.insert(earlier).inserted, "a paper is extended once")
      for name in ["latinFullName", "passportSeriesNumber", "citizenship", "birthDate"] {
        #expect(record["fields"]?[name] == paper["fields"]?[name], "\(name)")
      }
      let end = try #require(
        paper["fields"]?["validUntil"]?.text.flatMap { CalendarDate(iso: $0) })
      #expect(from == end || from == end.adding(days: 1))
      let first = try #require(starts[earlier])
      starts[id] = first
      #expect(until <= first.adding(months: 12), "the chain lasts twelve months at most")
    }
    #expect(inside > 150)
    #expect(
      extended.contains { papers[$0]?["previous"] != nil }, "a chain of three papers is there")
  }

  @Test func namesAreVariedAndFitTheirLimits() throws {
    let names = try values(6_000, seed: 2, kinds: ["temporary-residence-permit"]).compactMap {
      record in
      record["fields"]?["latinFullName"]?.text ?? record["fields"]?["fullName"]?.text
    }
    #expect(names.map(\.count).max() ?? 0 > 110)
    #expect(names.allSatisfy { $0.count <= 120 && $0.count >= 4 })
    #expect(names.contains("LI NA"))
    for letters in ["ʻ", "’", "ʼ", "Ş", "İ", "Ə", "Đ", "Ư", "Ü", "Ț", "-"] {
      #expect(names.contains { $0.contains(letters) }, "\(letters)")
    }
    #expect(Set(names).count > 1_500)
  }

  @Test func officersHaveAllKazakhLetters() throws {
    let names = try values(1_500, seed: 3).compactMap { $0["fields"]?["officerFullName"]?.text }
    let all = names.joined()
    for letter in "ӘҒҚҢӨҰҮҺІәғқңөұүһі" {
      let isThere = all.contains(letter)
      #expect(isThere, "\(letter)")
    }
  }

  @Test func everyWayOfStayingComesUp() throws {
    let records = try values(600, seed: 4, kinds: ["temporary-residence-permit"])
    let purposes = Set(records.compactMap { $0["fields"]?["stayPurpose"]?.text })
    #expect(purposes.count == 8)
    let kinds = Set(records.compactMap { $0["facts"]?["aifc"]?.text })
    #expect(kinds == ["activity", "investor", "investor-family"])
    for fact in ["workPermitUntil", "contractUntil", "certificateUntil", "residentUntil"] {
      #expect(records.contains { $0["facts"]?[fact] != nil }, "\(fact)")
    }
    #expect(records.contains { $0["fields"]?["iin"] == nil })
  }

  @Test func refusalsNameOneToThreeGroundsOrTheSilentOne() throws {
    let records = try values(400, seed: 14, kinds: ["permanent-residence-permit-refusal"])
    var counts = Set<Int>()
    for record in records {
      guard case .array(let grounds)? = record["fields"]?["groundIds"] else { continue }
      counts.insert(grounds.count)
      if grounds.contains(.text("PR-G10")) {
        #expect(record["fields"]?["refusalDetail"] == nil)
      }
    }
    #expect(counts == [1, 2, 3, 4], "the silent ground may stand beside three others")
  }

  @Test func bodiesOfAnOfficeAreUsed() throws {
    let names = Bilingual(both: "Орган")
    func body(_ code: String, _ kind: IssuingBody.Kind) -> IssuingBody {
      IssuingBody(code: code, kind: kind, place: "X", name: names)
    }
    let bodies = try SampleBodies(
      of: [
        body("Z-P", .police), body("A-P", .police), body("B-A", .localExecutiveBody),
        body("C-S", .stateCorporation),
      ], visaFree: ["KGZ"])
    let records = try SampleMaker(seed: 1, bodies: bodies).prefix(300)
      .map { try JSONReader.strictValue(of: $0) }
    #expect(Set(records.compactMap { $0["issuingBody"]?.text }) == ["A-P", "B-A", "C-S"])
    let permits = records.filter { $0["document"]?.text == "labour-immigrant-permit" }
    #expect(Set(permits.compactMap { $0["fields"]?["citizenship"]?.text }) == ["KGZ"])
    #expect(throws: SampleError.noBody(.localExecutiveBody)) {
      try SampleBodies(of: [body("Z-P", .police)])
    }
    #expect(throws: SampleError.noBody(.police)) {
      try SampleBodies(of: [body("B-A", .localExecutiveBody)])
    }
    #expect(throws: SampleError.noVisaFreeCountry) {
      try SampleMaker(
        seed: 1, bodies: SampleBodies(police: "P", localExecutiveBody: "A", visaFree: ["FRA"]))
    }
  }

  @Test(arguments: [-1, 101]) func refusesWhatIsNoPercentage(_ percent: Int) {
    #expect(throws: SampleError.flawPercent(percent)) {
      try SampleMaker(seed: 1, flawPercent: percent)
    }
  }

  @Test func refusesAKindThatItDoesNotKnow() {
    #expect(throws: SampleError.unknownKind("passport")) {
      try SampleMaker(seed: 1, kinds: ["labour-immigrant-permit", "passport"])
    }
  }
}
