internal import CPango
import TamgaDomain

/// What Pango is told of a text: its letters, and where it may not be broken.
extension ShapedText {
  /// What stays on one line, as long as a line holds it.
  struct Keeping {
    /// Stretches that say so.
    let values: Bool
    /// Words with a hyphen, telephone numbers.
    let words: Bool
    let joints: [Range<Int>]

    /// From everything to nothing: the first that does not make a line too long is taken.
    static func degrees(of text: String) -> [Keeping] {
      let joints = LineRules.joints(of: text)
      return [
        Keeping(values: true, words: true, joints: joints.words + joints.tail),
        Keeping(values: false, words: true, joints: joints.words + joints.tail),
        Keeping(values: false, words: true, joints: joints.words),
        Keeping(values: false, words: true, joints: []),
        Keeping(values: false, words: false, joints: joints.words),
        Keeping(values: false, words: false, joints: []),
      ]
    }

    /// For a text in one line.
    static let nothing = Keeping(values: false, words: false, joints: [])

    var isNothing: Bool { !values && !words && joints.isEmpty }

    /// Bytes of the text that stay on one line.
    func ranges(_ stretches: [Stretch]) -> [Range<UInt32>] {
      var ranges: [Range<UInt32>] = []
      var start: UInt32 = 0
      for (index, stretch) in stretches.enumerated() {
        let end = start + UInt32(stretch.text.utf8.count)
        if stretch.keepsTogether, values {
          // A number keeps its sign, whichever side it stands on.
          let before = index > 0 && stretches[index - 1].text.hasSuffix("№ ")
          let after = index + 1 < stretches.count && stretches[index + 1].text.hasPrefix(" №")
          ranges.append(
            (before ? start - UInt32("№ ".utf8.count) : start)..<(after
              ? end + UInt32(" №".utf8.count) : end))
        } else if words {
          ranges += ShapedText.whole(stretch.text).map {
            start + $0.lowerBound..<start + $0.upperBound
          }
        }
        start = end
      }
      return ranges + joints.map { UInt32($0.lowerBound)..<UInt32($0.upperBound) }
    }
  }

  static func dress(
    _ layout: OpaquePointer, _ stretches: [Stretch], _ fonts: FontLibrary, isWidened: Bool,
    keeping: Keeping
  ) {
    // safe: Pango returns a list
    let list = pango_attr_list_new()!
    var start: UInt32 = 0
    func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ end: UInt32) {
      attribute?.pointee.start_index = start
      attribute?.pointee.end_index = end
      pango_attr_list_insert(list, attribute)
    }
    for stretch in stretches {
      let end = start + UInt32(stretch.text.utf8.count)
      let description = fonts.description(stretch.letters, isWidened: isWidened)
      insert(pango_attr_font_desc_new(description), end)
      pango_font_description_free(description)
      // It makes a run of its own; the line is drawn with the run.
      if stretch.isStruck { insert(pango_attr_strikethrough_new(1), end) }
      start = end
    }
    for whole in keeping.ranges(stretches) {
      start = whole.lowerBound
      insert(pango_attr_allow_breaks_new(0), whole.upperBound)
    }
    // Each letter is drawn by its own glyph: a ligature, or a form that depends on its neighbours,
    // would come out of the file as another letter.
    pango_attr_list_insert(list, pango_attr_font_features_new(plainLetters))
    // A word that is longer than its line is divided; a hyphen would be a character that is not there.
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(0))
    pango_layout_set_attributes(layout, list)
    pango_attr_list_unref(list)
    // Pango 1.50 ends the process where it may divide words but not these (`process_line`, in a tenth of
    // random texts wider than their column). So it divides words only where nothing keeps together.
    pango_layout_set_wrap(layout, keeping.isNothing ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
  }

  /// OpenType features by which a font replaces glyphs unasked, off.
  static let plainLetters =
    "liga=0, clig=0, dlig=0, rlig=0, calt=0, rclt=0, ccmp=0, locl=0"

  private static let enDash: [UInt8] = [0xE2, 0x80, 0x93]

  /// The bytes of words with a hyphen or a dash: «14-үй» copied from two lines would read «14үй». A telephone
  /// number, `+` and groups of digits, is one word too.
  fileprivate static func whole(_ text: String) -> [Range<UInt32>] {
    let bytes = Array(text.utf8)
    var words: [Range<UInt32>] = []
    var start = 0
    var isWhole = false
    func close(_ end: Int) {
      if isWhole { words.append(UInt32(start)..<UInt32(end)) }
      isWhole = false
    }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= next
        if bytes[start] == UInt8(ascii: "+"), byte == UInt8(ascii: " "), isDigit {
          isWhole = true
        } else {
          close(index)
          start = index + 1
        }
      } else if byte == UInt8(ascii: "-")
        || byte == 0xE2 && bytes[index...].starts(with: enDash) && index > start
      {
        isWhole = true
      }
    }
    close(bytes.count)
    return words
  }
}
