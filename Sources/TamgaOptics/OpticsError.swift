/// A picture or PDF that could not be looked at. It says nothing about any seal in it.
///
/// Carries no content of the input: only where to look and what to do.
public struct OpticsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable {
    /// Zero bytes.
    case empty = "OPT-EMPTY"
    /// No picture or PDF, or a format for which no loader is installed.
    case format = "OPT-FORMAT"
    /// More bytes than the cap.
    case bytes = "OPT-BYTES"
    /// More pixels (or scans of a progressive JPEG) than the cap.
    case pixels = "OPT-PIXELS"
    /// The file begins well and ends badly.
    case damaged = "OPT-DAMAGED"
    /// The PDF asks for a password.
    case encrypted = "OPT-ENCRYPTED"
    /// The PDF has no such page, or one that cannot be drawn.
    case noPage = "OPT-NO-PAGE"
    /// A page beyond the page cap.
    case pages = "OPT-PAGES"
    /// A page with more text than the cap, or with a side that no renderer takes.
    case large = "OPT-LARGE-PAGE"
    /// The time allowed is over.
    case time = "OPT-TIME"
    /// The reading process died: memory limit or a fault in a library.
    case lost = "OPT-LOST"
    /// The program `tamga-reader` is not there.
    case noReader = "OPT-NO-READER"
  }

  public let code: Code
  /// Where: `picture`, `PDF`, or a page counted from 1: `page 3`.
  public let place: String
  /// What was found and what was expected, in one sentence without a final period.
  public let message: String
  /// What to do next.
  public let hint: String?

  init(_ code: Code, at place: String, _ message: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  public var description: String {
    "\(place): \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }
}
