/// What the drawings of a whole font take, whichever of them are shown.
extension TrueTypeFont {
  /// The greatest of each over all glyphs; lengths are units of the em.
  public struct Profile: Hashable, Sendable {
    /// How far a drawing reaches to the left of its origin.
    public var left = 0
    /// How far a drawing reaches below the baseline.
    public var bottom = 0
    /// How far a drawing reaches to the right of its origin.
    public var right = 0
    /// How far a drawing reaches above the baseline.
    public var top = 0
    /// The widest step to the next letter.
    public var advance = 0
    /// Of a glyph that is drawn by itself.
    public var points = 0
    /// Closed lines of a glyph that is drawn by itself.
    public var contours = 0
    /// Of a glyph that is put together.
    public var composedPoints = 0
    /// Closed lines of a glyph that is put together.
    public var composedContours = 0
    /// Glyphs that one is put together of.
    public var parts = 0
    /// Levels of parts within parts.
    public var depth = 0

    /// Two numbers of each glyph: points and contours.
    fileprivate mutating func add(_ size: Size, isComposed: Bool) {
      if isComposed {
        composedPoints = max(composedPoints, size.points)
        composedContours = max(composedContours, size.contours)
        parts = max(parts, size.parts)
        depth = max(depth, size.depth)
      } else {
        points = max(points, size.points)
        contours = max(contours, size.contours)
      }
    }
  }

  /// Bytes of all drawings, parts counted wherever they stand: parts of parts grow without bounds.
  private static let work = 4 << 20

  fileprivate struct Size {
    var bytes = 0
    var points = 0
    var contours = 0
    var parts = 0
    var depth = 0
  }

  /// nil when any of the glyphs, shown or not, is malformed: readers that look at all of them before they
  /// draw one refuse the font.
  public func profile() -> Profile? {
    var profile = Profile()
    var work = 0
    for index in 0..<glyphs {
      guard let range = place(of: index), let metrics = metrics(of: index) else { return nil }
      profile.advance = max(profile.advance, metrics.advance)
      if range.isEmpty { continue }
      guard range.count >= 10, let size = size(of: index, depth: 0) else { return nil }
      work += size.bytes
      guard work <= Self.work, outline(index, true, depth: 0) != nil else { return nil }
      let box = [2, 4, 6, 8].map {
        Int(Int16(truncatingIfNeeded: number(range.lowerBound + $0, 2) ?? 0))
      }
      guard box[0] <= box[2], box[1] <= box[3] else { return nil }
      profile.left = min(profile.left, box[0])
      profile.bottom = min(profile.bottom, box[1])
      profile.right = max(profile.right, box[2])
      profile.top = max(profile.top, box[3])
      profile.add(size, isComposed: isComposed(range))
    }
    return profile
  }

  private func isComposed(_ range: Range<Int>) -> Bool {
    number(range.lowerBound, 2).map { $0 >= 0x8000 } ?? false
  }

  private func size(of index: Int, depth: Int) -> Size? {
    guard depth < Self.depthLimit, let range = place(of: index) else { return nil }
    if range.isEmpty { return Size() }
    guard range.count >= 12, let contours = number(range.lowerBound, 2) else { return nil }
    guard contours >= 0x8000 else {
      guard let last = number(range.lowerBound + 8 + 2 * contours, 2) else { return nil }
      return Size(bytes: range.count, points: last + 1, contours: contours)
    }
    var size = Size(bytes: range.count)
    var place = range.lowerBound + 10
    for _ in 0..<Self.partLimit {
      guard let flags = number(place, 2), let part = number(place + 2, 2),
        let own = self.size(of: part, depth: depth + 1)
      else { return nil }
      size.bytes += own.bytes
      size.points += own.points
      size.contours += own.contours
      size.parts += 1
      size.depth = max(size.depth, own.depth + 1)
      let scale = flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
      place += 4 + (flags & 1 != 0 ? 4 : 2) + scale
      if flags & 0x20 == 0 { return size }
    }
    return nil
  }
}
