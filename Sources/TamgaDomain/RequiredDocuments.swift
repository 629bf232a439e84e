/// Every document that the acts require of applicants, and how a record names one.
///
/// A list of papers in a record (`acceptedDocuments`, `missingDocuments`) holds ids, ids with a
/// state (`lim-medical-insurance:expired`) and free texts, in any mixture.
public struct RequiredDocuments: Hashable, Sendable {
  /// In the order of the acts.
  public let papers: [RequiredDocument]
  /// Fewer papers for some people.
  public let reducedSets: [ReducedSet]
  /// How an expired paper is printed, by service; `{paper}` stands for its words.
  public let expired: [Service: Bilingual]
  private let byId: [String: RequiredDocument]
  private let byWords: [Wording: Item]
  private let prefixes: Set<String>

  /// The state that may follow an id.
  public static let expiredState = "expired"

  /// The list of an office whose templates name no papers.
  public static let none = RequiredDocuments(papers: [], reducedSets: [], expired: [:])

  /// A smaller set of papers (rules.md, section I).
  public struct ReducedSet: Hashable, Sendable {
    /// The service whose applicants it is for.
    public let service: Service
    /// The flag of the facts that tells a record to which it applies.
    public let fact: String
    /// For whom, in the words of the act.
    public let condition: Message
    /// Ids.
    public let papers: Set<String>

    /// A set for the records whose facts have the flag `fact`.
    public init(service: Service, fact: String, condition: Message, papers: Set<String>) {
      self.service = service
      self.fact = fact
      self.condition = condition
      self.papers = papers
    }
  }

  /// A paper of a record, told by its id or by the very words of the act.
  public struct Item: Hashable, Sendable {
    /// Which of the list.
    public let paper: RequiredDocument
    /// Handed in, but its own term had ended; printed in the words of ``RequiredDocuments/expired``.
    public let isExpired: Bool
  }

  /// What an entry of a list means.
  public enum Entry: Hashable, Sendable {
    /// A paper of the list.
    case paper(Item)
    /// Words of the record's own.
    case words
    /// Written as an id, but of no paper; with the id that was perhaps meant.
    case unknown(nearest: String?)
  }

  /// The very words of a paper, byte for byte: records and templates are in NFC, and to compare long
  /// Cyrillic words letter by letter costs ten times as much.
  private struct Wording: Hashable {
    let service: Service
    let text: String

    static func == (one: Wording, other: Wording) -> Bool {
      one.service == other.service && one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Ids are unique: whoever reads the list sees to it.
  public init(papers: [RequiredDocument], reducedSets: [ReducedSet], expired: [Service: Bilingual])
  {
    self.papers = papers
    self.reducedSets = reducedSets
    self.expired = expired
    var byId: [String: RequiredDocument] = [:]
    for paper in papers where byId[paper.id] == nil { byId[paper.id] = paper }
    self.byId = byId
    prefixes = Set(papers.map { String($0.id.prefix { $0 != "-" }) })
    var byWords: [Wording: Item] = [:]
    byWords.reserveCapacity(4 * papers.count)
    for paper in papers {
      for isExpired in [false, true] {
        let item = Item(paper: paper, isExpired: isExpired)
        let text = Self.words(of: item, expired)
        for language in Language.allCases {
          // Several services ask for a paper of the same name («өтініш»): words tell none of them.
          let key = Wording(service: paper.service, text: text[language])
          byWords[key] = byWords[key] ?? item
        }
      }
    }
    self.byWords = byWords
  }

  /// The paper of an id without a state; nil for an id that is not in the list.
  public subscript(id: String) -> RequiredDocument? { byId[id] }

  /// What an entry of a list means in a record of `service`.
  public func entry(_ text: Bilingual, of service: Service) -> Entry {
    if text.kk == text.ru, let entry = named(text.kk) { return entry }
    for language in Language.allCases {
      if let item = byWords[Wording(service: service, text: text[language])] { return .paper(item) }
    }
    return .words
  }

  /// The words that an entry prints: those of the act for an id, otherwise its own.
  public func printed(_ text: Bilingual) -> Bilingual {
    guard text.kk == text.ru, case .paper(let item)? = named(text.kk) else { return text }
    return Self.words(of: item, expired)
  }

  /// The entry of a text that is an id or written like one; nil for words.
  public func named(_ text: String) -> Entry? {
    guard Self.looksLikeID(text) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if let paper = byId[String(parts[0])], parts.count == 1 || parts[1] == Self.expiredState {
      return .paper(Item(paper: paper, isExpired: parts.count > 1))
    }
    let states = papers.map { "\($0.id):\(Self.expiredState)" }
    let candidates = parts.count == 1 ? papers.map { $0.id } : states
    let nearest = NearestName.of(text, among: candidates)
    // A word of its own may have a hyphen too: without a prefix of ours or an id nearby it is one.
    guard nearest != nil || prefixes.contains(String(text.lowercased().prefix { $0 != "-" })) else {
      return nil
    }
    return .unknown(nearest: nearest)
  }

  /// Latin letters and digits parted by hyphens, with a state at most: no words of a paper.
  private static func looksLikeID(_ text: String) -> Bool {
    text.contains("-")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"): true
        default: false
        }
      }
  }

  private static func words(of item: Item, _ expired: [Service: Bilingual]) -> Bilingual {
    guard item.isExpired, let frame = expired[item.paper.service] else { return item.paper.text }
    let text = item.paper.text
    return Bilingual(kk: filled(frame.kk, text.kk), ru: filled(frame.ru, text.ru))
  }

  private static let place = "{paper}".utf8

  /// A frame with words in its place.
  private static func filled(_ frame: String, _ words: String) -> String {
    let bytes = frame.utf8
    guard
      let open = bytes.indices.first(where: {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0...].starts(with: place)
      })
    else { return frame }
    let close = bytes.index(open, offsetBy: place.count)
    return frame[..<open] + words + frame[close...]
  }
}
