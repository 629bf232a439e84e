import Foundation
import SeededNumbers
import TamgaDomain
import TamgaFormats

/// Values made up by a seed.
enum RandomJSON {
  static func value(_ random: inout SplitMix, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: .null
    case 1: .flag(Bool.random(using: &random))
    case 2: .integer(Int64.random(in: .min ... .max, using: &random))
    case 3: .real(Double.random(in: -1e9...1e9, using: &random))
    case 4: .real(Double.random(in: -1...1, using: &random) * 1e-20)
    case 5: .text(text(&random))
    case 6:
      .array(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in value(&random, depth: depth - 1) })
    default: object(&random, depth: depth)
    }
  }

  static func object(_ random: inout SplitMix, depth: Int) -> JSONValue {
    var seen: Set<String> = []
    var members: [JSONValue.Member] = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let key = text(&random)
      guard seen.insert(key).inserted else { continue }
      members.append(JSONValue.Member(key, value(&random, depth: depth - 1)))
    }
    return .object(members)
  }

  static func text(_ random: inout SplitMix) -> String {
    let letters: [String] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "ә", "Й", "ʻ", "é", "😀", "x-",
    ]
    return (0..<Int.random(in: 0...8, using: &random))
      .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
  }

  /// True when Foundation read the same value.
  static func same(_ mine: JSONValue, _ theirs: Any) -> Bool {
    switch mine {
    case .null: return theirs is NSNull
    case .flag(let flag): return (theirs as? NSNumber)?.boolValue == flag
    case .integer(let integer): return (theirs as? NSNumber)?.int64Value == integer
    case .real(let real):
      // Foundation reads fractions as decimals, which rounds the last bits of a double.
      guard let other = (theirs as? NSNumber)?.doubleValue else { return false }
      return abs(other - real) <= abs(real) * 1e-14
    case .text(let text): return (theirs as? String) == text
    case .array(let items):
      guard let others = theirs as? [Any], others.count == items.count else { return false }
      return zip(items, others).allSatisfy { same($0, $1) }
    case .object(let members):
      guard let others = theirs as? [String: Any], others.count == members.count else {
        return false
      }
      return members.allSatisfy { member in
        others[member.key].map { same(member.value, $0) } ?? false
      }
    }
  }
}
