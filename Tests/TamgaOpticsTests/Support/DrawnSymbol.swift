import TamgaDomain

extension ModuleGrid {
  /// The operators that draw the symbol in a PDF page, its lower left corner at (`x`, `y`) points.
  func operators(x: Double, y: Double, module: Double) -> String {
    var operators = "0 g\n"
    for row in 0..<side {
      for column in 0..<side where isDark(row: row, column: column) {
        let left = x + Double(column) * module
        let bottom = y + Double(side - 1 - row) * module
        operators += "\(left) \(bottom) \(module) \(module) re f\n"
      }
    }
    return operators
  }
}
