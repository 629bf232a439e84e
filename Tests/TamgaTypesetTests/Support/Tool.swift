import Foundation
import Testing

/// Third parties that read what we draw: poppler's tools, qpdf, zbar.
enum Tool {
  /// Runs a program of the machine.
  ///
  /// - Returns: Its standard output, when it ended with status 0.
  static func run(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(name) failed")
    return String(decoding: data, as: UTF8.self)
  }

  /// Calls `body` with a file of these bytes in a folder of its own.
  static func withFile<Value>(_ bytes: [UInt8], _ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "typeset-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "paper.pdf")
    try Data(bytes).write(to: file)
    return try body(file)
  }

  /// The text of each page in the order of drawing, as a reader of the file finds it.
  static func pageTexts(_ file: URL) throws -> [String] {
    var pages = try run("pdftotext", ["-raw", "-enc", "UTF-8", file.path(), "-"])
      .split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init)
    if pages.last == "" { pages.removeLast() }
    return pages
  }
}
