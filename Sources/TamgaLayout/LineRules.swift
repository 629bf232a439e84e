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
    before.start..<word.start + word.text.utf8.count
  }

  // MARK: words

  private struct Word {
    /// Its first byte.
    let start: Int
    let text: Substring
    /// The first of the text, or after a line feed.
    let beginsLine: Bool
    /// Without the marks that open and close, in small letters; empty for a long word.
    let core: String
    /// With its marks, in small letters; empty for a long word.
    let small: String
    /// A mark stands behind it: the thought ends here.
    let isClosed: Bool

    var isNumber: Bool {
      !core.isEmpty && core.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    /// Begins with a digit: a number, a date, «49-бабы».
    var isCounted: Bool { core.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
    /// `02.04.2024`
    var isDate: Bool {
      core.utf8.count == 10
        && core.utf8.enumerated().allSatisfy { place, byte in
          place == 2 || place == 5 ? byte == UInt8(ascii: ".") : (0x30...0x39).contains(byte)
        }
    }
    var isDash: Bool { text == "–" || text == "—" || text == "-" }
    var isCapital: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
    /// `Ә.`
    var isInitial: Bool {
      let scalars = text.unicodeScalars
      return isCapital && scalars.count <= 3
        && scalars.dropFirst().first == "." && scalars.dropFirst(2).allSatisfy { $0 == "," }
    }
  }

  private static let opening: Set<Unicode.Scalar> = ["«", "(", "„", "\"", "["]
  private static let closing: Set<Unicode.Scalar> = [
    "»", ")", "“", "\"", "]", ",", ".", ";", ":", "!", "?",
  ]
  /// Letters of the longest word that the rules name, and bytes of the longest abbreviation.
  private static let longest = 12
  private static let shortest = 10

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var start = 0
    var beginsLine = true
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      // Lines of their own are separated by a line feed alone.
      for (place, part) in piece.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if place > 0 { beginsLine = true }
        if !part.isEmpty {
          words.append(word(part, start, beginsLine))
          beginsLine = false
        }
        start += part.utf8.count + 1
      }
    }
    return words
  }

  private static func word(
    _ text: Substring, _ start: Int, _ beginsLine: Bool
  ) -> Word {
    var core = text.unicodeScalars
    var isClosed = false
    while let mark = core.last, closing.contains(mark) {
      core.removeLast()
      isClosed = true
    }
    while let mark = core.first, opening.contains(mark) { core.removeFirst() }
    return Word(
      start: start, text: text, beginsLine: beginsLine,
      core: core.count <= longest ? String(core).lowercased() : "",
      small: text.utf8.count <= shortest ? text.lowercased() : "", isClosed: isClosed)
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
    if word.core == "№" { return before.isNumber || before.core.contains("-") && before.isCounted }
    if before.isDate { return !before.isClosed && behindDates.contains(word.core) }
    let isFollowed = !before.text.hasSuffix(",") && !before.text.hasSuffix(".")
    if before.isNumber, isFollowed, before.core.utf8.count <= 4 {
      // «10 күн», «2013 жылғы», «9) статьи»; not the number of a house before the flat's.
      return word.text.unicodeScalars.first?.properties.isLowercase ?? false
        || word.text.unicodeScalars.first?.properties.isUppercase ?? false
    }
    // «15 сәуірдегі», «статьи 49», «жылғы 15»
    return word.isNumber && word.core.utf8.count <= 4 && !before.isClosed && !before.isCounted
      && !before.core.isEmpty && before.core.unicodeScalars.count <= namesNumber
      && !before.isCapital
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
      letters += words[index].text.unicodeScalars.count
      guard letters < tailLetters else { break }
      joints.append(joint(words[index - 1], words[index]))
      index -= 1
    }
    return joints
  }

  /// A last line of fewer is held to be a single short word.
  private static let tailLetters = 13

  /// Prepositions and conjunctions of both languages, and «№»: they belong to the next word.
  private static let binding: Set<String> = [
    "№", "в", "во", "к", "ко", "с", "со", "о", "об", "обо", "от", "ото", "до", "из", "изо", "на",
    "над", "по", "под", "при", "про", "за", "для", "без", "через", "перед", "между", "около",
    "после", "согласно", "кроме", "ввиду", "у", "и", "а", "но", "или", "либо", "не", "ни", "что",
    "чтобы", "как", "если", "және", "мен", "бен", "пен", "немесе", "ал", "әрі", "яғни",
  ]
  /// They stand before a name or a number.
  private static let abbreviations: Set<String> = [
    "г.", "ул.", "пр.", "пос.", "д.", "кв.", "стр.", "корп.", "п.", "пп.", "ст.", "ч.", "тел.",
  ]
  /// They stand behind a name.
  private static let trailing: Set<String> = [
    "қ.", "қ.,", "к.", "к.,", "ауд.", "ауд.,", "обл.", "обл.,",
  ]
  /// They say what a date is.
  private static let behindDates: Set<String> = [
    "дейін", "бастап", "аралығында", "күні", "жылы", "жылғы", "г", "года",
  ]
}
