internal import TamgaDomain

/// What a page says of itself at its foot: `страница 1 из 2` (`Templates/shared/phrases.yaml`).
struct PageMark: Hashable {
  let page: Int
  let pages: Int

  /// A paper has fewer pages.
  private static let limit = 99
  private static let word = Array("страница")
  private static let link = Array("из")

  /// Whether pages with these texts lack one that they speak of.
  static func tellsOfMissing(_ texts: [String]) -> Bool {
    let marks = texts.flatMap(marks)
    guard let all = marks.map({ $0.pages }).max() else { return false }
    return (1...all).contains { page in !marks.contains { $0.page == page } }
  }

  /// All marks in a text; words of it may be parted in any way.
  static func marks(in text: String) -> [PageMark] {
    let letters = Array(PrintedText.words(of: text))
    guard letters.count > word.count else { return [] }
    var marks: [PageMark] = []
    for start in 0..<letters.count - word.count
    where letters[start] == word[0]
      && letters[start..<start + word.count].elementsEqual(word)
    {
      var place = start + word.count
      guard let page = number(in: letters, at: &place),
        place + link.count <= letters.count,
        letters[place..<place + link.count].elementsEqual(link)
      else { continue }
      place += link.count
      guard let pages = number(in: letters, at: &place), (1...pages).contains(page) else {
        continue
      }
      marks.append(PageMark(page: page, pages: pages))
    }
    return marks
  }

  private static func number(in letters: [Character], at place: inout Int) -> Int? {
    var number = 0
    let start = place
    while place < letters.count, letters[place].isASCII,
      let digit = letters[place].wholeNumberValue
    {
      number = number * 10 + digit
      guard number <= limit else { return nil }
      place += 1
    }
    return place > start && number > 0 ? number : nil
  }
}
