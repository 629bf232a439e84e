extension Unicode.Scalar {
  /// `U+00AD`.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Message {
  /// Where a character stands in a text, from 1: `the 7th character`.
  public static func character(_ position: Int) -> Message {
    Message(
      kk: "\(position)-таңба", ru: "\(position)-й знак",
      en: "the \(position)\(ending(position)) character")
  }

  private static func ending(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}
