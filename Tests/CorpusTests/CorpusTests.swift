import Foundation
import Testing

@testable import FuzzTargets

/// What the fuzzer kept, and small changes of it, for the target that found it. `make fuzz` looks
/// for more.
@Suite struct CorpusTests {
  private static let corpus = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/corpus")

  private static func seeds(_ target: FuzzTarget) throws -> [[UInt8]] {
    let text = try String(
      contentsOf: corpus.appending(path: "\(target.rawValue).base64"), encoding: .utf8)
    return try text.split(separator: "\n").map {
      [UInt8](try #require(Data(base64Encoded: String($0))))
    }
  }

  /// A target that stops the process fails the run.
  @Test(arguments: [FuzzTarget.text, .seal, .bundle, .page])
  func everySeedAndItsNeighboursAreAnswered(_ target: FuzzTarget) throws {
    let seeds = try Self.seeds(target)
    #expect(seeds.count > 50)
    var generator = Numbers(state: UInt64(target.rawValue.utf8.count))
    var opened = 0
    for seed in seeds {
      target.open(seed)
      for _ in 0..<20 {
        target.open(Self.changed(seed, with: seeds.randomElement(using: &generator)!, &generator))
        opened += 1
      }
    }
    #expect(opened == seeds.count * 20)
  }

  /// One to four bits, bytes, cuts and pieces of another seed.
  private static func changed(
    _ seed: [UInt8], with other: [UInt8], _ generator: inout Numbers
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0...Int.random(in: 0..<4, using: &generator) {
      guard !bytes.isEmpty else { return other }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[place] = .random(in: .min ... .max, using: &generator)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 3))
      case 3: bytes.insert(contentsOf: other.prefix(place), at: place)
      default: bytes = Array(bytes.prefix(place))
      }
    }
    return bytes
  }
}

/// The same numbers in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
