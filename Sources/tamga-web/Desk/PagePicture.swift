import Foundation
import TamgaDomain
import TamgaPaperFile

/// A page of an issued paper as a picture for a screen, drawn by poppler in a process of its own.
enum PagePicture {
  /// Enough to read the smallest letters of a paper.
  private static let dotsPerInch = 110

  /// - Parameter page: Counts from 1.
  /// - Returns: A PNG file; nil where there is no such page or the program is not there.
  static func png(of pdf: [UInt8], page: Int) -> [UInt8]? {
    guard let program = program else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "-r", String(dotsPerInch), "-f", String(page), "-l", String(page), "-singlefile", "-",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    // The program reads all of it before it writes.
    DispatchQueue.global().async {
      try? input.fileHandleForWriting.write(contentsOf: pdf)
      try? input.fileHandleForWriting.close()
    }
    let picture = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return written(Array(picture))
  }

  /// Poppler's own PNG of a page takes ten times as long as drawing it, and a person waits.
  ///
  /// - Parameter picture: `P6`, width, height, 255, and three bytes a pixel (Netpbm's PPM).
  private static func written(_ picture: [UInt8]) -> [UInt8]? {
    var words: [Int] = []
    var at = 2
    while words.count < 3, at < picture.count {
      while at < picture.count, picture[at] <= UInt8(ascii: " ") { at += 1 }
      let start = at
      while at < picture.count, picture[at] > UInt8(ascii: " ") { at += 1 }
      guard let word = Int(String(decoding: picture[start..<at], as: UTF8.self)) else { return nil }
      words.append(word)
    }
    at += 1
    guard picture.starts(with: Array("P6".utf8)), words.count == 3, words[2] == 255,
      words[0] > 0, words[1] > 0, picture.count - at == 3 * words[0] * words[1]
    else { return nil }
    return PNGFile.written(
      Array(picture[at...]), width: words[0], height: words[1], .rgb, level: 3)
  }

  private static let program: String? = ["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm"].first {
    access($0, X_OK) == 0
  }
}
