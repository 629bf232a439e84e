internal import TamgaPaperFile

/// The streams of a PDF that further papers have too: programs of fonts and the maps of their letters.
///
/// What is found here decides only what a paper takes on the disk. Whatever is put together again is
/// proved by the SHA-256 of the whole.
enum FontStreams {
  /// Bytes: below it the name of a part would not pay.
  static let least = 128
  private static let openingLength = "stream\n".utf8.count
  private static let closing = Array("\nendstream".utf8)

  /// Ranges of the file, in order and apart from one another; empty for a file of another form.
  ///
  /// The papers of this system have their pages before their fonts: what is packed after the first font
  /// program in the way of fonts is of fonts.
  static func ranges(of file: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while let start = opening(in: file, from: place) {
      let content = start + openingLength
      guard let dictionary = StreamDictionary(endingAt: start, of: file),
        dictionary.length <= file.count - content,
        file[(content + dictionary.length)...].starts(with: closing)
      else {
        place = content
        continue
      }
      let range = content..<content + dictionary.length
      let isOfFont = dictionary.isOfProgram || !ranges.isEmpty && dictionary.isPacked
      if isOfFont, range.count >= least { ranges.append(range) }
      place = range.upperBound + closing.count
    }
    return ranges
  }

  private static func opening(in file: [UInt8], from start: Int) -> Int? {
    file.withUnsafeBytes { $0.place(of: "stream\n", from: start) }
  }

  /// `<< /Length 5012 /Filter /FlateDecode /Length1 9120 >>`.
  private struct StreamDictionary {
    let length: Int
    /// Has the length that only a font program has (ISO 32000-1, 9.9).
    let isOfProgram: Bool
    /// Says nothing but that it is packed.
    let isPacked: Bool

    init?(endingAt end: Int, of file: [UInt8]) {
      let words = file[max(0, end - 64)..<end]
      guard let start = words.lastIndex(of: UInt8(ascii: "<")) else { return nil }
      let entries = words[(start + 1)...].split { $0 == 0x20 || $0 == 0x0A }
        .map { String(decoding: $0, as: UTF8.self) }
      guard entries.count >= 2, entries[0] == "/Length", let length = Int(entries[1]), length >= 0
      else { return nil }
      self.length = length
      isOfProgram = entries.contains("/Length1")
      isPacked = entries.dropFirst(2) == ["/Filter", "/FlateDecode", ">>"]
    }
  }
}
