/// The workers of a run, each with fonts of its own.
struct Workers: Sendable {
  let makers: [DocumentRenderer]

  /// Runs `body` over all values, as many at a time as there are workers; results keep their order.
  func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ body: @escaping @Sendable (Value, DocumentRenderer) async throws -> Result
  ) async throws -> [Result] {
    let count = makers.count
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for (worker, maker) in makers.enumerated() {
        group.addTask {
          var results: [(Int, Result)] = []
          for index in stride(from: worker, to: values.count, by: count) {
            results.append((index, try await body(values[index], maker)))
          }
          return results
        }
      }
      var results = [Result?](repeating: nil, count: values.count)
      for try await part in group {
        for (index, result) in part { results[index] = result }
      }
      return results.compactMap(\.self)
    }
  }
}
