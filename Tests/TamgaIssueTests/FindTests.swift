import Foundation
import TamgaDomain
import TamgaFormats
import TamgaRegister
import Testing

@testable import TamgaIssue

/// Papers that were really issued are found, told and counted.
@Suite struct FindTests {
  private func issued(_ desk: Desk, _ kinds: [String], _ count: Int) async throws -> [PaperEntry] {
    let lines = desk.sample(seed: 16, count: count, kinds: kinds)
    let results = await desk.issuer.issue(lines.map(desk.issuer.parse))
    #expect(results.allSatisfy { $0.outcome == .issued })
    return try desk.office.register.papers(
      PaperFilter(states: [.issued]), after: 0, limit: RegisterLimits.pageRows)
  }

  @Test func aPaperIsFoundByWhatItBears() async throws {
    let desk = try Desk()
    let papers = try await issued(desk, ["labour-immigrant-permit"], 6)
    let paper = try #require(papers.first)
    let person = try #require(try desk.office.person(of: paper))
    let name = try #require(person.name)
    let passport = try #require(person.passport)
    let texts = [
      paper.number.description, paper.number.number.lowercased(), paper.decision,
      " \(passport.lowercased()) ", name, String(name.prefix(name.count - 1)).lowercased(),
      name.split(separator: " ").reversed().joined(separator: " "),
    ]
    for text in texts {
      let found = try desk.office.find(text, limit: 20)
      #expect(found.contains { $0.paper == paper && $0.person == person }, "\(text)")
    }
    for text in ["", "  ", "NOBODY", "ALA-00-0000000-0"] {
      #expect(try desk.office.find(text, limit: 20).isEmpty, "\(text)")
    }
    #expect(try desk.office.find(name, bodies: ["NONE"], limit: 20).isEmpty)
    #expect(try desk.audit() == [])

    let json = try desk.office.paperJSON(paper)
    #expect(
      json.members?.map(\.key) == [
        "document", "number", "copy", "status", "issueDate", "name", "passport", "validFrom",
        "validUntil", "events", "chain",
      ])
    #expect(json["status"]?.text == "valid" && json["name"]?.text == name)
    guard case .array(let events)? = json["events"] else {
      Issue.record("no events")
      return
    }
    #expect(events.compactMap { $0["type"]?.text } == ["reserved", "sealed", "issued"])
    #expect(
      try desk.office.paper(number: paper.number.description, document: paper.document) == paper)
    #expect(try desk.office.paper(number: paper.number.description, document: "other") == nil)
  }

  @Test func theFeedTellsTheLifeOfPapers() async throws {
    let desk = try Desk()
    let office = desk.office
    let papers = try await issued(desk, ["labour-immigrant-permit"], 3)
    let paper = try #require(papers.first)
    _ = try office.setStatus(paper, to: .suspended, agent: "clerk", reason: "an order of the head")
    let page = try office.feed(FeedQuestion(after: 0, limit: 10))
    #expect(page.events.map(\.type) == papers.map { _ in "issued" } + ["suspended"])
    #expect(page.checkpoint.size == (try office.register.logSize()))
    let event = try #require(
      page.json["events"].flatMap { value -> JSONValue? in
        if case .array(let events) = value { events.first } else { nil }
      })
    #expect(
      event.members?.map(\.key) == [
        "index", "at", "type", "document", "number", "copy", "effect", "standing", "person",
        "validFrom", "validUntil", "replacedBy",
      ])
    #expect(event["standing"]?.text == "suspended", "as it is now")
    #expect(event["effect"]?.text == "grants" && event["replacedBy"] == .null)
    #expect(event["person"]?.members?.map(\.key) == ["name", "passport", "citizenship"])
    #expect(page.json["next"]?.text == String(page.next) && page.json["more"] == .flag(false))
    let again = try office.feed(FeedQuestion(after: page.next, limit: 10))
    #expect(again.events.isEmpty && again.next == page.next)
    let error = #expect(throws: CursorAhead.self) {
      try office.feed(FeedQuestion(after: page.next + 1, limit: 10))
    }
    #expect(error?.checkpoint == page.checkpoint)
  }

  @Test func refusalsAreCountedByTheirGrounds() async throws {
    let desk = try Desk()
    let office = desk.office
    let papers = try await issued(desk, ["labour-immigrant-permit-refusal"], 5)
    let days = papers.map(\.issueDate)
    let (from, through) = (try #require(days.min()), try #require(days.max()))
    let sums = try office.statistics(from: from, through: through)
    #expect(sums.days.reduce(0) { $0 + $1.papers } == papers.count)
    #expect(sums.grounds.reduce(0) { $0 + $1.papers } >= papers.count)
    #expect(sums.grounds.allSatisfy { $0.ground.hasPrefix("LIM-") })
    #expect(sums.refusalsWithoutRecord == 0 && sums.waiting.time(ofTenths: 5) == nil)
    let none = try office.statistics(from: from, through: through, bodies: [])
    #expect(none.days.isEmpty && none.grounds.isEmpty)

    let paper = try #require(papers.first)
    try office.record(.handOver, of: paper, agent: "aigul", reason: "by passport")
    let page = try office.log(who: "aigul", limit: 5)
    #expect(page.rows.map(\.what) == ["handed-over"] && page.next == nil)
    #expect(page.rows.first?.paper?.number == paper.number)
    #expect(page.rows.first?.reason == "by passport")
    #expect(try office.log(who: "aigul", bodies: [], limit: 5).rows.isEmpty)
    #expect(
      try office.statistics(from: office.today, through: office.today).waiting.seconds.count == 1)

    let kept = try #require(try office.newestNote())
    #expect(try office.compare(withCheckpoint: kept).isConsistent)
    let forged = kept.replacing("/log/", with: "/lag/")
    #expect(try !office.compare(withCheckpoint: forged).isConsistent)
    let all = try office.log(paper: paper.number.description, limit: 2)
    #expect(all.rows.count == 2 && all.next == .before(all.rows[1].sequence))
  }
}
