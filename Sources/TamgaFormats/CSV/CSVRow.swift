/// One row of a table that Excel and LibreOffice open: semicolons, for a comma is a decimal sign here.
///
/// RFC 4180 apart from the separator. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it (OWASP, "CSV Injection"): decisions and files are named by strangers.
public enum CSVRow {
  /// Before the first row: tells Excel that the table is UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static let formula = [UInt8]("=+-@\t\r".utf8)
  private static let special = [UInt8]("\";\r\n".utf8)
  private static let quote = UInt8(ascii: "\"")

  /// The row with its line end, in UTF-8.
  public static func bytes(_ cells: [String]) -> [UInt8] {
    var row: [UInt8] = []
    for (index, text) in cells.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ";")) }
      row += cell([UInt8](text.utf8))
    }
    return row + [0x0D, 0x0A]
  }

  private static func cell(_ text: [UInt8]) -> [UInt8] {
    var cell = text
    if let first = text.first, formula.contains(first) { cell.insert(UInt8(ascii: "'"), at: 0) }
    guard cell.contains(where: { special.contains($0) }) else { return cell }
    var quoted = [quote]
    for byte in cell {
      if byte == quote { quoted.append(quote) }
      quoted.append(byte)
    }
    return quoted + [quote]
  }
}
