import TamgaDomain
import TamgaFormats

/// A decision's record for people, a line for each value: fields by their labels, everything else by
/// its name in the record. Personal data.
enum RecordSheet {
  static func lines(_ record: JSONValue, _ kind: DocumentKind?) -> [String] {
    var rows: [[String]] = []
    for member in record.members ?? [] {
      let isFields = member.key == "fields"
      guard isFields, let fields = member.value.members else {
        add(member.value, member.key, &rows)
        continue
      }
      for field in fields {
        let label = kind?.fields.first { $0.name == field.key }?.label[Terminal.language]
        add(field.value, label ?? field.key, &rows)
      }
    }
    return TextTable.lines(rows, indent: 2)
  }

  private static func add(_ value: JSONValue, _ name: String, _ rows: inout [[String]]) {
    switch value {
    case .object(let members):
      for member in members { add(member.value, "\(name) \(member.key)", &rows) }
    case .array(let values):
      for (place, value) in values.enumerated() { add(value, "\(name) \(place + 1)", &rows) }
    case .text(let text): rows.append([name, text])
    case .null: break
    default: rows.append([name, JSONWriter.text(value)])
    }
  }
}
