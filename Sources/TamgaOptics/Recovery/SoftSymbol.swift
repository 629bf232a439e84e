/// A symbol of which every module is more or less certain.
struct SoftSymbol: Sendable {
  let layout: SymbolLayout
  /// Row by row: the sign is the bit (positive is dark), the size the certainty.
  let modules: [Float]

  /// Check words that stay unused where erasures were guessed: with fewer a wrong block might pass.
  private static let reserve = 6
  /// The part of the certainty that may stand against the answer.
  private static let doubt: Float = 0.3

  /// The part of the format's certainty by which what agrees with a mask outweighs what does not.
  private static let formatLead: Float = 0.3

  /// The corrected modules, row by row, or nil where there are too many errors.
  func corrected() -> [Bool]? {
    for mask in likelyMasks() {
      if let modules = corrected(mask: mask) { return modules }
    }
    return nil
  }

  /// The same seen in a mirror.
  func mirrored() -> SoftSymbol {
    let side = layout.side
    let turned = modules.indices.map { modules[$0 % side * side + $0 / side] }
    return SoftSymbol(layout: layout, modules: turned)
  }

  /// The one or two masks whose format bits are most alike; none where no format is seen.
  private func likelyMasks() -> [Int] {
    let places = SymbolFormat.places(side: layout.side)
    func score(_ mask: Int) -> (lead: Float, all: Float) {
      let bits = SymbolFormat.bits(mask: mask)
      var (lead, all): (Float, Float) = (0, 0)
      for copy in places {
        for (place, bit) in zip(copy, bits) {
          let value = min(max(modules[place.row * layout.side + place.column], -1), 1)
          lead += bit ? value : -value
          all += abs(value)
        }
      }
      return (lead, all)
    }
    return (0..<8).map { (mask: $0, score: score($0)) }
      .filter { $0.score.lead > $0.score.all * Self.formatLead }
      .sorted { $0.score.lead > $1.score.lead }.prefix(2).map(\.mask)
  }

  private func corrected(mask: Int) -> [Bool]? {
    let side = layout.side
    let order = layout.dataOrder
    var words = [UInt8](repeating: 0, count: layout.wordCount)
    var certainty = [Float](repeating: .infinity, count: layout.wordCount)
    for bit in 0..<(layout.wordCount * 8) {
      let index = order[bit]
      let changes = SymbolFormat.changes(mask, row: index / side, column: index % side)
      if (modules[index] > 0) != changes { words[bit / 8] |= 0x80 >> UInt8(bit % 8) }
      certainty[bit / 8] = min(certainty[bit / 8], abs(modules[index]))
    }
    for block in blocks() {
      guard
        let correct = Self.corrected(
          block.map { words[$0] }, certainty: block.map { certainty[$0] },
          check: layout.checkWords)
      else { return nil }
      for (index, word) in zip(block, correct) { words[index] = word }
    }
    var result = modules.indices.map { i in
      layout.known[i] == 0 ? modules[i] > 0 : layout.known[i] > 0
    }
    for copy in SymbolFormat.places(side: side) {
      for (place, bit) in zip(copy, SymbolFormat.bits(mask: mask)) {
        result[place.row * side + place.column] = bit
      }
    }
    for bit in 0..<(layout.wordCount * 8) {
      let index = order[bit]
      let isSet = words[bit / 8] & 0x80 >> UInt8(bit % 8) != 0
      result[index] = isSet != SymbolFormat.changes(mask, row: index / side, column: index % side)
    }
    return agrees(with: result) ? result : nil
  }

  /// The indices of each block's words, data and then check words (ISO/IEC 18004, 7.6).
  private func blocks() -> [[Int]] {
    let count = layout.blockCount
    let data = layout.wordCount - layout.checkWords * count
    let short = data / count
    let long = data % count
    return (0..<count).map { block in
      let own = (0..<short).map { $0 * count + block }
      // The longer blocks come last and share a row of their own.
      let extra = block >= count - long ? [short * count + block - (count - long)] : []
      let check = (0..<layout.checkWords).map { data + $0 * count + block }
      return own + extra + check
    }
  }

  /// Erases more and more of the least certain words (Forney's generalised minimum distance).
  private static func corrected(_ words: [UInt8], certainty: [Float], check: Int) -> [UInt8]? {
    if let plain = ReedSolomon.correct(words, check: check) { return plain.words }
    let doubtful = words.indices.sorted { certainty[$0] < certainty[$1] }
    for count in stride(from: 2, through: max(check - reserve, 2), by: 2) {
      guard
        let correction = ReedSolomon.correct(
          words, check: check, erasures: Array(doubtful.prefix(count))),
        2 * correction.errors + count <= check - reserve
      else { continue }
      return correction.words
    }
    return nil
  }

  private func agrees(with answer: [Bool]) -> Bool {
    var (against, all): (Float, Float) = (0, 0)
    for index in layout.dataOrder {
      let size = min(abs(modules[index]), 1)
      all += size
      if (modules[index] > 0) != answer[index] { against += size }
    }
    return against <= all * Self.doubt
  }
}
