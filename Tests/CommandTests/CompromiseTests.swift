import Foundation
import TamgaSeal
import Testing

/// A stolen issuing key: seals that its thief makes, before and after anybody knows, from both sources of trust.
@Suite struct CompromiseTests {
  private static let sources = [["--trust", "trust"], ["--office", "office"]]

  private struct Stolen {
    let genuine: String
    let forged: [String]
  }

  /// A paper of the office, and seals of its own key that it never made.
  private static func stolen(_ workshop: Workshop) throws -> Stolen {
    try workshop.write("a.jsonl", [try Records.inForce("A-1")])
    let batch = try workshop.issue("a.jsonl")
    try #require(batch.outcomes == ["issued"], "\(batch.results)")
    let code = try #require(try Raster(batch.pdf(batch.results[0]), last: 1).zbar()[0].first)
    let payload = try PayloadText(code)
    let host = try #require(payload.host)
    let kid = try workshop.kid()
    let keys = try workshop.secrets().compactMap { SigningKey(raw: $0, algorithm: .edDSA) }
    let key = try #require(keys.first { $0.publicKey.id.description == kid })
    let trusted = TrustedKey(publicKey: key.publicKey, signFrom: 0, signUntil: 4_102_444_800)
    let genuine = try UnverifiedSeal(payload.bytes).verified(by: [trusted]).claims
    func forged(_ change: (inout PaperClaims) -> Void) throws -> String {
      var claims = genuine
      change(&claims)
      return PayloadText.link(host: host, try Seal.signed(claims, by: key))
    }
    return Stolen(
      genuine: code,
      forged: [
        try forged { $0.name = "SAMPLE OTHER" },
        try forged { $0.id = (0..<16).map { _ in UInt8.random(in: 0...255) } },
        try forged {
          $0.id = (0..<16).map { _ in UInt8.random(in: 0...255) }
          $0.name = "SAMPLE OTHER"
        },
      ])
  }

  @Test func sealsOfAStolenKey() throws {
    let workshop = try Workshop()
    let stolen = try Self.stolen(workshop)
    func expect(_ forged: [String: String], _ why: String) throws {
      _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
      for source in Self.sources {
        let rows = try workshop.tamga(
          ["verify", "--json", stolen.genuine] + stolen.forged + source
        ).lines()
        let codes = rows.map { $0["reasons"]?.items.compactMap { $0["code"]?.text } ?? [] }
        #expect(rows[0]["verdict"] == "valid", "\(why), \(source): \(codes[0])")
        for (row, codes) in zip(rows, codes).dropFirst() {
          let reason = try #require(forged[source[0]])
          #expect(row["verdict"]?.text == (reason.isEmpty ? "valid" : "not-genuine"), "\(why)")
          if !reason.isEmpty {
            #expect(codes == [reason] && row["claims"] == .null, "\(why), \(source): \(codes)")
          }
        }
      }
    }
    // A bundle cannot know of a theft that the office does not know of.
    try expect(["--trust": "", "--office": "not-registered"], "before")
    // The log counts whole seconds.
    Thread.sleep(forTimeInterval: 2)
    let lost = try workshop.tamga(
      "keys", "compromise", workshop.kid(), "--office", "office")
    #expect(lost.status == 0 && lost.output.isEmpty, "\(lost.errors)")
    try expect(["--trust": "key-compromised", "--office": "key-compromised"], "after")
  }
}
