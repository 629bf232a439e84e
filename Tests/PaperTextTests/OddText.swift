import SeededNumbers
import TamgaDomain

/// Texts as exports, keyboards and web pages make them: every general category of Unicode, marks,
/// spaces, words without end.
struct OddText {
  private var random: SplitMix
  /// What the fonts draw, by general category.
  private let drawn: [[Unicode.Scalar]]
  /// Some of every general category, drawn or not.
  private let any: [[Unicode.Scalar]]

  init(seed: UInt64, letters: LetterSet) {
    random = SplitMix(state: seed)
    var drawn: [Unicode.GeneralCategory: [Unicode.Scalar]] = [:]
    var any = drawn
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Of the planes beyond the first some are enough.
      if value > 0xFFFF, value % 97 != 0 { continue }
      let category = scalar.properties.generalCategory
      any[category, default: []].append(scalar)
      if letters.contains(scalar) { drawn[category, default: []].append(scalar) }
    }
    self.drawn = drawn.values.sorted { $0[0] < $1[0] }
    self.any = any.values.sorted { $0[0] < $1[0] }
  }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int(random.next() % UInt64(list.count))]
  }

  private mutating func scalar() -> Unicode.Scalar {
    let isDrawn = !random.next().isMultiple(of: 3)
    return pick(pick(isDrawn ? drawn : any))
  }

  private static let spaces: [Unicode.Scalar] =
    ["\u{A0}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{2003}"]
  private static let marks: [Unicode.Scalar] =
    [
      "\u{301}", "\u{306}", "\u{308}", "\u{300}", "\u{304}", "\u{323}", "\u{327}", "\u{328}",
      "\u{30C}",
    ]
  private static let bases: [Unicode.Scalar] = Array("иИеЕуУаАсзӘKkacenyZ".unicodeScalars)
  private static let signs: [Unicode.Scalar] = Array("-–—.,:;/\\()[]«»\"'’№%&+*=_~".unicodeScalars)
  private static let words = [
    "Мекенжайы", "Ф.И.О.", "№", "1) ", "қосымша", "Абдурахмангажиевмухаммадюсуфходжаев",
    "ABDURAHMANGAZHIEVMUHAMMADJUSUF", "14-үй", "+7 700 000 00 00", "Ла\u{A0}Скала",
  ]

  /// A text made of `text`, most often near to it.
  mutating func change(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = scalars.isEmpty ? 0 : Int(random.next() % UInt64(scalars.count + 1))
    switch random.next() % 12 {
    case 0...3: scalars.insert(scalar(), at: place)
    case 4: for _ in 0..<12 { scalars.insert(scalar(), at: place) }
    case 5:
      let space = pick(Self.spaces)
      scalars = scalars.map { $0 == " " ? space : $0 }
    case 6: scalars.insert(contentsOf: [pick(Self.bases), pick(Self.marks)], at: place)
    case 7:
      let word = pick(Self.words).unicodeScalars
      for _ in 0..<Int(random.next() % 6 + 1) { scalars.insert(contentsOf: word, at: place) }
    case 8: scalars = scalars.filter { $0 != " " }
    case 9:
      scalars = [pick(Self.spaces + Self.signs)] + scalars + [pick(Self.signs + Self.spaces)]
    case 10: scalars = scalars.flatMap { [$0, pick(Self.signs)] }
    default: for _ in 0..<60 { scalars.insert(pick(Self.signs + Self.bases), at: place) }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
