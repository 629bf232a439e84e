/// What a PDF is made of: its trailer and all of its objects, without the data of streams.
public struct PDFObjects: Sendable {
  public let trailer: [String: PDFValue]
  /// False when the file must be repaired to be read, or holds what is no PDF syntax.
  public let isSound: Bool
  /// True when an update was appended to the file (ISO 32000-1, 7.5.6).
  public let isUpdated: Bool
  private let values: [PDFReference: PDFValue]
  private let streams: Set<PDFReference>
  /// What can be come to from the trailer. Programs that take pages out leave the rest behind in the file, where
  /// no reader shows it.
  private let reached: Set<PDFReference>

  /// The objects of a file that has too many.
  public static let none = PDFObjects(list: [], isSound: false, isUpdated: false)

  /// Reads the list that the reading process writes: the trailer, then one object a line.
  init(list: [UInt8], isSound: Bool, isUpdated: Bool) {
    var lexer = PDFLexer(list[...])
    var trailer: [String: PDFValue] = [:]
    var values: [PDFReference: PDFValue] = [:]
    var streams: Set<PDFReference> = []
    var isWhole = isSound
    if isSound, case .value(.dictionary(let members)) = lexer.next() {
      trailer = members
      while let token = lexer.next() {
        guard case .value(let number) = token, let number = number.integer,
          case .value(let generation) = lexer.next(), let generation = generation.integer,
          let first = lexer.next()
        else {
          isWhole = false
          break
        }
        let reference = PDFReference(number: number, generation: generation)
        switch first {
        case .value(let value): values[reference] = value
        case .word("stream"):
          guard case .value(let value) = lexer.next() else {
            isWhole = false
            break
          }
          values[reference] = value
          streams.insert(reference)
        case .word: isWhole = false
        }
      }
    } else {
      isWhole = false
    }
    self.trailer = trailer
    self.values = values
    self.streams = streams
    reached = Self.reached(from: trailer, values)
    self.isSound = isWhole && lexer.isSound
    self.isUpdated = isUpdated
  }

  private static func reached(
    from trailer: [String: PDFValue], _ values: [PDFReference: PDFValue]
  ) -> Set<PDFReference> {
    var reached: Set<PDFReference> = []
    var next = [PDFValue.dictionary(trailer)]
    while let value = next.popLast() {
      switch value {
      case .dictionary(let members): next += members.values
      case .array(let items): next += items
      case .reference(let reference):
        if let value = values[reference], reached.insert(reference).inserted { next.append(value) }
      default: break
      }
    }
    return reached
  }

  /// References that lead to a reference: a paper has none.
  private static let chainLimit = 4

  /// The value itself where one is referred to; null where there is none.
  public func resolved(_ value: PDFValue?) -> PDFValue {
    var value = value ?? .null
    for _ in 0..<Self.chainLimit {
      guard case .reference(let reference) = value else { return value }
      value = values[reference] ?? .null
    }
    return .null
  }

  /// The dictionary that a value is or refers to.
  public func dictionary(_ value: PDFValue?) -> [String: PDFValue]? { resolved(value).dictionary }

  /// The stream that a value refers to: where its data are, and its dictionary.
  public func stream(_ value: PDFValue?) -> (reference: PDFReference, members: [String: PDFValue])?
  {
    guard case .reference(let reference) = value, streams.contains(reference),
      let members = values[reference]?.dictionary
    else { return nil }
    return (reference, members)
  }

  /// Whether any object that the trailer leads to, or a dictionary inside of one, is as `isMeant` says.
  public func contains(where isMeant: ([String: PDFValue]) -> Bool) -> Bool {
    func holds(_ value: PDFValue) -> Bool {
      switch value {
      case .dictionary(let members): isMeant(members) || members.values.contains(where: holds)
      case .array(let items): items.contains(where: holds)
      default: false
      }
    }
    return reached.contains { values[$0].map(holds) ?? false }
  }

  /// Whether the dictionary of any stream is as `isMeant` says.
  public func containsStream(where isMeant: ([String: PDFValue]) -> Bool) -> Bool {
    streams.contains { values[$0]?.dictionary.map(isMeant) ?? false }
  }

  /// The pages in order, each with what it inherits (ISO 32000-1, 7.7.3); nil when the tree is none.
  public func pages(limit: Int) -> [[String: PDFValue]]? {
    guard let catalog = dictionary(trailer["Root"]) else { return nil }
    var pages: [[String: PDFValue]] = []
    var seen: Set<PDFReference> = []
    guard
      gather(catalog["Pages"], inherited: [:], into: &pages, seen: &seen, depth: 0, limit: limit)
    else { return nil }
    return pages
  }

  private static let treeDepth = 32

  private func gather(
    _ node: PDFValue?, inherited: [String: PDFValue], into pages: inout [[String: PDFValue]],
    seen: inout Set<PDFReference>, depth: Int, limit: Int
  ) -> Bool {
    guard depth < Self.treeDepth, case .reference(let reference) = node,
      seen.insert(reference).inserted, var members = dictionary(node)
    else { return false }
    guard let kids = members["Kids"] else {
      if pages.count < limit {
        pages.append(members.merging(inherited) { own, _ in own })
      }
      return true
    }
    for key in ["Type", "Kids", "Count", "Parent"] { members[key] = nil }
    let passedOn = members.merging(inherited) { own, _ in own }
    return (resolved(kids).array ?? []).allSatisfy {
      gather($0, inherited: passedOn, into: &pages, seen: &seen, depth: depth + 1, limit: limit)
    }
  }
}
