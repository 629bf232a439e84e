/// Values as DER has them (ITU-T X.690), as far as signatures need them.
enum DER {
  static let (integer, sequence, set): (UInt8, UInt8, UInt8) = (0x02, 0x30, 0x31)

  static func value(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
    guard body.count >= 0x80 else { return [tag, UInt8(body.count)] + body }
    var length: [UInt8] = []
    var rest = body.count
    while rest > 0 {
      length.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [tag, 0x80 | UInt8(length.count)] + length + body
  }

  /// A number that is not negative.
  ///
  /// - Parameter bytes: The highest first.
  static func number(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var body = Array(bytes.drop { $0 == 0 })
    if body.isEmpty || body[0] & 0x80 != 0 { body.insert(0, at: 0) }
    return value(integer, body)
  }
}
