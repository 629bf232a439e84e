/// A symbol that is plainly there and that could not be read.
public enum UnreadCode: Hashable, Sendable {
  /// Its modules are smaller than what is read with confidence: the camera was too far away.
  case small
  /// Blurred, moved, covered or torn.
  case damaged

  /// Pixels: from here on a module is large enough to be read.
  static let module = 1.8

  /// Nil where nothing was seen. The symbol that is most like one decides.
  init?(_ seen: [Recovery.Seen]) {
    guard let clearest = seen.max(by: { $0.likeness < $1.likeness }) else { return nil }
    self = clearest.module < Self.module ? .small : .damaged
  }
}
