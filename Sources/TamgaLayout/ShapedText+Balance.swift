internal import CPango

extension ShapedText {
  /// Lines of the texts that are balanced: longer ones have an even edge as they are.
  static let balanced = 2...8

  /// Narrows a text of several lines as far as the number of lines allows, so that no single word
  /// stands on the last one.
  static func balance(_ layout: OpaquePointer, _ text: String, _ width: Double) {
    let count = Int(pango_layout_get_line_count(layout))
    guard balanced.contains(count) else { return }
    func lines(_ width: Double) -> Int {
      pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
      // A word that no line holds sticks out.
      if widest(layout) > width + 0.01 { return .max }
      return Int(pango_layout_get_line_count(layout))
    }
    // Reckoned from its words: to break the text anew for each trial costs more than all the rest.
    if let words = words(of: layout, text) {
      let narrow = narrowest(width, count) { Self.lines(of: words, $0) }
      if lines(narrow) == count { return }
    }
    _ = lines(narrowest(width, count, lines))
  }

  /// A width in which there are no more than `count` lines, at most 2 points more than the least.
  static func narrowest(
    _ width: Double, _ count: Int, _ lines: (Double) -> Int
  ) -> Double {
    var low = width / Double(count) * 0.8
    var high = width
    while high - low > 2 {
      let middle = (low + high) / 2
      if lines(middle) > count { low = middle } else { high = middle }
    }
    return high
  }

  /// What is never divided, with the blank behind it, points.
  struct Word {
    let width: Double
    let blank: Double
  }

  static func lines(of words: [Word], _ width: Double) -> Int {
    var count = 1
    var used = 0.0
    for word in words {
      if used > 0, used + word.width > width {
        count += 1
        used = 0
      }
      used += word.width + word.blank
    }
    return count
  }

  /// The words of a text as it stands on one line; nil where lines are broken in other ways than
  /// between words. Leaves the layout unbroken.
  private static func words(of layout: OpaquePointer, _ text: String) -> [Word]? {
    guard !text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\u{AD}" }) else { return nil }
    pango_layout_set_width(layout, -1)
    var count: Int32 = 0
    guard let attributes = pango_layout_get_log_attrs_readonly(layout, &count),
      let line = pango_layout_get_line_readonly(layout, 0)
    else { return nil }
    func place(_ byte: Int) -> Double {
      var x: Int32 = 0
      pango_layout_line_index_to_x(line, Int32(byte), 0, &x)
      return Double(x) / Double(PANGO_SCALE)
    }
    var words: [Word] = []
    var byte = 0
    var start = 0.0
    var isBlank = false
    for (index, letter) in text.unicodeScalars.enumerated() {
      if index > 0, index < Int(count), attributes[index].is_line_break != 0 {
        let end = place(byte)
        let foot = isBlank ? place(byte - 1) : end
        words.append(Word(width: foot - start, blank: end - foot))
        start = end
      }
      isBlank = letter == " "
      byte += letter.utf8.count
    }
    words.append(Word(width: place(byte) - start, blank: 0))
    return words
  }
}
