import TamgaFormats
import Testing

@Suite struct RandomBytesTests {
  @Test(arguments: [0, 1, 7, 8, 9, 16, 33]) func asManyAsAreAskedFor(_ count: Int) {
    #expect(RandomBytes.drawn(count).count == count)
  }

  /// No byte and no bit of it stands still, and no value comes twice.
  @Test func everyBitIsDrawn() {
    let drawn = (0..<400).map { _ in RandomBytes.drawn(16) }
    #expect(Set(drawn).count == drawn.count)
    for place in 0..<16 {
      let ever = drawn.reduce(UInt8(0)) { $0 | $1[place] }
      let always = drawn.reduce(UInt8.max) { $0 & $1[place] }
      #expect(ever == .max && always == 0, "byte \(place)")
    }
  }
}
