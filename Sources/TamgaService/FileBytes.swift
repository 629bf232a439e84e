internal import Foundation
internal import TamgaFiles

/// Reading and making room for the files that the server hands out.
enum FileBytes {
  struct TooLarge: Error {}

  /// The bytes of a file.
  static func read(_ path: String, limit: Int) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    let bytes = try handle.read(upToCount: limit + 1) ?? Data()
    guard bytes.count <= limit else { throw TooLarge() }
    return Array(bytes)
  }

  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
  }
}
