import Foundation
import TamgaDomain
import TamgaFormats
import TamgaSeal

extension FontArchive {
  /// The fingerprints of every edition, for the trust bundle. Those of a file are made once and kept
  /// beside its copy.
  ///
  /// - Returns: Nil while no edition is kept.
  /// - Throws: ``IssueError`` when a copy is lost or is no font for papers.
  func part() throws(IssueError) -> FontsPart? {
    let editions = editions()
    guard !editions.isEmpty else { return nil }
    var glyphs: [[UInt8]: GlyphFingerprints] = [:]
    var listed: [FontsPart.Edition] = []
    for edition in editions.suffix(FontsPart.editionLimit) {
      var faces: [FontsPart.Face] = []
      for face in edition.faces {
        guard let sum = Self.bytes(face.sha256) else { throw Self.lost(face) }
        if glyphs[sum] == nil { glyphs[sum] = try self.glyphs(of: face) }
        faces.append(FontsPart.Face(name: face.name, sha256: sum))
      }
      listed.append(FontsPart.Edition(since: edition.since, faces: faces))
    }
    return FontsPart(editions: listed, glyphs: glyphs)
  }

  /// The signed part: the one of the last export where it still says the same, so that stores which
  /// have it need not fetch it again.
  func signed(_ part: FontsPart, by signer: some Signer) throws -> [UInt8] {
    let path = folder + "/part"
    let earlier = FileManager.default.contents(atPath: path).map { Array($0) }
    let bytes = try part.signed(by: signer, unlessAs: earlier)
    if bytes != earlier { try OfficeFile.write(bytes, to: path, mode: 0o640) }
    return bytes
  }

  private func glyphs(of face: Face) throws(IssueError) -> GlyphFingerprints {
    let kept = folder + "/" + face.sha256 + ".glyphs"
    if let bytes = FileManager.default.contents(atPath: kept),
      let glyphs = GlyphFingerprints(encoded: Array(bytes))
    {
      return glyphs
    }
    guard let file = FileManager.default.contents(atPath: path(of: face)),
      let font = TrueTypeFont(Array(file), isInstalled: true),
      let glyphs = GlyphFingerprints(of: font)
    else { throw Self.lost(face) }
    // Whoever may only read the office makes them anew each time.
    try? OfficeFile.write(glyphs.bytes, to: kept, mode: 0o640)
    return glyphs
  }

  private static func lost(_ face: Face) -> IssueError {
    IssueError(
      .storedFileLost, "fonts/\(face.sha256).ttf",
      kk: "шығарылған құжаттардың қаріп файлы жоқ немесе бүлінген: \(face.name)",
      ru: "файл шрифта выданных документов потерян или повреждён: \(face.name)",
      en: "the font file of issued papers is lost or damaged: \(face.name)",
      hint: Message(
        kk: "кеңсе қалтасын сақтық көшірмеден қайтарыңыз",
        ru: "восстановите папку ведомства из резервной копии",
        en: "restore the office folder from a backup"))
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    text.utf8.count == 64 ? Hex.bytes(text) : nil
  }
}
