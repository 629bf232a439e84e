/// The numbers of many papers in few words: from the least to the greatest of each series, then those
/// that the register did not make, each alone.
enum NumberRanges {
  static func of(_ numbers: [String]) -> [String] {
    var order: [Substring] = []
    var ends: [Substring: (first: String, last: String)] = [:]
    var others: [String] = []
    for number in numbers {
      guard let series = series(of: number) else {
        others.append(number)
        continue
      }
      if let known = ends[series] {
        ends[series] = (min(known.first, number), max(known.last, number))
      } else {
        order.append(series)
        ends[series] = (number, number)
      }
    }
    return order.sorted().compactMap { ends[$0] }.map { first, last in
      first == last ? first : first + " – " + last
    } + others
  }

  /// `ALA-21` of `ALA-21-0000017-4` or its copy: all numbers of a series are equally long, so that
  /// they sort as texts.
  private static func series(of number: String) -> Substring? {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[2].count == 7, parts[2].allSatisfy(\.isNumber) else { return nil }
    return number[..<parts[1].endIndex]
  }
}
