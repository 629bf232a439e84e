internal import TamgaReader

/// Reads symbols that are seen but that no decoder reads: blurred, moved, creased, stained.
///
/// A decoder takes each pixel for black or white before it knows anything. Here the symbol is first
/// laid under the patterns that all symbols share; those teach a filter what the lens did; and
/// what is left uncertain is given to error correction as such. The corrected symbol is drawn anew
/// and read by the same decoder as any other, so that there is one reading of bits as text.
struct Recovery {
  /// A symbol that was found, read or not.
  struct Seen: Hashable, Sendable {
    /// Pixels a module.
    let module: Double
    /// The likeness to the patterns that all symbols share, 0 to 1.
    let likeness: Double
    /// The text and its place; nil where it could not be corrected.
    let code: FoundCode?
  }

  /// Half a window of the surroundings in pixels: modules up to 10 pixels are seen on a level.
  private static let reach = 24
  /// Triples of finder patterns that are tried on a level.
  private static let triples = 4
  /// Pixels of the smallest level's shorter side.
  private static let least = 90

  /// The symbols of `image`, looked for at several sizes until one is read.
  static func symbols(
    in image: GreyImage, deadline: Deadline
  ) throws(ReaderFailure) -> [Seen] {
    var level = image
    var scale = 1.0
    var seen: [Seen] = []
    while true {
      guard !deadline.hasPassed else { throw .time }
      let found = try symbols(level: level, scale: scale, deadline: deadline)
      seen += found
      if seen.contains(where: { $0.code != nil }) { break }
      guard min(level.width, level.height) / 2 >= least else { break }
      level = level.halved()
      scale *= 2
    }
    guard !seen.contains(where: { $0.code != nil }) else { return seen }
    return seen + (try outlines(in: image, deadline: deadline))
  }

  /// Pixels of the longer side in which patches of ink are looked for.
  private static let outlineSide = 700
  private static let patches = 3

  /// Symbols whose finder patterns are blurred away, by their outlines.
  private static func outlines(
    in image: GreyImage, deadline: Deadline
  ) throws(ReaderFailure) -> [Seen] {
    var levels = [image]
    while max(levels[levels.count - 1].width, levels[levels.count - 1].height) > outlineSide {
      levels.append(levels[levels.count - 1].halved())
    }
    let small = levels[levels.count - 1]
    let wide = Relief(of: small, reach: max(small.width, small.height) / 12)
    var seen: [Seen] = []
    for patch in InkPatch.all(in: wide, limit: patches, deadline: deadline) {
      guard !deadline.hasPassed else { throw .time }
      // Fine enough that the smallest modules have a few pixels.
      let wanted = 4.0 * 61 / patch.area.squareRoot()
      let up = min(levels.count - 1, max(0, Int(wanted).leadingBit))
      let level = levels[levels.count - 1 - up]
      let scale = Double(1 << (levels.count - 1 - up))
      let relief = Relief(of: level, reach: reach)
      let fits = SymbolFit.best(
        of: patch, scale: Double(1 << up), in: relief, deadline: deadline)
      for fit in fits where fit.likeness > SymbolFit.enough {
        let code = try code(fit, relief: relief, level: level, scale: scale, deadline: deadline)
        seen.append(
          Seen(module: fit.perspective.module * scale, likeness: fit.likeness, code: code))
        if code != nil { return seen }
      }
    }
    return seen
  }

  private static func symbols(
    level: GreyImage, scale: Double, deadline: Deadline
  ) throws(ReaderFailure) -> [Seen] {
    let relief = Relief(of: level, reach: reach)
    let patterns = relief.finderPatterns(deadline: deadline)
    var seen: [Seen] = []
    for triple in FinderTriple.best(of: patterns, limit: triples) {
      guard !deadline.hasPassed else { throw .time }
      guard let fit = SymbolFit.best(of: triple, in: relief, deadline: deadline),
        fit.likeness > SymbolFit.enough
      else { continue }
      let code = try code(fit, relief: relief, level: level, scale: scale, deadline: deadline)
      seen.append(
        Seen(module: fit.perspective.module * scale, likeness: fit.likeness, code: code))
      if code != nil { break }
    }
    return seen
  }

  private static func code(
    _ fit: SymbolFit, relief: Relief, level: GreyImage, scale: Double, deadline: Deadline
  ) throws(ReaderFailure) -> FoundCode? {
    let middle = Double(fit.layout.side) / 2
    let place = fit.perspective.pixel(middle, middle) * scale
    let aligned = SymbolMesh(fit, in: relief)
    let meshes = [
      { aligned }, { SymbolMesh(flat: fit.perspective) },
      { aligned.tracked(fit.layout, in: relief) },
    ]
    for make in meshes {
      guard !deadline.hasPassed else { throw .time }
      let mesh = make()
      let lattice = SymbolLattice(of: level, mesh: mesh, side: fit.layout.side)
      let symbol = SoftSymbol(
        layout: fit.layout, modules: TrainedFilter(lattice, layout: fit.layout).modules)
      guard let modules = symbol.corrected() ?? symbol.mirrored().corrected() else { continue }
      let drawn = GreyImage(drawing: modules, side: fit.layout.side)
      guard let text = try CodeSearch.codes(in: drawn, deadline: deadline).first?.text else {
        continue
      }
      return FoundCode(text: text, x: Int(place.x), y: Int(place.y))
    }
    return nil
  }
}

extension Int {
  /// The place of the highest bit, 0 for 1 and below.
  fileprivate var leadingBit: Int { self < 2 ? 0 : Int.bitWidth - 1 - leadingZeroBitCount }
}

extension GreyImage {
  /// A symbol drawn with four pixels a module and a quiet zone of four modules.
  init(drawing modules: [Bool], side: Int) {
    let (module, quiet) = (4, 4)
    let width = (side + 2 * quiet) * module
    var pixels = [UInt8](repeating: 255, count: width * width)
    for (i, isDark) in modules.enumerated() where isDark {
      let (top, left) = ((i / side + quiet) * module, (i % side + quiet) * module)
      for y in top..<top + module {
        for x in left..<left + module { pixels[y * width + x] = 0 }
      }
    }
    self.init(width: width, height: width, pixels: pixels)
  }
}
