internal import TamgaDomain
internal import TamgaSeal

/// What a paper's file says of itself beside its pages (ISO 32000-1, 14.3.3): a viewer shows it, and no seal
/// covers it.
public struct FileProperties: Hashable, Sendable {
  /// The document title: kind and number.
  public let title: String
  /// The issuing body; nil where the file names none.
  public let author: String?
  /// Seconds since 1970.
  public let created: Int64
  /// Tells the file from others; nil in files of earlier versions.
  public let id: [UInt8]?

  /// What a reader of the file found.
  public init(title: String, author: String?, created: Int64, id: [UInt8]? = nil) {
    self.id = id
    self.title = title
    self.author = author
    self.created = created
  }

  /// Whether they are those of a paper with these claims.
  ///
  /// - Parameters:
  ///   - kind: nil where it is not known: then no title is.
  ///   - body: nil where the seal names none: then any author may stand there.
  func fit(_ claims: PaperClaims, _ kind: KindEntry?, _ body: BodyEntry?) -> Bool {
    guard created == claims.sealedAt, id.map({ $0 == claims.id }) ?? true else { return false }
    if let kind {
      let titles = Self.texts(kind.title.kk, kind.title.ru)
      guard titles.contains(where: { $0 + " № " + claims.number == title }) else { return false }
    }
    guard let author, let body else { return true }
    return Self.texts(body.name.kk, body.name.ru).contains(author)
  }

  /// One text in the languages that a paper may have.
  private static func texts(_ kk: String, _ ru: String) -> [String] {
    [kk + " / " + ru, ru + " / " + kk, kk, ru]
  }
}
