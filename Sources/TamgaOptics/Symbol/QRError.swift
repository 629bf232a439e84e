public import TamgaDomain

/// A text that does not become a symbol.
///
/// The text itself is never part of the error: it holds personal data.
public struct QRError: Problem, Hashable {
  /// What is wrong, for programs and tests.
  public enum Code: String, ProblemCode {
    /// There is nothing to encode.
    case empty = "qr-empty"
    /// A character outside printable ASCII: readers guess its charset, each in its own way.
    case character = "qr-character"
    /// The text needs a denser symbol than the largest allowed version.
    case tooLong = "qr-too-long"
    /// libqrencode failed for want of memory.
    case library = "qr-library"
  }

  public let code: Code
  public let message: Message
  public let hint: Message?

  init(_ code: Code, kk: String, ru: String, en: String, hint: Message? = nil) {
    self.code = code
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }
}
