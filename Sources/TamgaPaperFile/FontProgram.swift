/// A TrueType file as papers embed it: six tables, each once, in their order and to the byte (OpenType 1.9).
///
/// Readers of fonts differ in what they forgive: a table that is too short, too long or in another's place
/// is drawn by one and refused by the next.
package enum FontProgram {
  private static let tables: [StaticString] = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]

  /// Whether `file` has that form.
  package static func isCanonical(_ file: [UInt8]) -> Bool {
    guard let parts = parts(of: file), written(parts) == file else { return false }
    let (glyf, head, hhea, hmtx, loca, maxp) = (
      parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]
    )
    // `checkSumAdjustment` belongs to the whole file and is not looked at.
    guard head.count == 54, number(head, 0, 4) == 0x1_0000, number(head, 12, 4) == 0x5F0F_3CF5,
      (16...16_384).contains(number(head, 18, 2)), number(head, 50, 2) <= 1,
      number(head, 52, 2) == 0, hhea.count == 36, number(hhea, 0, 4) == 0x1_0000,
      number(hhea, 32, 2) == 0, maxp.count == 32, number(maxp, 0, 4) == 0x1_0000
    else { return false }
    let glyphs = number(maxp, 4, 2)
    let metrics = number(hhea, 34, 2)
    guard (1...glyphs).contains(metrics), hmtx.count == 2 * (metrics + glyphs) else { return false }
    let size = number(head, 50, 2) == 1 ? 4 : 2
    guard loca.count == size * (glyphs + 1) else { return false }
    var last = 0
    for index in 0...glyphs {
      let place = number(loca, size * index, size) * (size == 4 ? 1 : 2)
      guard place >= last, index > 0 || place == 0 else { return false }
      last = place
    }
    return last == glyf.count
  }

  /// The tables in their order; nil for another number, order or place of them.
  private static func parts(of file: [UInt8]) -> [ArraySlice<UInt8>]? {
    let head = 12 + 16 * tables.count
    guard file.count >= head, number(file[...], 0, 4) == 0x1_0000,
      number(file[...], 4, 2) == tables.count
    else { return nil }
    var parts: [ArraySlice<UInt8>] = []
    for index in tables.indices {
      let offset = number(file[...], 12 + 16 * index + 8, 4)
      let length = number(file[...], 12 + 16 * index + 12, 4)
      guard offset >= head, offset <= file.count, length <= file.count - offset else { return nil }
      parts.append(file[offset..<offset + length])
    }
    return parts
  }

  /// A file of the tables in one order of places, each on a step of four bytes.
  private static func written(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    let head = 12 + 16 * tables.count
    // How many searches by halves a reader may make (OpenType 1.9, "Table Directory").
    var bytes: [UInt8] = [0, 1, 0, 0, 0, 6, 0, 64, 0, 2, 0, 32]
    let order = parts.indices.sorted { parts[$0].startIndex < parts[$1].startIndex }
    var places = [Int](repeating: 0, count: parts.count)
    var end = head
    for index in order {
      places[index] = end
      end += (parts[index].count + 3) / 4 * 4
    }
    for (index, part) in parts.enumerated() {
      bytes.write(tables[index])
      write(sum(part, isHead: index == 1), &bytes)
      write(UInt32(places[index]), &bytes)
      write(UInt32(part.count), &bytes)
    }
    for index in order {
      bytes += parts[index]
      bytes += [UInt8](repeating: 0, count: (4 - parts[index].count % 4) % 4)
    }
    return bytes
  }

  /// Of a table, the adjustment in `head` left out.
  private static func sum(_ table: ArraySlice<UInt8>, isHead: Bool) -> UInt32 {
    var sum: UInt32 = 0
    for (index, byte) in table.enumerated() where !(isHead && (8..<12).contains(index)) {
      sum &+= UInt32(byte) << UInt32(24 - 8 * (index % 4))
    }
    return sum
  }

  private static func write(_ number: UInt32, _ bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ place: Int, _ count: Int) -> Int {
    bytes[bytes.startIndex + place..<bytes.startIndex + place + count].reduce(0) {
      $0 << 8 | Int($1)
    }
  }
}
