import TamgaFormats

/// Cuts JSONL into records: one a line, blank lines left out.
struct LineSplitter {
  var bytes: InputBytes

  /// The next record, or nothing at the end of the file.
  mutating func next() throws(InputError) -> RawRecord? {
    while true {
      guard try bytes.peek() != nil else { return nil }
      let line = bytes.line
      var start = bytes.offset
      var blanks = 0
      var length: Int64 = 0
      var last: UInt8 = 0
      var kept: [UInt8] = []
      var ends = false
      while !ends {
        ends = try bytes.passLinePart { part in
          var part = part
          if length == 0 {
            let indented = part.prefix(while: JSONBytes.isBlank).count
            blanks += indented
            part = part.dropFirst(indented)
          }
          guard let end = part.last else { return }
          length += Int64(part.count)
          last = end
          // One byte more than the limit: it may be the carriage return of the line's end.
          kept.append(contentsOf: part.prefix(RecordLimits.recordBytes + 1 - kept.count))
        }.ends
      }
      if length == 0 { continue }
      start += Int64(blanks)
      if last == UInt8(ascii: "\r") {
        length -= 1
        if kept.count > length { kept.removeLast() }
      }
      return RawRecord(
        source: bytes.file.name, line: line,
        content: length > RecordLimits.recordBytes ? .tooLong(length) : .bytes(kept),
        startLine: line, startColumn: blanks + 1, extent: start..<start + length)
    }
  }
}
