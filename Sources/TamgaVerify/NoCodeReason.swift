/// Why no code was found in a picture, as far as the reader of pictures can tell.
public enum NoCodeReason: Hashable, Sendable {
  /// Nothing that looks like a code.
  case nothing
  /// A code is there, but too blurred or too damaged to be read.
  case unread
  /// A code is there, but too small in the picture to be read.
  case small
  /// The time was over before everything had been tried.
  case unfinished
}

extension Reason {
  init(_ noCode: NoCodeReason) {
    self =
      switch noCode {
      case .nothing: .noCodeSeen
      case .unread: .codeUnread
      case .small: .codeTooSmall
      case .unfinished: .lookUnfinished
      }
  }
}
