import Testing

@testable import TamgaOptics

/// Print, degrade, read back: the exact text or the test fails.
@Suite struct PrintAndReadBackTests {
  static let text = Sample.carrier(digits: 430)

  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    var module = 4
    var strategy: DecodeStrategy?
    let change: @Sendable (Canvas) -> Canvas
    var testDescription: String { why }
  }

  /// `strategy` is the first that reads the picture, where that is the point of the case.
  static let cases: [Case] = [
    Case(why: "as printed, 2 px a module", module: 2) { $0 },
    Case(why: "as printed, 3 px a module", module: 3, strategy: .grey) { $0 },
    Case(why: "as printed, 5 px a module", module: 5, strategy: .grey) { $0 },
    Case(why: "as printed, 8 px a module", module: 8, strategy: .grey) { $0 },
    Case(why: "turned by 90 degrees") { $0.turnedQuarter() },
    Case(why: "turned by 180 degrees") { $0.turnedQuarter().turnedQuarter() },
    Case(why: "turned by 270 degrees") { $0.turnedQuarter().turnedQuarter().turnedQuarter() },
    Case(why: "tilted by 37 degrees") { $0.tilted() },
    Case(why: "mirrored", strategy: .mirrored) { $0.mirrored() },
    Case(why: "mirrored and turned", strategy: .mirrored) { $0.mirrored().turnedQuarter() },
    Case(why: "light on dark", strategy: .inverted) { $0.inverted() },
    Case(why: "noise of 60 levels") { $0.noisy(60) },
    Case(why: "noise of 110 levels") { $0.noisy(110) },
    Case(why: "40 levels of contrast, dark") { $0.contrast(dark: 20, light: 60) },
    Case(why: "24 levels of contrast") { $0.contrast(dark: 200, light: 224) },
    Case(why: "24 levels of contrast with noise", module: 8, strategy: .equalised) {
      $0.contrast(dark: 100, light: 124).noisy(8)
    },
    Case(why: "soft focus of 3 px at 4 px a module") { $0.blurred(1) },
    Case(why: "soft focus of 5 px at 5 px a module", module: 5) { $0.blurred(2) },
    Case(why: "blue stamp over it", strategy: .strongest) {
      $0.stamped([15, 20, 190], radius: $0.width / 3)
    },
    Case(why: "red stamp over it", strategy: .strongest) {
      $0.stamped([200, 10, 20], radius: $0.width / 3)
    },
    Case(why: "violet stamp over it, noise") {
      $0.stamped([110, 30, 190], radius: $0.width / 3).noisy(25)
    },
    Case(why: "quiet zone of two modules in grey surroundings") {
      Canvas(width: $0.width + 60, height: $0.height + 60, grey: 120).with($0, x: 30, y: 30)
    },
  ]

  @Test(arguments: cases) func readsBack(_ c: Case) throws {
    let canvas = c.change(Canvas(try QRSymbol.encode(Self.text), module: c.module))
    let reader = CodeReader(budget: .seconds(60))
    #expect(reader.codes(in: canvas.picture) == [Self.text])
    // The same through a file.
    #expect(reader.codes(in: try Picture(bytes: PNGFile.bytes(canvas))) == [Self.text])
    guard let strategy = c.strategy else { return }
    let variants = PictureVariants(canvas.picture)
    for each in DecodeStrategy.allCases where each.rawValue <= strategy.rawValue {
      let codes = try variants.codes(at: each, deadline: .after(.seconds(60)))
      #expect(codes.map(\.text) == (each == strategy ? [Self.text] : []), "strategy \(each)")
    }
  }

  @Test(arguments: ["TG1:ABC", "https://a.kz/v#0", Sample.carrier(digits: 731)])
  func everySizeReadsBack(_ text: String) throws {
    for module in [3, 4, 6] {
      let canvas = Canvas(try QRSymbol.encode(text), module: module)
      #expect(CodeReader(budget: .seconds(60)).codes(in: canvas.picture) == [text])
    }
  }

  @Test func aDamagedModuleIsCorrectedButHalfASymbolIsNotGuessed() throws {
    let canvas = Canvas(try QRSymbol.encode(Self.text), module: 4)
    let reader = CodeReader(budget: .seconds(60))
    let blot = Canvas(width: 24, height: 24, grey: 0)
    #expect(reader.codes(in: canvas.with(blot, x: 130, y: 130).picture) == [Self.text])
    let cover = Canvas(width: 110, height: 110, grey: 255)
    let reading = reader.reading(canvas.with(cover, x: 90, y: 90).picture)
    #expect(reading == Reading(texts: [], isComplete: true, unread: .damaged))
  }
}
