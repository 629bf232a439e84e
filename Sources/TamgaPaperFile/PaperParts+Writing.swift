internal import TamgaDomain

/// The one writer of papers' files.
extension PaperParts {
  /// The file.
  package var bytes: [UInt8] { bytes(packing: Deflater(level: Self.packingLevel).deflated) }

  /// How hard the objects of a file for archives are packed.
  package static let packingLevel: Int32 = 1

  /// The file.
  ///
  /// - Parameter packing: Gives the objects of a file for archives as a zlib stream.
  package func bytes(packing: ([UInt8]) -> [UInt8]) -> [UInt8] {
    guard let archive else { return plainBytes }
    var file = PDFFile(version: "1.7", packs: true, capacity: 48 << 10)
    let numbers = PaperNumbers(&file, pages: pages.count, hasSymbol: symbol != nil)
    writePages(numbers, &file)
    writeResources(numbers, &file)
    if let symbol { Self.write(symbol, numbers, &file) }
    writeStructure(archive.structure, numbers, &file)
    writeInformation(numbers.info, &file)
    let outline = pages.count > 1 ? writeBookmarks(archive.structure, numbers, &file) : nil
    let (profile, metadata) = (file.reserve(), file.reserve())
    file.stream(profile, ColourProfile.bytes) { $0.write(" /N 3") }
    file.stream(metadata, self.metadata) { $0.write(" /Type /Metadata /Subtype /XML") }
    let data = archive.data?.write(
      &file, language: archive.language, moment: value(.created))
    file.object(
      numbers.catalog,
      .dictionary(
        Self.catalog(numbers)
          + Self.archiveCatalog(archive, profile: profile, metadata: metadata)
          + (outline.map { [("Outlines", .reference($0))] } ?? []) + (data ?? [])))
    file.finish(root: numbers.catalog, info: numbers.info, id: archive.id, packing: packing)
    return file.bytes
  }

  /// A file of an earlier version.
  private var plainBytes: [UInt8] {
    var file = PDFFile(capacity: 48 << 10)
    let numbers = PaperNumbers(&file, pages: pages.count, hasSymbol: symbol != nil)
    writePages(numbers, &file)
    writeResources(numbers, &file)
    if let symbol { Self.write(symbol, numbers, &file) }
    writeStructure(numbers, &file)
    writeInformation(numbers.info, &file)
    file.object(numbers.catalog, .dictionary(Self.catalog(numbers)))
    file.finish(root: numbers.catalog, info: numbers.info)
    return file.bytes
  }

  /// The entries of the catalog (7.7.2): attachments and forms of signatures are further ones, each with
  /// objects of its own.
  private static func catalog(_ numbers: PaperNumbers) -> [PDFDirectObject.Entry] {
    [
      ("Type", .name("Catalog")), ("Pages", .reference(numbers.tree)),
      ("StructTreeRoot", .reference(numbers.structure)),
      ("MarkInfo", .dictionary([("Marked", .flag(true))])),
    ]
  }

  /// The language, the metadata, what colours mean (14.11.5), and that a window shows the title.
  private static func archiveCatalog(
    _ archive: Archive, profile: Int, metadata: Int
  ) -> [PDFDirectObject.Entry] {
    [
      ("Lang", .text(archive.language)), ("Metadata", .reference(metadata)),
      (
        "OutputIntents",
        .array([
          .dictionary([
            ("Type", .name("OutputIntent")), ("S", .name("GTS_PDFA1")),
            ("OutputConditionIdentifier", .text("sRGB")), ("Info", .text("sRGB")),
            ("DestOutputProfile", .reference(profile)),
          ])
        ])
      ), ("ViewerPreferences", .dictionary([("DisplayDocTitle", .flag(true))])),
    ]
  }

  private func writeInformation(_ number: Int, _ file: inout PDFFile) {
    file.object(number) { bytes in
      bytes.write("<<")
      for entry in information {
        bytes.write(" /")
        bytes.write(entry.key.rawValue)
        bytes.write(" ")
        bytes.writeText(entry.text)
      }
      bytes.write(" >>")
    }
  }
}
