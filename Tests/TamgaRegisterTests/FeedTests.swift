import Foundation
import Synchronization
import TamgaDomain
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// What every register tells those who follow it.
@Suite struct FeedTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func theLifeOfPapersInTheOrderOfTheLog(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("D-1") { $0.issuingBody = "AST-MPS-01" })
    _ = try register.setStatus(
      first.serial, to: .suspended, by: clerk, reason: "an order", at: noon)
    let second = try register.issued(
      request("D-2") {
        $0.previous = first.serial
        $0.relation = .reissues
      })
    try register.record(.handOver, of: second.serial, by: clerk, reason: "r", at: noon)
    _ = try register.void(second.serial, by: clerk, reason: "typed twice", at: noon)
    _ = try register.setStatus(first.serial, to: .valid, by: clerk, reason: "an order", at: noon)
    let talon = try register.issued(request("D-3") { $0.document = "exit-pr-talon" })

    let all = try register.feed(FeedQuestion(after: 0, limit: 100))
    #expect(
      all.events.map(\.what) == [
        .confirm, .suspend, .supersede, .confirm, .void, .reinstateSuspended, .resume, .confirm,
      ])
    #expect(all.size == Int64(try register.logSize()) && all.next == all.size && !all.hasMore)
    #expect(all.events[2].detail.contains(second.number.description))
    #expect(all.events.allSatisfy { $0.record == [1] })
    #expect(all.events[0].paper == (try register.now(first)), "as it is now")

    // Page by page it is the same, and the same again.
    for limit in 1...3 {
      var after: Int64 = 0
      var paged: [Int64] = []
      while true {
        let page = try register.feed(FeedQuestion(after: after, limit: limit))
        #expect(page.events.count <= limit)
        paged += page.events.map(\.sequence)
        after = page.next
        if !page.hasMore { break }
      }
      #expect(paged == all.events.map(\.sequence))
    }
    let talons = try register.feed(
      FeedQuestion(after: 0, limit: 9, document: "exit-pr-talon"))
    #expect(talons.events.map(\.paper.serial) == [talon.serial] && talons.next == all.size)
    let astana = try register.feed(FeedQuestion(after: 0, limit: 9, bodies: ["AST-MPS-01"]))
    #expect(astana.events.allSatisfy { $0.paper.serial == first.serial })
    #expect(astana.events.count == 5)
    #expect(try register.feed(FeedQuestion(after: 0, limit: 9, bodies: [])).events.isEmpty)

    let ahead = try register.feed(FeedQuestion(after: all.size + 7, limit: 9))
    #expect(ahead.events.isEmpty && ahead.next == all.size + 7 && ahead.size == all.size)

    _ = try register.purge([second.serial], by: clerk, reason: "retention", at: noon)
    let purged = try register.feed(FeedQuestion(after: 0, limit: 100)).events
    #expect(purged.map(\.sequence) == all.events.map(\.sequence))
    #expect(purged.filter { $0.paper.serial == second.serial }.allSatisfy { $0.record == nil })
  }

  /// An event that is stored later than one with a higher sequence would be skipped by a reader that
  /// had seen the higher one.
  @Test(.enabled(if: PostgresServer.isHere, PostgresServer.absent))
  func aReaderBesideTwoWritersMissesNothing() throws {
    let register = try PostgresServer.open(folder.schema)
    let writers = try (0..<2).map { _ in try PostgresServer.open(folder.schema) }
    let open = Mutex(2)
    let failures = Mutex<[any Error]>([])
    let read = Mutex<[Int64]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { runner in
      do {
        guard runner < 2 else {
          var after: Int64 = 0
          while true {
            let isOver = open.withLock { $0 == 0 }
            let page = try register.feed(FeedQuestion(after: after, limit: 7))
            read.withLock { $0 += page.events.map(\.sequence) }
            after = page.next
            if isOver, !page.hasMore { return }
          }
        }
        defer { open.withLock { $0 -= 1 } }
        for index in 0..<40 {
          // Groups of several sizes: transactions of different length.
          let papers = try (0...index % 4).map { part in
            try writers[runner].reserved(request("W\(runner)-\(index)-\(part)")).paper
          }
          let serials = papers.map(\.serial)
          _ = try writers[runner].seal(serials.map { sealRecord($0) }, by: clerk, at: noon)
          _ = try writers[runner].confirm(serials.map { written($0) }, by: clerk, at: noon)
        }
      } catch {
        failures.withLock { $0.append(error) }
        open.withLock { if runner < 2 { _ = $0 } }
      }
    }
    #expect(failures.withLock { $0.isEmpty }, "\(failures.withLock { $0 })")
    let told = try register.feed(FeedQuestion(after: 0, limit: 1_000)).events.map(\.sequence)
    #expect(told.count == 200)
    #expect(read.withLock { $0 } == told)
  }
}

