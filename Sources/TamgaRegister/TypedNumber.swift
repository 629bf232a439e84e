internal import TamgaDomain

/// The number of a paper as a person typed it: in either case, with blanks or without hyphens, with Cyrillic
/// letters for the Latin ones that look like them, or without the zeros of its ordinal where its check digit stands.
public struct TypedNumber: Hashable, Sendable {
  /// As typed.
  private let text: String
  /// In the form of allotted numbers, where it can be brought into it.
  private let allotted: String?

  /// Characters beyond which nobody types a number.
  private static let limit = 256

  public init(_ text: String) {
    self.text = text
    guard text.utf8.count <= Self.limit else {
      allotted = nil
      return
    }
    let plain = LookAlike.latin(text.uppercased()).filter { !$0.isWhitespace }
    let parts = plain.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.first else {
      allotted = nil
      return
    }
    let copy = parts.count > 1 ? "~" + parts[1] : ""
    var found: Substring = number
    if let parts = found.wholeMatch(of: /([A-Z0-9.\/]+(?:-[A-Z0-9.\/]+)*)-([0-9]{1,6})-([0-9])/) {
      // The numbers of others may look so: only where the digit fits.
      if let whole = Int64(parts.2).flatMap({
        AllottedNumber(prefix: String(parts.1), ordinal: $0)?.description
      }), whole.hasSuffix(parts.3) {
        found = whole[...]
      }
    } else if found.wholeMatch(of: /[A-Z0-9.\/]+(?:-[A-Z0-9.\/]+)*-[0-9]{7,15}-[0-9]/) == nil {
      let digits = number.filter { $0 != "-" }
      // Place, year, ordinal, check digit without what stands between them.
      if let parts = digits.wholeMatch(of: /([A-Z.\/][A-Z0-9.\/]*?)([0-9]{2})([0-9]{7})([0-9])/) {
        found = "\(parts.1)-\(parts.2)-\(parts.3)-\(parts.4)"
      }
    }
    allotted = found + copy
  }

  /// The numbers that may be meant: as typed first, because records may give any.
  public var spellings: [DocumentNumber] {
    var numbers: [DocumentNumber] = []
    for spelling in [text, allotted].compactMap(\.self) {
      guard let number = try? DocumentNumber(reading: spelling), !numbers.contains(number) else {
        continue
      }
      numbers.append(number)
    }
    return numbers
  }

  /// True when it has the form of an allotted number and its check digit does not fit.
  public var isMistyped: Bool {
    guard let number = allotted?.split(separator: "~").first.map(String.init),
      number.wholeMatch(of: /[A-Z0-9.\/]+(?:-[A-Z0-9.\/]+)*-[0-9]{7,15}-[0-9]/) != nil
    else { return false }
    return AllottedNumber(reading: number) == nil
  }
}
