import Foundation

/// The pairs of a sent form (`application/x-www-form-urlencoded`), in their order.
struct FormBody: Sendable, Hashable {
  static let mediaType = "application/x-www-form-urlencoded"
  /// More than the longest form of a kind has.
  private static let most = 5_000

  let pairs: [(name: String, value: String)]

  static func == (one: FormBody, other: FormBody) -> Bool {
    one.pairs.elementsEqual(other.pairs) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    for pair in pairs {
      hasher.combine(pair.name)
      hasher.combine(pair.value)
    }
  }

  /// Nil for bytes that are no form.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var pairs: [(String, String)] = []
    for part in text.split(separator: "&") {
      let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pairs.count < Self.most, let name = Self.decoded(words[0]),
        let value = words.count == 2 ? Self.decoded(words[1]) : ""
      else { return nil }
      pairs.append((name, value))
    }
    self.pairs = pairs
  }

  init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }

  /// The value of a control; nil where it was not sent, or twice.
  subscript(name: String) -> String? {
    let values = pairs.lazy.filter { $0.name == name }.map(\.value)
    let first = Array(values.prefix(2))
    return first.count == 1 ? first[0] : nil
  }
}
