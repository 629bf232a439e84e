import SeededNumbers
import Testing

@testable import TamgaOptics

@Suite struct ReedSolomonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let check: Int
    let errors: Int
    /// Erased words that are wrong, and erased words that are right.
    var erased = (wrong: 0, right: 0)
    let isCorrected: Bool
    let why: String
    var testDescription: String { "\(why), \(check) check words" }
  }

  /// A block of `check` check words corrects `errors` and `erased` where 2 errors + erased <= check.
  static let cases: [Case] = [10, 18, 22, 26, 30].flatMap { check in
    let half = check / 2
    return [
      Case(check: check, errors: 0, isCorrected: true, why: "no error"),
      Case(check: check, errors: half, isCorrected: true, why: "as many errors as it corrects"),
      Case(
        check: check, errors: 0, erased: (check, 0), isCorrected: true,
        why: "as many erasures as check words"),
      Case(
        check: check, errors: half - 2, erased: (2, 2), isCorrected: true, why: "some of each"),
      Case(check: check, errors: half + 1, isCorrected: false, why: "one error too many"),
      Case(check: check, errors: check, isCorrected: false, why: "an error for every check word"),
      Case(check: check, errors: 60, isCorrected: false, why: "noise"),
      Case(
        check: check, errors: 0, erased: (check + 1, 0), isCorrected: false,
        why: "one erasure too many"),
      Case(
        check: check, errors: 1, erased: (check, 0), isCorrected: false,
        why: "an error beside all erasures"),
      Case(
        check: check, errors: half - 1, erased: (2, 2), isCorrected: false,
        why: "one too many with erasures"),
      Case(
        check: check, errors: half, erased: (0, 2), isCorrected: false,
        why: "right words erased for nothing"),
    ]
  }

  @Test func theTableRefusesMoreThanItAccepts() {
    #expect(Self.cases.count { !$0.isCorrected } > Self.cases.count { $0.isCorrected })
  }

  @Test(arguments: cases) func corrects(_ c: Case) {
    var random = SplitMix(state: UInt64(c.check * 1000 + c.errors * 10 + c.erased.right))
    for _ in 0..<40 {
      let count = Int.random(in: (61 + c.check)...120, using: &random)
      let block = Self.block(
        (0..<(count - c.check)).map { _ in UInt8.random(in: 0...255, using: &random) },
        check: c.check)
      let places = Array((0..<count).shuffled(using: &random))
      var words = block
      for place in places.prefix(c.errors + c.erased.wrong) {
        words[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      let erasures = Array(
        places.dropFirst(c.errors).prefix(c.erased.wrong + c.erased.right))
      let correction = ReedSolomon.correct(words, check: c.check, erasures: erasures)
      guard c.isCorrected else {
        // Ten check words may take noise for another block once in hundreds of times: that is why
        // no version with such blocks is recovered.
        #expect(correction?.words != block)
        if c.check >= 18, erasures.count + 4 <= c.check { #expect(correction == nil) }
        continue
      }
      #expect(correction?.words == block)
      #expect(correction?.errors == c.errors)
    }
  }

  /// The words of a symbol 1-M that says HELLO WORLD, as textbooks have it.
  @Test func aKnownBlock() {
    let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    let check: [UInt8] = [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]
    #expect(Self.block(data, check: 10) == data + check)
    var words = data + check
    words[0] = 0
    words[25] = 0
    #expect(ReedSolomon.correct(words, check: 10) == .init(words: data + check, errors: 2))
  }

  /// Data and check words: the remainder of a division by (x - 2⁰)(x - 2¹)….
  static func block(_ data: [UInt8], check: Int) -> [UInt8] {
    var generator: [UInt8] = [1]
    var root: UInt8 = 1
    for _ in 0..<check {
      var next = generator + [0]
      for (i, factor) in generator.enumerated() { next[i + 1] ^= product(factor, root) }
      generator = next
      root = product(root, 2)
    }
    var rest = data + [UInt8](repeating: 0, count: check)
    for i in data.indices {
      let lead = rest[i]
      for (j, factor) in generator.enumerated() { rest[i + j] ^= product(factor, lead) }
    }
    return data + rest.suffix(check)
  }

  /// Bit by bit, without the tables under test.
  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var (a, b, sum) = (Int(a), Int(b), 0)
    while b > 0 {
      if b & 1 == 1 { sum ^= a }
      a <<= 1
      if a > 255 { a ^= 0x11D }
      b >>= 1
    }
    return UInt8(sum)
  }
}
