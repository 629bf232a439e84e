import TamgaDomain
import Testing

/// A slot is filled wherever a phrase has it, and nothing else of the phrase changes.
@Suite struct SlotTests {
  @Test(arguments: [
    ("бет {page}", "7", "бет 7"),
    ("{page}", "", ""),
    ("{page}{page}", "ә", "әә"),
    ("{{page}}", "1", "{1}"),
    ("{pages} {page", "1", "{pages} {page"),
    ("", "1", ""),
    ("стр. {page} из {pages}", "{page}", "стр. {page} из {pages}"),
    ("№ {page}…", "ʻ", "№ ʻ…"),
  ]) func isFilled(phrase: String, value: String, filled: String) {
    #expect(Slot("{page}").filled(in: phrase, with: value) == filled)
  }

  /// As the library's own search does it, which takes its time.
  @Test(arguments: 0..<200) func isWhatTheLibraryGives(seed: Int) {
    var number = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(number >> 33) % count
    }
    let pieces = ["{y}", "{", "}", "y", "ы", " ", "{y", "y}", "é", "№"]
    let phrase = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
    let value = pieces[next(pieces.count)]
    #expect(
      Slot("{y}").filled(in: phrase, with: value) == phrase.replacing("{y}", with: value),
      "\(phrase)")
  }
}
