import SeededNumbers
import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// A text that is composed of learnt letters is the text that Pango lays out, to the last unit.
@Suite struct TextComposerTests {
  /// Texts as papers have them, and some that they do not.
  private struct Texts {
    var random = SplitMix(state: 19)

    private static let alphabets: [[Character]] = [
      Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ-"), Array("abcdefghijklmnopqrstuvwxyz' "),
      Array("АӘБВГҒДЕЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЫІЬЭЮЯ"),
      Array("аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшыіьэюя "),
      Array("0123456789"), Array("0123456789.-/ "), Array("№ –,.:;«»()"),
      Array("ȘșȚțĞğÖöÇçŽžŁłÄäÑñ"), Array("Ə ʻəgʻGO Ŭŭ lʻ"),
      Array("\u{483}\u{301}\u{A0}\u{200B}漢𝒜\u{AD}×ʻ"),
    ]
    static let letters = [
      Letters(.serifBold, 11.5), Letters(.serif, 11), Letters(.serif, 10), Letters(.sans, 8.2),

    ]

    private static let words = [
      "MUNTEANU", "MARIA", "TER-MKRTCHYAN", "Инспектор,", "Мұхамеджанов", "Ғ.", "аралығында", "№",
      "ALA-21-0000017-4", "«Қала»", "№ 6-8", "08.10.2021", "–", "тексеру коды / код",
      "M044-7J9",
    ]
    /// With letters of the fallback font, which are composed on one line alone.
    private static let foreignWords = [
      "ƏLİYEV", "GʻAYRATOVNA", "OʻGʻLI", "qızı", "ə", "Ŭ", "Nəsibəʻ", "ʻ-ʻ", "(ə)",
    ]

    mutating func words(_ count: Int) -> String {
      (0..<count).map { _ in Self.words[Int.random(in: Self.words.indices, using: &random)] }
        .joined(separator: " ")
    }

