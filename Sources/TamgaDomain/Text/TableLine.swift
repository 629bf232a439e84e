/// A line of a table of separated values (RFC 4180), as spreadsheets open it.
public enum TableLine {
  /// Before the first line: tells Excel that the table is UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The cells with the line's end; those with separators, quotation marks or line breaks in quotation
  /// marks. A cell that a spreadsheet would take for a formula begins with an apostrophe, and what is not
  /// seen is shown as its number: names and ids are a stranger's text.
  ///
  /// - Parameter separator: A semicolon where a comma is the decimal sign of those who open the table.
  public static func text(_ cells: [String], separator: Unicode.Scalar = ",") -> String {
    cells.map { quoted($0, separator) }.joined(separator: String(separator)) + "\r\n"
  }

  private static func quoted(_ cell: String, _ separator: Unicode.Scalar) -> String {
    if isPlain(cell) { return cell }
    var cell = PlainText.line(cell)
    // Full-width signs are formulas to some spreadsheets too, and blanks before one are passed over.
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, beginsFormula(first) { cell = "'" + cell }
    guard cell.unicodeScalars.contains(where: { $0 == separator || dividesCells($0) }) else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A number, an id, a name of a file: nothing of it is shown otherwise or divides cells.
  private static func isPlain(_ cell: String) -> Bool {
    cell.utf8.first != UInt8(ascii: "-")
      && cell.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "/"):
          true
        default: false
        }
      }
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func dividesCells(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\r" || scalar == "\n"
  }
}
