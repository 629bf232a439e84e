import SeededNumbers
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
    var random = SplitMix(state: UInt64(seed))
    func next(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    let pieces = ["{y}", "{", "}", "y", "ы", " ", "{y", "y}", "é", "№"]
    let phrase = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
    let value = pieces[next(pieces.count)]
    #expect(
      Slot("{y}").filled(in: phrase, with: value) == phrase.replacing("{y}", with: value),
      "\(phrase)")
  }
}
