/// The drawings of a font.
extension TrueTypeFont {
  /// What draws a glyph, parts put in place of the numbers that name them: those differ from file
  /// to file. Without the bytes that only fill up.
  func outline(_ index: Int, _ isHinted: Bool, depth: Int) -> [UInt8]? {
    guard depth < Self.depthLimit, let range = place(of: index) else { return nil }
    if range.isEmpty { return [] }
    guard range.count >= 10, let contours = number(range.lowerBound, 2) else { return nil }
    return contours < 0x8000
      ? simple(range, isHinted, contours: contours)
      : composed(index, range, isHinted, depth: depth)
  }

  /// Where the drawing stands in the file.
  func place(of index: Int) -> Range<Int>? {
    guard (0..<glyphs).contains(index), let loca = tables["loca"], let glyf = tables["glyf"] else {
      return nil
    }
    let size = hasLongOffsets ? 4 : 2
    let entry = loca.lowerBound + size * index
    guard entry + 2 * size <= loca.upperBound, let first = number(entry, size),
      let last = number(entry + size, size)
    else { return nil }
    let unit = hasLongOffsets ? 1 : 2
    guard first <= last, last * unit <= glyf.count else { return nil }
    return glyf.lowerBound + first * unit..<glyf.lowerBound + last * unit
  }

  /// Where a glyph's pen starts and ends, seen from its leftmost point (OpenType 1.9, `glyf`, "phantom
  /// points"); nil for a glyph without an outline.
  private func origin(of index: Int) -> [Int]? {
    guard let range = place(of: index), range.count >= 10, let metrics = metrics(of: index),
      let left = number(range.lowerBound + 2, 2)
    else { return nil }
    return [
      Int(Int16(truncatingIfNeeded: left)) - Int(Int16(truncatingIfNeeded: metrics.bearing)),
      metrics.advance,
    ]
  }

  private func simple(_ range: Range<Int>, _ isHinted: Bool, contours: Int) -> [UInt8]? {
    let ends = range.lowerBound + 10 + 2 * contours
    var place = ends
    guard contours > 0, let last = number(place - 2, 2), let hints = number(place, 2) else {
      return nil
    }
    place += 2 + hints
    let start = place
    var points = last + 1
    var length = 0
    while points > 0 {
      guard place < range.upperBound else { return nil }
      let flag = bytes[place]
      place += 1
      var times = 1
      if flag & 8 != 0 {
        guard place < range.upperBound else { return nil }
        times += Int(bytes[place])
        place += 1
      }
      let x = flag & 2 != 0 ? 1 : flag & 16 != 0 ? 0 : 2
      let y = flag & 4 != 0 ? 1 : flag & 32 != 0 ? 0 : 2
      length += times * (x + y)
      points -= times
    }
    guard points == 0, place + length <= range.upperBound else { return nil }
    return isHinted
      ? Array(bytes[range.lowerBound..<place + length])
      : bytes[range.lowerBound..<ends] + [0, 0] + bytes[start..<place + length]
  }

  private func composed(
    _ index: Int, _ range: Range<Int>, _ isHinted: Bool, depth: Int
  ) -> [UInt8]? {
    var place = range.lowerBound + 10
    var text = Array(bytes[range.lowerBound..<place])
    var parts = 0
    while true {
      parts += 1
      guard parts <= Self.partLimit, place + 4 <= range.upperBound, let flags = number(place, 2),
        let part = number(place + 2, 2), let outline = outline(part, isHinted, depth: depth + 1)
      else { return nil }
      // A part that gives its metrics to the whole moves it, unless they are the same.
      guard flags & 0x200 == 0 || origin(of: part) == origin(of: index) else { return nil }
      let scale = flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
      let next = place + 4 + (flags & 1 != 0 ? 4 : 2) + scale
      guard next <= range.upperBound else { return nil }
      // In a font without hints no part says that some follow.
      text += [isHinted ? bytes[place] : bytes[place] & ~0x01, bytes[place + 1]]
      text += SHA256Sum.of(outline) + bytes[place + 4..<next]
      place = next
      if flags & 0x20 == 0 {
        guard flags & 0x100 != 0, isHinted else { return text }
        guard let hints = number(place, 2), place + 2 + hints <= range.upperBound else {
          return nil
        }
        return text + bytes[place..<place + 2 + hints]
      }
    }
  }
}
