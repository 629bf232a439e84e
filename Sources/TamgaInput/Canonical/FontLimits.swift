internal import TamgaPaperFile
internal import TamgaSeal

/// What the tables of a font say of its drawings: readers make room, cut and scale by it, so it is what the
/// drawings need (OpenType 1.9, `head`, `hhea`, `maxp`).
///
/// The drawings themselves are known by their fingerprints; these tables are in none of them.
struct FontLimits {
  private let font: TrueTypeFont
  private let profile: TrueTypeFont.Profile

  init?(_ font: TrueTypeFont) {
    guard let profile = font.profile() else { return nil }
    self.font = font
    self.profile = profile
  }

  /// - Parameter measures: The descriptor in the PDF, of the same font.
  func allow(_ measures: PaperParts.Measures) -> Bool {
    hasHead && hasLine && hasRoom && fit(measures)
  }

  private func field(_ table: String, _ place: Int) -> Int { font.field(table, place) ?? -1 }

  private func signed(_ table: String, _ place: Int) -> Int {
    Int(Int16(truncatingIfNeeded: field(table, place)))
  }

  /// Ems: the widest drawing of the papers' fonts has three.
  private static let widest = 8

  private var box: [Int] { [36, 38, 40, 42].map { signed("head", $0) } }

  private var hasHead: Bool {
    let most = Self.widest * font.unitsPerEm
    // Baseline, left edge and whole sizes; nothing of other scripts, of shaping or of lossy packing.
    return field("head", 16) & ~0x1F == 0 && field("head", 44) <= 3
      && (1...255).contains(field("head", 46)) && (-2...2).contains(signed("head", 48))
      && box[0] <= profile.left && box[1] <= profile.bottom && profile.right <= box[2]
      && profile.top <= box[3] && box[2] - box[0] <= most && box[3] - box[1] <= most
  }

  private var hasLine: Bool {
    let most = Self.widest * font.unitsPerEm
    return (1...most).contains(signed("hhea", 4)) && (-most...0).contains(signed("hhea", 6))
      && (0...most).contains(signed("hhea", 8))
      && (profile.advance...max(most, profile.advance)).contains(field("hhea", 10))
      && [12, 14, 16].allSatisfy { abs(signed("hhea", $0)) <= most }
      && abs(signed("hhea", 18)) <= most && abs(signed("hhea", 20)) <= most
      && abs(signed("hhea", 22)) <= most
  }

  /// Rows of `maxp` with what the drawings need, and what is more than any font's.
  private var hasRoom: Bool {
    let rows: [(place: Int, least: Int, most: Int)] = [
      (6, profile.points, 8_192), (8, profile.contours, 1_024), (10, profile.composedPoints, 8_192),
      (12, profile.composedContours, 1_024), (28, profile.parts, 64), (30, profile.depth, 8),
    ]
    // One zone and no programs: the fonts have no hints.
    return rows.allSatisfy { row in
      let value = field("maxp", row.place)
      return row.least <= value && value <= row.most
    } && field("maxp", 14) == 1 && (16...26).allSatisfy { $0 % 2 == 1 || field("maxp", $0) == 0 }
  }

  /// The descriptor's box is that of the font, and its lines are such as letters have.
  private func fit(_ measures: PaperParts.Measures) -> Bool {
    measures.box
      == box.map { FontWidths.width($0, unitsPerEm: font.unitsPerEm) }
      && (1...4_000).contains(measures.ascent) && (-4_000...0).contains(measures.descent)
      && (1...4_000).contains(measures.capitals) && (-45...45).contains(measures.slant)
  }
}
