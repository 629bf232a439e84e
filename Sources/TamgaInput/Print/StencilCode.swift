internal import TamgaDomain
internal import TamgaOptics

/// The code of a paper as its file holds it: a stencil of one dot for each module (ISO 32000-1,
/// 8.9.6.2).
enum StencilCode {
  /// Modules along a side: versions 1 to 40 (ISO/IEC 18004).
  static let sides = 21...177

  /// The modules; nil where the dots are no symbol and nothing but a symbol: what else is among them
  /// is a drawing.
  static func grid(_ members: [String: PDFValue], _ data: [UInt8], in file: PDFObjects)
    -> ModuleGrid?
  {
    guard let side = members["Width"]?.integer, members["Height"]?.integer == side,
      sides.contains(side), side % 4 == 1, data.count >= (side + 7) / 8 * side
    else { return nil }
    let paints: [Double] =
      members["Decode"].flatMap { file.resolved($0).array }?
      .compactMap(\.number) ?? [0, 1]
    guard paints == [0, 1] || paints == [1, 0] else { return nil }
    let dark: UInt8 = paints == [1, 0] ? 1 : 0
    let stride = (side + 7) / 8
    let modules = (0..<side * side).map { index in
      let (row, column) = (index / side, index % side)
      return data[row * stride + column / 8] >> UInt8(7 - column % 8) & 1 == dark
    }
    let grid = ModuleGrid(side: side, modules: modules)
    return hasPatterns(grid) ? grid : nil
  }

  /// The three finder patterns in the corners and the lines of timing between them (ISO/IEC 18004,
  /// 6.3.3 and 6.3.5).
  static func hasPatterns(_ grid: ModuleGrid) -> Bool {
    let last = grid.side - 1
    for row in 0..<8 {
      for column in 0..<8 {
        // Rings around the middle of the pattern; the outermost parts it from the data.
        let ring = max(abs(row - 3), abs(column - 3))
        let isDark = ring != 2 && ring != 4
        guard grid.isDark(row: row, column: column) == isDark,
          grid.isDark(row: row, column: last - column) == isDark,
          grid.isDark(row: last - row, column: column) == isDark
        else { return false }
      }
    }
    return (8..<grid.side - 8).allSatisfy {
      grid.isDark(row: 6, column: $0) == ($0 % 2 == 0)
        && grid.isDark(row: $0, column: 6) == ($0 % 2 == 0)
    }
  }
}
