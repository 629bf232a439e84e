import SeededNumbers
import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// Pango 1.50 ends the process at some texts that may not be divided and are wider than their column:
/// one record would end a night. A failure here is a crash.
@Suite struct HyphenatedTextTests {
  /// Letters of several scripts make runs of their own, as in «ул.A-17/б».
  private static let pool = Array("ЖүeзИу_,[yӘ&~-(.«Уa№–/’zK570\\iW---").map(String.init)

  @Test func aTextThatWasSeenToEndTheProcess() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let text =
      "Жүe+з)Иeуу»_,з[y\"Ә&~-([-y.«У-a«a-\\зZ&::е.Zа~А*Әcn’аyК–/№)/y&_»ніс Жиһангер Төлеуұлы"
    let shaped = fonts.text(
      [Stretch(text: text, letters: Letters(.serifBold, 10))], width: 307.8)
    #expect(shaped.lines.count > 1)
  }

  @Test func anyTextIsBroken() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    var random = SplitMix(state: 41)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0...Int.random(in: 1...90, using: &random) {
        text += Self.pool.randomElement(using: &random) ?? ""
        if Int.random(in: 0..<9, using: &random) == 0 { text += " " }
      }
      let width = Double.random(in: 20...420, using: &random)
      let shaped = fonts.text(
        [Stretch(text: text, letters: Letters(.serifBold, 10))], width: width,
        isBalanced: Bool.random(using: &random))
      let drawn = shaped.lines.map(\.text).joined().replacing(" ", with: "")
      #expect(drawn == text.replacing(" ", with: ""), "\(text)")
    }
  }
}
