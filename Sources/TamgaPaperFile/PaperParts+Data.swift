/// The file inside a paper's file: associated with the document (ISO 19005-3, 6.8) and in its list of
/// attachments.
extension PaperParts.DataFile {
  /// Its name, also for programs that take it out.
  package static let name: StaticString = "decision.json"

  /// What viewers say of it, by the language of the paper.
  package static let words = [
    "kk": "Құжаттың деректері, бағдарламалар үшін", "ru": "Данные документа для программ",
  ]

  /// Writes the file and what names it.
  ///
  /// - Parameter moment: When it was made (7.9.4).
  /// - Returns: Entries of the catalog.
  func write(
    _ file: inout PDFFile, language: String, moment: String?
  ) -> [PDFDirectObject.Entry] {
    let (stream, specification) = (file.reserve(), file.reserve())
    file.stream(stream, content) { bytes in
      bytes.write(Self.head)
      bytes.write(length)
      if let moment {
        bytes.write(" /ModDate ")
        bytes.writeText(moment)
      }
      bytes.write(" >>")
    }
    let name = String(describing: Self.name)
    file.object(
      specification,
      .dictionary([
        ("Type", .name("Filespec")), ("F", .text(name)), ("UF", .text(name)),
        ("Desc", .text(Self.words[language] ?? name)), ("AFRelationship", .name("Data")),
        (
          "EF",
          .dictionary([("F", .reference(stream)), ("UF", .reference(stream))])
        ),
      ]))
    return [
      ("AF", .array([.reference(specification)])),
      (
        "Names",
        .dictionary([
          (
            "EmbeddedFiles",
            .dictionary([("Names", .array([.text(name), .reference(specification)]))])
          )
        ])
      ),
    ]
  }

  /// Behind the length of the stream, up to the bytes of the file. The name is `application/json`.
  static let head: StaticString =
    " /Type /EmbeddedFile /Subtype /application#2Fjson /Filter /FlateDecode /Params << /Size "
}
