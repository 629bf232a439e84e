/// How the symbol of one version lies in a picture, found by what is the same in every symbol.
struct SymbolFit: Sendable {
  let layout: SymbolLayout
  let perspective: Perspective
  /// The likeness of the picture to the known patterns, -1 to 1.
  let likeness: Double

  /// From here on the patterns are those of a symbol of that version.
  static let enough = 0.35

  /// The best version for three finder patterns.
  static func best(of triple: FinderTriple, in relief: Relief, deadline: Deadline) -> SymbolFit? {
    let guess = Int(((triple.side - 17) / 4).rounded())
    var best: SymbolFit?
    for offset in [0, 1, -1, 2, -2] {
      guard SymbolLayout.versions.contains(guess + offset), !deadline.hasPassed else { continue }
      let layout = SymbolLayout.of(guess + offset)
      guard let fit = SymbolFit(layout, triple, relief) else { continue }
      if fit.likeness > best?.likeness ?? -1 { best = fit }
      if fit.likeness > 0.75 { break }
    }
    return best.map { $0.likeness > 0.2 ? $0.refined(in: relief) : $0 }
  }

  /// The best fits for a patch of ink, each version turned in four ways.
  ///
  /// - Parameter scale: Pixels of `relief` for each of the patch.
  static func best(
    of patch: InkPatch, scale: Double, in relief: Relief, deadline: Deadline
  ) -> [SymbolFit] {
    var fits: [SymbolFit] = []
    for version in SymbolLayout.versions {
      guard !deadline.hasPassed else { break }
      let layout = SymbolLayout.of(version)
      let inset = Perspective.inset / Double(layout.side)
      for turn in 0..<4 {
        let outer = (0..<4).map { patch.corners[($0 + turn) % 4] * scale }
        let inner = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { x, y in
          let (u, v) = (inset + x * (1 - 2 * inset), inset + y * (1 - 2 * inset))
          let top = outer[0] * (1 - u) + outer[1] * u
          let bottom = outer[3] * (1 - u) + outer[2] * u
          return top * (1 - v) + bottom * v
        }
        guard let view = Perspective(side: layout.side, corners: inner), view.module > 1 else {
          continue
        }
        let rough = SymbolFit(layout: layout, perspective: view, likeness: -1)
        fits.append(rough.refined(in: relief, steps: [1.2, 0.6]))
      }
    }
    return fits.sorted { $0.likeness > $1.likeness }.prefix(3).map { $0.refined(in: relief) }
  }

  private init(layout: SymbolLayout, perspective: Perspective, likeness: Double) {
    self.layout = layout
    self.perspective = perspective
    self.likeness = likeness
  }

  /// The fourth corner is looked for about where a parallelogram has it.
  private init?(_ layout: SymbolLayout, _ triple: FinderTriple, _ relief: Relief) {
    let (p0, p1, p3) = (triple.corner.middle, triple.right.middle, triple.below.middle)
    let span = Double(layout.side) - 2 * Perspective.inset
    let (right, down) = ((p1 - p0) * (1 / span), (p3 - p0) * (1 / span))
    // The finder patterns fit any version.
    let places = KnownPlaces(layout, withFinders: false)
    var best: SymbolFit?
    func take(_ x: Double, _ y: Double) {
      let fourth = p1 + (p3 - p0) + right * x + down * y
      guard let view = Perspective(side: layout.side, corners: [p0, p1, fourth, p3]) else { return }
      let likeness = places.likeness(of: relief, view)
      if likeness > best?.likeness ?? -1 {
        best = SymbolFit(layout: layout, perspective: view, likeness: likeness)
      }
    }
    let reach = (span / 4 / 0.8).rounded()
    for row in stride(from: -reach, through: reach, by: 1) {
      for column in stride(from: -reach, through: reach, by: 1) { take(column * 0.8, row * 0.8) }
    }
    guard let best else { return nil }
    self = best
  }

  /// All four corners moved in smaller and smaller steps while the likeness grows.
  func refined(in relief: Relief, steps: [Double] = [0.6, 0.3, 0.15, 0.08]) -> SymbolFit {
    let places = KnownPlaces(layout, withFinders: true)
    var best = SymbolFit(
      layout: layout, perspective: perspective, likeness: places.likeness(of: relief, perspective))
    let module = perspective.module
    for step in steps {
      var improved = true
      var rounds = 0
      while improved, rounds < 4 {
        improved = false
        rounds += 1
        for corner in 0..<4 {
          for (dx, dy) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
            var corners = best.perspective.corners
            corners[corner] = corners[corner] + Point(x: dx, y: dy) * (step * module)
            guard let view = Perspective(side: layout.side, corners: corners) else { continue }
            let likeness = places.likeness(of: relief, view)
            if likeness > best.likeness {
              best = SymbolFit(layout: layout, perspective: view, likeness: likeness)
              improved = true
            }
          }
        }
      }
    }
    return best
  }
}

/// The modules of a layout that are the same in every symbol, as places in modules.
struct KnownPlaces {
  private let places: [(x: Double, y: Double, value: Double)]

  init(_ layout: SymbolLayout, withFinders: Bool) {
    let side = layout.side
    places = layout.known.indices.compactMap { i in
      let value = layout.known[i]
      guard value != 0 else { return nil }
      let (row, column) = (i / side, i % side)
      let isFinder =
        min(row, column) < 8 && max(row, column) < 8
        || min(row, column) < 8 && max(row, column) >= side - 8
      guard withFinders || !isFinder else { return nil }
      return (Double(column) + 0.5, Double(row) + 0.5, Double(value))
    }
  }

  /// The correlation of a picture's darkness with the known modules.
  func likeness(of relief: Relief, _ view: Perspective) -> Double {
    var (sum, squares, product, known) = (0.0, 0.0, 0.0, 0.0)
    var count = 0.0
    let (width, height) = (relief.width, relief.height)
    relief.values.withUnsafeBufferPointer { values in
      for place in places {
        let pixel = view.pixel(place.x, place.y)
        // The range before the conversion: a wild projection leaves the range of whole numbers.
        guard pixel.x >= 0, pixel.y >= 0, pixel.x < Double(width), pixel.y < Double(height) else {
          continue
        }
        let value = -Double(values[Int(pixel.y) &* width &+ Int(pixel.x)])
        sum += value
        squares += value * value
        product += value * place.value
        known += place.value
        count += 1
      }
    }
    guard count > Double(places.count) * 0.9 else { return -1 }
    let spread = squares - sum * sum / count
    let knownSpread = count - known * known / count
    guard spread > 0, knownSpread > 0 else { return -1 }
    return (product - sum * known / count) / (spread * knownSpread).squareRoot()
  }
}