    mutating func text() -> String {
      // Words that come again teach more than letters at random.
      if Int.random(in: 0..<4, using: &random) > 0 {
        let words = words(Int.random(in: 1...3, using: &random))
        guard let foreign = Self.foreignWords.randomElement(using: &random),
          Int.random(in: 0..<5, using: &random) == 0
        else { return words }
        return foreign + " " + words
      }
      // Strange letters are rare, or nothing would be composed.
      let count = Self.alphabets.count - (Int.random(in: 0..<12, using: &random) == 0 ? 0 : 1)
      return (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let alphabet = Self.alphabets[Int.random(in: 0..<count, using: &random)]
        return String(
          (0..<Int.random(in: 0...9, using: &random)).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &random)]
          })
      }.joined(separator: Bool.random(using: &random) ? " " : "")
    }

    mutating func withOtherDigits(_ key: ShapedTextCache.Key) -> ShapedTextCache.Key {
      ShapedTextCache.Key(
        stretches: key.stretches.map { stretch in
          Stretch(
            text: String(
              stretch.text.map {
                $0.isASCII && $0.isNumber
                  ? Character(String(Int.random(in: 0...9, using: &random))) : $0
              }),
            letters: stretch.letters, keepsTogether: stretch.keepsTogether,
            isStruck: stretch.isStruck)
        }, width: key.width, alignment: key.alignment, shade: key.shade,
        isBalanced: key.isBalanced, spacing: key.spacing)
    }

    mutating func key(_ text: String? = nil) -> ShapedTextCache.Key {
      let stretches = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Stretch(
          text: text ?? self.text(),
          letters: Self.letters[Int.random(in: Self.letters.indices, using: &random)],
          keepsTogether: Bool.random(using: &random),
          isStruck: Int.random(in: 0..<20, using: &random) == 0)
      }
      let alignments: [ShapedText.Alignment] = [.left, .centre, .right]
      return ShapedTextCache.Key(
        stretches: text == nil ? stretches : Array(stretches.prefix(1)),
        width: [nil, 481.889, 240, 300.5, 90][Int.random(in: 0..<5, using: &random)],
        alignment: alignments[Int.random(in: 0..<3, using: &random)],
        shade: [0, 0.28][Int.random(in: 0..<2, using: &random)],
        isBalanced: Bool.random(using: &random),
        spacing: [1, 1.18][Int.random(in: 0..<2, using: &random)])
    }
  }

  private func composed(_ key: ShapedTextCache.Key, _ fonts: FontLibrary) -> ShapedText? {
    fonts.pieces(key.stretches).flatMap { fonts.composed(key, $0) }
  }

  /// Learns whatever can be learnt.
  private func laidOut(_ key: ShapedTextCache.Key, _ fonts: FontLibrary) -> ShapedText {
    fonts.pieces(key.stretches).map { fonts.laidOut(key, $0) } ?? ShapedText(key, fonts: fonts)
  }

  /// Everything that a shaped text is but who laid it out.
  private func look(_ text: ShapedText) -> String {
    var words: String = ""
    dump(text, to: &words, maxDepth: 12)
    // Of an object's identity nothing is drawn.
    return words.split(separator: "\n").dropFirst().filter { !$0.contains("- isComposed: ") }
      .joined(separator: "\n")
  }

  @Test func everyTextIsAsPangoLaysItOut() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    var texts = Texts()
    var count = 0
    for _ in 0..<5_000 {
      let key = texts.key()
      let own = composed(key, fonts)
      let pango = laidOut(key, fonts)
      guard let own else { continue }
      count += 1
      try #require(look(own) == look(pango), "\(key)")
    }
    #expect(count > 500, "only \(count) were composed")
    #expect(!fonts.composer.letters.isContradicted)
  }

  /// Texts of several lines that come again with other digits.
  @Test func textsWithOtherDigitsAreToo() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    var texts = Texts()
    // Each pair of digits in each script, as the numbers of some hundred papers teach them.
    let digits = (0...9).flatMap { one in (0...9).map { "\(one)\($0)" } }.joined()
    for letters in Texts.letters {
      for text in ["", "A", "А"].map({ $0 + digits + ".1.2.3.4.5.6.7.8.9.0-1-2-3-4-5-6-7-8-9-0-" })
      {
        let stretches = [Stretch(text: text + text, letters: letters)]
        _ = fonts.text(stretches, width: nil)
      }
    }
    var count = 0
    for _ in 0..<400 {
      var key = texts.key(texts.words(9))
      for turn in 0..<5 {
        let own = turn == 0 ? nil : composed(key, fonts)
        let pango = laidOut(key, fonts)
        if let own {
          count += pango.lines.count > 1 ? 1 : 0
          try #require(look(own) == look(pango), "\(key)")
        }
        key = texts.withOtherDigits(key)
      }
    }
    #expect(count > 100, "only \(count) were composed")
    #expect(!fonts.composer.letters.isContradicted)
  }

  /// Texts of several lines in columns of any width: sentences of forms, addresses, names, numbers that keep together.
  @Test func paragraphsAreBrokenAsPangoBreaksThem() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    var random = SplitMix(state: 21)
    let words = Self.vocabulary
    var count = 0
    for _ in 0..<900 {
      func some(_ range: ClosedRange<Int>) -> String {
        (0..<Int.random(in: range, using: &random)).map { _ in
          words[Int.random(in: words.indices, using: &random)]
        }.joined(separator: " ")
      }
      let isBold = Bool.random(using: &random)
      let letters = Letters(isBold ? .serifBold : .serif, isBold ? 15 : 11)
      var stretches = [Stretch(text: some(2...25) + " ", letters: letters)]
      if Bool.random(using: &random) {
        let value = Stretch(text: some(1...3), letters: letters, keepsTogether: true)
        stretches += [value, Stretch(text: " " + some(1...9), letters: letters)]
      } else {
        stretches.append(Stretch(text: some(1...20), letters: Letters(.serif, 11)))
      }
      let isCentred = Bool.random(using: &random)
      let key = ShapedTextCache.Key(
        stretches: stretches, width: Double(Int.random(in: 70...500, using: &random)) + 0.889,
        alignment: isCentred ? .centre : .left, shade: 0, isBalanced: isCentred, spacing: 1.22)
      let own = composed(key, fonts)
      let pango = laidOut(key, fonts)
      guard let own else { continue }
      count += pango.lines.count > 1 ? 1 : 0
      try #require(look(own) == look(pango), "\(key)")
    }
    #expect(count > 300, "only \(count) were composed")
    #expect(!fonts.composer.letters.isContradicted)
  }

  struct Narrow: Sendable, CustomTestStringConvertible {
    let stretches: [(text: String, letters: Letters, keepsTogether: Bool)]
    let width: Double
    /// In a wider column nothing of it is left to Pango.
    var isComposedWider = false
    let why: String
    var testDescription: String { why }
  }

  static let narrow = [
    Narrow(
      stretches: [
        ("16367 З№№,;№);", Letters(.sans, 8.2), false),
        ("Инспектор, MUNTEANU", Letters(.sans, 8.2), true),
        ("XNXFZNVAŽȘÖöșöĞȚł500", Letters(.serifBold, 11.5), false),
      ], width: 240, why: "too wide by a hair"),
    Narrow(
      stretches: [
        ("100 үй, РАЗРЕШЕНИЕ 8 10/1 49-бабының 8 № Қазақстан Б. ", Letters(.serifBold, 15), false),
        ("Б. тармақшалары", Letters(.serif, 11), false),
      ], width: 142.889, isComposedWider: true, why: "too wide by the blank at its end"),
  ]

  /// What nothing can make narrower stands on a line of its own; whether its words part then, Pango says.
  @Test(arguments: narrow) func partsThatFillTheColumn(_ row: Narrow) throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    for (text, letters, _) in row.stretches {
      _ = fonts.text([Stretch(text: text, letters: letters)], width: nil)
    }
    let key = ShapedTextCache.Key(
      stretches: row.stretches.map {
        Stretch(text: $0.text, letters: $0.letters, keepsTogether: $0.keepsTogether)
      }, width: row.width, alignment: .centre, shade: 0, isBalanced: true, spacing: 1.22)
    #expect(laidOut(key, fonts).lines.count > 1)
    #expect(composed(key, fonts) == nil)
    let wide = ShapedTextCache.Key(
      stretches: key.stretches, width: row.width + 30, alignment: .centre, shade: 0,
      isBalanced: true, spacing: 1.22)
    let pango = laidOut(wide, fonts)
    let own = composed(wide, fonts)
    #expect(own != nil || !row.isComposedWider)
    if let own { #expect(look(own) == look(pango)) }
  }

  private func line(_ stretches: (String, Letters)...) -> ShapedTextCache.Key {
    ShapedTextCache.Key(
      stretches: stretches.map { Stretch(text: $0, letters: $1) }, width: 400, alignment: .left,
      shade: 0, isBalanced: false, spacing: 1)
  }

  @Test(arguments: ["OʻGʻLI", "RƏHİMOV ƏLİ", "qızı ə QƏ B", "ə", "Шəрипов Ə Ғ.", "(ə) ʻ-ʻ"])
  func lettersOfTheFallbackAreComposed(_ text: String) throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    for letters in [Letters(.serifBold, 11.5), Letters(.serif, 11), Letters(.sans, 8.2)] {
      let key = line((text, letters))
      let pango = laidOut(key, fonts)
      let own = try #require(composed(key, fonts))
      #expect(look(own) == look(pango))
      #expect(own.lines[0].runs.contains { $0.font.path.contains("/Noto") })
    }
  }

  /// Which letters of a face are foreign is told by the first text that has some.
  @Test func heightsAreLearntOfKnownFontsAlone() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let (plain, bold) = (Letters(.serif, 11), Letters(.serifBold, 11.5))
    let keys = [
      line(("Ə", plain)), line(("Ə B ", plain), ("Ə", bold)), line(("Ə B ", plain), ("AB", bold)),
      line(("A B ", plain), ("Ə", bold)), line(("A B ", plain), ("AB", bold)),
    ]
    for key in keys + keys {
      let own = composed(key, fonts)
      let pango = laidOut(key, fonts)
      if let own { #expect(look(own) == look(pango)) }
    }
    #expect(composed(keys[2], fonts) != nil && composed(keys[3], fonts) != nil)
  }

  private static let vocabulary =
    """
    Қазақстан Республикасының «Халықтың көші-қоны туралы» Заңы 49-бабының 1), 3) және 18) тармақшалары негізінде \
    шешімімен хабарлаймын. № ALA-21-0000017-4 РҰҚСАТ РАЗРЕШЕНИЕ на осуществление трудовой деятельности иностранцев \
    у физических лиц, в соответствии со статьёй 8 Закона – от 21.08.2024 г. (далее – Закон) А. Б. Үлгіәлі Ә. с \
    Алматы қаласы, Абай даңғылы, 10/1 үй, 12-пәтер; кв. 7 ул. Сатпаева д. 22А +7 727 254 00 00 tamga.example \
    MUNTEANU-IONESCU MARIA 100 % 3 000 теңге и/или немесе 2013–2014 жж. мигранттар/мигрантов? Иә! …
    """.split(separator: " ").map(String.init)

  /// What the values of papers are: known letters, so that most of them are composed.
  @Test func valuesAreComposed() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    var random = SplitMix(state: 20)
    var count = 0
    for _ in 0..<2_000 {
      let number = (0..<7).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let key = ShapedTextCache.Key(
        stretches: [Stretch(text: "AR" + number, letters: Letters(.serifBold, 11.5))], width: 385,
        alignment: .left, shade: 0, isBalanced: false, spacing: 1.1)
      let text = fonts.text(key.stretches, width: key.width, spacing: key.spacing)
      if composed(key, fonts) != nil { count += 1 }
      #expect(text.lines.map(\.text) == ["AR" + number])
    }
    #expect(count > 1_900, "\(count) of 2,000")
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    var width: Double? = 300
    let why: String
    var testDescription: String { why }
  }

  static let left = [
    Row(text: "two words", width: 20, why: "more than one line"),
    Row(text: "end ", why: "a blank at the end"),
    Row(text: " begin", why: "a blank at the beginning"),
    Row(text: "one\ntwo", why: "a line feed"), Row(text: "a\u{301}", why: "a mark above a letter"),
    Row(text: "co\u{AD}op", why: "a soft hyphen"), Row(text: "漢字", why: "letters of another font"),
    Row(text: "", why: "nothing"),
  ]

  @Test(arguments: left) func isLeftToPango(_ row: Row) throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let key = ShapedTextCache.Key(
      stretches: [Stretch(text: row.text, letters: Letters(.serif, 11))], width: row.width,
      alignment: .left, shade: 0, isBalanced: false, spacing: 1)
    for _ in 0..<2 {
      _ = laidOut(key, fonts)
      #expect(composed(key, fonts) == nil)
    }
  }

  struct Font: Sendable, CustomTestStringConvertible {
    let file: String
    let movesByPairs: Bool
    var testDescription: String { file }
  }

  @Test(arguments: [
    Font(file: "paratype/PTF55F.ttf", movesByPairs: true),
    Font(file: "paratype/PTM75F.ttf", movesByPairs: true),
    Font(file: "noto/NotoSerif-Bold.ttf", movesByPairs: true),
    // Its kerning looks at more than two letters, its letters hang on each other.
    Font(file: "noto/NotoNastaliqUrdu-Regular.ttf", movesByPairs: false),
  ])
  func fontsWhoseLettersMoveByPairs(_ font: Font) throws {
    #expect(
      PairTables.ofFile("/usr/share/fonts/truetype/" + font.file)?.moveByPairs == font.movesByPairs)
  }
}
