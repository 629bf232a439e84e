import TamgaDomain
import TamgaFormats

/// One way in which a record can be wrong, and the rules of which at least one must refuse it.
public struct Flaw: Sendable {
  /// What is wrong, in few words.
  public let name: String
  /// The kind whose records can have it; nil for every kind.
  public let kind: String?
  /// Rule ids for `x-expect`; `REC-JSON` for lines that are no JSON, which carry no `x-expect`.
  public let expected: [String]
  /// Makes a lawful record wrong.
  let spoil: @Sendable (inout SampleRecord) -> Void
  /// Breaks the written line.
  let garble: (@Sendable (inout [UInt8]) -> Void)?

  init(
    _ name: String, of kind: String? = nil, _ expected: String...,
    garble: (@Sendable (inout [UInt8]) -> Void)? = nil,
    spoil: @escaping @Sendable (inout SampleRecord) -> Void = { _ in }
  ) {
    self.name = name
    self.kind = kind
    self.expected = expected
    self.spoil = spoil
    self.garble = garble
  }

  /// The catalogue: a new flaw is one line in one of these lists.
  public static let all: [Flaw] =
    lines + records + general + labour + residence + others + papers + exit
}

// Lines that are no JSON, and records that are none of ours
extension Flaw {
  private static let lines: [Flaw] = [
    Flaw("cut short", "REC-JSON", garble: { $0.removeLast($0.count / 3) }),
    Flaw(
      "a comma too many", "REC-JSON", garble: { $0.insert(UInt8(ascii: ","), at: $0.count - 1) }),
    Flaw("two records on a line", "REC-JSON", garble: { $0 += $0 }),
    Flaw("a key without quotation marks", "REC-JSON", garble: { $0.remove(at: 1) }),
    Flaw("bytes of another encoding", "REC-JSON", garble: { $0.insert(0xC0, at: $0.count / 2) }),
    Flaw(
      "a bracket of the wrong kind", "REC-JSON", garble: { $0[$0.count - 1] = UInt8(ascii: "]") }),
    Flaw(
      "no number at all", "REC-JSON",
      garble: { $0.replaceSubrange(($0.count - 1)..., with: ",\"n\":NaN}".utf8) }),
    Flaw("words of another program", "REC-JSON", garble: { $0 = Array("ERROR 0x80004005".utf8) }),
  ]

  private static let records: [Flaw] = [
    Flaw("an id with a space", "REC-ID", spoil: { $0.id += " 1" }),
    Flaw(
      "an id of 65 characters", "REC-ID",
      spoil: { $0.id += String(repeating: "0", count: 65 - $0.id.utf8.count) }),
    Flaw("an unknown document", "REC-UNKNOWN-DOCUMENT", spoil: { $0.document += "s" }),
    Flaw("a body that nobody knows", "REC-UNKNOWN-BODY", spoil: { $0.issuingBody = "XYZ-MPS-99" }),
    Flaw(
      "a language that is not printed", "REC-LANGUAGES", spoil: { $0.languages = ["kk", "en"] }),
    Flaw("no language", "REC-LANGUAGES", spoil: { $0.languages = [] }),
    Flaw("a day that is none", "REC-DATE", spoil: { $0.issueDate = "2021-02-30" }),
    Flaw("a date as it is printed", "REC-DATE", spoil: { $0.issueDate = "09.02.2021" }),
    Flaw(
      "a key misspelt at the top", "REC-UNKNOWN-KEY",
      spoil: { $0.strays.append(.init("issuedate", .text($0.issueDate))) }),
    Flaw(
      "a field misspelt", "REC-UNKNOWN-KEY", "GEN-REQUIRED-FIELDS",
      spoil: { record in
        guard let name = record.fields.first(where: { $0.key == record.signer }) else { return }
        record.fields.removeAll { $0.key == name.key }
        record.field("officerName", name.value)
      }),
    Flaw(
      "a field twice", "REC-DUPLICATE-KEY",
      spoil: { record in if let first = record.fields.first { record.fields.append(first) } }),
    Flaw(
      "a field of another type", "REC-TYPE",
      spoil: { $0.field($0.signer, .integer(7)) }),
    Flaw("a country by its name", "REC-TYPE", spoil: { $0.field("citizenship", "Өзбекстан") }),
    Flaw("a fact of another type", "REC-TYPE", spoil: { $0.fact("checksDone", "да") }),
    Flaw(
      "a text of 4,001 characters", "REC-LIMIT",
      spoil: { $0.field($0.signer, String(repeating: "ә", count: 4_001)) }),
    Flaw(
      "brackets seventeen deep", "REC-LIMIT",
      spoil: { record in
        record.fact("stepDates", (0..<17).reduce(.null) { value, _ in .array([value]) })
      }),
    Flaw(
      "letters written from right to left", "REC-CHARACTERS",
      spoil: { $0.field($0.signer, "Үлгі \u{202E}А. Ә.") }),
    Flaw(
      "a control character", "REC-CHARACTERS",
      spoil: { $0.field($0.signer, "Үлгі\u{7} А. Ә.") }),
    Flaw(
      "a line break in a name", "REC-CHARACTERS",
      spoil: { $0.field($0.signer, "Үлгі\nА. Ә.") }),
    Flaw("a previous paper that is a number", "REC-PREVIOUS", spoil: { $0.previous = .integer(7) }),
    Flaw(
      "a previous paper that is the record itself", "REC-PREVIOUS",
      spoil: { $0.previous = .object([.init("decision", .text($0.id))]) }),
    Flaw(
      "a fact against a field", of: "permanent-residence-permit-refusal", "REC-CONTRADICTION",
      spoil: { record in
        guard let day = record.date("decisionDate") else { return }
        record.fact("decisionDate", day.adding(days: -1))
      }),
  ]
}
