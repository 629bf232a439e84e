/// The words of a page's content, each in the one spelling that papers have.
struct PageLexer {
  enum Token: Hashable, Sendable {
    /// As it is written.
    case number(String)
    case name(String)
    /// Two bytes a letter; what they are is of no matter here.
    case text
    case list([Token])
    /// `<< /MCID 3 >>`
    case mark(Int)
    case word(String)
  }

  private let bytes: [UInt8]
  private var place = 0
  private var isSound = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was taken.
  var isAtEnd: Bool { isSound && place == bytes.count }

  /// nil at the end, and at what has another form.
  mutating func next() -> Token? {
    skipBlanks()
    guard isSound, place < bytes.count else { return nil }
    guard let token = token(), isParted(token) else {
      isSound = false
      return nil
    }
    return token
  }

  private mutating func token() -> Token? {
    switch bytes[place] {
    case UInt8(ascii: "/"): return name().map(Token.name)
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "<"):
      return place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "<") ? mark() : text()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return number().map(Token.number)
    default: return word().map(Token.word)
    }
  }

  /// Names, numbers and words end before a blank.
  private func isParted(_ token: Token) -> Bool {
    guard place < bytes.count else { return true }
    switch token {
    case .number, .name, .word, .mark: return Self.isBlank(bytes[place])
    case .list, .text: return true
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private mutating func skipBlanks() {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
  }

  private mutating func run(_ isPart: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, isPart(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func name() -> String? {
    place += 1
    let name = run { Self.isLetter($0) || Self.isDigit($0) }
    return name.isEmpty ? nil : name
  }

  private mutating func word() -> String? {
    let word = run(Self.isLetter)
    return word.isEmpty ? nil : word
  }

  /// `-3.25`: no idle zeros and signs, at most six digits on either side of the point. `0.0` stands for
  /// itself.
  private mutating func number() -> String? {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let whole = run(Self.isDigit)
    var part = "1"
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      part = run(Self.isDigit)
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if text == "0.0" { return text }
    guard (1...6).contains(whole.utf8.count), whole == "0" || !whole.hasPrefix("0"),
      (1...6).contains(part.utf8.count), !part.hasSuffix("0"), text != "-0"
    else { return nil }
    return text
  }

  /// Of whole codes; cairo breaks long ones over lines.
  private mutating func text() -> Token? {
    place += 1
    var digits = 0
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let byte = bytes[place]
      if Self.isDigit(byte) || (0x61...0x66).contains(byte) {
        digits += 1
      } else if byte != 0x0A {
        return nil
      }
      place += 1
    }
    guard place < bytes.count, digits > 0, digits.isMultiple(of: 4) else { return nil }
    place += 1
    return .text
  }

  private mutating func list() -> Token? {
    place += 1
    var items: [Token] = []
    while true {
      skipBlanks()
      guard place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "]"):
        place += 1
        return .list(items)
      case UInt8(ascii: "<"):
        guard let text = text() else { return nil }
        items.append(text)
      default:
        guard let number = number() else { return nil }
        // A number goes on over a broken line in no reader.
        guard place < bytes.count, [0x20, 0x0A, 0x3C, 0x5D].contains(bytes[place]) else {
          return nil
        }
        items.append(.number(number))
      }
    }
  }

  private static let markHead = Array("<< /MCID ".utf8)
  private static let markTail = Array(" >>".utf8)

  private mutating func mark() -> Token? {
    guard bytes[place...].starts(with: Self.markHead) else { return nil }
    place += Self.markHead.count
    let digits = run(Self.isDigit)
    guard (1...4).contains(digits.utf8.count), digits == "0" || !digits.hasPrefix("0"),
      let number = Int(digits), bytes[place...].starts(with: Self.markTail)
    else { return nil }
    place += Self.markTail.count
    return .mark(number)
  }
}
