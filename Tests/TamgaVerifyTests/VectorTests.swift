import Foundation
import TamgaDomain
import TamgaVerify
import Testing

@testable import TamgaSeal

/// Every folder of `Tests/Vectors` is one case. A folder whose name ends in `_fail` must not be
/// found valid. `TAMGA_RECORD=1` rewrites them from ``VectorSource``.
@Suite(.serialized) struct VectorTests {
  static let isRecording = ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil

  @Test func record() throws {
    guard Self.isRecording else { return #expect(!Self.isRecording) }
    let (vectors, bundles) = VectorSource.all()
    try VectorFolder.write(vectors, bundles: bundles)
    Issue.record("recorded \(vectors.count) vectors: read the diff, then run again")
  }

  @Test func thereAreVectors() throws {
    let names = try VectorFolder.names()
    let refused = names.filter { $0.hasSuffix("_fail") }
    #expect(names.count >= 60)
    #expect(refused.count > names.count - refused.count, "more refusals than acceptances")
    #expect(Set(names) == Set(VectorSource.all().vectors.keys), "TAMGA_RECORD=1 rewrites them")
  }

  static let names = (try? VectorFolder.names()) ?? []

  @Test(arguments: names) func verdict(_ name: String) throws {
    let vector = try VectorFolder.vector(name)
    let bundle = try TrustBundle(VectorFolder.bundle(vector.bundle))
    if let held = vector.held {
      let store = try TrustBundle(VectorFolder.bundle(held))
      let error = #expect(throws: ImportRefusal.self) { try bundle.replaces(store) }
      #expect(error?.code == vector.refusal)
      #expect(name.hasSuffix("_fail"))
      return
    }
    let expected = try #require(vector.expect)
    let day = try vector.on.map { try #require(CalendarDate(iso: $0)) }
    let verifier = Verifier(trust: TrustState(bundle), now: vector.now, on: day)
    let sighting: Sighting
    if let payload = vector.payload {
      sighting = .payload(payload)
    } else {
      let pages = try #require(vector.pages)
      sighting = .document(
        SightedDocument(pages: pages.map { SightedPage(text: $0.text, codes: $0.codes) }))
    }
    let verdicts = verifier.verdicts(on: sighting)
    #expect(verdicts.count == 1)
    let verdict = verdicts[0]
    #expect(verdict.outcome.rawValue == expected.verdict)
    #expect(verdict.reasons.map(\.rawValue) == expected.reasons)
    #expect((verdict.outcome == .valid) == !name.hasSuffix("_fail"))
    if case .judged(let judgement) = verdict {
      #expect(judgement.replacedBy == expected.replacedBy)
      #expect(judgement.altered.map(\.claim) == expected.altered ?? [])
    } else {
      #expect(expected.verdict == "not-genuine" || expected.verdict == "no-seal")
    }
  }
}
