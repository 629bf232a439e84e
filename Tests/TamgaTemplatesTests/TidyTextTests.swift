import Testing

@testable import TamgaTemplates

/// The spaces that a blank value leaves: none at an end, none doubled, whatever the texts are made of.
@Suite struct TidyTextTests {
  typealias Run = FilledBlock.Run

  /// The whole text letter by letter.
  private func tidy(_ text: String) -> String {
    var tidy: [Character] = []
    for letter in text {
      if letter == " ", tidy.last ?? " " == " " || tidy.last == "\n" { continue }
      tidy.append(letter)
    }
    while tidy.last == " " { tidy.removeLast() }
    return String(tidy)
  }

  @Test func whateverStandsBesideEachOther() {
    let pieces = ["", " ", "  ", "а", "сөз ", " сөз", "a\n", "\n", " \n ", "x  y", "№ ", "12"]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<4_000 {
      let runs = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Run(
          text: pieces.randomElement(using: &random) ?? "", isValue: .random(using: &random),
          isStruck: .random(using: &random))
      }
      let tidied = TemplateFiller.tidied(runs)
      let whole = runs.map(\.text).joined()
      #expect(tidied.text == tidy(whole), "of \(runs.map(\.text))")
      #expect(tidied.allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test func whatIsTidyStaysAsItIs() {
    let runs = [
      Run(text: "№ ", isValue: false), Run(text: "ALA-26-0000001", isValue: true, number: .own),
    ]
    #expect(TemplateFiller.tidied(runs) == runs)
    let blank = runs + [Run(text: " ", isValue: false), Run(text: "", isValue: true)]
    #expect(TemplateFiller.tidied(blank) == runs)
  }
}
