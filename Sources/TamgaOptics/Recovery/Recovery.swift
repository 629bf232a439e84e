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
    for mesh in [SymbolMesh(fit, in: relief), SymbolMesh(flat: fit.perspective)] {
      let lattice = SymbolLattice(of: level, mesh: mesh, side: fit.layout.side)
      let symbol = SoftSymbol(
        layout: fit.layout, modules: TrainedFilter(lattice, layout: fit.layout).modules)
      guard let modules = symbol.corrected() ?? symbol.mirrored().corrected() else { continue }
      let drawn = GreyImage(drawing: modules, side: fit.layout.side)
      guard let text = try ZXingReader.codes(in: drawn, deadline: deadline).first?.text else {
        continue
      }
      return FoundCode(text: text, x: Int(place.x), y: Int(place.y))
    }
    return nil
  }
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
