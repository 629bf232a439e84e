import TamgaDecisions
import TamgaDomain
import TamgaLaw

/// A finding for people, in one line: how much it weighs, what is wrong, where, and what the law says.
enum FindingLine {
  /// - Parameter kind: Of the record, for the names of its fields; nil when it is not known.
  static func text(
    _ finding: Finding, _ kind: DocumentKind?, _ language: MessageLanguage = Terminal.language
  ) -> String {
    finding.levelWords[language] + ": " + reason(finding, kind, language)
  }

  /// The same without the level.
  static func reason(
    _ finding: Finding, _ kind: DocumentKind?, _ language: MessageLanguage = Terminal.language
  ) -> String {
    var notes: [String] = []
    if let place = PlaceWords.words(finding.place, of: kind)?[language] {
      notes.append(place)
    } else if !finding.place.isEmpty {
      notes.append(finding.place)
    }
    if let citation = finding.citation { notes.append(citation.words[language]) }
    // The id is for those who look a rule up; its words are English.
    if language == .en { notes.append(finding.rule) }
    return finding.message[language]
      + (notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")")
  }
}
