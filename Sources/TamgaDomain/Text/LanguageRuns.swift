public import TamgaFormats

/// Which language the printed words of a paper are in, in the order of drawing: what a program that reads
/// aloud needs to know, and what no word shows.
public struct LanguageRuns: Hashable, Sendable {
  private var runs: [Run] = []
  /// The text of the last run as it was drawn.
  private var text = ""

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
    if runs.last?.language != language {
      guard !PrintedText.words(of: text).isEmpty else { return }
      close()
      runs.append(Run(language: language, count: 0))
      self.text = ""
    }
    self.text += text
  }

  private mutating func close() {
    guard !runs.isEmpty else { return }
    runs[runs.count - 1].count = PrintedText.words(of: text).unicodeScalars.count
    text = ""
  }

  /// `[["kk", 153], ["ru", 201], …]`: the characters of the digest's words, run by run.
  public var json: JSONValue {
    var whole = self
    whole.close()
    return .array(
      whole.runs.map { .array([.text($0.language), .integer(Int64($0.count))]) })
  }
}
