internal import TamgaDomain
internal import TamgaPaperFile

/// Another print of an issued paper: its file with the number of that print in the strip.
///
/// Nothing is drawn anew: in the last texts of each page, one in each language, the glyph of the digit 1 gives way to that of the
/// other digit, which has the same width and is in the subset of the font, since subsets have all digits
/// or hardly any.
enum MarkedPrint {
  /// - Returns: nil for a file without such words, which every print shows as it is.
  static func file(_ paper: [UInt8], number: Int) -> [UInt8]? {
    guard number > 1, PrintMark.numbers.contains(number), let parts = PaperParts(paper),
      let digit = Unicode.Scalar(UInt32(0x30 + number))
    else { return nil }
    var letters: [Int: [UInt16: Unicode.Scalar]] = [:]
    for map in parts.fonts.flatMap(\.maps) {
      guard let bytes = Inflater.inflated(map.letters[...], limit: limit),
        let pairs = LetterMap.read(bytes)
      else { return nil }
      letters[map.name] = Dictionary(pairs.map { ($0.code, $0.letter) }) { first, _ in first }
    }
    let deflater = Deflater(level: 1)
    var pages: [PaperParts.Page] = []
    for page in parts.pages {
      guard var content = Inflater.inflated(page.content[...], limit: limit),
        replaceDigits(of: &content, by: digit, letters)
      else { return nil }
      pages.append(PaperParts.Page(content: deflater.deflated(content), tags: page.tags))
    }
    return parts.with(pages: pages, fonts: parts.fonts).bytes
  }

  /// Bytes of an unpacked page or map.
  private static let limit = 4 << 20

  /// - Returns: False where the last texts are not the words of the first print.
  private static func replaceDigits(
    of content: inout [UInt8], by digit: Unicode.Scalar,
    _ letters: [Int: [UInt16: Unicode.Scalar]]
  ) -> Bool {
    var text = String.UnicodeScalarView()
    var ones: [(places: [Int], code: UInt16)] = []
    var end = content.count
    // One text, or one in each language.
    for _ in 0..<2 {
      guard let start = last("BT\n", in: content, before: end),
        let close = last("ET\n", in: content, before: end), start < close,
        let font = fontName(content[start..<close]), let known = letters[font],
        let code = known.first(where: { $0.value == digit })?.key
      else { return false }
      var own = String.UnicodeScalarView()
      for (value, places) in codes(content[start..<close]) {
        guard let letter = known[value] else { return false }
        own.append(letter)
        if letter == "1" { ones.append((places, code)) }
      }
      text = own + [" "] + text
      if isMark(String(text)) {
        let digits = Array("0123456789abcdef".utf8)
        for (places, code) in ones {
          for (index, place) in places.enumerated() {
            content[place] = digits[Int(code >> UInt16(12 - 4 * index) & 15)]
          }
        }
        return true
      }
      end = start
    }
    return false
  }

  private static func isMark(_ text: String) -> Bool {
    let words = PrintedText.words(of: text)
    return [[Language.kk, .ru], [.kk], [.ru]].contains {
      PrintedText.words(of: PrintMark.words(1, $0)) == words
    }
  }

  /// The two-byte codes of every string of hexadecimal digits, between which lines may break, with the
  /// places of their digits.
  private static func codes(_ operators: ArraySlice<UInt8>) -> [(code: UInt16, places: [Int])] {
    var found: [(code: UInt16, places: [Int])] = []
    var isInside = false
    var (code, places): (UInt16, [Int]) = (0, [])
    for (place, byte) in zip(operators.indices, operators) {
      switch byte {
      case UInt8(ascii: "<"): isInside = true
      case UInt8(ascii: ">"): isInside = false
      case _ where isInside && byte != UInt8(ascii: "\n"):
        guard let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return [] }
        code = code << 4 | UInt16(value)
        places.append(place)
        if places.count == 4 {
          found.append((code, places))
          (code, places) = (0, [])
        }
      default: break
      }
    }
    return found
  }

  /// The number of the only font, `/f3 1 Tf`.
  private static func fontName(_ operators: ArraySlice<UInt8>) -> Int? {
    let names = String(decoding: operators, as: UTF8.self).matches(of: #/\/f(\d+) 1 Tf/#)
    guard names.count == 1 else { return nil }
    return Int(names[0].output.1)
  }

  private static func last(_ mark: String, in bytes: [UInt8], before end: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard end >= mark.count else { return nil }
    return (0...end - mark.count).last { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
  }
}
