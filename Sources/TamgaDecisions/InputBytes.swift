import TamgaFormats

/// The bytes of a file from its start, in blocks, without a byte order mark. Counts lines.
struct InputBytes {
  let file: InputFile
  private(set) var block: [UInt8] = []
  /// Of the next byte in the block.
  private(set) var index = 0
  private var blockStart: Int64 = 0
  /// 1 for the first line of the file.
  private(set) var line = 1
  /// 1 for the first character of its line, in Unicode scalars.
  private(set) var column = 1

  init(_ file: InputFile) throws(InputError) {
    self.file = file
    try file.read(into: &block, at: 0)
    if block.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// Whether the file is UTF-16, by its first block: it begins so, and every line of it ends so.
  var isUTF16: Bool {
    guard block.count >= 2 else { return false }
    let isLittle: Bool
    switch (block[0], block[1]) {
    case (0xFF, 0xFE), (0x01...0x7F, 0): isLittle = true
    case (0xFE, 0xFF), (0, 0x01...0x7F): isLittle = false
    default: return false
    }
    return stride(from: 0, to: block.count - 1, by: 2).allSatisfy { place in
      let (first, second) = (block[place], block[place + 1])
      // A line feed of UTF-8 stands alone; half of a letter may have its number.
      return isLittle
        ? second != 0x0A && (first != 0x0A || second < 0x20)
        : first != 0x0A && (second != 0x0A || first < 0x20)
    }
  }

  /// Of the next byte in the file.
  var offset: Int64 { blockStart + Int64(index) }

  /// The next byte, which stays; nil at the end.
  mutating func peek() throws(InputError) -> UInt8? {
    guard try fill() else { return nil }
    return block[index]
  }

  /// Passes the byte that ``peek()`` gave.
  mutating func pass() {
    count(block[index])
    index += 1
  }

  mutating func passBlanks() throws(InputError) {
    while let byte = try peek(), JSONBytes.isBlank(byte) { pass() }
  }

  /// Gives what the block still holds up to a line feed, and passes it; nil at the end. The line
  /// feed itself is passed as well and is not given: `ends` tells whether there was one.
  mutating func passLinePart(
    _ body: (ArraySlice<UInt8>) -> Void
  ) throws(InputError) -> (ends: Bool, atEnd: Bool) {
    guard try fill() else { return (true, true) }
    let rest = block[index...]
    let end = rest.firstIndex(of: UInt8(ascii: "\n"))
    body(rest[..<(end ?? rest.endIndex)])
    index = end.map { $0 + 1 } ?? rest.endIndex
    if end != nil {
      line += 1
      column = 1
    }
    return (end != nil, false)
  }

  private mutating func count(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  /// False at the end of the file.
  private mutating func fill() throws(InputError) -> Bool {
    if index < block.count { return true }
    blockStart += Int64(block.count)
    index = 0
    try file.read(into: &block, at: blockStart)
    return !block.isEmpty
  }
}
