import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaTemplates

/// The longest record that a kind may get: what its schema allows and some pages hold. Its words are no
/// language's; each field has words of its own, so that a piece of a line tells the field.
struct LongestRecord {
  let json: JSONValue
  /// What each field prints, by name: texts of all languages.
  let printed: [String: String]

  /// Characters of all texts together, a language: some ten pages, and a paper ends at forty.
  private static let budget = 12_000
  /// Letters of a long word that a column should have room for: «куәландырылмағандық» and the like.
  private static let word = 20
  /// Letters of a word in a person's name.
  private static let name = 16
  /// Items of a list.
  private static let items = 8
  private static let consonants = Array("бвгдклмнпрст")
  private static let vowels = Array("аоуыэ")

  init(
    _ kind: DocumentKind, _ shared: SharedWords, on day: CalendarDate, in language: Language
  ) {
    let texts = kind.fields.count { $0.type == .text || $0.type == .texts }
    let length = min(RecordLimits.textScalars, Self.budget / max(1, texts))
    let trials = kind.fields.enumerated().map { index, field in
      (field.name, Self.value(field, index, length, kind, shared, day))
    }
    json = .object([
      .init("id", .text("LONGEST-1")), .init("document", .text(kind.id)),
      .init("languages", .array([.text(language.rawValue)])),
      .init("issuingBody", .text("LONGEST-01")), .init("issueDate", .text(day.iso)),
      .init(
        "fields", .object(trials.compactMap { name, value in value.map { .init(name, $0.0) } })),
    ])
    printed = Dictionary(
      uniqueKeysWithValues: trials.compactMap { name, value in value.map { (name, $0.1) } })
  }

  /// Of the body that issues it: as long a name as bodies have.
  static let bodyName = Bilingual(both: text(0, words: word, length: 160))

  /// Of the paper.
  static let number = String(repeating: "0", count: SealLimits.number)

  /// The field of which a line or a word shows a piece.
  func field(of text: String) -> String? {
    printed.filter { $0.value.contains(text) }.keys.min()
  }

  private static func value(
    _ field: FieldDeclaration, _ index: Int, _ length: Int, _ kind: DocumentKind,
    _ shared: SharedWords, _ day: CalendarDate
  ) -> (JSONValue, String)? {
    func one(_ text: String) -> (JSONValue, String) { (.text(text), text) }
    func list(_ rows: [(id: String, text: Bilingual)], _ count: Int) -> (JSONValue, String)? {
      let rows = rows.sorted { ($1.text.size, $0.id) < ($0.text.size, $1.id) }.prefix(count)
      guard !rows.isEmpty else { return nil }
      return (
        .array(rows.map { .text($0.id) }),
        rows.map { $0.text.kk + "\n" + $0.text.ru }.joined(separator: "\n")
      )
    }
    func first(_ rows: [(id: String, text: Bilingual)]) -> (JSONValue, String)? {
      list(rows, 1).flatMap { value, printed in
        if case .array(let items) = value, let item = items.first { (item, printed) } else { nil }
      }
    }
    switch field.type {
    case .text: return one(text(index, words: word, length: length))
    case .plain:
      if field.name == kind.number.field {
        return one(Self.number)
      }
      if field.name == kind.claims.passport {
        return one(String(repeating: "8", count: SealLimits.passport))
      }
      return one(text(index, words: name, length: 120))
    case .texts:
      let items = (0..<Self.items).map {
        text(index, words: word, length: length / Self.items, from: $0 * 40)
      }
      return (.array(items.map { .text($0) }), items.joined(separator: "\n"))
    case .papers:
      return list(
        shared.papers.papers.filter { $0.service == kind.service }.map { ($0.id, $0.text) },
        Self.items)
    case .grounds:
      return list(
        shared.grounds.values.filter {
          $0.service == kind.service && kind.groundKinds.contains($0.kind)
        }.map { ($0.id, $0.text) }, Self.items)
    case .country: return first(shared.countries.map { ($0.key, $0.value) })
    case .code(let words): return first(words.map { ($0.code, $0.words) })
    case .iin: return one("900517300012")
    case .date, .partialDate: return one(day.iso)
    case .count: return (.integer(field.name.hasSuffix("Months") ? 1_200 : 1_000_000_000), "")
    case .time: return one(day.iso + "T23:59:00+05:00")
    }
  }

  /// Words that no other field has, the first as long as words are, the others of usual lengths.
  ///
  /// - Parameter start: Where the count of the words begins.
  private static func text(_ field: Int, words: Int, length: Int, from start: Int = 0) -> String {
    let mark =
      [consonants[field % consonants.count], vowels[field / consonants.count % vowels.count]]
    var text = ""
    var number = start
    while true {
      let size = number == start ? words : 5 + number * 7 % 9
      let letters = (0..<size - 4).map { place in
        place % 2 == 0
          ? consonants[(number + place) % consonants.count]
          : vowels[(number / 3 + place / 2) % vowels.count]
      }
      let word = String(mark) + String(letters) + String(mark)
      let next = text.isEmpty ? word.prefix(1).uppercased() + word.dropFirst() : text + " " + word
      guard next.unicodeScalars.count <= length else { return text.isEmpty ? word : text }
      text = next
      number += 1
    }
  }
}

extension Bilingual {
  fileprivate var size: Int { kk.count + ru.count }
}
