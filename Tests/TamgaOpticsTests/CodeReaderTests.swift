import Testing

@testable import TamgaOptics

@Suite struct CodeReaderTests {
  static let reader = CodeReader(budget: .seconds(60))
  static let first = Sample.carrier(digits: 300)
  static let second = Sample.carrier(host: "other.example", digits: 200)

  static func symbol(_ text: String, module: Int = 4) throws -> Canvas {
    Canvas(try QRSymbol.encode(text), module: module)
  }

  @Test func aBlankPageHasNoCode() {
    let page = Canvas(width: 300, height: 400).picture
    #expect(Self.reader.reading(page) == Reading(texts: [], isComplete: true))
  }

  @Test(arguments: [1, 2, 3, 7, 9, 33]) func tinyPicturesHaveNoCode(side: Int) {
    for (width, height) in [(side, 1), (1, side), (side, side)] {
      let picture = Canvas(width: width, height: height, grey: 90).picture
      #expect(Self.reader.reading(picture) == Reading(texts: [], isComplete: true))
    }
  }

  @Test func twoCodesAreReadInReadingOrder() throws {
    let (a, b) = (try Self.symbol(Self.first), try Self.symbol(Self.second))
    let across = Canvas(width: 560, height: 300)
    #expect(
      Self.reader.codes(in: across.with(b, x: 10, y: 20).with(a, x: 290, y: 10).picture)
        == [Self.second, Self.first], "left before right, though it stands lower")
    let down = Canvas(width: 300, height: 560)
    #expect(
      Self.reader.codes(in: down.with(a, x: 10, y: 10).with(b, x: 0, y: 290).picture)
        == [Self.first, Self.second], "upper before lower")
  }

  @Test func theSameCodeTwiceIsOneText() throws {
    let a = try Self.symbol(Self.first)
    let page = Canvas(width: 560, height: 300).with(a, x: 0, y: 0).with(a, x: 290, y: 20)
    #expect(Self.reader.codes(in: page.picture) == [Self.first])
  }

  struct Hidden: Sendable, CustomTestStringConvertible {
    let why: String
    let change: @Sendable (Canvas) -> Canvas
    var testDescription: String { why }
  }

  static let hidden: [Hidden] = [
    Hidden(why: "printed in yellow") { code in
      code.mapped { i, value in i % 3 == 2 ? value : 255 }
    },
    Hidden(why: "printed in blue") { code in
      code.mapped { i, value in i % 3 == 2 ? 255 : value }
    },
    Hidden(why: "under a blue stamp") { $0.stamped([20, 30, 190], radius: 100) },
    Hidden(why: "out of focus") { $0.blurred(2) },
    Hidden(why: "pale") { $0.contrast(dark: 170, light: 255) },
  ]

  @Test(arguments: hidden) func aSecondCodeBesideAPlainOneIsSeen(_ c: Hidden) throws {
    let plain = try Self.symbol(Self.first)
    let other = c.change(try Self.symbol(Self.second, module: 5))
    let page = Canvas(width: 620, height: 320).with(plain, x: 0, y: 0).with(other, x: 290, y: 0)
    #expect(Self.reader.codes(in: page.picture) == [Self.first, Self.second])
  }

  @Test func withoutTimeTheAnswerSaysSo() throws {
    let picture = try Self.symbol(Self.first).picture
    #expect(CodeReader(budget: .zero).reading(picture) == Reading(texts: [], isComplete: false))
    #expect(
      CodeReader(deadline: .after(.seconds(-1))).reading(picture)
        == Reading(texts: [], isComplete: false))
  }

  /// 1,600 finder patterns keep zxing-cpp busy for most of a minute; the reader is ended instead.
  @Test func aFieldOfFinderPatternsIsBounded() {
    var page = Canvas(width: 1000, height: 1000)
    for top in stride(from: 4, to: 970, by: 24) {
      for left in stride(from: 4, to: 970, by: 24) {
        for y in 0..<21 {
          for x in 0..<21 {
            let (row, column) = (y / 3, x / 3)
            let ring = max(abs(row - 3), abs(column - 3))
            if ring != 2 { page[left + x, top + y] = [0, 0, 0] }
          }
        }
      }
    }
    let start = ContinuousClock.now
    let reading = CodeReader(budget: .milliseconds(300)).reading(page.picture)
    #expect(reading == Reading(texts: [], isComplete: false))
    // Generous: what matters is that it is not minutes.
    #expect(ContinuousClock.now - start < .seconds(45))
  }

  @Test func readersRunSideBySide() async throws {
    let pictures = try (0..<12).map { try Self.symbol(Sample.carrier(digits: 100 + $0)).picture }
    await withTaskGroup(of: (Int, [String]).self) { group in
      for (index, picture) in pictures.enumerated() {
        group.addTask { (index, Self.reader.codes(in: picture)) }
      }
      for await (index, texts) in group { #expect(texts == [Sample.carrier(digits: 100 + index)]) }
    }
  }
}
