import Foundation
import Testing

/// `tamga find`: a paper is found by whatever a person has of it.
@Suite struct FindCommandTests {
  @Test(arguments: [
    "{number}", "{NUMBER}", " {number} ", "FA0000011", "fa 0000011", "sample anvar", "anvar sam",
    "EXAMPLE-LIP-1",
  ])
  func aPaperIsFoundHoweverItIsTyped(_ typed: String) throws {
    let office = try IssuedOffice.shared()
    let number = try #require(try office.result("EXAMPLE-LIP-1")["number"]?.text)
    let text = typed.replacingOccurrences(of: "{number}", with: number.lowercased())
      .replacingOccurrences(of: "{NUMBER}", with: number)
    let run = try office.workshop.tamga("find", text, "--json", "--office", "office")
    #expect(run.status == 0, "\(run.errors)")
    let found = try run.lines()
    #expect(found.contains { $0["number"]?.text == number }, "\(typed): \(found)")
    let shown = try office.workshop.tamga("find", text, "--office", "office")
    #expect(shown.text.contains(number) && shown.text.contains("SAMPLE ANVAR"))
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
