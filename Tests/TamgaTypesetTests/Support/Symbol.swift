import Foundation
import TamgaDomain
import Testing

/// A real symbol of error correction M, drawn by libqrencode: its text, then its modules.
struct Symbol {
  let text: String
  let grid: ModuleGrid

  /// - Parameter version: 10 to 13.
  init(version: Int) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Symbols/version-\(version).txt")
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    text = String(lines.removeFirst())
    let side = lines.count
    try #require(side == 4 * version + 17)
    grid = ModuleGrid(side: side, modules: lines.flatMap { $0.map { $0 == "#" } })
  }
}
