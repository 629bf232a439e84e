@testable import TamgaOptics

/// Grey pixels as they come: the first two bytes are the width, the rest is as many rows as there are.
enum SymbolTarget {
  static func open(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let width = max(1, Int(bytes[0]) << 8 | Int(bytes[1]))
    let height = (bytes.count - 2) / width
    guard height > 0 else { return }
    let image = GreyImage(
      width: width, height: height, pixels: Array(bytes[2..<2 + width * height]))
    _ = try? Recovery.symbols(in: image, deadline: .after(.milliseconds(500)))
  }
}
