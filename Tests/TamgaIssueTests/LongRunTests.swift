import Foundation
import Synchronization
import TamgaDecisions
import Testing

@testable import TamgaIssue

@Suite struct LongRunTests {
  /// Numbers and results are as if it were not there.
  @Test func aFurtherLaneJoinsAndNobodySeesIt() async throws {
    let seen = Mutex<Set<pthread_t>>([])
    var numbers: [[String?]] = []
    for (workers, short) in [(1, 0), (2, 1000), (2, 1)] {
      let desk = try Desk(workers: workers) {
        seen.withLock { _ = $0.insert(pthread_self()) }
        return Office.systemClock()
      }
      var issuer = desk.issuer
      issuer.partsOfShortRun = short
      seen.withLock { $0 = [] }
      // Four parts at least.
      let records = desk.sample(seed: 12, count: 300, kinds: ["labour-immigrant-permit"])
        .map { issuer.parse($0) }
      let results = await issuer.issue(records)
      #expect(results.map(\.id) == records.map(\.id))
      #expect(results.allSatisfy { $0.outcome == .issued }, "\(results.map(\.findings))")
      numbers.append(results.map { $0.paper?.number.description })
      try #require(issuer.lanes.count == (workers == 1 ? 1 : 3))
      var worked = 0
      for lane in issuer.lanes {
        let thread = try await lane.thread { pthread_self() }
        if seen.withLock({ $0.contains(thread) }) { worked += 1 }
      }
      #expect(worked == (short == 1 ? 3 : workers), "\(workers) workers, \(short)")
    }
    #expect(numbers[1] == numbers[0])
    #expect(numbers[2] == numbers[0])
  }
}
