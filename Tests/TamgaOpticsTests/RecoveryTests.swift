import SeededNumbers
import TamgaDomain
import TamgaReader
import Testing

@testable import TamgaOptics

@Suite struct RecoveryTests {
  static let text = Sample.carrier(digits: 600)
  static let long = Deadline.after(.seconds(600))

  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    let change: @Sendable (Canvas) -> Canvas
    var testDescription: String { why }
  }

  /// What the strategies before do not read. The module has six pixels.
  static let hard: [Case] = [
    Case(why: "out of focus by half a module, with noise") {
      $0.blurred(4).blurred(3).noisy(10)
    },
    Case(why: "out of focus by half a module, pale") {
      $0.blurred(4).blurred(3).contrast(dark: 90, light: 150)
    },
    Case(why: "moved by two modules to the right") { $0.moved(by: 10, down: 0) },
    Case(why: "moved by two modules downward") { $0.moved(by: 0, down: 10) },
    Case(why: "moved aslant") { $0.moved(by: 10, down: 4) },
    Case(why: "moved and turned") { $0.moved(by: 10, down: 0).tilted() },
    Case(why: "moved and mirrored") { $0.moved(by: 10, down: 3).mirrored() },
  ]

  @Test(arguments: hard) func readsWhatNoDecoderReads(_ c: Case) throws {
    let canvas = c.change(
      Canvas(width: 560, height: 520)
        .with(Canvas(try QRSymbol.encode(Self.text), module: 6), x: 40, y: 20))
    let variants = PictureVariants(canvas.picture)
    for strategy in DecodeStrategy.allCases where strategy != .recovered {
      #expect(try variants.codes(at: strategy, deadline: Self.long).isEmpty, "strategy \(strategy)")
    }
    let found = try variants.codes(at: .recovered, deadline: Self.long)
    #expect(found.map(\.text) == [Self.text])
    let middle = c.why.contains("turned") || c.why.contains("mirrored") ? nil : found.first
    if let middle { #expect(abs(middle.x - 259) < 30 && abs(middle.y - 239) < 30) }
  }

  @Test func aSymbolLargerThanItsModulesNeedIsSeenOnASmallerLevel() throws {
    let large = Canvas(try QRSymbol.encode(Self.text), module: 18).moved(by: 31, down: 0)
    let found = try PictureVariants(large.picture).codes(at: .recovered, deadline: Self.long)
    #expect(found.map(\.text) == [Self.text])
  }

  // What must not become a text

  /// Patterns as in every symbol and noise for data: the strongest bait.
  @Test(arguments: SymbolLayout.versions) func noiseWithinThePatternsIsNoText(version: Int) throws {
    let layout = SymbolLayout.of(version)
    for seed in 0..<6 {
      var random = SplitMix(state: UInt64(version * 100 + seed))
      var modules = layout.known.map { $0 == 0 ? Bool.random(using: &random) : $0 > 0 }
      let mask = seed % 8
      for copy in SymbolFormat.places(side: layout.side) {
        for (place, bit) in zip(copy, SymbolFormat.bits(mask: mask)) {
          modules[place.row * layout.side + place.column] = bit
        }
      }
      let drawn = GreyImage(drawing: modules, side: layout.side)
      let seen = try Recovery.symbols(in: drawn, deadline: Self.long)
      #expect(seen.allSatisfy { $0.code == nil })
      #expect(seen.contains { $0.likeness > 0.9 }, "it looks like a symbol")
    }
  }

  @Test func noiseIsNothing() throws {
    for seed in 0..<40 {
      var random = SplitMix(state: UInt64(seed))
      let grain = 1 + seed % 7
      let (width, height) = (140 + seed, 180 - seed)
      let columns = width / grain + 1
      let grains = (0..<columns * (height / grain + 1)).map { _ in
        seed % 2 == 0
          ? UInt8.random(in: 0...255, using: &random) : Bool.random(using: &random) ? 0 : 255
      }
      let pixels = (0..<width * height).map { i in
        grains[i / width / grain * columns + i % width / grain]
      }
      let image = GreyImage(width: width, height: height, pixels: pixels)
      #expect(try Recovery.symbols(in: image, deadline: Self.long).isEmpty)
    }
  }

  /// The text would need a denser symbol than any seal, or a sparser one.
  @Test(arguments: [4, 6]) func otherVersionsAreLeftAlone(version: Int) throws {
    let grid = try QRSymbol.encode(Sample.carrier(digits: version * 30))
    #expect((grid.side - 17) / 4 < SymbolLayout.versions.lowerBound)
    let canvas = Canvas(grid, module: 6)
    #expect(
      try PictureVariants(canvas.picture).codes(at: .recovered, deadline: Self.long).isEmpty)
  }

  @Test(arguments: [1, 2, 3, 7, 24, 60]) func tinyPicturesAreNothing(side: Int) throws {
    for (width, height) in [(side, 1), (1, side), (side, side), (side, 4000), (4000, side)] {
      for value in [0, 90, 255] as [UInt8] {
        let image = GreyImage(
          width: width, height: height,
          pixels: [UInt8](repeating: value, count: width * height))
        #expect(try Recovery.symbols(in: image, deadline: Self.long).isEmpty)
      }
    }
  }

  @Test func withoutTimeItSaysSo() throws {
    let canvas = Canvas(try QRSymbol.encode(Self.text), module: 6).moved(by: 10, down: 0)
    #expect(throws: ReaderFailure.time) {
      try PictureVariants(canvas.picture).codes(at: .recovered, deadline: .after(.zero))
    }
  }
}
