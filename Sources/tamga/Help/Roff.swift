/// Text as troff reads it: what would be a request or a sign of its own is written so that it stands
/// on the page as it is.
enum Roff {
  /// Bytes of a line at most, as `mandoc -Tlint` asks.
  private static let width = 78

  static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\"": escaped += "\\(dq"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  static func bold(_ text: String) -> String { "\\fB" + escape(text) + "\\fR" }
  static func italic(_ text: String) -> String { "\\fI" + escape(text) + "\\fR" }

  /// Lines of words that are escaped already. No line begins with a request.
  static func fill(_ words: [String]) -> String {
    var lines: [String] = []
    var line = ""
    for word in words where !word.isEmpty {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
        lines.append(line)
        line = ""
      }
      // A word that begins with a full stop would be taken for a request at the start of a line.
      if line.isEmpty, word.hasPrefix(".") { line = "\\&" }
      line += (line.isEmpty || line == "\\&" ? "" : " ") + word
    }
    return (lines + [line]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A paragraph of plain text.
  static func paragraph(_ text: String) -> String {
    fill(text.split(whereSeparator: \.isWhitespace).map { escape(String($0)) })
  }
}
