internal import TamgaPaperFile

/// What a PDF has that further papers have too: programs of fonts, the maps of their letters, the profile
/// of colours, and how its metadata begin.
///
/// What is found here decides only what a paper takes on the disk. Whatever is put together again is
/// proved by the SHA-256 of the whole.
enum SharedRanges {
  /// Bytes: below it the name of a part would not pay.
  static let least = 128

  /// Ranges of the file, in order and apart from one another; empty for a file of another form.
  ///
  /// The papers of this system have their pages before their fonts: what is packed after the first font
  /// program in the way of fonts is of fonts.
  static func of(_ file: [UInt8]) -> [Range<Int>] {
    file.withUnsafeBytes { file in
      var ranges: [Range<Int>] = []
      var hasProgram = false
      var place = 0
      while let start = file.place(of: "stream\n", from: place) {
        let content = start + 7
        guard let kind = StreamKind(endingAt: start, of: file),
          kind.length <= file.count - content,
          file.has("\nendstream", at: content + kind.length)
        else {
          place = content
          continue
        }
        let end = content + kind.length
        let shared: Range<Int>? =
          switch kind.use {
          case .program, .colours: content..<end
          case .packed: hasProgram ? content..<end : nil
          case .metadata:
            UnsafeRawBufferPointer(rebasing: file[content..<end]).place(of: "<dc:title>", from: 0)
              .map { content..<content + $0 }
          case .other: nil
          }
        if kind.use == .program { hasProgram = true }
        if let shared, shared.count >= least { ranges.append(shared) }
        place = end + 10
      }
      return ranges
    }
  }

  /// What a stream's dictionary says: `<< /Length 5012 /Filter /FlateDecode /Length1 9120 >>`.
  private struct StreamKind {
    let length: Int
    let use: Use

    enum Use {
      /// Has the length that only a font program has (ISO 32000-1, 9.9).
      case program
      /// Says nothing but that it is packed.
      case packed
      /// A profile by ICC, which names its channels (8.6.5.5).
      case colours
      case metadata
      case other
    }

    /// - Returns: Nil for a dictionary of another form.
    init?(endingAt end: Int, of file: UnsafeRawBufferPointer) {
      let opening: StaticString = "<< /Length "
      let words = UnsafeRawBufferPointer(rebasing: file[max(0, end - 64)..<end])
      guard let start = words.lastIndex(of: UInt8(ascii: "<")), start > 0,
        words.has(opening, at: start - 1)
      else { return nil }
      var place = start - 1 + opening.utf8CodeUnitCount
      var length = 0
      let first = place
      while place < words.count, place - first < 9, case let digit = words[place] &- 0x30,
        digit < 10
      {
        length = 10 * length + Int(digit)
        place += 1
      }
      guard place > first else { return nil }
      self.length = length
      let entries = UnsafeRawBufferPointer(rebasing: words[place...])
      use =
        if entries.has(" /Filter /FlateDecode >>\n", at: 0) {
          .packed
        } else if entries.place(of: " /Length1 ", from: 0) != nil {
          .program
        } else if entries.has(" /N 3 >>\n", at: 0) {
          .colours
        } else if entries.has(" /Type /Metadata ", at: 0) {
          .metadata
        } else {
          .other
        }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func has(_ word: StaticString, at place: Int) -> Bool {
    place >= 0 && place + word.utf8CodeUnitCount <= count
      && self[place..<place + word.utf8CodeUnitCount]
        .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}
