import Foundation
import TamgaTemplates
import Testing

/// Every fault of a templates folder is found with its code, its file and its line.
@Suite struct BrokenTemplatesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    /// The words that `text` replaces; the whole file when nil, and no file when `text` is nil too.
    let words: String?
    let text: String?
    /// `code file:line`.
    let expected: [String]
    let why: String
    var testDescription: String { why }

    init(_ file: String, _ words: String?, _ text: String?, _ expected: [String], _ why: String) {
      self.file = file
      self.words = words
      self.text = text
      self.expected = expected
      self.why = why
    }
  }

  static let form = "slip/2021-01-30/kk.form"
  static let manifest = "slip/manifest.yaml"

  static let rows: [Row] = [
    // Files
    Row(
      "shared/fonts.yaml", nil, nil, ["missingFile shared/fonts.yaml"], "a shared file is missing"),
    Row(manifest, nil, nil, ["missingFile slip/manifest.yaml"], "a kind without manifest"),
    Row(form, nil, nil, ["missingFile \(form)"], "a form of one language is missing"),
    Row(
      "slip/2021-01-30/edition.yaml", nil, nil, ["missingFile slip/2021-01-30/edition.yaml"],
      "an edition folder without its file"),
    // YAML
    Row(
      manifest, "code: SLIP", "code: [SLIP", ["notYAML \(manifest):2"], "a bracket is not closed"),
    Row(
      "shared/countries.yaml", nil, "- UZB\n", ["notYAML shared/countries.yaml:1"],
      "a list where keys are expected"),
    Row("shared/grounds.yaml", nil, "", ["notYAML shared/grounds.yaml:1"], "an empty file"),
    Row(manifest, "effect: refuses\n", "", ["missingKey \(manifest):1"], "no effect"),
    Row(manifest, "effect: refuses", "effect:", ["missingKey \(manifest):1"], "an empty effect"),
    Row(manifest, "copies: 1", "copys: 1", ["unknownKey \(manifest):7"], "a key misspelt"),
    Row(
      manifest, "{name: name}", "{name: name, nam: name}", ["unknownKey \(manifest):11"],
      "a key misspelt inside"),
    Row(
      manifest, "code: SLIP", "code: TOOLONGCODE", ["wrongValue \(manifest):1"],
      "a code of nine characters and more"),
    Row(manifest, "code: SLIP", "code: ҚАҒАЗ", ["wrongValue \(manifest):1"], "a code not in ASCII"),
    Row(
      manifest, "action: refuse", "action: deny", ["wrongValue \(manifest):3"],
      "an action that is none"),
    Row(
      manifest, "effect: refuses", "effect: grants", ["wrongValue \(manifest):4"],
      "a refusal that grants"),
    Row(
      manifest, "action: refuse", "action: revoke", ["wrongValue \(manifest):4"],
      "a revocation that refuses"),
    Row(manifest, "copies: 1", "copies: two", ["wrongValue \(manifest):7"], "copies in words"),
    Row(
      manifest, "[refusal]", "[refusal, refusals]", ["wrongValue \(manifest):12"],
      "a kind of ground that is none"),
    Row(
      manifest, "{name: name}",
      "{name: name, further: [{key: 9, field: note, label: {kk: а, ru: а, en: a}}]}",
      ["wrongValue \(manifest):11"], "a further claim with a key of the seal"),
    Row(
      manifest, "{name: name}",
      "{name: name, further: [{key: 100, field: note, label: {kk: а, ru: а, en: a}}]}",
      ["wrongValue \(manifest):11"], "a further claim with a key that no seal has"),
    Row(
      manifest, "{name: name}",
      "{name: name, further: [{key: 10, field: notes, label: {kk: а, ru: а, en: a}}]}",
      ["unknownVariable \(manifest):11"], "a further claim of a field that is not there"),
    Row(
      manifest, "{name: name}",
      "{name: name, further: [{key: 10, field: note, label: {kk: а, ru: а, en: a}}, "
        + "{key: 10, field: name, label: {kk: ә, ru: б, en: b}}]}",
      ["duplicate \(manifest):11"], "two further claims with one key"),
    Row(
      "slip/2021-01-30/edition.yaml", "2022-04-25", "25.04.2022",
      [
        "wrongValue slip/2021-01-30/edition.yaml:1", "editionsOverlap slip/2021-01-30/edition.yaml",
      ],
      "a date in another form"),
    Row(
      "slip/2021-01-30/edition.yaml", "2022-04-25", "2021-01-29",
      ["editionsGap slip/2021-01-30/edition.yaml", "wrongValue slip/2021-01-30/edition.yaml:1"],
      "the last day before the first"),
    Row(
      "shared/fields.yaml", "type: papers", "type: words",
      [
        "wrongValue shared/fields.yaml:5", "unknownVariable \(manifest):8",
        "unknownVariable slip/2021-01-30/kk.form:5", "unknownVariable slip/2021-01-30/ru.form:5",
        "unknownVariable slip/2022-04-26/kk.form:5", "unknownVariable slip/2022-04-26/ru.form:5",
      ], "a type that is none: nothing may use the field"),
    Row(
      "shared/phrases.yaml", ", и]", "]", ["wrongValue shared/phrases.yaml:10"],
      "eleven months"),
    Row(
      "shared/countries.yaml", "kk: Өзбекстан, ", "", ["missingKey shared/countries.yaml:1"],
      "a country without its Kazakh name: the Russian one is no unknown key"),
    Row(
      "shared/phrases.yaml", "number: {kk: \"№\", ru: \"№\"}\n", "",
      ["missingKey shared/phrases.yaml:1"], "a phrase is missing"),
    // Fields and grounds
    Row(
      manifest, "[note]", "[remark]",
      [
        "unknownVariable slip/2021-01-30/kk.form:4", "unknownVariable slip/2021-01-30/ru.form:4",
        "unknownVariable slip/2022-04-26/kk.form:4", "unknownVariable slip/2022-04-26/ru.form:4",
        "unknownVariable \(manifest):9",
      ], "a field that the shared file does not have"),
    Row(
      manifest, "claims: {name: name}", "claims: {name: surname}",
      ["unknownVariable \(manifest):11"], "a claim of a field that the kind does not have"),
    Row(
      "shared/fields.yaml", "common: [birthDate]", "common: [birthday]",
      ["unknownVariable shared/fields.yaml:1", "unknownVariable \(manifest):10"],
      "a common field that is described nowhere"),
    Row(
      "shared/grounds.yaml", "ru: основание}",
      "ru: основание}\n  - {id: LIM-R1, service: labour-immigrant-permit, kind: refusal, kk: а, ru: а}",
      ["duplicate shared/grounds.yaml:1"], "a ground twice"),
    Row(
      "shared/grounds.yaml", "kind: refusal", "kind: whim", ["wrongValue shared/grounds.yaml:2"],
      "a ground of no kind"),
    // Rules
    Row(
      manifest, "GEN-REFUSAL-GROUND", "GEN-REFUSAL-GRUOND", ["unknownRule \(manifest):14"],
      "a rule misspelt"),
    Row(
      manifest, "- GEN-REFUSAL-GROUND", "- GEN-REFUSAL-GROUND: {days: 3}",
      ["wrongParameter \(manifest):14"], "a parameter that the rule does not have"),
    Row(
      manifest, "- GEN-REFUSAL-GROUND", "- [GEN-REFUSAL-GROUND]", ["wrongValue \(manifest):13"],
      "a rule in brackets"),
    // Editions
    Row(
      "slip/draft/kk.form", nil, "", ["wrongValue slip/draft"], "a folder that is no edition"),
    Row(
      "slip/2022-02-30/kk.form", nil, "", ["wrongValue slip/2022-02-30"], "a day that is none"),
    Row(
      "slip/2022-4-26/kk.form", nil, "", ["wrongValue slip/2022-4-26"], "a month of one digit"),
    Row("slip/examples/ordinary.json", nil, "{}", [], "examples are no edition"),
    Row("slip/.draft/kk.form", nil, "", [], "a hidden folder"),
    Row(
      "slip/2021-01-30/edition.yaml", "2022-04-25", "2022-04-26",
      ["editionsOverlap slip/2021-01-30/edition.yaml"], "one day has two editions"),
    Row(
      "slip/2021-01-30/edition.yaml", "2022-04-25", "2022-04-24",
      ["editionsGap slip/2021-01-30/edition.yaml"], "one day has no edition"),
    Row(
      "slip/2021-01-30/edition.yaml", "until: 2022-04-25\n", "",
      ["editionsOverlap slip/2021-01-30/edition.yaml"], "an open edition before another"),
    // Forms
    Row(
      form, "row: Name", "rows: Name",
      ["unknownBlock \(form):3"]
        + ["unprintedField \(form)", "languagesDiffer \(form)"].sorted(), "a word that is none"),
    Row(
      form, "# A remark.", "  title: x", ["unknownBlock \(form):1"], "the first line is indented"),
    Row(form, "# A remark.", "Remark", ["unknownBlock \(form):1"], "a line without a word"),
    Row(form, "# A remark.", "note:", ["emptyBlock \(form):1"], "a word without text"),
    Row(form, "# A remark.", "row: one", ["wrongParts \(form):1"], "a row of one part"),
    Row(form, "# A remark.", "title: one | two", ["wrongParts \(form):1"], "a title of two parts"),
    Row(
      form, "# A remark.", "signature: a | b | c | d | e", ["wrongParts \(form):1"],
      "a signature of five parts"),
    Row(
      form, "# A remark.", "paragraph: {papers}", ["wrongParts \(form):1"],
      "a list outside a list block"),
    Row(
      form, "# A remark.", "list: Papers: {papers} and {name}",
      ["wrongParts \(form):1", "wrongParts \(form):1"], "a list that is not alone"),
    Row(
      form, "# A remark.", "note: {remark}",
      ["unknownVariable \(form):1"], "a name unknown"),
    Row(
      form, "# A remark.", "note: {birthDate}",
      ["unknownVariable \(form):1"],
      "a field that is carried, not printed"),
    Row(
      form, "# A remark.", "note: {extendedMark}",
      ["unknownVariable \(form):1"],
      "the mark of an extension on a kind without one"),
    Row(form, "# A remark.", "note: {name", ["badBraces \(form):1"], "a brace is not closed"),
    Row(form, "# A remark.", "note: name}", ["badBraces \(form):1"], "a brace is not opened"),
    Row(form, "# A remark.", "note: {{name}}", ["badBraces \(form):1"], "doubled braces"),
    Row(form, "# A remark.", "note: {if name}", ["badBraces \(form):1"], "a form runs nothing"),
    Row(form, "# A remark.", "note: {аты}", ["badBraces \(form):1"], "a name in Cyrillic"),
    Row(
      form, "# A remark.", "note: {sex=:x}", ["badBraces \(form):1"], "an option without a value"),
    Row(
      form, "# A remark.", "note: {sex=male:}", ["badBraces \(form):1"], "an option without words"),
    Row(form, "# A remark.", "note: {sex=male}", ["badBraces \(form):1"], "a value without words"),
    Row(form, "# A remark.", "note: {=male:x}", ["badBraces \(form):1"], "an option of no field"),
    Row(
      form, "# A remark.", "note: {sex=male:{x}", ["badBraces \(form):1"], "a brace in the words"),
    Row(
      form, "# A remark.", "note: {name=male:x}", ["unknownVariable \(form):1"],
      "an option of a field that has none"),
    Row(form, "row?: Note", "row: Note", ["mayBeBlank \(form):4"], "an optional field unguarded"),
    Row(
      form, "list?: {refusal", "list: {refusal", ["mayBeBlank \(form):6"],
      "a list of reasons unguarded"),
    Row(
      form, "row: Name: | {name}\n", "", ["languagesDiffer \(form)", "unprintedField \(form)"],
      "a required field is not printed"),
    Row(
      form, "seal: {howToCheck}\n", "", ["languagesDiffer \(form)", "unprintedField \(form)"],
      "a form without a seal"),
    Row(
      form, "row?: Note: | {note}\n", "", ["languagesDiffer \(form)"],
      "one language prints more than the other"),

    Row(
      form, "paragraph: {issueDate}\n", "paragraph: {issueDate}\nx",
      [
        "unknownBlock \(form):8", "languagesDiffer \(form)", "languagesDiffer \(form)",
      ],
      "a continuation that is not indented"),
  ]

  @Test(arguments: rows + papers) func finds(_ row: Row) throws {
    var folder = TestFolder.base
    if let words = row.words {
      let before = try #require(folder.files[row.file])
      #expect(before.contains(words), "the row changes nothing")
      folder.files[row.file] = before.replacing(words, with: row.text ?? "")
    } else {
      folder.files[row.file] = row.text
    }
    let found = try folder.faults().sorted()
    #expect(found == row.expected.sorted(), "found \(found)")
  }

  @Test func refusesBytesThatAreNotUTF8() throws {
    var folder = TestFolder.base
    folder.bytes[Self.form] = Data([0x74, 0xFF, 0xFE])
    #expect(try folder.faults() == ["notReadable \(Self.form)"])
  }

  @Test(arguments: [0, 1]) func refusesAFileOfMoreThanFourMebibytes(bytesAbove: Int) throws {
    var folder = TestFolder.base
    let remark = Data("# ".utf8) + Data(repeating: UInt8(ascii: "x"), count: 4 << 20)
    let text = try #require(folder.files[Self.form])
    let room = (4 << 20) + bytesAbove - text.utf8.count - 1
    folder.bytes[Self.form] = remark.prefix(room) + Data("\n\(text)".utf8)
    #expect(try folder.faults() == (bytesAbove == 0 ? [] : ["notReadable \(Self.form)"]))
  }

  @Test func takesAByteOrderMark() throws {
    var folder = TestFolder.base
    folder.files[Self.form] = "\u{FEFF}" + (folder.files[Self.form] ?? "")
    #expect(try folder.faults() == [])
  }

  @Test func theBaseIsRight() throws { #expect(try TestFolder.base.faults() == []) }

  @Test func everyCodeIsShown() {
    let shown = Set(
      (Self.rows + Self.papers).flatMap(\.expected).map { $0.prefix { $0 != " " } }.map(String.init)
    )
    let all: [TemplateFault.Code] = [
      .missingFile, .notYAML, .missingKey, .unknownKey, .wrongValue, .unknownBlock, .emptyBlock,
      .wrongParts, .unknownVariable, .badBraces, .mayBeBlank, .unprintedField, .languagesDiffer,
      .unknownRule, .wrongParameter, .editionsOverlap, .editionsGap, .duplicate,
    ]
    #expect(Set(all.map { "\($0)" }).subtracting(shown) == [])
  }
}
