/// The dark and light modules of a QR symbol, without its quiet zone.
public struct ModuleGrid: Hashable, Sendable {
  /// Modules along one side: 4 × version + 17 (ISO/IEC 18004).
  public let side: Int
  /// Row by row from the top left; true is dark.
  public let modules: [Bool]

  /// - Precondition: `modules` holds `side * side` values.
  public init(side: Int, modules: [Bool]) {
    precondition(modules.count == side * side, "a grid is square")
    self.side = side
    self.modules = modules
  }

  /// 1...40: side 17 + 4 × version (ISO/IEC 18004).
  public var version: Int { (side - 17) / 4 }
  /// Counted from 0 at the top left.
  ///
  /// - Precondition: both are below ``side``.
  public func isDark(row: Int, column: Int) -> Bool { modules[row * side + column] }
}
