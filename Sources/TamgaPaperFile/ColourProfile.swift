/// The colours of papers as an ICC profile (ICC.1:2001-04): the primaries and the white of sRGB with a gamma
/// of 2.2. Papers are black and grey; an archive asks that every colour be defined (ISO 19005-3, 6.2.3).
enum ColourProfile {
  /// 444 bytes.
  static let bytes: [UInt8] = {
    let tags: [(name: String, data: [UInt8])] = [
      ("desc", description("sRGB")), ("cprt", typed("text", Array("CC0\0".utf8))),
      ("wtpt", place(0.9642, 1, 0.8249)), ("rXYZ", place(0.4360, 0.2225, 0.0139)),
      ("gXYZ", place(0.3851, 0.7169, 0.0971)), ("bXYZ", place(0.1431, 0.0606, 0.7141)),
      // One value: a gamma in 256ths.
      ("TRC", typed("curv", number(1) + [0x02, 0x33])),
    ]
    // The three channels share one curve.
    let entries = tags.count + 2
    var start = 128 + 4 + 12 * entries
    var table = number(entries)
    var data: [UInt8] = []
    for tag in tags {
      for name in tag.name == "TRC" ? ["rTRC", "gTRC", "bTRC"] : [tag.name] {
        table += Array(name.utf8) + number(start) + number(tag.data.count)
      }
      let padded = tag.data + [UInt8](repeating: 0, count: (4 - tag.data.count % 4) % 4)
      data += padded
      start += padded.count
    }
    return header(size: start) + table + data
  }()

  private static func header(size: Int) -> [UInt8] {
    var bytes = number(size) + number(0) + [2, 0x10, 0, 0] + Array("mntrRGB XYZ ".utf8)
    // A day that is no clock's.
    for part in [2000, 1, 1, 0, 0, 0] { bytes += [UInt8(part >> 8), UInt8(part & 0xFF)] }
    bytes += Array("acsp".utf8)
    bytes += [UInt8](repeating: 0, count: 28)
    bytes += fixed(0.9642) + fixed(1) + fixed(0.8249)
    return bytes + [UInt8](repeating: 0, count: 128 - bytes.count)
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A number in 65,536ths.
  private static func fixed(_ value: Double) -> [UInt8] {
    number(Int((value * 65_536).rounded()))
  }

  private static func typed(_ type: String, _ data: [UInt8]) -> [UInt8] {
    Array(type.utf8) + number(0) + data
  }

  private static func place(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    typed("XYZ ", fixed(x) + fixed(y) + fixed(z))
  }

  /// A text in ASCII, with neither of the other two forms.
  private static func description(_ text: String) -> [UInt8] {
    typed(
      "desc",
      number(text.utf8.count + 1) + Array(text.utf8) + [0]
        + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67))
  }
}
