import SeededNumbers
import TamgaDomain
import Testing

@testable import TamgaOptics

@Suite struct SoftSymbolTests {
  /// A symbol of version 12, as an ordinary permit has it, every module certain.
  static func symbol() throws -> (grid: ModuleGrid, soft: SoftSymbol) {
    let grid = try QRSymbol.encode(Sample.carrier(digits: 600))
    let version = (grid.side - 17) / 4
    try #require(version == 12)
    let modules = (0..<grid.side * grid.side).map { index -> Float in
      grid.isDark(row: index / grid.side, column: index % grid.side) ? 1 : -1
    }
    return (grid, SoftSymbol(layout: .of(version), modules: modules))
  }

  static func answer(_ grid: ModuleGrid) -> [Bool] {
    (0..<grid.side * grid.side).map {
      grid.isDark(row: $0 / grid.side, column: $0 % grid.side)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    let isCorrected: Bool
    let change: @Sendable (inout [Float], SymbolLayout, inout SplitMix) -> Void
    var testDescription: String { why }
  }

  /// Turns `count` words of the data round, with a certainty for those and one for the others.
  static func wrong(
    words count: Int, certain: Float, others: Float = 1
  ) -> @Sendable (inout [Float], SymbolLayout, inout SplitMix) -> Void {
    { modules, layout, random in
      for i in modules.indices { modules[i] *= others }
      for word in (0..<layout.wordCount).shuffled(using: &random).prefix(count) {
        for index in layout.dataOrder[word * 8..<word * 8 + 8] {
          modules[index] = modules[index] < 0 ? certain : -certain
        }
      }
    }
  }

  static func format(
    _ change: @escaping @Sendable (Float, inout SplitMix) -> Float
  ) -> @Sendable (inout [Float], SymbolLayout, inout SplitMix) -> Void {
    { modules, layout, random in
      for place in SymbolFormat.places(side: layout.side).flatMap(\.self) {
        let index = place.row * layout.side + place.column
        modules[index] = change(modules[index], &random)
      }
    }
  }

  static let cases: [Case] = [
    Case(why: "as drawn", isCorrected: true) { _, _, _ in },
    Case(why: "pale", isCorrected: true) { modules, _, _ in
      for i in modules.indices { modules[i] *= 0.02 }
    },
    Case(why: "wrong and certain of it", isCorrected: true, change: wrong(words: 30, certain: 1)),
    Case(
      why: "more than is corrected without erasures", isCorrected: true,
      change: wrong(words: 66, certain: 0.1)),
    Case(why: "one copy of the format is lost", isCorrected: true) { modules, layout, _ in
      for place in SymbolFormat.places(side: layout.side)[0] {
        modules[place.row * layout.side + place.column] = 0
      }
    },
    Case(
      why: "too many words are wrong", isCorrected: false, change: wrong(words: 130, certain: 1)),
    Case(
      why: "too many words are wrong, and doubtful", isCorrected: false,
      change: wrong(words: 200, certain: 0.1)),
    Case(why: "no format", isCorrected: false, change: format { _, _ in 0 }),
    Case(
      why: "the format of another symbol", isCorrected: false, change: format { value, _ in -value }
    ),
    Case(why: "noise in place of data", isCorrected: false) { modules, layout, random in
      for index in layout.dataOrder { modules[index] = Float.random(in: -1...1, using: &random) }
    },
    Case(why: "all dark", isCorrected: false) { modules, layout, _ in
      for index in layout.dataOrder { modules[index] = 1 }
    },
    Case(why: "nothing seen", isCorrected: false) { modules, _, _ in
      for i in modules.indices { modules[i] = 0 }
    },
    Case(why: "no number anywhere", isCorrected: false) { modules, _, _ in
      for i in modules.indices { modules[i] = .nan }
    },
  ]

  @Test(arguments: cases) func corrects(_ c: Case) throws {
    let (grid, soft) = try Self.symbol()
    for seed in 1...12 {
      var random = SplitMix(state: UInt64(seed))
      var modules = soft.modules
      c.change(&modules, soft.layout, &random)
      let changed = SoftSymbol(layout: soft.layout, modules: modules)
      #expect(changed.corrected() == (c.isCorrected ? Self.answer(grid) : nil), "seed \(seed)")
    }
  }

  @Test func aMirrorIsUndoneByAMirror() throws {
    let (grid, soft) = try Self.symbol()
    #expect(soft.mirrored().corrected() == nil)
    #expect(soft.mirrored().mirrored().corrected() == Self.answer(grid))
  }
}
