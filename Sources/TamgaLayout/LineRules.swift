/// What of a text stays on one line: the rules of a printer for Kazakh and Russian.
///
/// A line ends neither in a preposition, a conjunction, an initial nor «№», no date and no number is
/// parted from what it counts, and the last line is not one short word. Breaks are forbidden, the
/// text stays as it is: what is printed, copied and digested has the same characters.
enum LineRules {
  /// Bytes of UTF-8 within which no line ends; each is two words that follow each other.
  struct Joints {
    var words: [Range<Int>] = []
    /// Those that keep the last line from being one short word.
    var tail: [Range<Int>] = []
  }

  static func joints(of text: String) -> Joints {
    let words = words(of: text)
    var joints = Joints()
    for index in words.indices.dropFirst() where !words[index].beginsLine {
      if joins(words, index) { joints.words.append(joint(words[index - 1], words[index])) }
    }
    joints.tail = tail(words)
    return joints
  }

  /// The whole of both words: neither is divided in the middle as long as a line holds them.
  private static func joint(_ before: Word, _ word: Word) -> Range<Int> {
    before.start..<word.end
  }

  // MARK: words

  private struct Word {
    /// Its first byte, and the one behind its last.
    let start: Int
    let end: Int
    /// The first of the text, or after a line feed.
    let beginsLine: Bool
    /// Of the whole word.
    let letters: Int
    let first: Unicode.Scalar
    let last: Unicode.Scalar
    /// Without the marks that open and close.
    let core: SmallWord
    /// With its marks.
    let small: SmallWord
    /// A mark stands behind it: the thought ends here.
    let isClosed: Bool

    /// Begins with a digit: a number, a date, «49-бабы».
    var isCounted: Bool { core.isDigit(0) }
    var isDash: Bool { letters == 1 && (first == "–" || first == "—" || first == "-") }
    var isCapital: Bool { first.properties.isUppercase }
    /// `Ә.`
    var isInitial: Bool {
      letters > 1 && letters <= 3 && small[1] == 0x2E && (letters < 3 || small[2] == 0x2C)
        && isCapital
    }
  }

  private static func opening(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "«", "(", "„", "\"", "[": true
    default: false
    }
  }

  private static func closing(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "»", ")", "“", "\"", "]", ",", ".", ";", ":", "!", "?": true
    default: false
    }
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var letters: [Unicode.Scalar] = []
    var (start, end) = (0, 0)
    var beginsLine = true
    func close() {
      guard !letters.isEmpty else { return }
      words.append(word(letters, start..<end, beginsLine))
      letters.removeAll(keepingCapacity: true)
      beginsLine = false
    }
    for letter in text.unicodeScalars {
      let isBreak = letter == "\n"
      if isBreak || letter == " " {
        close()
        end += 1
        start = end
        // Lines of their own are separated by a line feed alone.
        if isBreak { beginsLine = true }
      } else {
        letters.append(letter)
        end += UTF8.width(letter)
      }
    }
    close()
    return words
  }

  private static func word(
    _ letters: [Unicode.Scalar], _ bytes: Range<Int>, _ beginsLine: Bool
  ) -> Word {
    var core = letters[...]
    var isClosed = false
    while let mark = core.last, closing(mark) {
      core.removeLast()
      isClosed = true
    }
    while let mark = core.first, opening(mark) { core.removeFirst() }
    return Word(
      start: bytes.lowerBound, end: bytes.upperBound, beginsLine: beginsLine,
      letters: letters.count, first: letters[0], last: letters[letters.count - 1],
      core: SmallWord(core), small: SmallWord(letters), isClosed: isClosed)
  }

  // MARK: rules

  /// Whether a word stays on the line of the one before it.
  private static func joins(_ words: [Word], _ index: Int) -> Bool {
    let (before, word) = (words[index - 1], words[index])
    if !before.isClosed && binding.contains(before.core) { return true }
    if abbreviations.contains(before.small) { return true }
    if word.isDash || trailing.contains(word.small) { return true }
    if before.isDash {
      return word.isCounted && index > 1 && words[index - 2].isCounted
    }
    if joinsNumber(before, word) { return true }
    if word.isInitial { return before.isInitial || before.isCapital && !before.isClosed }
    guard before.isInitial, word.isCapital else { return false }
    // «Ә. Б. Үлгіәлі»; in «Үлгіәлі Ә. Б.» the initials have their name already.
    var place = index - 1
    while place > 0, words[place].isInitial, !words[place].beginsLine { place -= 1 }
    return words[place].isInitial || !words[place].isCapital || words[place].isClosed
  }

  private static func joinsNumber(_ before: Word, _ word: Word) -> Bool {
    if word.core == "№" {
      return before.core.isNumber || before.core.contains("-") && before.isCounted
    }
    if before.core.isDate { return !before.isClosed && behindDates.contains(word.core) }
    let isFollowed = before.last != "," && before.last != "."
    if before.core.isNumber, isFollowed, before.core.count <= 4 {
      // «10 күн», «2013 жылғы», «9) статьи»; not the number of a house before the flat's.
      return word.first.properties.isLowercase || word.isCapital
    }
    // «15 сәуірдегі», «статьи 49», «жылғы 15»
    return word.core.isNumber && word.core.count <= 4 && !before.isClosed && !before.isCounted
      && !before.core.isEmpty && before.core.count <= namesNumber && !before.isCapital
  }

  /// Letters of the longest word that goes with a number behind it: «сентября», «подпункта».
  private static let namesNumber = 9

  /// The last words, so many that they are no single short one.
  private static func tail(_ words: [Word]) -> [Range<Int>] {
    let line = words.lastIndex { $0.beginsLine } ?? 0
    var joints: [Range<Int>] = []
    var index = words.count - 1
    var letters = 0
    while index - line >= 2, letters < tailLetters {
      letters += words[index].letters
      guard letters < tailLetters else { break }
      joints.append(joint(words[index - 1], words[index]))
      index -= 1
    }
    return joints
  }

  /// A last line of fewer is held to be a single short word.
  private static let tailLetters = 13

  /// Prepositions and conjunctions of both languages, and «№»: they belong to the next word.
  private static let binding: Set<SmallWord> = [
    "№", "в", "во", "к", "ко", "с", "со", "о", "об", "обо", "от", "ото", "до", "из", "изо", "на",
    "над", "по", "под", "при", "про", "за", "для", "без", "через", "перед", "между", "около",
    "после", "согласно", "кроме", "ввиду", "у", "и", "а", "но", "или", "либо", "не", "ни", "что",
    "чтобы", "как", "если", "және", "мен", "бен", "пен", "немесе", "ал", "әрі", "яғни",
  ]
  /// They stand before a name or a number.
  private static let abbreviations: Set<SmallWord> = [
    "г.", "ул.", "пр.", "пос.", "д.", "кв.", "стр.", "корп.", "п.", "пп.", "ст.", "ч.", "тел.",
  ]
  /// They stand behind a name.
  private static let trailing: Set<SmallWord> = [
    "қ.", "қ.,", "к.", "к.,", "ауд.", "ауд.,", "обл.", "обл.,",
  ]
  /// They say what a date is.
  private static let behindDates: Set<SmallWord> = [
    "дейін", "бастап", "аралығында", "күні", "жылы", "жылғы", "г", "года",
  ]
}
