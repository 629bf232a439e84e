/// A number that the register allots: `ALA-21-0000017-4`, the prefix of the series, the ordinal of
/// seven digits or more, and a check digit.
///
/// The check digit is Damm's over the digits of the year in the prefix and of the ordinal, so that
/// one wrong digit or two swapped neighbours are found when a clerk types the number.
///
/// - SeeAlso: H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004, chapter 5 (order 10).
public struct AllottedNumber: Hashable, Sendable {
  /// The prefix of the series, its variables filled in: `ALA-21`.
  public let prefix: String
  /// 1 for the first number of the series.
  public let ordinal: Int64

  /// Bytes of a prefix: with a long ordinal the whole stays below ``DocumentNumber/maxBytes``.
  public static let maxPrefixBytes = 40
  /// The digits of a ordinal until the series holds ten million papers; then it grows.
  public static let ordinalDigits = 7
  /// The last ordinal: fifteen digits, so that arithmetic never overflows.
  public static let maxOrdinal: Int64 = 999_999_999_999_999

  /// Nothing when the prefix is empty, too long or has other characters than `A-Z a-z 0-9 . / -`,
  /// or when the ordinal is not 1 to ``maxOrdinal``.
  public init?(prefix: String, ordinal: Int64) {
    guard (1...Self.maxPrefixBytes).contains(prefix.utf8.count),
      prefix.utf8.allSatisfy(Self.isPrefixByte), (1...Self.maxOrdinal).contains(ordinal)
    else { return nil }
    self.prefix = prefix
    self.ordinal = ordinal
  }

  /// Reads an allotted number and compares its check digit; nothing for any other text.
  public init?(reading text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let check = parts.last, check.utf8.count == 1 else { return nil }
    let digits = parts[parts.count - 2]
    guard digits.utf8.count >= Self.ordinalDigits, digits.utf8.allSatisfy(isDigit),
      digits.utf8.count == Self.ordinalDigits || digits.utf8.first != UInt8(ascii: "0"),
      let ordinal = Int64(digits)
    else { return nil }
    self.init(prefix: parts.dropLast(2).joined(separator: "-"), ordinal: ordinal)
    guard String(checkDigit) == check else { return nil }
  }

  /// 0...9
  public var checkDigit: Int { Damm.checkDigit(of: yearDigits + paddedOrdinal) }

  private var paddedOrdinal: String {
    let digits = String(ordinal)
    return String(repeating: "0", count: max(0, Self.ordinalDigits - digits.count)) + digits
  }

  // The year is the last group of digits: `ALA-21`, `QC/ALA-2021`. A prefix may have none.
  private var yearDigits: String {
    let reversed = prefix.utf8.reversed().drop { !isDigit($0) }.prefix(while: isDigit)
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }

  private static func isPrefixByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension AllottedNumber: CustomStringConvertible {
  public var description: String { "\(prefix)-\(paddedOrdinal)-\(checkDigit)" }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Damm's check digit over a totally anti-symmetric quasigroup of order 10.
enum Damm {
  private static let table: [[Int]] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9], [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5], [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
  ]

  /// The digit that makes `digits` and itself add up to 0; other characters are passed over.
  static func checkDigit(of digits: String) -> Int {
    digits.utf8.reduce(0) { interim, byte in
      isDigit(byte) ? table[interim][Int(byte - UInt8(ascii: "0"))] : interim
    }
  }
}
