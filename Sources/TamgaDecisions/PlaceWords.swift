public import TamgaDomain
import TamgaLaw

/// A place in a record, a JSON pointer, in people's words: «поле «дата начала»».
public enum PlaceWords {
  /// Keys of the record itself.
  private static let record: [Substring: Message] = [
    "id": Message(kk: "шешімнің белгісі", ru: "обозначение решения", en: "decision id"),
    "document": Message(kk: "құжат түрі", ru: "вид документа", en: "kind of document"),
    "languages": Message(kk: "құжат тілдері", ru: "языки документа", en: "languages"),
    "issuingBody": Message(
      kk: "берген орган", ru: "орган, выдавший документ", en: "issuing body"),
    "issueDate": Message(kk: "ресімделген күні", ru: "дата оформления", en: "issue date"),
    "fields": Message(kk: "өрістер", ru: "поля", en: "fields"),
    "facts": Message(kk: "мән-жайлар", ru: "сведения", en: "facts"),
    "previous": Message(kk: "бұрынғы құжат", ru: "прежний документ", en: "earlier document"),
  ]

  /// What is at `pointer` (RFC 6901) in a record of `kind`; nil for the record as a whole and for what
  /// has no name.
  public static func words(_ pointer: String, of kind: DocumentKind?) -> Message? {
    var keys = pointer.split(separator: "/")[...]
    guard let first = keys.popFirst() else { return nil }
    var name: Message?
    switch (first, keys.first) {
    case ("fields", let key?): name = kind?.field(String(key))?.label
    case ("facts", let key?): name = FactCatalogue.words(of: String(key))
    default: return record[first]
    }
    keys = keys.dropFirst()
    guard let name else { return record[first] }
    return keys.reduce(name) { whole, key in
      let part = part(key)
      return Message(
        kk: whole.kk + part.kk, ru: whole.ru + part.ru, en: whole.en + part.en)
    }
  }

  /// A language of a pair, or the place in a list, counted from 1.
  private static func part(_ key: Substring) -> Message {
    switch key {
    case "kk": Message(kk: " (қазақша)", ru: " (на казахском)", en: " (Kazakh)")
    case "ru": Message(kk: " (орысша)", ru: " (на русском)", en: " (Russian)")
    default:
      Int(key).map { Message(kk: " № \($0 + 1)", ru: " № \($0 + 1)", en: " no. \($0 + 1)") }
        ?? Message(kk: "", ru: "", en: "")
    }
  }
}
