/// Corrects the code words of one block (ISO/IEC 18004, 7.5.2): a Reed-Solomon code over GF(256) with
/// the polynomial 0x11D and the roots 2⁰, 2¹, ….
enum ReedSolomon {
  struct Correction: Hashable, Sendable {
    let words: [UInt8]
    /// Words that were wrong where no erasure stood.
    let errors: Int
  }

  private static let tables: (exp: [UInt8], log: [Int]) = {
    var exp = [UInt8](repeating: 0, count: 512)
    var log = [Int](repeating: 0, count: 256)
    var value = 1
    for i in 0..<255 {
      exp[i] = UInt8(value)
      log[value] = i
      value = value << 1 ^ (value >> 7) * 0x11D
    }
    for i in 255..<512 { exp[i] = exp[i - 255] }
    return (exp, log)
  }()

  private static func times(_ a: UInt8, _ b: UInt8) -> UInt8 {
    a == 0 || b == 0 ? 0 : tables.exp[tables.log[Int(a)] + tables.log[Int(b)]]
  }

  private static func power(_ exponent: Int) -> UInt8 { tables.exp[exponent % 255] }

  /// - Precondition: `b` is not zero.
  private static func divided(_ a: UInt8, _ b: UInt8) -> UInt8 {
    a == 0 ? 0 : tables.exp[tables.log[Int(a)] + 255 - tables.log[Int(b)]]
  }

  /// The block without its errors, or nil where it has too many.
  ///
  /// - Parameters:
  ///   - words: Data words and then `check` check words, 255 at most.
  ///   - erasures: Indices of words that are not to be relied on, each once.
  static func correct(_ words: [UInt8], check: Int, erasures: [Int] = []) -> Correction? {
    guard erasures.count <= check else { return nil }
    let syndromes = syndromes(of: words, check: check)
    guard syndromes.contains(where: { $0 != 0 }) else {
      return Correction(words: words, errors: 0)
    }
    let count = words.count
    // Polynomials with the lowest power first. Each erasure is a known root.
    let known = erasures.reduce([1] as [UInt8]) { product, index in
      multiplied(product, [1, power(count - 1 - index)])
    }
    let locator = locator(syndromes, from: known, erasures: erasures.count)
    let degree = locator.lastIndex { $0 != 0 } ?? 0
    guard degree - erasures.count <= (check - erasures.count) / 2 else { return nil }
    let places = (0..<count).filter { index in
      value(of: locator, at: power(255 - (count - 1 - index))) == 0
    }
    guard places.count == degree else { return nil }
    var result = words
    let evaluator = Array(multiplied(syndromes, locator).prefix(check))
    for index in places {
      let inverse = power(255 - (count - 1 - index))
      // The derivative keeps the odd powers.
      let slope = stride(from: 1, to: locator.count, by: 2).reduce(0 as UInt8) { sum, i in
        sum ^ times(locator[i], power((255 - (count - 1 - index)) * (i - 1)))
      }
      guard slope != 0 else { return nil }
      // With the first root 2⁰ the magnitude has a factor of the location (Forney).
      let magnitude = times(
        power(count - 1 - index), divided(value(of: evaluator, at: inverse), slope))
      result[index] ^= magnitude
    }
    guard !self.syndromes(of: result, check: check).contains(where: { $0 != 0 }) else { return nil }
    let errors = places.count { !erasures.contains($0) }
    return Correction(words: result, errors: errors)
  }

  private static func syndromes(of words: [UInt8], check: Int) -> [UInt8] {
    (0..<check).map { i in words.reduce(0) { times($0, power(i)) ^ $1 } }
  }

  /// Berlekamp and Massey, begun with the erasures.
  private static func locator(_ syndromes: [UInt8], from known: [UInt8], erasures: Int) -> [UInt8] {
    var locator = known
    var previous = known
    var length = erasures
    for step in erasures..<syndromes.count {
      previous.insert(0, at: 0)
      var delta: UInt8 = 0
      for (i, factor) in locator.enumerated() where i <= step {
        delta ^= times(factor, syndromes[step - i])
      }
      guard delta != 0 else { continue }
      let old = locator
      for i in 0..<max(locator.count, previous.count) {
        let own = i < locator.count ? locator[i] : 0
        let other = i < previous.count ? times(delta, previous[i]) : 0
        if i < locator.count { locator[i] = own ^ other } else { locator.append(own ^ other) }
      }
      if 2 * length <= step + erasures {
        length = step + 1 + erasures - length
        previous = old.map { divided($0, delta) }
      }
    }
    return locator
  }

  private static func multiplied(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var product = [UInt8](repeating: 0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() where x != 0 {
      for (j, y) in b.enumerated() { product[i + j] ^= times(x, y) }
    }
    return product
  }

  private static func value(of polynomial: [UInt8], at x: UInt8) -> UInt8 {
    polynomial.reversed().reduce(0) { times($0, x) ^ $1 }
  }
}
