/// A text that does not become a symbol.
///
/// The text itself is never part of the error: it holds personal data.
public struct QRError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable {
    /// There is nothing to encode.
    case empty = "QR-EMPTY"
    /// A character outside printable ASCII: readers guess its charset, each in its own way.
    case character = "QR-CHARACTER"
    /// The text needs a denser symbol than the largest allowed version.
    case tooLong = "QR-TOO-LONG"
    /// libqrencode failed for want of memory.
    case library = "QR-LIBRARY"
  }

  public let code: Code
  /// One sentence without a final period.
  public let message: String
  /// What the office can do next.
  public let hint: String?

  init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  public var description: String {
    "QR symbol: \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }
}
