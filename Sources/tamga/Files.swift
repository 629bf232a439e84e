import TamgaFiles

/// Writing of files that are no papers.
enum Files {
  /// Complete or absent; pipes and devices are written to as they are.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try AtomicFile.write(bytes, to: path)
  }
}
