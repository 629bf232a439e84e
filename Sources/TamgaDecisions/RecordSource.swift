import TamgaFormats

/// A file of decisions, or standard input, as a stream of records (contract `decisions.md`, head).
///
/// Memory does not grow with the file: one block and one record are held at a time. A source may be
/// read several times, also by several readers at once.
public final class RecordSource: Sendable {
  /// How records stand in a file.
  public enum Layout: Hashable, Sendable {
    /// One record a line (JSONL).
    case lines
    /// One value: a record, or an array of records.
    case value
  }

  /// How records stand in this file.
  public let layout: Layout
  private let file: InputFile

  /// The input as it was named.
  public var name: String { file.name }
  /// Bytes of the input.
  public var size: Int64 { file.size }

  /// Opens `path`; `-` reads standard input to its end first.
  ///
  /// - Parameters:
  ///   - spoolFolder: Where what cannot be read twice is kept until the source goes, in a file
  ///     without a name.
  /// - Throws: ``InputError`` when there is nothing to read; an empty file is no error.
  public convenience init(
    path: String, spoolFolder: String = "/var/tmp"
  ) throws(InputError) {
    try self.init(InputFile(path: path, spoolFolder: spoolFolder))
  }

  init(_ file: InputFile) throws(InputError) {
    self.file = file
    if try InputBytes(file).isUTF16 { throw InputError(.utf16, file.name) }
    layout = try Self.layout(of: file)
  }

  /// A reader at the first record.
  public func records() throws(InputError) -> RecordReader {
    let bytes = try InputBytes(file)
    return switch layout {
    case .lines: RecordReader(.lines(LineSplitter(bytes: bytes)))
    case .value: RecordReader(.value(ValueSplitter(bytes: bytes)))
    }
  }

  /// Gives the bytes of a record as they stand in the file, block by block, as one line: line breaks
  /// between the tokens of a record from a `.json` file become spaces. Works for records that were
  /// too long to be kept as well.
  public func line(
    of record: RawRecord, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try read(record.extent) { part in
      guard layout == .value else { return try body(part) }
      try body(ArraySlice(part.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }))
    }
  }

  /// Gives all bytes of the input, block by block: for its hash.
  public func bytes(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    try read(0..<size, body)
  }

  private func read(
    _ extent: Range<Int64>, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var block: [UInt8] = []
    var offset = extent.lowerBound
    while offset < extent.upperBound {
      try file.read(into: &block, at: offset)
      if block.isEmpty { throw InputError(.reading, name) }
      try body(block.prefix(Int(min(Int64(block.count), extent.upperBound - offset))))
      offset += Int64(block.count)
    }
  }

  private static func layout(of file: InputFile) throws(InputError) -> Layout {
    let name = file.name.lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .lines }
    if name.hasSuffix(".json") { return .value }

    var bytes = try InputBytes(file)
    try bytes.passBlanks()
    guard let first = try bytes.peek() else { return .lines }
    var splitter = LineSplitter(bytes: bytes)
    if first != UInt8(ascii: "["), case .bytes(let line)? = try splitter.next()?.content {
      return (try? JSONReader.read(line, limits: .record)) == nil ? .value : .lines
    }
    // An array, or a line too long to be kept. An array that fills one line and is all there is
    // stands for its elements: as JSONL it could only be refused.
    let line = bytes.line
    let extent = try JSONExtent.cut(&bytes)
    guard extent.fault == nil, bytes.line == line else { return .value }
    while let byte = try bytes.peek(), byte != UInt8(ascii: "\n") {
      guard JSONBytes.isBlank(byte) else { return .value }
      bytes.pass()
    }
    try bytes.passBlanks()
    let isAll = try bytes.peek() == nil
    return first == UInt8(ascii: "[") && isAll ? .value : .lines
  }
}

/// Reads the records of a ``RecordSource`` one by one.
public struct RecordReader {
  enum Cutter {
    case lines(LineSplitter)
    case value(ValueSplitter)
  }

  private var splitter: Cutter

  init(_ splitter: Cutter) { self.splitter = splitter }

  /// Bytes of the file that are held beside the record that was given last.
  var heldBytes: Int {
    switch splitter {
    case .lines(let lines): lines.bytes.block.count
    case .value(let value): value.bytes.block.count
    }
  }

  /// The next record, or nothing after the last one.
  ///
  /// - Throws: ``InputError`` when the file cannot be read on.
  public mutating func next() throws(InputError) -> RawRecord? {
    switch splitter {
    case .lines(var lines):
      defer { splitter = .lines(lines) }
      return try lines.next()
    case .value(var value):
      defer { splitter = .value(value) }
      return try value.next()
    }
  }
}
