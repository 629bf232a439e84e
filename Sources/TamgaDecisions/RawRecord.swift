public import TamgaFormats

/// One record as it was cut out of its file: not yet read, perhaps no JSON at all.
public struct RawRecord: Hashable, Sendable {
  /// What could be kept of the record.
  public enum Content: Hashable, Sendable {
    /// At most ``RecordLimits/recordBytes``.
    case bytes([UInt8])
    /// The record measures that many bytes, more than it may; it was not kept.
    case tooLong(Int64)
    /// From here to the end the file is no JSON value; places are those of the file.
    case malformed(JSONFault)
  }

  /// The input as it was named: a path, or `-`.
  public let source: String
  /// The physical line of JSONL; of a JSON array the index of the element and 1; else 1.
  public let line: Int
  /// The bytes of the record, or why they are not here.
  public let content: Content
  /// Where the record begins in the file: 1 for the first line.
  public let startLine: Int
  /// 1 for the first character of that line.
  public let startColumn: Int
  /// The bytes of the file that hold the record, the line's end not counted.
  public let extent: Range<Int64>

  /// A record cut out of `source`.
  public init(
    source: String, line: Int, content: Content, startLine: Int, startColumn: Int,
    extent: Range<Int64>
  ) {
    self.source = source
    self.line = line
    self.content = content
    self.startLine = startLine
    self.startColumn = startColumn
    self.extent = extent
  }
}
