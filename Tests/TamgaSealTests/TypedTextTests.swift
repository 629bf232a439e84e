import TamgaFormats
import Testing

@testable import TamgaSeal

/// Codes as scanners, keyboards and mail programs hand them on.
@Suite struct TypedTextTests {
  static let seal = PayloadTextTests.seal
  static let link = PayloadText.link(host: "tamga-1.example", seal)
  static let digits = DigitBlocks.encoded(seal)
  static let prefixed = PayloadText.prefixed(seal)

  struct Typed: Sendable, CustomTestStringConvertible {
    let why: String
    let text: String
    var testDescription: String { why }
  }

  /// What a layout writes when a scanner presses the keys of an American keyboard.
  private static func typed(_ text: String, _ layout: [Character: Character]) -> String {
    String(text.map { layout[$0] ?? $0 })
  }

  // Written down from xkeyboard-config (`ru(winkeys)`, `kz(basic)`), not from the table under test.
  private static let letters = zip(
    "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM",
    "йцукенгшщзфывапролдячсмитьЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ")
  static let russian: [Character: Character] = Dictionary(uniqueKeysWithValues: letters).merging(
    [":": "Ж", "/": ".", "#": "№", ".": "ю", "$": ";", "]": "ъ"]) { $1 }
  static let kazakh: [Character: Character] = Dictionary(uniqueKeysWithValues: letters).merging([
    ":": "Ж", "/": "№", "#": "І", ".": "ю", "]": "ъ", "1": "\"", "2": "ә", "3": "і", "4": "ң",
    "5": "ғ", "6": ",", "7": ".", "8": "ү", "9": "ұ", "0": "қ", "-": "ө", "$": "Ң", "%": "Ғ",
    "*": "Ү", "+": "Һ",
  ]) { $1 }

  private static func wrapped(_ text: String, _ end: String, _ mark: String = "") -> String {
    stride(from: 0, to: text.count, by: 60).map {
      mark + text.dropFirst($0).prefix(60)
    }.joined(separator: end)
  }

  static let cases: [Typed] = [
    Typed(why: "the Russian layout", text: typed(link, russian)),
    Typed(why: "the Kazakh layout", text: typed(link, kazakh)),
    Typed(why: "base45 by the Russian layout", text: typed(prefixed, russian)),
    Typed(why: "base45 by the Kazakh layout", text: typed(prefixed, kazakh)),
    Typed(why: "bare digits by the Kazakh layout", text: typed(digits, kazakh)),
    Typed(why: "an AIM prefix", text: "]Q1" + link),
    Typed(why: "an AIM prefix before digits", text: "]Q1" + digits + "\r\n"),
    Typed(why: "an AIM prefix by the Russian layout", text: typed("]Q1" + link, russian) + "\n"),
    Typed(why: "a byte order mark", text: "\u{FEFF}" + link),
    Typed(why: "zeros between", text: link.map { "\($0)\u{0}" }.joined()),
    Typed(why: "wrapped by mail", text: wrapped(link, "\r\n")),
    Typed(why: "wrapped with soft line breaks", text: wrapped(link, "=\r\n")),
    Typed(why: "wrapped and quoted twice", text: wrapped(link, "\n", "> > ")),
    Typed(why: "base45 wrapped", text: wrapped(prefixed, "\n")),
    Typed(why: "digits wrapped", text: wrapped(digits, "\r\n")),
    Typed(why: "in brackets", text: " <\(link)>,"),
    Typed(why: "in quotation marks", text: "«\(link)»"),
    Typed(why: "blanks between groups of digits", text: wrapped(link, " ")),
    Typed(why: "in capitals", text: link.uppercased()),
    Typed(why: "its sign in percent", text: link.replacing("#", with: "%23")),
    Typed(why: "soft hyphens", text: wrapped(link, "\u{AD}")),
  ]

  @Test(arguments: cases) func isRead(_ row: Typed) throws {
    let payload = try PayloadText(typed: row.text)
    #expect(payload.bytes == Self.seal)
    #expect(payload.host == nil || payload.host == "tamga-1.example")
    #expect(throws: PayloadText.Fault.self) { try PayloadText(row.text) }
  }

  @Test func itselfIsRead() throws {
    for text in [Self.link, Self.prefixed, Self.digits, Base45.encoded(Self.seal)] {
      #expect(try PayloadText(typed: text) == PayloadText(text))
    }
  }

  static let refused: [(String, PayloadText.Fault)] = [
    ("Әлем", .noSeal), ("реезыЖ..уьфшдюсщь", .noSeal), ("]Q1", .noSeal), ("<>", .noSeal),
    ("", .noSeal), (String(repeating: "ф", count: 100_000), .noSeal),
    (typed("https://tamga.example/v#12", russian), .malformed),
    ("]Q1https://tamga.example/v#12", .malformed), (link + "\n1", .malformed),
  ]

  @Test(arguments: refused) func isRefused(_ text: String, _ fault: PayloadText.Fault) {
    #expect(throws: fault) { try PayloadText(typed: text) }
  }

  @Test func checkCodes() {
    let code = CheckCode(typed: "7K3F-9Q2P")
    for typed in ["7к3f 9q2р", "7К3F—9Q2Р", " 7k3f9q2p\u{200B}", "7 K 3 F - 9 Q 2 P"] {
      #expect(CheckCode(typed: typed) == code && code != nil, "\(typed)")
    }
    for typed in ["7К3F-9Q2", "7К3F-9Q2Ы", "7К3F-9Q2P-0", "🙂"] {
      #expect(CheckCode(typed: typed) == nil, "\(typed)")
    }
  }
}
