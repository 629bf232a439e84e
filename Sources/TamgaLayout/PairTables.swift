internal import CPango

/// Whether the letters of a font move by pairs alone: the place of each follows from the advances of those
/// before it, and an advance from the letter and the next one.
///
/// That is so where the feature `kern` of the table GPOS has nothing but pair adjustments (OpenType, lookup
/// type 2) of the first glyph's advance, and neither `dist` nor `curs` nor an unasked substitution of glyphs
/// is there. Features that Tamga switches off or that concern marks alone do not count.
struct PairTables {
  let moveByPairs: Bool

  init(_ face: OpaquePointer) {
    moveByPairs =
      Self.table("GSUB", face) { table in
        table.features.allSatisfy { !["rvrn", "ltra", "ltrm", "rand"].contains($0.tag) }
      } && Self.table("GPOS", face) { Self.movesPairs($0) }
      && Self.table("kerx", face) { $0.bytes.isEmpty }
  }

  /// The tables of a font file's first face; nil for a file that cannot be read.
  static func ofFile(_ path: String) -> PairTables? {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    return face.map(PairTables.init)
  }

  private static func table(
    _ name: String, _ face: OpaquePointer, _ body: (Table) -> Bool
  ) -> Bool {
    let tag = name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let blob = hb_face_reference_table(face, tag)
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &count) else { return body(Table(bytes: [])) }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
    return body(Table(bytes: Array(bytes)))
  }

  private static func movesPairs(_ table: Table) -> Bool {
    guard !table.bytes.isEmpty else { return true }
    var lookups: Set<Int> = []
    for (tag, feature) in table.features {
      if ["dist", "curs"].contains(tag) { return false }
      guard tag == "kern" else { continue }
      lookups.formUnion((0..<table.word(feature + 2)).map { table.word(feature + 4 + 2 * $0) })
    }
    let list = table.word(8)
    return lookups.allSatisfy { index in
      let lookup = list + table.word(list + 2 + 2 * index)
      return (0..<table.word(lookup + 4)).allSatisfy { place in
        var kind = table.word(lookup)
        var part = lookup + table.word(lookup + 6 + 2 * place)
        if kind == 9 {
          kind = table.word(part + 2)
          part += table.word(part + 4) << 16 | table.word(part + 6)
        }
        // Value formats: of the first glyph its advance, of the second nothing.
        return kind == 2 && table.word(part + 4) & ~4 == 0 && table.word(part + 6) == 0
      }
    }
  }

  /// GSUB or GPOS (OpenType 1.9, chapter 2): both begin alike.
  private struct Table {
    let bytes: [UInt8]

    /// Big-endian; 0 behind the end.
    func word(_ place: Int) -> Int {
      place >= 0 && place + 1 < bytes.count ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : 0
    }

    /// Each feature of the list, and where it lies.
    var features: [(tag: String, place: Int)] {
      let list = word(6)
      guard !bytes.isEmpty else { return [] }
      return (0..<word(list)).map { index in
        let record = list + 2 + 6 * index
        let tag = (0..<4).map { record + $0 < bytes.count ? bytes[record + $0] : 0 }
        return (String(decoding: tag, as: UTF8.self), list + word(record + 4))
      }
    }
  }
}
