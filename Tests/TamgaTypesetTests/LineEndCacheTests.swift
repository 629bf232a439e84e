import SeededNumbers
import Testing

@testable import TamgaLayout

/// What is kept of one text holds for every text that differs from it in its digits alone.
@Suite struct LineEndCacheTests {
  private static let pieces = [
    "№ ", "ALA-21-0000017-4", "10", " күн ", "02.04.2024", " бастап", "14-үй", "+7 701 234 56 78",
    "ст. 49",
    " – ", "9)", " (2013 жылғы)", "қ. ", "Ә. ", "РАЗРЕШЕНИЕ ", "1/2", "5,5 ", "%", "«8»", "3-бабы ",
    "и ", "\n",
  ]

  @Test(arguments: 0..<300) func oneDigitIsAsGoodAsAnother(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let texts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Self.pieces[Int.random(in: Self.pieces.indices, using: &random)]
      }.joined()
    }
    let keep = texts.map { _ in Bool.random(using: &random) }
    let cache = LineEndCache()
    for _ in 0..<4 {
      let stretches = zip(texts, keep).map { text, keepsTogether in
        let other = text.map {
          $0.isNumber ? Character("\(Int.random(in: 0...9, using: &random))") : $0
        }
        return Stretch(
          text: String(other), letters: Letters(.serif, 11), keepsTogether: keepsTogether)
      }
      let text = stretches.map(\.text).joined()
      let count = text.unicodeScalars.count
      let ends = cache.ends(of: stretches)
      let degrees = ShapedText.Keeping.degrees(of: text)
      #expect(ends.degreesThatKeep == degrees.indices.filter { !degrees[$0].isNothing }, "\(text)")
      for degree in ends.degreesThatKeep {
        #expect(
          ends.places(degree, count: count)
            == LineEnds.places(of: text, count: count, whole: degrees[degree].ranges(stretches)),
          "\(text), degree \(degree)")
      }
    }
  }
}
