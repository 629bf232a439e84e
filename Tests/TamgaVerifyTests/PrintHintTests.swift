import TamgaDomain
import Testing

@testable import TamgaVerify

/// What was read from a picture beside what is sealed: hints that change no verdict.
@Suite struct PrintHintTests {
  private static func hints(_ text: String, confidence: Double = 95) throws -> [PrintHint] {
    let words = text.split(separator: " ").map { ReadWord(String($0), confidence: confidence) }
    let verdicts = Scene.verdicts(.picture(codes: [Scene.link(Scene.seal())], words: words))
    let verdict = try #require(verdicts.first)
    guard case .judged(let judgement) = verdict else { return [] }
    #expect(verdict.outcome == .valid, "a hint changes no verdict")
    #expect(verdict.reasons.contains(.printedDiffers) == !judgement.hints.isEmpty)
    #expect(verdict.reasons.contains(.textNotChecked))
    #expect(judgement.compare.first == "passport" && judgement.altered.isEmpty)
    return judgement.hints
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    let confidence: Double
    let expected: [String]
    let why: String
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(words: "", confidence: 95, expected: [], why: "nothing was read"),
    Case(words: "quite another page", confidence: 95, expected: [], why: "other words"),
    Case(
      words: "KARIMOV ANVAR RUSTAMOVICH", confidence: 95, expected: [], why: "the sealed name"),
    Case(
      words: "KARIMOV ANWAR RUSTAMOVICH", confidence: 95, expected: ["name"], why: "another name"),
    Case(
      words: "KARIMOV ANWAR RUSTAMOVICH", confidence: 40, expected: [],
      why: "another name, of which the reader is not sure"),
    Case(
      words: "KARIMOV ANWAR RUSTAMOVICH KARIMOV ANVAR RUSTAMOVICH", confidence: 95, expected: [],
      why: "once misread, once as sealed"),
    Case(
      words: "КАRIМОV АNVАR RUSТАМОVIСН", confidence: 95, expected: [],
      why: "read in another alphabet"),
    Case(words: "№ FA1234567, от", confidence: 95, expected: [], why: "the sealed passport"),
    Case(words: "№ FA1234568, от", confidence: 95, expected: ["passport"], why: "another digit"),
    Case(words: "№ FAI234567, от", confidence: 95, expected: [], why: "I for 1"),
    Case(words: "№ АМ1234567, от", confidence: 95, expected: [], why: "letters of a number"),
    Case(words: "KÁRIMOV ANVAR RUSTAMOVICH", confidence: 95, expected: [], why: "a mark above"),
    Case(words: "№ FA9999999, от", confidence: 95, expected: [], why: "quite another number"),
    Case(
      words: "с 10.02.2026 по 10.06.2026", confidence: 95, expected: ["validUntil"], why: "a day"),
  ]

  @Test(arguments: cases) func hint(_ row: Case) throws {
    #expect(try Self.hints(row.words, confidence: row.confidence).map(\.claim) == row.expected)
  }

  @Test func theHintSaysWhatWasRead() throws {
    let hint = try #require(try Self.hints("(KARIMOV ANWAR RUSTAMOVICH),").first)
    #expect(hint.sealed == "KARIMOV ANVAR RUSTAMOVICH" && hint.read == "KARIMOV ANWAR RUSTAMOVICH")
  }
}
