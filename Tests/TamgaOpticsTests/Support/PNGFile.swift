/// Writes PNG files (RFC 2083) with stored, uncompressed data.
enum PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func bytes(_ canvas: Canvas) -> [UInt8] {
    bytes(width: canvas.width, height: canvas.height, colour: 2, pixels: canvas.rgb)
  }

  /// - Parameter colour: The colour type: 0 grey, 2 RGB, 6 RGBA; eight bits a channel.
  static func bytes(width: Int, height: Int, colour: UInt8, pixels: [UInt8]) -> [UInt8] {
    var rows: [UInt8] = []
    let row = pixels.count / height
    for y in 0..<height { rows += [0] + pixels[y * row..<(y + 1) * row] }
    return signature + header(width: width, height: height, colour: colour)
      + chunk("IDAT", stored(rows)) + chunk("IEND", [])
  }

  static func header(width: Int, height: Int, colour: UInt8) -> [UInt8] {
    chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [8, colour, 0, 0, 0])
  }

  static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    return big(UInt32(data.count)) + body + big(crc(body))
  }

  /// A zlib stream (RFC 1950) of stored blocks.
  static func stored(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let count = min(65_535, data.count - start)
      let last: UInt8 = start + count == data.count ? 1 : 0
      let length = UInt16(count)
      stream += [last, UInt8(length & 255), UInt8(length >> 8)]
      stream += [UInt8(~length & 255), UInt8(~length >> 8)]
      stream += data[start..<start + count]
      start += count
    } while start < data.count
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in data {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + big(b << 16 | a)
  }

  private static let table: [UInt32] = (0..<256).map { n in
    (0..<8).reduce(UInt32(n)) { c, _ in c & 1 == 1 ? 0xEDB8_8320 ^ c >> 1 : c >> 1 }
  }

  private static func crc(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }

  private static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }
  }
}
