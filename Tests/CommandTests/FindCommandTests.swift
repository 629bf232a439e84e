import Foundation
import Testing

/// `tamga find`: a paper is found by whatever a person has of it.
@Suite struct FindCommandTests {
  @Test(arguments: [
    "{number}", "{NUMBER}", " {number} ", "FA0000011", "fa 0000011", "sample anvar", "anvar sam",
    "EXAMPLE-LIP-1", "{short}", "{SHORT}",
  ])
  func aPaperIsFoundHoweverItIsTyped(_ typed: String) throws {
    let office = try IssuedOffice.shared()
    let number = try #require(try office.result("EXAMPLE-LIP-1")["number"]?.text)
    let text = typed.replacingOccurrences(of: "{number}", with: number.lowercased())
      .replacingOccurrences(of: "{NUMBER}", with: number)
      .replacingOccurrences(of: "{short}", with: try Self.short(number).lowercased())
      .replacingOccurrences(
        of: "{SHORT}",
        with: try Self.short(number).replacing("-", with: " – ").replacing("A", with: "А"))
    let run = try office.workshop.tamga("find", text, "--json", "--office", "office")
    #expect(run.status == 0, "\(run.errors)")
    let found = try run.lines()
    #expect(found.contains { $0["number"]?.text == number }, "\(typed): \(found)")
    let shown = try office.workshop.tamga("find", text, "--office", "office")
    #expect(shown.text.contains(number) && shown.text.contains("SAMPLE ANVAR"))
  }

  /// Without zeros and check digit.
  private static func short(_ number: String) throws -> String {
    let match = try #require(number.wholeMatch(of: /(.+)-0*([0-9]+)-[0-9]/))
    return "\(match.1)-\(match.2)"
  }

  @Test func whatIsNotThere() throws {
    let office = try IssuedOffice.shared()
    for text in ["NOBODY AT ALL", "ZZ9999999", "ALA-99-0000001-1"] {
      let run = try office.workshop.tamga("find", text, "--json", "--office", "office")
      #expect(run.status == 1 && run.output.isEmpty, "\(text)")
      #expect(!run.errors.contains(text), "what was typed may name a person")
    }
    let bad = try office.workshop.tamga("find", "x", "--limit", "0", "--office", "office")
    #expect(bad.status == 64)
  }
}
