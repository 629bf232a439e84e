import Foundation
import Testing

/// A page of a PDF in grey, drawn by poppler.
struct GreyPage {
  let width: Int
  private let pixels: [UInt8]

  /// - Parameters:
  ///   - file: Its first page is drawn.
  ///   - size: Pixels from the page's top left corner that are kept; nil for all.
  init(_ file: URL, dpi: Int, size: (width: Int, height: Int)? = nil) throws {
    let stem = file.deletingPathExtension().path()
    var arguments = ["-r", "\(dpi)", "-gray", "-singlefile", "-aa", "no", "-aaVector", "no"]
    if let size {
      arguments += ["-x", "0", "-y", "0", "-W", "\(size.width)", "-H", "\(size.height)"]
    }
    _ = try Tool.run("pdftoppm", arguments + [file.path(), stem])
    let bytes = try Array(Data(contentsOf: URL(filePath: stem + ".pgm")))
    // P5, width, height, 255, then one byte for each pixel.
    let head = bytes.prefix(64).split(
      maxSplits: 4, omittingEmptySubsequences: true, whereSeparator: { $0 == 0x20 || $0 == 0x0A })
    let numbers = try head[1...3].map { try #require(Int(String(decoding: $0, as: UTF8.self))) }
    try #require(numbers[2] == 255)
    width = numbers[0]
    pixels = Array(bytes.suffix(numbers[0] * numbers[1]))
  }

  /// 0 is black, 255 white.
  func shade(_ x: Int, _ y: Int) -> UInt8 { pixels[y * width + x] }
}
