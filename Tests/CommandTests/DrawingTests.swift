import Foundation
import Testing

/// Another version of a library of drawing: noticed, and papers that it draws otherwise are tried before any is
/// issued.
@Suite struct DrawingTests {
  private static func other(
    _ change: [String: String] = [:], in workshop: Workshop
  ) throws -> [String: String] {
    let judge = workshop.path("othercairo.so")
    _ = try Tool.text(
      "cc", ["-O1", "-shared", "-fPIC", "-o", judge, Place.judges + "/othercairo.c", "-ldl"])
    return change.merging(["LD_PRELOAD": judge]) { $1 }
  }

  @Test func theTestedVersionsAreNamed() throws {
    let workshop = try Workshop()
    let run = try workshop.tamga("doctor", "--office", "office", "--locale", "en")
    #expect(
      run.text.contains("drawing libraries: cairo ") || run.errors.contains("libraries: cairo "))
    #expect((run.text + run.errors).contains("Fontconfig"))
  }

  @Test func whatDrawsTheSameIsOnlyNamed() throws {
    let workshop = try Workshop()
    let environment = try Self.other(in: workshop)
    let doctor = try workshop.tamga(
      ["doctor", "--office", "office", "--locale", "en"], environment: environment)
    #expect((doctor.text + doctor.errors).contains("cairo 1.99.0"))
    #expect((doctor.text + doctor.errors).contains("they draw the same"))
    try workshop.write("in.jsonl", [try Records.contract("EX-LIP-1")])
    let issue = try workshop.tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--locale", "en"],
      environment: environment)
    #expect(issue.status == 0 && !issue.errors.contains("1.99.0"), "\(issue.errors)")
  }

  @Test(arguments: [
    ("en", "papers are drawn otherwise than tested"), ("ru", "рисуются не так, как при испытаниях"),
    ("kk", "сыналғандағыдан өзгеше салынады"),
  ]) func whatDrawsOtherwiseIsTriedAndSaid(_ language: String, _ words: String) throws {
    let workshop = try Workshop()
    let environment = try Self.other(["OTHER_CAIRO_WIDER": "0.25"], in: workshop)
    try workshop.write("in.jsonl", [try Records.contract("EX-LIP-1")])
    let run = try workshop.tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--locale", language],
      environment: environment)
    #expect(run.status == 0 && run.errors.contains(words), "\(run.errors)")
  }

  /// Lines that cross the words: no paper is issued.
  @Test func whatNoVerifierTakesIsNotIssued() throws {
    let workshop = try Workshop()
    let environment = try Self.other(["OTHER_CAIRO_UP": "6"], in: workshop)
    try workshop.write("in.jsonl", [try Records.contract("EX-LIP-1")])
    let run = try workshop.tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--locale", "en"],
      environment: environment)
    #expect(run.status != 0 && run.errors.contains("verified"), "\(run.errors)")
    #expect(try workshop.tamga("register", "list", "--office", "office").text.isEmpty)
  }
}
