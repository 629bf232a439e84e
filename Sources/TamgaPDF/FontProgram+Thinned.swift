/// A font file with some of its glyphs (OpenType 1.9, `glyf`, `loca`), for a PDF.
extension FontProgram {
  /// The file with `glyphs` alone; the numbers of the glyphs stay. Instructions for coarse screens are
  /// left out: nothing that prints or shows a PDF today asks for them.
  func thinned(to glyphs: GlyphSet) -> [UInt8] {
    let glyphs = withComponents(glyphs)
    let count = Int(glyphs.last ?? 0) + 1
    var outlines: [UInt8] = []
    var places: [Int] = []
    var metrics = [UInt8](repeating: 0, count: 4 * count)
    places.reserveCapacity(count + 1)
    var next = glyphs.makeIterator()
    var wanted = next.next()
    for glyph in 0..<count {
      places.append(outlines.count)
      guard wanted == UInt16(glyph) else { continue }
      wanted = next.next()
      appendOutline(UInt16(glyph), to: &outlines)
      if outlines.count % 2 == 1 { outlines.append(0) }
      Self.put(advance(of: UInt16(glyph)), into: &metrics, at: 4 * glyph)
      Self.put(bearing(of: Int(self.glyph(of: UInt16(glyph)))), into: &metrics, at: 4 * glyph + 2)
    }
    places.append(outlines.count)
    let isShort = outlines.count < 2 << 16
    var head = Array(self[.head].bytes)
    Self.put(0, into: &head, at: 8)
    Self.put(0, into: &head, at: 10)
    Self.put(isShort ? 0 : 1, into: &head, at: 50)
    var horizontal = Array(self[.hhea].bytes)
    Self.put(count, into: &horizontal, at: 34)
    var limits = Array(self[.maxp].bytes)
    Self.put(count, into: &limits, at: 4)
    return Self.file([
      (.glyf, outlines), (.head, head), (.hhea, horizontal), (.hmtx, metrics),
      (.loca, Self.locations(places, isShort: isShort)), (.maxp, limits),
    ])
  }

  // MARK: glyphs

  /// With the first glyph, which every font has, and the parts of glyphs that are put together.
  private func withComponents(_ glyphs: GlyphSet) -> [UInt16] {
    var all = glyphs
    all.insert(0)
    var fresh = all.glyphs
    while let glyph = fresh.popLast() {
      for (_, part) in components(of: outline(glyph)) where !all.contains(part) {
        all.insert(part)
        fresh.append(part)
      }
    }
    return all.glyphs
  }

  private func outline(_ code: UInt16) -> UnsafeRawBufferPointer {
    let glyph = glyph(of: code)
    let isShort = self[.head].number(at: 50) == 0
    let places = self[.loca]
    func place(_ index: Int) -> Int {
      isShort
        ? 2 * places.number(at: 2 * index)
        : places.number(at: 4 * index) << 16 | places.number(at: 4 * index + 2)
    }
    let (start, end) = (place(Int(glyph)), place(Int(glyph) + 1))
    let bytes = self[.glyf].bytes
    // A glyph without an outline, or a broken file.
    guard start + 10 < end, end <= bytes.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    offset + 1 < bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : 0
  }

  /// The places of the parts' flags, and the parts; empty for a glyph with contours of its own.
  private func components(of outline: UnsafeRawBufferPointer) -> [(offset: Int, glyph: UInt16)] {
    guard Self.number(outline, 0) >= 0x8000 else { return [] }
    var components: [(Int, UInt16)] = []
    var offset = 10
    while offset + 4 <= outline.count {
      let flags = Self.number(outline, offset)
      components.append((offset, UInt16(Self.number(outline, offset + 2))))
      guard flags & Component.more != 0 else { break }
      offset += Component.length(flags)
    }
    return components
  }

  private enum Component {
    static let more = 0x20
    static let instructions = 0x100

    /// With its arguments and its scale.
    static func length(_ flags: Int) -> Int {
      4 + (flags & 1 != 0 ? 4 : 2)
        + (flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0)
    }
  }

  private func appendOutline(_ glyph: UInt16, to outlines: inout [UInt8]) {
    let outline = outline(glyph)
    guard !outline.isEmpty else { return }
    let start = outlines.count
    let parts = components(of: outline)
    if let last = parts.last {
      let flags = Self.number(outline, last.offset)
      let end = min(last.offset + Component.length(flags), outline.count)
      outlines.append(contentsOf: outline[..<end])
      for (offset, _) in parts {
        let flags = Self.number(outline, offset) & ~Component.instructions
        Self.put(flags, into: &outlines, at: start + offset)
      }
      return
    }
    let instructions = 10 + 2 * Self.number(outline, 0)
    let rest = instructions + 2 + Self.number(outline, instructions)
    guard rest <= outline.count else { return }
    outlines.append(contentsOf: outline[..<instructions])
    outlines.append(contentsOf: [0, 0])
    outlines.append(contentsOf: outline[rest...])
  }

  /// The left side bearing, font units.
  private func bearing(of glyph: Int) -> Int {
    let count = self[.hhea].number(at: 34)
    return self[.hmtx].number(at: glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count))
  }

  // MARK: the file

  private static func locations(_ places: [Int], isShort: Bool) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: places.count * (isShort ? 2 : 4))
    for (index, place) in places.enumerated() {
      if isShort {
        put(place / 2, into: &bytes, at: 2 * index)
      } else {
        put(place >> 16, into: &bytes, at: 4 * index)
        put(place & 0xFFFF, into: &bytes, at: 4 * index + 2)
      }
    }
    return bytes
  }

  /// The low 16 bits, big-endian.
  private static func put(_ number: Int, into bytes: inout [UInt8], at offset: Int) {
    bytes[offset] = UInt8(truncatingIfNeeded: number >> 8)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: number)
  }

  /// Directory and tables with their sums (OpenType 1.9, "Organization of an OpenType Font").
  private static func file(_ tables: [(tag: Tag, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    func add(_ number: UInt32) {
      for shift in [24, 16, 8, 0] as [UInt32] { file.append(UInt8(number >> shift & 0xFF)) }
    }
    let directory = 12 + 16 * tables.count
    file.reserveCapacity(tables.reduce(directory) { $0 + $1.bytes.count + 3 })
    add(0x0001_0000)
    // Six tables: the largest power of two is four.
    for number in [tables.count, 4 * 16, 2, (tables.count - 4) * 16] {
      file += [UInt8(number >> 8), UInt8(number & 0xFF)]
    }
    var place = directory
    var headPlace = 0
    for (tag, bytes) in tables {
      if tag == .head { headPlace = place }
      add(tag.code)
      add(sum(bytes))
      add(UInt32(place))
      add(UInt32(bytes.count))
      place += (bytes.count + 3) & ~3
    }
    for (_, bytes) in tables {
      file += bytes
      while file.count % 4 != 0 { file.append(0) }
    }
    let adjustment = 0xB1B0_AFBA &- sum(file)
    put(Int(adjustment >> 16), into: &file, at: headPlace + 8)
    put(Int(adjustment & 0xFFFF), into: &file, at: headPlace + 10)
    return file
  }

  /// The sum of the big-endian words, the last one filled up with zeros.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    bytes.withUnsafeBytes { bytes in
      let whole = bytes.count & ~3
      for offset in stride(from: 0, to: whole, by: 4) {
        sum &+= UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      }
      for offset in whole..<bytes.count {
        sum &+= UInt32(bytes[offset]) << UInt32(8 * (3 - offset % 4))
      }
    }
    return sum
  }
}
