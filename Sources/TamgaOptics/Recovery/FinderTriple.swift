/// Three finder patterns that may belong to one symbol.
struct FinderTriple: Hashable, Sendable {
  /// The corner of the right angle, and the others so that the symbol is not mirrored.
  let corner: FinderPattern
  let right: FinderPattern
  let below: FinderPattern
  /// How far from three equal patterns in a right angle with equal legs; 0 is perfect.
  let strangeness: Double

  /// Pixels a module.
  var module: Double { (legs.0.module * legs.1.module).squareRoot() }
  /// Modules along one side, as the lengths of the legs say.
  var side: Double { (legs.0.modules * legs.1.modules).squareRoot() + 7 }

  private var legs: ((module: Double, modules: Double), (module: Double, modules: Double)) {
    func leg(_ other: FinderPattern) -> (Double, Double) {
      let way = other.middle - corner.middle
      let module = (corner.module(along: way) * other.module(along: way)).squareRoot()
      return (module, way.length / module)
    }
    return (leg(right), leg(below))
  }

  /// Modules as measured: those of ``SymbolLayout/versions`` and what a wrong measure adds.
  private static let sides = 34.0...88.0

  /// Nil where no symbol looks so from any side from which it can be read.
  init?(_ corner: FinderPattern, _ a: FinderPattern, _ b: FinderPattern) {
    let (toA, toB) = (a.middle - corner.middle, b.middle - corner.middle)
    let cosine = toA.dot(toB) / max(toA.length * toB.length, 1e-9)
    let ratio = max(toA.length, toB.length) / max(min(toA.length, toB.length), 1e-9) - 1
    let sizes = [corner, a, b].map { ($0.width * $0.height).squareRoot() }
    let spread = (sizes.max() ?? 1) / max(sizes.min() ?? 1, 1e-9) - 1
    guard abs(cosine) < 0.5, ratio < 1.2, spread < 1.2 else { return nil }
    self.corner = corner
    let isMirrored = toA.cross(toB) < 0
    right = isMirrored ? b : a
    below = isMirrored ? a : b
    strangeness = abs(cosine) + ratio + spread
    guard module > 0.8, Self.sides.contains(side) else { return nil }
  }

  /// The most regular triples of a set of patterns.
  static func best(of patterns: [FinderPattern], limit: Int) -> [FinderTriple] {
    var triples: [FinderTriple] = []
    for i in patterns.indices {
      for j in patterns.indices where j != i {
        for k in patterns.indices where k > j && k != i {
          if let triple = FinderTriple(patterns[i], patterns[j], patterns[k]) {
            triples.append(triple)
          }
        }
      }
    }
    return Array(triples.sorted { $0.strangeness < $1.strangeness }.prefix(limit))
  }
}
