/// Sizes and indices as the notes write them: ASCII digits, no sign, no zero in front.
enum DecimalText {
  /// Nil for every other form, and for numbers above 2^63 - 1.
  static func number(_ text: some Collection<UInt8>) -> Int? {
    guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var number = 0
    for digit in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tens, high) = number.multipliedReportingOverflow(by: 10)
      let (sum, over) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !high, !over else { return nil }
      number = sum
    }
    return number
  }
}
