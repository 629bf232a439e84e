internal import TamgaDomain

/// A page of a file that is no part of any paper: what a print run has between its papers.
public struct OtherPage: Hashable, Sendable {
  /// What a page without a paper is.
  public enum Kind: String, Hashable, Sendable {
    /// The sheet upon an office's papers. It carries no seal, and anybody can make one.
    case coverSheet = "cover-sheet"
    /// Nothing is drawn on it.
    case blank = "blank-page"
  }

  /// From 1.
  public let page: Int
  /// What the page is instead.
  public let kind: Kind

  /// A page that belongs to no paper.
  public init(page: Int, kind: Kind) {
    self.page = page
    self.kind = kind
  }
}

extension PageContents {
  /// What a page without a seal is; nil for one that belongs to the paper beside it.
  public var other: OtherPage.Kind? {
    if isBlank { return .blank }
    return text.map(CoverTitle.stands) ?? false ? .coverSheet : nil
  }
}

extension OtherPage.Kind {
  /// In the words of a verdict.
  var message: Message {
    switch self {
    case .coverSheet:
      Message(
        kk: "басып шығару топтамасының ілеспе парағы, құжат емес",
        ru: "сопроводительный лист партии печати, не документ",
        en: "the cover sheet of a print run, not a document")
    case .blank:
      Message(kk: "бос бет", ru: "пустая страница", en: "a blank page")
    }
  }
}
