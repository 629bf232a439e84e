import TamgaDomain
import TamgaOptics
import Testing

@testable import TamgaInput
@testable import TamgaVerify

/// The dots of a code: a symbol and nothing but a symbol.
@Suite struct StencilCodeTests {
  private static func members(_ side: Int, _ more: [String: PDFValue] = [:]) -> [String: PDFValue] {
    ["Width": .number(Double(side)), "Height": .number(Double(side))].merging(more) { $1 }
  }

  /// The dots as a file has them: a dark one is 1, rows begin with a byte.
  private static func dots(_ grid: ModuleGrid) -> [UInt8] {
    let stride = (grid.side + 7) / 8
    var dots = [UInt8](repeating: 0, count: stride * grid.side)
    for row in 0..<grid.side {
      for column in 0..<grid.side where grid.isDark(row: row, column: column) {
        dots[row * stride + column / 8] |= 0x80 >> UInt8(column % 8)
      }
    }
    return dots
  }

  private static let dark: [String: PDFValue] = ["Decode": .array([.number(1), .number(0)])]
  private static let text = "https://tamga.example/v#12345678901234567"
  private static func symbol() throws -> ModuleGrid { try QRSymbol.encode(text) }

  @Test func theCodeOfAPaper() throws {
    let symbol = try Self.symbol()
    let dots = Self.dots(symbol)
    let grid = StencilCode.grid(Self.members(symbol.side, Self.dark), dots, in: .none)
    #expect(grid == symbol)
    #expect(CodeReader.text(of: symbol, by: .after(.seconds(60))) == Self.text)
    // Without `Decode` the dots that are 0 are painted (ISO 32000-1, 8.9.6.2).
    let light = dots.map { ~$0 }
    #expect(StencilCode.grid(Self.members(symbol.side), light, in: .none) == symbol)
    #expect(StencilCode.grid(Self.members(symbol.side), dots, in: .none) == nil, "light on dark")
  }

  @Test func whatIsNoSymbol() throws {
    let symbol = try Self.symbol()
    let side = symbol.side
    func grid(_ change: (inout [Bool]) -> Void) -> ModuleGrid? {
      var modules = symbol.modules
      change(&modules)
      let changed = ModuleGrid(side: side, modules: modules)
      return StencilCode.grid(Self.members(side, Self.dark), Self.dots(changed), in: .none)
    }
    #expect(grid { $0[10 * side + 10].toggle() } != nil, "data are data")
    for (row, column) in [(0, 0), (3, 3), (0, side - 1), (side - 1, 0), (7, 7), (6, 9), (9, 6)] {
      #expect(grid { $0[row * side + column].toggle() } == nil, "row \(row), column \(column)")
    }
    // A symbol in the corner of a larger field of dots, with room for a drawing beside it.
    let large = side + 40
    var modules = [Bool](repeating: false, count: large * large)
    for row in 0..<side {
      for column in 0..<side {
        modules[row * large + column] = symbol.isDark(row: row, column: column)
      }
    }
    let field = ModuleGrid(side: large, modules: modules)
    #expect(StencilCode.grid(Self.members(large, Self.dark), Self.dots(field), in: .none) == nil)
    let dots = Self.dots(symbol)
    #expect(StencilCode.grid(Self.members(side + 1, Self.dark), dots, in: .none) == nil)
    #expect(
      StencilCode.grid(Self.members(side, Self.dark), Array(dots.dropLast()), in: .none) == nil)
    #expect(StencilCode.grid(Self.members(5, Self.dark), dots, in: .none) == nil)
    #expect(StencilCode.grid(Self.members(1 << 40, Self.dark), dots, in: .none) == nil)
    let odd: [String: PDFValue] = ["Decode": .array([.number(0.5), .number(0)])]
    #expect(StencilCode.grid(Self.members(side, odd), dots, in: .none) == nil)
  }
}
