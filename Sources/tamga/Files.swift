import Foundation
import TamgaDomain
import TamgaFiles
import TamgaIssue

/// Reading and writing of files that are no papers.
enum Files {
  static func bytes(of path: String) throws(CLIError) -> [UInt8] {
    do { return Array(try Data(contentsOf: URL(filePath: path))) } catch {
      throw .unreadable(path, because: SystemReason(of: error))
    }
  }

  /// A file of text in UTF-8.
  static func text(of path: String) throws(CLIError) -> String {
    guard let text = String(bytes: try bytes(of: path), encoding: .utf8) else {
      throw .unreadable(path)
    }
    return text
  }

  /// Complete or absent; pipes and devices are written to as they are, symbolic links are refused.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try OutputFolder.refuseLinks(above: path)
    try AtomicFile.write(bytes, to: path)
  }
}
