import TamgaDomain
import TamgaFormats

extension Moment {
  /// Reads `yyyy-MM-ddTHH:mm`, with or without seconds and their fraction (which is dropped), and an
  /// offset: `Z`, `+05`, `+05:00` or `+0500` (ISO 8601). Any other form, also one without an offset,
  /// gives nothing.
  init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes.count <= 40, bytes[10] == UInt8(ascii: "T"),
      let day = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self))
    else { return nil }
    var rest = bytes[11...]
    guard let hour = Self.twoDigits(&rest, below: 24), rest.popFirst() == UInt8(ascii: ":"),
      let minute = Self.twoDigits(&rest, below: 60)
    else { return nil }
    var second = 0
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let given = Self.twoDigits(&rest, below: 60) else { return nil }
      second = given
      if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix(while: JSONBytes.isDigit)
        guard !fraction.isEmpty else { return nil }
        rest = rest.dropFirst(fraction.count + 1)
      }
    }
    guard let offset = Self.offset(rest) else { return nil }
    let local = Int64(day.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(seconds: local - Int64(offset) * 60, offset: offset)
  }

  /// Minutes east of UTC; at most 14 hours, the widest zone in use.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    switch rest.popFirst() {
    case UInt8(ascii: "Z"): return rest.isEmpty ? 0 : nil
    case UInt8(ascii: "+"): return magnitude(rest)
    case UInt8(ascii: "-"): return magnitude(rest).map { -$0 }
    default: return nil
    }
  }

  private static func magnitude(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    guard let hours = twoDigits(&rest, below: 15) else { return nil }
    if rest.isEmpty { return hours * 60 }
    if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
    guard let minutes = twoDigits(&rest, below: 60), rest.isEmpty, hours < 14 || minutes == 0
    else { return nil }
    return hours * 60 + minutes
  }

  private static func twoDigits(_ text: inout ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard text.count >= 2, let tens = text.popFirst(), let ones = text.popFirst(),
      JSONBytes.isDigit(tens), JSONBytes.isDigit(ones)
    else { return nil }
    let value = Int(tens - UInt8(ascii: "0")) * 10 + Int(ones - UInt8(ascii: "0"))
    return value < limit ? value : nil
  }
}
