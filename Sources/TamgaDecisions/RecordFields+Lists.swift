import TamgaDomain
import TamgaFormats

// Lists of texts and of papers.
extension DecisionDecoder {
  /// Blank items are left out unless they hold a place.
  mutating func texts(
    _ value: JSONValue, newlines: Bool, keepsBlanks: Bool = false, at place: JSONPointer
  ) -> Reading<FieldValue> {
    guard case .array(let items) = value else { return failed(.type(.texts), at: place) }
    var texts: [Bilingual] = []
    var isSound = true
    var hasText = false
    for (index, item) in items.enumerated() {
      let reading: Reading<Bilingual> =
        item == .null
        ? .blank : bilingual(item, newlines: newlines, at: place.appending(index))
      switch reading {
      case .value(let text):
        texts.append(text)
        hasText = true
      case .blank: if keepsBlanks { texts.append(Bilingual(both: "")) }
      case .failed: isSound = false
      }
    }
    guard isSound else { return .failed }
    return hasText ? .value(.texts(texts)) : .blank
  }

  /// Texts, among them ids of papers: what is written like an id must be one.
  mutating func papers(
    _ value: JSONValue, newlines: Bool, at place: JSONPointer
  ) -> Reading<FieldValue> {
    guard case .array(let items) = value else { return failed(.type(.texts), at: place) }
    var isSound = true
    for (index, item) in items.enumerated() {
      guard let id = item.text, case .unknown(let nearest)? = parser.papers.named(id) else {
        continue
      }
      add(.unknownPaper(nearest), at: place.appending(index))
      isSound = false
    }
    let reading = texts(value, newlines: newlines, at: place)
    return isSound ? reading : .failed
  }
}
