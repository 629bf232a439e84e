/// Linear equations with a symmetric, positive definite matrix.
enum SymmetricSystem {
  /// The solution by Cholesky's decomposition; zeros where the matrix is not positive definite.
  static func solved(_ matrix: [Float], _ right: [Float]) -> [Float] {
    let count = right.count
    var lower = matrix.map(Double.init)
    for column in 0..<count {
      for row in column..<count {
        var sum = lower[row * count + column]
        for k in 0..<column { sum -= lower[row * count + k] * lower[column * count + k] }
        if row == column {
          guard sum > 0 else { return [Float](repeating: 0, count: count) }
          lower[row * count + column] = sum.squareRoot()
        } else {
          lower[row * count + column] = sum / lower[column * count + column]
        }
      }
    }
    var solution = right.map(Double.init)
    for row in 0..<count {
      for k in 0..<row { solution[row] -= lower[row * count + k] * solution[k] }
      solution[row] /= lower[row * count + row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for k in (row + 1)..<max(count, row + 1) {
        solution[row] -= lower[k * count + row] * solution[k]
      }
      solution[row] /= lower[row * count + row]
    }
    return solution.map(Float.init)
  }
}
