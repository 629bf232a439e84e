import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaSample
import TamgaTemplates

/// Records of every kind in turn, each with one odd text in one of its fields.
struct OddRecords {
  struct Record: Sendable {
    let bytes: [UInt8]
    let id: String
    let kind: String
    /// The field that was changed, and its text; nil for a record that others go on with.
    let change: (field: String, text: String)?
  }

  private let library: TemplateLibrary
  private var makers: [SampleMaker.Iterator]
  private var odd: OddText

  init(seed: UInt64, library: TemplateLibrary, letters: LetterSet) throws {
    self.library = library
    makers = try SampleMaker.kinds.enumerated().map { index, kind in
      try SampleMaker(seed: seed + UInt64(index), kinds: [kind]).makeIterator()
    }
    odd = OddText(seed: seed, letters: letters)
  }

  /// The next records, the kinds in turn.
  mutating func next(_ count: Int) throws -> [Record] {
    var values: [JSONValue] = []
    for ordinal in 0..<count {
      guard let line = makers[ordinal % makers.count].next() else { continue }
      values.append(try JSONReader.strictValue(of: line))
    }
    let earlier = Set(values.compactMap { $0["previous"]?["decision"]?.text })
    return values.map { value in
      let (id, kind) = (value["id"]?.text ?? "", value["document"]?.text ?? "")
      guard !earlier.contains(id), let (changed, change) = changed(value, kind) else {
        return Record(bytes: JSONWriter.bytes(value), id: id, kind: kind, change: nil)
      }
      return Record(bytes: JSONWriter.bytes(changed), id: id, kind: kind, change: change)
    }
  }

  private mutating func changed(
    _ record: JSONValue, _ kind: String
  ) -> (JSONValue, (String, String))? {
    let declared = library.kind(kind)?.fields ?? []
    let names = declared.filter { field in
      switch field.type {
      case .text, .plain, .texts, .papers: record["fields"]?[field.name] != nil
      default: false
      }
    }.map(\.name)
    guard !names.isEmpty, let fields = record["fields"] else { return nil }
    let name = odd.pick(names)
    guard let value = fields[name] else { return nil }
    var text = ""
    let other = changed(value, &text)
    guard !text.isEmpty else { return nil }
    return (record.setting("fields", fields.setting(name, other)), (name, text))
  }

  /// One text of a value changed: of a language, or of an item.
  private mutating func changed(_ value: JSONValue, _ text: inout String) -> JSONValue {
    switch value {
    case .text(let old):
      text = odd.change(old)
      return .text(text)
    case .object(let members) where !members.isEmpty:
      let member = odd.pick(members)
      return value.setting(member.key, changed(member.value, &text))
    case .array(var items) where !items.isEmpty:
      let index = odd.pick(Array(items.indices))
      items[index] = changed(items[index], &text)
      return .array(items)
    default: return value
    }
  }
}

extension JSONValue {
  /// The object with another value of one of its keys.
  func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    .object((members ?? []).map { $0.key == key ? Member(key, value) : $0 })
  }
}
