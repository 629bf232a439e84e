import TamgaDomain
internal import TamgaSeal

extension Verdict {
  /// The names of the columns of ``row(input:tongue:)``.
  public static let columns = [
    "input", "pages", "verdict", "genuine", "inForce", "effect", "document", "number", "copy",
    "name", "passport", "citizenship", "validFrom", "validUntil", "sealedAt", "issuer",
    "issuingBody",
    "replacedBy", "reasons", "altered", "hints", "checkedOn", "error",
  ]

  /// The verdict as a row of a table, a cell for each of ``columns``.
  ///
  /// - Parameter input: The path as it was given.
  public func row(input: String) -> [String] {
    var judgement: Judgement?
    if case .judged(let made) = self { judgement = made }
    let claims = judgement?.claims
    let isGenuine = judgement != nil
    return [
      input, pages.map(String.init).joined(separator: " "), outcome.rawValue,
      isGenuine ? "true" : "false", outcome == .valid ? "true" : "false",
      judgement?.kind?.effect.rawValue ?? "", claims?.document ?? "", claims?.number ?? "",
      claims.map { String($0.copy) } ?? "", claims?.name ?? "", claims?.passport ?? "",
      claims?.citizenship ?? "", claims?.validFrom?.iso ?? "", claims?.validUntil?.iso ?? "",
      claims?.sealedAt ?? "", claims?.issuer ?? "", claims?.issuingBody?.code ?? "",
      judgement?.replacedBy ?? "",
      reasons.map { $0.rawValue }.joined(separator: " "),
      (judgement?.altered ?? []).map { $0.claim }.joined(separator: " "),
      (judgement?.hints ?? []).map { $0.claim }.joined(separator: " "), basis.checkedOn.iso, "",
    ]
  }

  /// The row of an input that could not be read.
  public static func row(unreadable input: String, error: String) -> [String] {
    [input] + Array(repeating: "", count: columns.count - 2) + [error]
  }
}

/// A line of a table of comma-separated values (RFC 4180).
public enum TableLine {
  /// The cells, those with commas, quotation marks or line breaks in quotation marks. A cell that a
  /// spreadsheet would take for a formula begins with an apostrophe, and what is not seen is shown as its
  /// number: paths are a stranger's text.
  public static func text(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    var cell = PlainText.line(cell)
    // Full-width signs are formulas to some spreadsheets too, and blanks before one are passed over.
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) {
      cell = "'" + cell
    }
    guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
