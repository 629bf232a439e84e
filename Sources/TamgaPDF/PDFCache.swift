import TamgaLayout

/// What one worker keeps for the files of further papers. Everything follows from its key alone, so that
/// a paper has the same bytes whatever came before it. Not to be shared between threads.
final class PDFCache {
  /// nil for a file that is not embedded as TrueType.
  private var fonts: [FontFace: FontProgram?] = [:]
  let subsets = FontSubsetCache()
  /// Of the pages of each paper.
  let deflater = Deflater(level: 1)
  /// By size, points.
  private var emblems: [Double: [UInt8]] = [:]
  private let lines = LineCache()

  func font(_ file: FontFace) -> FontProgram? {
    if let font = fonts[file] { return font }
    let font = FontProgram(file)
    fonts[file] = font
    return font
  }

  /// The operators that draw the emblem in a size, from its top left.
  func emblem(size: Double) -> [UInt8] {
    if let emblem = emblems[size] { return emblem }
    let emblem = CairoMaster.emblem(size: size)
    emblems[size] = emblem
    return emblem
  }

  func line(_ index: Int, of text: ShapedText) -> LinePlate? {
    lines.lines(of: text) { text.lines.map { LinePlate($0, self) } }[index]
  }
}

/// Two-generation cache of drawn lines; texts unused for one generation are evicted.
final class LineCache {
  private struct Entry {
    /// Alive as long as its identity is the key.
    let text: ShapedText
    let lines: [LinePlate?]
  }

  /// Texts in either generation.
  private static let room = 1_024

  private var recent: [ObjectIdentifier: Entry] = [:]
  private var former: [ObjectIdentifier: Entry] = [:]

  func lines(of text: ShapedText, make: () -> [LinePlate?]) -> [LinePlate?] {
    let key = ObjectIdentifier(text)
    if let entry = recent[key] { return entry.lines }
    let entry = former[key] ?? Entry(text: text, lines: make())
    if recent.count == Self.room {
      former = recent
      recent.removeAll(keepingCapacity: true)
    }
    recent[key] = entry
    return entry.lines
  }
}
