internal import CPango

/// Where Pango lets the lines of a text end (UAX #14), as places of its letters.
enum LineEnds {
  /// - Parameters:
  ///   - count: Letters of the text, each one scalar.
  ///   - whole: Bytes that stay on one line.
  /// - Returns: In ascending order; the end of the text is the last.
  static func places(of text: String, count: Int, whole: [Range<UInt32>]) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes -> [Int] in
        guard let start = bytes.baseAddress else { return [] }
        let length = Int32(bytes.count)
        return withUnsafeTemporaryAllocation(of: PangoLogAttr.self, capacity: count + 1) { ends in
          guard let base = ends.baseAddress else { return [] }
          ends.initialize(repeating: PangoLogAttr())
          pango_default_break(start, length, nil, base, Int32(count) + 1)
          if !whole.isEmpty {
            // safe: Pango returns a list
            let list = pango_attr_list_new()!
            for range in whole {
              let attribute = pango_attr_allow_breaks_new(0)
              attribute?.pointee.start_index = range.lowerBound
              attribute?.pointee.end_index = range.upperBound
              pango_attr_list_insert(list, attribute)
            }
            pango_attr_break(start, length, list, 0, base, Int32(count) + 1)
            pango_attr_list_unref(list)
          }
          return (1..<count).filter { ends[$0].is_line_break != 0 } + [count]
        }
      }
    }
  }
}
