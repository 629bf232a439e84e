public import TamgaFormats

/// Which language the printed words of a paper are in, in the order of drawing: what a program that reads
/// aloud needs to know, and what no word shows.
public struct LanguageRuns: Hashable, Sendable {
  private var runs: [Run] = []
  /// The texts of the last run as they were drawn.
  private var texts: [String] = []
  /// Characters of the last run; nil where only all its texts together tell.
  private var count: Int? = 0

  private struct Run: Hashable, Sendable {
    let language: String
    /// Characters of `PrintedText.words(of:)`.
    var count: Int
  }

  /// No words yet.
  public init() {}

  /// Adds a text that is drawn behind the others.
  ///
  /// - Parameter language: `kk` or `ru`.
  public mutating func add(_ text: String, in language: String) {
    let plain = PrintedText.plainCount(of: text)
    if runs.last?.language != language {
      guard plain ?? PrintedText.wordBytes(of: text).count > 0 else { return }
      close()
      runs.append(Run(language: language, count: 0))
    }
    texts.append(text)
    count = if let count, let plain { count + plain } else { nil }
  }

  private mutating func close() {
    guard !runs.isEmpty else { return }
    // In UTF-8 each character has one byte that continues none.
    runs[runs.count - 1].count =
      count ?? PrintedText.wordBytes(of: texts.joined()).count { $0 & 0xC0 != 0x80 }
    texts = []
    count = 0
  }

  /// Whether these are the sealed runs, once or for each of several prints of the paper behind each other.
  ///
  /// - Parameters:
  ///   - sealed: As ``json`` gives them.
  ///   - copies: Prints, at least one.
  public func areSealed(as sealed: JSONValue?, copies: Int) -> Bool {
    guard case .array(let once) = sealed else { return false }
    var all: [JSONValue] = []
    for _ in 0..<copies {
      for run in once {
        if let joined = Self.joined(all.last, run) {
          all[all.count - 1] = joined
        } else {
          all.append(run)
        }
      }
    }
    return .array(all) == json
  }

  /// One run of two in one language; nil where they are in two.
  private static func joined(_ last: JSONValue?, _ next: JSONValue) -> JSONValue? {
    guard case .array(let one) = last, case .array(let other) = next, one.count == 2,
      other.count == 2, one[0] == other[0], case .integer(let first) = one[1],
      case .integer(let second) = other[1]
    else { return nil }
    let (sum, isOver) = first.addingReportingOverflow(second)
    return isOver ? nil : .array([one[0], .integer(sum)])
  }

  /// `[["kk", 153], ["ru", 201], …]`: the characters of the digest's words, run by run.
  public var json: JSONValue {
    var whole = self
    whole.close()
    return .array(
      whole.runs.map { .array([.text($0.language), .integer(Int64($0.count))]) })
  }
}
