import Foundation
import TamgaDomain

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
      "-png", "-r", String(dotsPerInch), "-f", String(page), "-l", String(page), "-singlefile", "-",
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
    guard process.terminationStatus == 0, !picture.isEmpty else { return nil }
    return Array(picture)
  }

  private static let program: String? = ["/usr/bin/pdftoppm", "/usr/local/bin/pdftoppm"].first {
    access($0, X_OK) == 0
  }
}
