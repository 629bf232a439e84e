internal import TamgaOptics
internal import TamgaVerify

extension Reading {
  /// Why there is no text; of no meaning when there is one.
  var noCode: NoCodeReason {
    switch unread {
    case .small: .small
    case .damaged: .unread
    case nil: isComplete ? .nothing : .unfinished
    }
  }
}
