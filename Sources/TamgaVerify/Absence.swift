internal import TamgaOptics

/// Why no code was found in a picture, as far as the reader of pictures can tell.
public enum Absence: Hashable, Sendable {
  /// Nothing that looks like a code.
  case nothing
  /// A code is there, but too blurred, too small or too damaged to be read.
  case unread
  /// The time was over before everything had been tried.
  case unfinished
}

extension Reading {
  /// Why there is no text; of no meaning when there is one.
  var absence: Absence { isComplete ? .nothing : .unfinished }
}

extension Reason {
  init(_ absence: Absence) {
    self =
      switch absence {
      case .nothing: .noCodeSeen
      case .unread: .codeUnread
      case .unfinished: .lookUnfinished
      }
  }
}
