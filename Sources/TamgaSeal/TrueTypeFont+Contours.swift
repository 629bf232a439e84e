/// The lines of a drawing, for who draws it himself.
extension TrueTypeFont {
  /// A corner or a control point of a contour, units of the em, upwards.
  public struct Point: Hashable, Sendable {
    /// To the right of the origin.
    public var x: Double
    /// Above the baseline.
    public var y: Double
    /// False for the control point of a quadratic curve.
    public let isOnCurve: Bool
  }

  /// The closed contours of a glyph, where a renderer puts them; none for a blank, and for parts that
  /// are placed in another way than by a step.
  public func contours(of index: Int) -> [[Point]] {
    guard let metrics = metrics(of: index), let range = place(of: index), range.count >= 10,
      let left = number(range.lowerBound + 2, 2)
    else { return [] }
    let step = Self.signed(metrics.bearing) - Self.signed(left)
    return contours(index, depth: 0).map { contour in
      contour.map { Point(x: $0.x + step, y: $0.y, isOnCurve: $0.isOnCurve) }
    }
  }

  private static func signed(_ number: Int) -> Double { Double(Int16(truncatingIfNeeded: number)) }

  private func contours(_ index: Int, depth: Int) -> [[Point]] {
    guard depth < Self.depthLimit, let range = place(of: index), range.count >= 10,
      let count = number(range.lowerBound, 2)
    else { return [] }
    return count < 0x8000 ? simple(range, count) : composed(range, depth)
  }

  private func composed(_ range: Range<Int>, _ depth: Int) -> [[Point]] {
    var place = range.lowerBound + 10
    var contours: [[Point]] = []
    for _ in 0..<Self.partLimit {
      guard let flags = number(place, 2), let part = number(place + 2, 2) else { return contours }
      let isWide = flags & 1 != 0
      guard let x = number(place + 4, isWide ? 2 : 1),
        let y = number(place + (isWide ? 6 : 5), isWide ? 2 : 1)
      else { return contours }
      func step(_ number: Int) -> Double {
        isWide ? Self.signed(number) : Double(Int8(truncatingIfNeeded: number))
      }
      // Papers' fonts neither scale nor turn their parts.
      if flags & 0xCA == 2 {
        contours += self.contours(part, depth: depth + 1).map { contour in
          contour.map { Point(x: $0.x + step(x), y: $0.y + step(y), isOnCurve: $0.isOnCurve) }
        }
      }
      let scale = flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
      place += 4 + (isWide ? 4 : 2) + scale
      guard flags & 0x20 != 0 else { break }
    }
    return contours
  }

  private func simple(_ range: Range<Int>, _ count: Int) -> [[Point]] {
    let ends = (0..<count).compactMap { number(range.lowerBound + 10 + 2 * $0, 2) }
    guard ends.count == count, let last = ends.last,
      let hints = number(range.lowerBound + 10 + 2 * count, 2)
    else { return [] }
    var place = range.lowerBound + 12 + 2 * count + hints
    var flags: [UInt8] = []
    while flags.count <= last {
      guard place < range.upperBound else { return [] }
      let flag = bytes[place]
      place += 1
      flags.append(flag)
      guard flag & 8 != 0, place < range.upperBound else { continue }
      flags += repeatElement(flag, count: Int(bytes[place]))
      place += 1
    }
    func coordinates(short: UInt8, same: UInt8) -> [Double]? {
      var value = 0.0
      var values: [Double] = []
      for flag in flags[...last] {
        if flag & short != 0 {
          guard let step = number(place, 1) else { return nil }
          value += flag & same != 0 ? Double(step) : -Double(step)
          place += 1
        } else if flag & same == 0 {
          guard let step = number(place, 2) else { return nil }
          value += Self.signed(step)
          place += 2
        }
        values.append(value)
      }
      return values
    }
    guard let x = coordinates(short: 2, same: 16), let y = coordinates(short: 4, same: 32) else {
      return []
    }
    var contours: [[Point]] = []
    var start = 0
    for end in ends where end >= start {
      contours.append(
        (start...end).map { Point(x: x[$0], y: y[$0], isOnCurve: flags[$0] & 1 != 0) })
      start = end + 1
    }
    return contours
  }
}
