public import TamgaDomain

extension CodeReader {
  /// Pixels of a module: as few as zxing-cpp reads with certainty.
  private static let module = 4
  /// Modules of white around a symbol (ISO/IEC 18004, 5.3.8).
  private static let quietZone = 4

  /// The text of a symbol of which every module is known; nil when it is none.
  public static func text(of grid: ModuleGrid, by deadline: Deadline) -> String? {
    let side = (grid.side + 2 * quietZone) * module
    var pixels = [UInt8](repeating: 255, count: side * side)
    for row in 0..<grid.side {
      for column in 0..<grid.side where grid.isDark(row: row, column: column) {
        let left = (column + quietZone) * module
        for y in 0..<module {
          let start = ((row + quietZone) * module + y) * side + left
          for x in start..<start + module { pixels[x] = 0 }
        }
      }
    }
    let image = GreyImage(width: side, height: side, pixels: pixels)
    return (try? CodeSearch.codes(in: image, deadline: deadline))?.first?.text
  }
}
