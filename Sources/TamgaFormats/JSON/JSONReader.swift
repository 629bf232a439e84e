/// A strict reader of one JSON text (RFC 8259): UTF-8 only, nothing after the value, no leading
/// zeros.
public struct JSONReader {
  /// What a text may measure.
  public struct Limits: Sendable {
    /// Objects and arrays inside one another.
    public var nesting: Int
    /// Unicode scalars of a text.
    public var textScalars: Int
    /// Items of an array.
    public var listItems: Int
    /// Unicode scalars of a key.
    public var keyScalars: Int
    /// Irregularities that are collected; one more says that others were left out.
    public var irregularities: Int
    /// What is done with each text and key.
    public var texts: TextRule

    /// The limits of files that Tamga writes itself, where nothing else is given.
    public init(
      nesting: Int = 16, textScalars: Int = 4_000, listItems: Int = 200, keyScalars: Int = 128,
      irregularities: Int = 200, texts: TextRule = .any
    ) {
      self.nesting = nesting
      self.textScalars = textScalars
      self.listItems = listItems
      self.keyScalars = keyScalars
      self.irregularities = irregularities
      self.texts = texts
    }
  }

  /// What the texts of a reader's files may hold, and the form in which they come out.
  public struct TextRule: Sendable {
    /// A text in the form in which it is kept, and whether all of its characters are permitted.
    /// Texts of printable ASCII are not asked about: they are kept as they are.
    public let judge: @Sendable (String) -> (text: String, isPermitted: Bool)

    /// A rule by what it does with one text; see ``judge``.
    public init(_ judge: @escaping @Sendable (String) -> (text: String, isPermitted: Bool)) {
      self.judge = judge
    }

    /// Every text, as it is.
    public static let any = TextRule { ($0, true) }
  }

  /// Reads `bytes` and collects what is JSON but beyond the limits.
  ///
  /// - Returns: the value, and the irregularities in the order of the text, at most
  ///   ``Limits/irregularities`` and one more.
  /// - Throws: ``JSONFault`` at the first place that is not JSON.
  public static func read(
    _ bytes: [UInt8], limits: Limits = Limits()
  ) throws(JSONFault) -> (value: JSONValue, irregularities: [JSONIrregularity]) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      // The closure of the standard library cannot pass a typed error on.
      var reader = JSONReader(buffer, limits)
      do throws(JSONFault) {
        return Result<_, JSONFault>.success((try reader.whole(), reader.irregularities))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Reads `bytes`, with every irregularity as a fault: for files that Tamga writes itself.
  public static func strictValue(
    of bytes: [UInt8], limits: Limits = Limits()
  ) throws(JSONFault) -> JSONValue {
    let (value, irregularities) = try read(bytes, limits: limits)
    guard let first = irregularities.first else { return value }
    throw bytes.withUnsafeBufferPointer { fault(.irregular, at: first.offset, in: $0) }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let limits: Limits
  var position = 0
  private var path: [JSONIrregularity.Step] = []
  private(set) var irregularities: [JSONIrregularity] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func whole() throws(JSONFault) -> JSONValue {
    skipBlanks()
    guard position < bytes.count else { throw fault(.empty) }
    let value = try self.value(depth: 1)
    skipBlanks()
    guard position == bytes.count else { throw fault(.trailingData) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    switch try peek() {
    case UInt8(ascii: "{"):
      if depth > limits.nesting { return try passOver() }
      return try object(depth: depth)
    case UInt8(ascii: "["):
      if depth > limits.nesting { return try passOver() }
      return try array(depth: depth)
    case UInt8(ascii: "\""):
      let start = position
      return .text(checked(try string(), from: start, isKey: false))
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    // Never in UTF-8: how UTF-16 begins, in which spreadsheets like to save.
    case 0xFE, 0xFF: throw fault(.encoding)
    default: throw fault(.unexpectedCharacter)
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var seen: Set<String> = []
    skipBlanks()
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return .object([])
    }
    while true {
      skipBlanks()
      let start = position
      guard try peek() == UInt8(ascii: "\"") else { throw fault(.unexpectedCharacter) }
      let before = irregularities.count
      let key = checked(try string(), from: start, isKey: true)
      let isSound = irregularities.count == before
      skipBlanks()
      guard try peek() == UInt8(ascii: ":") else { throw fault(.unexpectedCharacter) }
      position += 1
      skipBlanks()
      path.append(.key(isSound ? key : "?"))
      let isFirst = isSound && seen.insert(key).inserted
      if isSound && !isFirst { note(.duplicateKey, from: start) }
      let value = try self.value(depth: depth + 1)
      path.removeLast()
      if isFirst { members.append(JSONValue.Member(key, value)) }
      skipBlanks()
      if try closes(with: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    let start = position
    position += 1
    var items: [JSONValue] = []
    skipBlanks()
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    while true {
      skipBlanks()
      path.append(.index(items.count))
      items.append(try value(depth: depth + 1))
      path.removeLast()
      skipBlanks()
      if try closes(with: UInt8(ascii: "]")) { break }
    }
    if items.count > limits.listItems { note(.list, from: start) }
    return .array(items)
  }

  /// Passes a comma or the closing bracket; true for the bracket.
  private mutating func closes(with bracket: UInt8) throws(JSONFault) -> Bool {
    switch try peek() {
    case bracket:
      position += 1
      return true
    case UInt8(ascii: ","):
      position += 1
      return false
    case UInt8(ascii: "]"), UInt8(ascii: "}"): throw fault(.bracket)
    default: throw fault(.unexpectedCharacter)
    }
  }

  /// Passes over a value that lies too deep, without recursion and without keeping it.
  private mutating func passOver() throws(JSONFault) -> JSONValue {
    note(.nesting, from: position)
    var open: [UInt8] = []
    repeat {
      switch try peek() {
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.removeLast() == bytes[position] else { throw fault(.bracket) }
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      default: break
      }
      position += 1
    } while !open.isEmpty
    return .null
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault)
    -> JSONValue
  {
    for index in 0..<word.utf8CodeUnitCount {
      guard position < bytes.count else { throw fault(.unexpectedEnd) }
      guard bytes[position] == word.utf8Start[index] else { throw fault(.unexpectedCharacter) }
      position += 1
    }
    return value
  }

  /// Notes what is wrong with the characters or the length of a text that began at `start`.
  private mutating func checked(
    _ raw: String, from start: Int, isKey: Bool
  ) -> String {
    let limit = isKey ? limits.keyScalars : limits.textScalars
    // Every character of a text without escapes and without bytes above 7E is permitted.
    let size = position - start - 2
    if raw.utf8.count == size, size <= limit, isPlain(start + 1..<position - 1) { return raw }
    let (text, isPermitted) = limits.texts.judge(raw)
    if !isPermitted { note(isKey ? .keyCharacters : .characters(of: text), from: start) }
    if text.utf8.count > limit, text.unicodeScalars.count > limit {
      note(isKey ? .key : .text, from: start)
    }
    return text
  }

  private func isPlain(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 < 0x7F } }

  mutating func note(_ kind: JSONIrregularity.Kind, from offset: Int) {
    guard irregularities.count <= limits.irregularities else { return }
    irregularities.append(JSONIrregularity(kind: kind, path: path, offset: offset))
  }
}