/// What every register counts, and its log by pages.
@Suite struct StatisticsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func papersActsAndHandovers(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("D-1"))
    let second = try register.issued(
      request("D-2") {
        $0.issuingBody = "AST-MPS-01"
        $0.issueDate = CalendarDate(2021, 2, 10) ?? $0.issueDate
      })
    _ = try register.reserved(request("OPEN"))
    try register.record(.spoil, of: first.serial, by: clerk, reason: "ink", at: noon + 10)
    try register.record(.handOver, of: first.serial, by: clerk, reason: "r", at: noon + 60)
    try register.record(.handOver, of: first.serial, by: clerk, reason: "r", at: noon + 90)
    try register.record(.handOver, of: second.serial, by: clerk, reason: "r", at: noon + 900)
    func counts(
      _ moments: Range<Int64>, bodies: [String]? = nil
    ) throws -> RegisterStatistics {
      try register.statistics(
        StatisticsQuestion(
          from: day("2021-02-09"), through: day("2021-02-10"), moments: moments, bodies: bodies))
    }
    let all = try counts(noon..<noon + 1_000)
    #expect(all.days.map(\.day.iso) == ["2021-02-09", "2021-02-10"])
    #expect(all.days.map(\.papers) == [1, 1])
    #expect(all.handovers == [60, 900])
    #expect(all.acts.first { $0.what == .handOver }?.count == 3)
    #expect(all.acts.first { $0.what == .confirm }?.count == 2)
    #expect(all.acts.first { $0.what == .spoil }?.count == 1)
    #expect(try counts(noon + 61..<noon + 1_000).handovers == [900], "the first one counts")
    #expect(try counts(noon + 10..<noon + 11).acts.map(\.what) == [.spoil])
    #expect(try counts(noon - 9..<noon).acts == [])
    let astana = try counts(noon..<noon + 1_000, bodies: ["AST-MPS-01"])
    #expect(astana.days.map(\.day.iso) == ["2021-02-10"] && astana.handovers == [900])
    #expect(try counts(noon..<noon + 1_000, bodies: []).days == [])
  }

  @Test(arguments: Backend.allCases) func printsThatWait(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let papers = try ["D-1", "D-2", "D-3", "D-4"].map { try register.issued(request($0)) }
    func act(_ act: PrintAct, _ place: Int, _ second: Int64) throws {
      try register.record(act, of: papers[place].serial, by: clerk, reason: "r", at: noon + second)
    }
    func waiting(since: Int64 = 0, bodies: [String]? = nil, limit: Int = 9) throws -> [String] {
      try register.waitingPrints(since: noon + since, bodies: bodies, limit: limit).map(\.decision)
    }
    #expect(try waiting() == [], "a paper of the night was not printed at the desk")
    for place in papers.indices { try act(.reprint, place, Int64(place)) }
    #expect(try waiting() == ["D-4", "D-3", "D-2", "D-1"])
    try act(.handOver, 0, 10)
    try act(.spoil, 1, 11)
    #expect(try waiting() == ["D-4", "D-3"])
    try act(.reprint, 1, 12)
    #expect(try waiting() == ["D-2", "D-4", "D-3"], "printed again after it was spoilt")
    #expect(try waiting(limit: 1) == ["D-2"])
    #expect(try waiting(since: 12) == ["D-2"])
    #expect(try waiting(bodies: []) == [] && waiting(bodies: ["ALA-MPS-01"]).count == 3)
    _ = try register.void([papers[2].serial], by: clerk, reason: "in error", at: noon + 20)
    #expect(try waiting() == ["D-2", "D-4"])
  }

  @Test(arguments: Backend.allCases) func theLogByPages(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D-1"))
    try register.issued(request("D-2"))
    try register.record(.spoil, of: paper.serial, by: "aigul", reason: "ink", at: noon)
    func found(
      _ filter: LogFilter = LogFilter(), _ cursor: LogCursor, limit: Int = 9
    ) throws -> [Int64] {
      try register.log(filter, cursor, limit: limit).map(\.sequence)
    }
    #expect(try found(LogFilter(), .after(0)) == [1, 2, 3, 4, 5, 6, 7])
    #expect(try found(LogFilter(), .newest, limit: 2) == [7, 6])
    #expect(try found(LogFilter(), .before(6), limit: 2) == [5, 4])
    #expect(try found(LogFilter(who: "aigul"), .newest) == [7])
    #expect(try found(LogFilter(what: "issued"), .newest) == [6, 3])
    #expect(try found(LogFilter(what: "issued", serial: paper.serial), .after(0)) == [3])
    #expect(try found(LogFilter(who: "aigul"), .before(7)) == [])
    #expect(try found(LogFilter(bodies: ["AST-MPS-01"]), .newest) == [])
    #expect(try found(LogFilter(who: "aigul", bodies: ["ALA-MPS-01"]), .newest) == [7])
    #expect(try register.nextSequence(by: clerk, at: noon) == 1)
    #expect(try found(LogFilter(bodies: []), .newest) == [8], "the office's own")
  }
}
