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
  package func bytes(packing: ([UInt8]) -> [UInt8]) -> [UInt8] { written(packing: packing).bytes }

  /// The file, and where its signature stands; nil for a file that nobody signs.
  ///
  /// - Parameter packing: As above.
  package func written(
    packing: ([UInt8]) -> [UInt8]
  ) -> (bytes: [UInt8], hole: SignatureHole?) {
    guard let archive else { return (plainBytes, nil) }
    var file = PDFFile(version: "1.7", packs: true, capacity: 48 << 10)
    let numbers = PaperNumbers(
      &file, pages: pages.count, hasSymbol: symbol != nil, isSigned: archive.signature != nil)
    writePages(numbers, &file)
    writeResources(numbers, &file)
    if let symbol { Self.write(symbol, numbers, &file) }
    writeStructure(archive.structure, numbers, &file)
    writeInformation(numbers.info, &file)
    if let signature = numbers.signature {
      Self.writeField(signature, page: numbers.pages[0], &file)
    }
    let outline = pages.count > 1 ? writeBookmarks(archive.structure, numbers, &file) : nil
    let (profile, metadata) = (file.reserve(), file.reserve())
    file.stream(profile, ColourProfile.bytes) { $0.write(" /N 3") }
    file.stream(metadata, self.metadata) { $0.write(" /Type /Metadata /Subtype /XML") }
    let data = archive.data?.write(
      &file, language: archive.language, moment: value(.created))
    var places: (ranges: Int, hole: SignatureHole)?
    if let signature = numbers.signature, let room = archive.signature?.room {
      places = Self.writeSignature(signature, room: room, moment: moment, &file)
    }
    file.object(
      numbers.catalog,
      .dictionary(
        Self.catalog(numbers)
          + Self.archiveCatalog(archive, profile: profile, metadata: metadata)
          + (outline.map { [("Outlines", .reference($0))] } ?? []) + (data ?? [])
          + (numbers.signature.map(Self.catalog) ?? [])))
    file.finish(root: numbers.catalog, info: numbers.info, id: archive.id, packing: packing)
    guard let places else { return (file.bytes, nil) }
    var bytes = file.bytes
    Self.put(places.hole, at: places.ranges, into: &bytes)
    // One that does not fit leaves the hole empty.
    _ = places.hole.put(archive.signature?.cms ?? [], into: &bytes)
    return (bytes, places.hole)
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
        bytes.write(text: entry.key.rawValue)
        bytes.write(" ")
        bytes.writeText(entry.text)
      }
      bytes.write(" >>")
    }
  }
}
