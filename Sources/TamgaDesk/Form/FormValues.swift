/// What stands in the controls of a form: names and texts, in the order in which a browser sends them.
public struct FormValues: Hashable, Sendable {
  public private(set) var pairs: [Pair]
  private var byName: [String: [Int]]

  public struct Pair: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// - Parameter pairs: As they were sent.
  public init(_ pairs: [Pair] = []) {
    self.pairs = []
    byName = [:]
    for pair in pairs { add(pair.name, pair.value) }
  }

  public mutating func add(_ name: String, _ value: String) {
    byName[name, default: []].append(pairs.count)
    pairs.append(Pair(name, value))
  }

  /// The first text of a name; nil when there is none or it is blank.
  public func first(_ name: String) -> String? {
    all(name).first { !Self.isBlank($0) }
  }

  /// Every text of a name.
  public func all(_ name: String) -> [String] {
    (byName[name] ?? []).map { pairs[$0].value }
  }

  /// True when a control of that name, or one below it, was sent.
  public func has(_ name: String) -> Bool {
    byName[name] != nil || pairs.contains { $0.name.hasPrefix(name + "/") }
  }

  /// The same with one text in place of those of a name: a correction that was offered.
  public func setting(_ name: String, _ value: String) -> FormValues {
    var values = FormValues(pairs.filter { $0.name != name })
    values.add(name, value)
    return values
  }

  /// The same with the correction that was chosen: `suggest` holds `PLACE=VALUE`.
  public func takingSuggestion() -> FormValues {
    guard let chosen = first("suggest"), let sign = chosen.firstIndex(of: "=") else { return self }
    return setting(String(chosen[..<sign]), String(chosen[chosen.index(after: sign)...]))
  }

  /// Words of the names below `place`, in the order in which they first come: `0`, `1` of `…/0/kk`.
  func members(of place: String) -> [String] {
    var members: [String] = []
    for pair in pairs where pair.name.hasPrefix(place + "/") {
      let word = String(pair.name.dropFirst(place.count + 1).prefix { $0 != "/" })
      if !members.contains(word) { members.append(word) }
    }
    return members
  }

  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// A text as it counts: browsers send line breaks as CRLF, and people leave blanks at the ends.
  static func trimmed(_ text: String) -> String {
    var scalars = Substring(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
      .unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
