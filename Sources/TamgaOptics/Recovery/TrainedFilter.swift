/// Undoes the blur of a symbol whatever made it: a linear filter over the samples about a module,
/// trained on the modules that are the same in every symbol, then on its own clear answers.
///
/// The modules that are known in advance are to a symbol what a preamble is to a modem; the answer
/// is the least-squares equaliser of that trade.
struct TrainedFilter: Sendable {
  /// Samples to each side of a module's middle: a module and a half.
  private static let reach = 3
  private static let taps = (2 * reach + 1) * (2 * reach + 1)
  private static let terms = taps + 1
  /// Times that the filter is trained on its own answers.
  private static let rounds = 4

  /// For every module how dark it is: the sign is the bit, the size the certainty.
  let modules: [Float]

  init(_ lattice: SymbolLattice, layout: SymbolLayout) {
    let side = layout.side
    let rows = Self.rows(of: lattice, side: side)
    var targets = layout.known.map(Float.init)
    var weights = layout.known.map { $0 == 0 ? Float(0) : 1 }
    var answers = [Float](repeating: 0, count: side * side)
    for round in 0...Self.rounds {
      let filter = Self.solution(rows: rows, targets: targets, weights: weights)
      for i in answers.indices {
        var sum: Float = 0
        for k in 0..<Self.terms { sum += rows[i * Self.terms + k] * filter[k] }
        answers[i] = sum
      }
      guard round < Self.rounds else { break }
      for i in answers.indices where layout.known[i] == 0 {
        targets[i] = answers[i] < 0 ? -1 : 1
        weights[i] = min(abs(answers[i]), 1)
      }
    }
    modules = answers
  }

  /// For every module the samples about it and a constant.
  private static func rows(of lattice: SymbolLattice, side: Int) -> [Float] {
    var rows: [Float] = []
    rows.reserveCapacity(side * side * terms)
    for row in 0..<side {
      for column in 0..<side {
        let (y, x) = (SymbolLattice.index(ofModule: row), SymbolLattice.index(ofModule: column))
        for dy in -reach...reach {
          let start = (y + dy) * lattice.count + x - reach
          rows += lattice.samples[start...start + 2 * reach]
        }
        rows.append(1)
      }
    }
    return rows
  }

  /// The weighted least squares with a little of the identity, so that noise is not enlarged.
  private static func solution(rows: [Float], targets: [Float], weights: [Float]) -> [Float] {
    var matrix = [Float](repeating: 0, count: terms * terms)
    var right = [Float](repeating: 0, count: terms)
    var total: Float = 0
    rows.withUnsafeBufferPointer { rows in
      matrix.withUnsafeMutableBufferPointer { matrix in
        for i in targets.indices where weights[i] > 0 {
          let start = i &* terms
          let weight = weights[i]
          total += weight
          for a in 0..<terms {
            let scaled = rows[start &+ a] * weight
            right[a] += scaled * targets[i]
            for b in a..<terms { matrix[a &* terms &+ b] += scaled * rows[start &+ b] }
          }
        }
      }
    }
    for a in 0..<terms {
      matrix[a * terms + a] += total * 0.02 + 1e-3
      for b in 0..<a { matrix[a * terms + b] = matrix[b * terms + a] }
    }
    return SymmetricSystem.solved(matrix, right)
  }
}
