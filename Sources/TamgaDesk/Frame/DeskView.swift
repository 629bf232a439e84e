public import TamgaDomain

/// A page of the desk: what differs from page to page.
public protocol DeskView: Sendable {
  /// The word of `body[data-view]`.
  var name: String { get }
  func title(in language: MessageLanguage) -> Message
  /// The place of the navigation to which the page belongs.
  var place: DeskPlace? { get }
  /// Where the page is asked for; nil where it is the address at which it stands.
  var address: Link? { get }
  func main(in context: DeskContext) -> HTML
  /// What stands beside the main part: a picture of the paper.
  func aside(in context: DeskContext) -> HTML?
}

extension DeskView {
  public var place: DeskPlace? { nil }
  public var address: Link? { nil }
  public func aside(in context: DeskContext) -> HTML? { nil }

  /// The page whole, as UTF-8 is sent.
  public func page(in context: DeskContext) -> String {
    "<!doctype html>\n" + DeskFrame(context: context).document(self).markup
  }
}

/// The places of the navigation.
public enum DeskPlace: String, Hashable, Sendable, CaseIterable {
  case search, new, batches, proposals, statistics, log, users
}
