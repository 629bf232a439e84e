internal import TamgaDomain

/// An allotted number as people shorten it: `ala-26-98` for `ALA-26-0000098-1`, or without its year
/// `ala 98`, or its ordinal alone, `98`. Read beside the series that there are; good for looking, never
/// for changing a paper, since nothing tells whether it was typed well.
struct ShortNumber {
  /// Runs of letters and runs of digits, in capitals; what stands between them is left out.
  private let groups: [String]

  /// Characters beyond which nobody shortens a number.
  private static let limit = 64
  /// Digits of the longest ordinal (``AllottedNumber/maxOrdinal``).
  private static let ordinalDigits = 15

  /// Nothing for a text without digits.
  init?(_ text: String) {
    guard text.utf8.count <= Self.limit * 2 else { return nil }
    let number = text.split(separator: "~", omittingEmptySubsequences: false).first ?? ""
    groups = Self.groups(LookAlike.latin(number.uppercased()))
    guard let last = groups.last, Self.isNumber(last) else { return nil }
  }

  /// The number of the series that begins with `prefix`; nil where the text means none of it.
  func number(of prefix: String) -> AllottedNumber? {
    let parts = Self.groups(prefix.uppercased())
    var place = parts
    // The year is the last group of digits, as for the check digit.
    let year = place.last.flatMap { Self.isNumber($0) ? $0 : nil }
    if year != nil { place.removeLast() }
    if !parts.isEmpty, let rest = groups(after: parts.joined()) {
      return Self.number(prefix, rest, withCheck: true)
    }
    if year != nil, !place.isEmpty, let rest = groups(after: place.joined()) {
      return Self.number(prefix, rest, withCheck: false)
    }
    guard let first = groups.first, Self.isNumber(first) else { return nil }
    if groups.count > 1 {
      return first == year ? Self.number(prefix, groups.dropFirst(), withCheck: true) : nil
    }
    return Self.number(prefix, groups[...], withCheck: false)
  }

  /// What is left of the groups behind a beginning, which may end inside of one.
  private func groups(after beginning: String) -> ArraySlice<String>? {
    var left = beginning[...]
    var rest = groups[...]
    while !left.isEmpty {
      guard let group = rest.popFirst() else { return nil }
      if left.hasPrefix(group) {
        left.removeFirst(group.count)
      } else if group.hasPrefix(left) {
        rest.insert(String(group.dropFirst(left.count)), at: rest.startIndex)
        left = ""
      } else {
        return nil
      }
    }
    return rest.isEmpty ? nil : rest
  }

  /// - Parameter withCheck: A further group of one digit is the check digit, which must fit.
  private static func number(
    _ prefix: String, _ rest: ArraySlice<String>, withCheck: Bool
  ) -> AllottedNumber? {
    guard let digits = rest.first, isNumber(digits), digits.count <= ordinalDigits,
      let ordinal = Int64(digits), let number = AllottedNumber(prefix: prefix, ordinal: ordinal)
    else { return nil }
    let further = rest.dropFirst()
    guard let check = further.first else { return number }
    return withCheck && further.count == 1 && check == String(number.checkDigit) ? number : nil
  }

  private static func groups(_ text: String) -> [String] {
    var groups: [String] = []
    var last: Bool?
    for character in text {
      guard character.isLetter || isDigit(character) else {
        last = nil
        continue
      }
      let isNumber = isDigit(character)
      if last == isNumber {
        groups[groups.count - 1].append(character)
      } else {
        groups.append(String(character))
      }
      last = isNumber
    }
    return groups
  }

  private static func isNumber(_ group: String) -> Bool { group.allSatisfy(isDigit) }
  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
