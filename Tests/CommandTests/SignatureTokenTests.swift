import Foundation
import Testing

/// The key of a body's certificate in a token. SoftHSM stands for the device.
@Suite(.serialized, .enabled(if: SoftToken.isThere, SoftToken.missing))
struct SignatureTokenTests {
  @Test(arguments: ["ec", "rsa"]) func othersCallItsSignaturesValid(_ signer: String) throws {
    let office = try SigningOffice(signer, key: .token)
    let batch = try office.batch()
    try #require(batch.run.status == 0, "\(batch.run.errors)")
    try office.exportBundle()
    let files = try batch.results.map { try batch.pdf($0) }
    let judged = try SignatureTests.judged(files)
    #expect(judged == Array(repeating: "1 1 1 1 1 0", count: 4))
    for file in files {
      let said = try Tool.text("pdfsig", ["-nocert", file])
      #expect(said.contains("Total document signed") && said.contains("Signature is Valid."))
      let signature = try office.verdict(file)["signature"]
      #expect(signature?["state"] == "valid" && signature?["subject"] == "СЫНАҚОВА ҮЛГІ")
    }
    let audit = try office.tamga("register", "audit", "--office", "office", "--output", "out")
    #expect(audit.status == 0, "\(audit.text)")
    // Neither the PIN nor the key is in the office.
    for name in office.workshop.files("office") {
      let bytes = try office.workshop.data("office/" + name)
      #expect(bytes.firstRange(of: Data(SoftToken.pin.utf8)) == nil, "\(name)")
    }
    #expect(!office.workshop.files("office/signing").contains { $0.hasSuffix(".p12") })
  }

  /// Of the systems that say what is wrong before a paper has its number.
  @Test(arguments: [
    (nil, "document:N"), ("0000-0000", "the PIN is wrong"),
  ]) func withoutItsPINNothingHasANumber(_ pin: String?, _ words: String) throws {
    let office = try SigningOffice("ec", papers: 3, key: .token)
    let run = try office.issue(pin: pin)
    #expect(run.status == 1, "\(run.errors)")
    let failed = try Batch(run, below: office.workshop.path("out"))
    #expect(failed.outcomes == ["failed", "failed", "failed"])
    #expect(failed.results.allSatisfy { $0.line.contains(words) }, "\(failed.results)")
    #expect(pin.map { run.errors.contains($0) } != true)
    #expect(try office.tamga("register", "list", "--office", "office").lines().isEmpty)
    let batch = try office.batch()
    #expect(batch.outcomes == ["issued", "issued", "issued"], "\(batch.run.errors)")
    #expect(batch.numbers.first?.hasPrefix("ALA-26-0000001") == true, "\(batch.numbers)")
  }

  /// Three wrong ones lock a token: one run with many papers tries once.
  @Test func aRunTriesAPINOnce() throws {
    let office = try SigningOffice("ec", papers: 12, key: .token)
    for _ in 0..<2 { #expect(try office.issue(pin: "0000-0000").status == 1) }
    let batch = try office.batch()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
  }

  @Test func theKeyIsThatOfTheCertificate() throws {
    let office = try SigningOffice("ec", papers: 1, key: .token)
    try office.workshop.write(
      "office/signing/akim.pem",
      try SigningOffice.data("second.pem") + SigningOffice.data("ca.pem"))
    let other = try office.issue()
    #expect(other.status == 1)
    let results = try Batch(other, below: office.workshop.path("out")).results
    #expect(results[0].line.contains("the key is not that of the certificate"), "\(results)")
    // A key of another kind is not found at all.
    try office.workshop.write(
      "office/signing/akim.pem",
      try SigningOffice.data("rsa.pem") + SigningOffice.data("ca.pem"))
    _ = try office.issue()
    let none = try Batch(try office.issue(), below: office.workshop.path("out")).results
    #expect(none[0].line.contains("the token does not hold this key"), "\(none)")
  }
}
