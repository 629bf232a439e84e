import TamgaFormats

/// Cuts a file that is one JSON value into records: the value itself, or the elements of an array
/// one by one.
///
/// Only brackets and texts are looked at; whether a record is JSON says ``JSONReader``. After a fault
/// between the elements nothing can be told apart any more: the rest is one malformed record.
struct ValueSplitter {
  var bytes: InputBytes
  private var stage = Stage.start
  private var index = 0

  private enum Stage { case start, element, separator, end }

  init(bytes: InputBytes) { self.bytes = bytes }

  /// The next record, or nothing at the end of the file.
  mutating func next() throws(InputError) -> RawRecord? {
    try bytes.passBlanks()
    if stage == .start {
      guard let byte = try bytes.peek() else { return nil }
      guard byte == UInt8(ascii: "[") else { return try onlyValue() }
      bytes.pass()
      try bytes.passBlanks()
      stage = .element
      if try bytes.peek() == UInt8(ascii: "]") { return try endOfArray() }
    }
    if stage == .separator {
      switch try bytes.peek() {
      case UInt8(ascii: ","):
        bytes.pass()
        try bytes.passBlanks()
        stage = .element
      case UInt8(ascii: "]"): return try endOfArray()
      default: return try rest()
      }
    }
    return stage == .element ? try element() : nil
  }

  private mutating func onlyValue() throws(InputError) -> RawRecord {
    let mark = Mark(bytes)
    stage = .end
    index = 1
    let outcome = try JSONExtent.cut(&bytes)
    let end = bytes.offset
    try bytes.passBlanks()
    if try bytes.peek() != nil, outcome.fault == nil {
      return record(from: mark, .malformed(fault(.trailingData)), to: bytes.file.size)
    }
    return record(from: mark, content(outcome), to: outcome.fault == nil ? end : bytes.file.size)
  }

  private mutating func element() throws(InputError) -> RawRecord {
    let mark = Mark(bytes)
    let outcome = try JSONExtent.cut(&bytes)
    stage = outcome.fault == nil ? .separator : .end
    index += 1
    let end = outcome.fault == nil ? bytes.offset : bytes.file.size
    return record(from: mark, content(outcome), to: end)
  }

  /// Passes the bracket; something after it is one more, malformed record.
  private mutating func endOfArray() throws(InputError) -> RawRecord? {
    bytes.pass()
    stage = .end
    try bytes.passBlanks()
    return try bytes.peek() == nil ? nil : try rest(.trailingData)
  }

  private mutating func rest(
    _ code: JSONFault.Code = .unexpectedCharacter
  ) throws(InputError) -> RawRecord {
    stage = .end
    index += 1
    let found = try bytes.peek() == nil ? JSONFault.Code.unexpectedEnd : code
    return record(from: Mark(bytes), .malformed(fault(found)), to: bytes.file.size)
  }

  private func content(_ outcome: JSONExtent) -> RawRecord.Content {
    if let code = outcome.fault { return .malformed(fault(code)) }
    if outcome.length > RecordLimits.recordBytes { return .tooLong(outcome.length) }
    return .bytes(outcome.kept)
  }

  private func fault(_ code: JSONFault.Code) -> JSONFault {
    JSONFault(code, offset: Int(bytes.offset), line: bytes.line, column: bytes.column)
  }

  private func record(
    from mark: Mark, _ content: RawRecord.Content, to end: Int64
  ) -> RawRecord {
    RawRecord(
      source: bytes.file.name, line: index, content: content, startLine: mark.line,
      startColumn: mark.column, extent: mark.offset..<max(mark.offset, end))
  }

  private struct Mark {
    let offset: Int64
    let line: Int
    let column: Int

    init(_ bytes: InputBytes) {
      offset = bytes.offset
      line = bytes.line
      column = bytes.column
    }
  }
}
