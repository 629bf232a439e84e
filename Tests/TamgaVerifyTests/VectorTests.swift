import Foundation
import TamgaDomain
import TamgaFormats
import TamgaInput
import TamgaVerify
import Testing

@testable import TamgaSeal

/// Every folder of `Tests/Vectors` is one case. A folder whose name ends in `_fail` must not be
/// found valid. `TAMGA_RECORD=1` rewrites them from ``VectorSource``.
@Suite(.serialized) struct VectorTests {
  static let isRecording = ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil

  @Test func record() throws {
    guard Self.isRecording else { return #expect(!Self.isRecording) }
    let made = VectorSource.all()
    try VectorFolder.write(made.vectors, bundles: made.bundles, pictures: made.pictures)
    Issue.record("recorded \(made.vectors.count) vectors: read the diff, then run again")
  }

  @Test func thereAreVectors() throws {
    let names = try VectorFolder.names()
    let refused = names.filter { $0.hasSuffix("_fail") }
    #expect(names.count >= 60)
    #expect(refused.count > names.count - refused.count, "more refusals than acceptances")
    #expect(VectorSource.taken.allSatisfy { names.contains($0) && $0.hasSuffix("_fail") })
    let written = names.filter { !$0.hasPrefix(VectorFolder.filed) }
    #expect(
      Set(written) == Set(VectorSource.all().vectors.keys), "TAMGA_RECORD=1 rewrites them")
    #expect(names.count - written.count >= 12, "files of a real office")
  }

  static let names = (try? VectorFolder.names()) ?? []

  @Test(arguments: names) func verdict(_ name: String) throws {
    let vector = try VectorFolder.vector(name)
    if let refusal = vector.refusal, vector.held == nil {
      let bytes = try VectorFolder.bundle(vector.bundle)
      let error = #expect(throws: TrustBundleError.self) { try TrustBundle(bytes) }
      #expect(error?.code.rawValue == refusal)
      #expect(name.hasSuffix("_fail"))
      return
    }
    let bundle = try TrustBundle(VectorFolder.bundle(vector.bundle))
    if let held = vector.held {
      let store = try TrustBundle(VectorFolder.bundle(held))
      let error = #expect(throws: ImportRefusal.self) { try bundle.replaces(store) }
      #expect(error?.code.rawValue == vector.refusal)
      #expect(name.hasSuffix("_fail"))
      return
    }
    let expected = try #require(vector.expect)
    let day = try vector.on.map { try #require(CalendarDate(iso: $0)) }
    let verifier = Verifier(trust: TrustState(bundle), now: vector.now, on: day)
    let contents: InputContents
    if let payload = vector.payload {
      contents = .payload(payload)
    } else if let file = vector.file {
      contents = try InputReader.contents(
        of: VectorFolder.file(file, in: name), patience: .seconds(60), fonts: verifier.fonts)
    } else {
      let pages = try #require(vector.pages)
      contents = .document(
        DocumentContents(
          pages: pages.map { PageContents(text: $0.text, codes: $0.codes) }, isCanonical: true))
    }
    let verdicts = verifier.verdicts(on: contents)
    #expect(verdicts.count == (vector.beside == nil ? 1 : 2))
    if let beside = vector.beside, let second = verdicts.last {
      #expect(second.outcome.rawValue == beside.verdict)
      #expect(second.reasons.map(\.rawValue) == beside.reasons)
    }
    let verdict = verdicts[0]
    #expect(verdict.outcome.rawValue == expected.verdict)
    let reasons = verdict.reasons.map(\.rawValue)
    // A forged file may be found out in several ways; those named must be among them.
    #expect(
      name.hasPrefix(VectorFolder.filed)
        ? Set(reasons).isSuperset(of: expected.reasons) : reasons == expected.reasons, "\(reasons)")
    #expect(verdicts.allSatisfy { $0.outcome == .valid } == !name.hasSuffix("_fail"))
    // Whether the text was checked is never left open.
    #expect(
      verdict.outcome == .altered
        || reasons.contains("text-not-checked") == expected.reasons.contains("text-not-checked"))
    if case .judged(let judgement) = verdict {
      #expect(judgement.replacedBy == expected.replacedBy)
      let altered = judgement.altered.map(\.claim)
      #expect(
        name.hasPrefix(VectorFolder.filed)
          ? Set(altered).isSuperset(of: expected.altered ?? []) : altered == expected.altered ?? [])
    } else {
      #expect(expected.verdict == "not-genuine" || expected.verdict == "no-seal")
    }
  }

  @Test(arguments: names) func stages(_ name: String) throws {
    let vector = try VectorFolder.vector(name)
    guard let stages = vector.stages else {
      let isGenuine = vector.expect.map { $0.verdict != "not-genuine" && $0.verdict != "no-seal" }
      #expect(vector.payload == nil || isGenuine != true, "a genuine text has its stages")
      return
    }
    let text = try PayloadText(try #require(vector.payload))
    #expect(Hex.text(text.bytes) == stages.cose)
    let object = try Sign1(text.bytes, limit: UnverifiedSeal.byteLimit)
    #expect(Hex.text(object.payload) == stages.claims)
    let claims = try PaperClaims(object.payload)
    #expect(VectorSource.fields(of: claims) == stages.fields)
    #expect(
      (claims.encoded == object.payload) == (name != VectorSource.retiredClaim),
      "one set of fields has one encoding")
  }
}
