public import TamgaDomain

/// Texts of the cover sheet of an office's papers in a print run.
public struct CoverWords: Hashable, Sendable {
  public let title: Bilingual
  /// `{batch}` stands for the batch's name.
  public let batch: Bilingual
  /// `{volume}` and `{volumes}`, where a run is divided.
  public let volume: Bilingual
  public let papers: Bilingual
  public let prints: Bilingual
  public let sheets: Bilingual
  public let kind: Bilingual
  public let count: Bilingual
  public let numbers: Bilingual
  public let refused: Bilingual
  public let unfinished: Bilingual
  public let unprinted: Bilingual
  public let lines: Bilingual
  public let more: Bilingual
  public let printed: Bilingual
  public let received: Bilingual
  public let hand: Bilingual

  static func read(from folder: TemplateFolder, log: FaultLog) -> CoverWords? {
    folder.map("shared/cover.yaml", log: log) { map in
      let names = [
        "title", "batch", "volume", "papers", "prints", "sheets", "kind", "count", "numbers",
        "refused", "unfinished", "unprinted", "lines", "more", "printed", "received", "hand",
      ]
      // Every word that is missing is named, not the first.
      let words = names.compactMap { map.bilingual($0) }
      guard words.count == names.count else { return nil }
      return CoverWords(
        title: words[0], batch: words[1], volume: words[2], papers: words[3], prints: words[4],
        sheets: words[5], kind: words[6], count: words[7], numbers: words[8], refused: words[9],
        unfinished: words[10], unprinted: words[11], lines: words[12], more: words[13],
        printed: words[14], received: words[15], hand: words[16])
    }
  }
}
