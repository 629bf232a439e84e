import TamgaDomain
import TamgaFormats
import TamgaRegister
import TamgaSeal

extension PaperEntry {
  /// An entry without personal data.
  var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
    return .object([
      .init("number", .text(number.description)), .init("document", .text(document)),
      .init("edition", .text(edition)), .init("decision", .text(decision)),
      .init("issuingBody", .text(issuingBody)), .init("state", .text(state.rawValue)),
      .init("status", .text("\(status)")), .init("issueDate", .text(issueDate.iso)),
      .init("validFrom", text(validFrom?.iso)), .init("validUntil", text(validUntil?.iso)),
      .init("endedBy", text(endedBy?.description)), .init("batch", text(batch)),
      .init("sha256", text(file.map { Hex.text($0.sha256) })),
      .init("pages", file.map { .integer(Int64($0.pages)) } ?? .null),
      .init("form", text(form.map { Hex.text($0) })),
    ])
  }
}
