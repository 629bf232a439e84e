public import TamgaDomain
public import TamgaFormats
public import TamgaRegister

/// A paper as it is listed for people: personal data.
public struct FoundPaper: Hashable, Sendable {
  public let paper: PaperEntry
  /// Whom the record is about; nil after the retention.
  public let person: Person?

  /// Members of `POST /papers/search` (contract `serve.md`).
  public var members: [JSONValue.Member] {
    [
      .init("document", .text(paper.document)), .init("number", .text(paper.number.number)),
      .init("copy", .integer(Int64(paper.number.copy))), .init("status", .text(paper.statusWord)),
      .init("issueDate", .text(paper.issueDate.iso)),
      .init("name", .text(orNull: person?.name)),
      .init("passport", .text(orNull: person?.passport)),
      .init("validFrom", .text(orNull: paper.validFrom?.iso)),
      .init("validUntil", .text(orNull: paper.validUntil?.iso)),
    ]
  }

  public var json: JSONValue { .object(members) }
}

extension PaperEntry {
  /// `valid`, `suspended`, `superseded`, `revoked` or `voided` (contract `serve.md`).
  public var statusWord: String { state == .void ? "voided" : "\(status)" }
}

extension JSONValue {
  static func text(orNull text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
}
