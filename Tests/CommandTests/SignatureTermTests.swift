import Foundation
import Testing

/// A body's certificate that was over when the paper was sealed: whoever has its key may not sign any more.
@Suite struct SignatureTermTests {
  private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
  /// The clock of a program half a day later, when the certificate `ending` is over.
  private static let later = [
    "LD_PRELOAD": library, "FAKETIME": "+12h", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
  ]

  private static let sentences = [
    "kk": "құжат шығарылған кезде ЭЦҚ сертификаты күшінде болмаған",
    "ru": "при выпуске документа сертификат ЭЦП не действовал",
    "en": "the signer's certificate was not in its term when the paper was issued",
  ]

  @Test func theTermIsThatOfTheSealsTime() throws {
    let office = try SigningOffice("ending", papers: 2)
    let lines = try office.workshop.data("in.jsonl").split(separator: UInt8(ascii: "\n"))
    func issue(_ index: Int, environment: [String: String] = [:]) throws -> String {
      let before = try Set(office.papers().keys)
      try office.workshop.write("in.jsonl", Data(lines[index]) + Data("\n".utf8))
      let run = try office.issue(environment: environment)
      try #require(run.status == 0, "\(run.errors)")
      let new = try Set(office.papers().keys).subtracting(before)
      try #require(new.count == 1, "\(new)")
      return office.workshop.path("out/" + (try #require(new.first)))
    }
    // While it holds, the office signs with it, and so it is known as the body's.
    let first = try issue(0)
    // Half a day later the office refuses it, and has a new one.
    try office.workshop.write("in.jsonl", Data(lines[1]) + Data("\n".utf8))
    let refused = try office.issue(environment: Self.later)
    #expect(refused.status == 1 && refused.errors.contains("failed 1"), "\(refused.errors)")
    try office.use("ec")
    let second = try issue(1, environment: Self.later)
    try office.exportBundle(environment: Self.later)

    // Its own paper is good, now that it is over, too: it held at the seal's time.
    let former = try office.verdict(first, environment: Self.later)
    #expect(former["signature"]?["state"] == "valid", "\(former.line)")
    // The former key over a paper of today.
    let again = try office.signedAgain(second, by: "ending", "ca.pem")
    let day = try #require(
      try office.verdict(second, environment: Self.later)["claims"]?["validFrom"]?.text)
    let good = try office.verdict(second, on: day, environment: Self.later)
    #expect(good["verdict"] == "valid" && good["signature"]?["state"] == "valid", "\(good.line)")
    let verdict = try office.verdict(again, on: day, environment: Self.later)
    #expect(verdict["verdict"] == "status-unknown", "\(verdict.line)")
    let reasons = verdict["reasons"]?.items ?? []
    let reason = try #require(reasons.first { $0["code"] == "signature-expired" })
    let signature = try #require(verdict["signature"])
    #expect(signature["state"] == "expired" && signature["indication"] == "INDETERMINATE")
    #expect(signature["subject"] == "СЫНАҚОВА ҮЛГІ" && signature["level"] == "B-B")
    for (language, sentence) in Self.sentences {
      #expect(reason["message"]?[language]?.text == sentence, "\(reason.line)")
      let run = try office.tamga(
        ["verify", again, "--trust", "bundle", "--on", day, "--locale", language],
        environment: Self.later)
      #expect(run.text.contains(sentence), "\(run.text)")
    }
  }
}
