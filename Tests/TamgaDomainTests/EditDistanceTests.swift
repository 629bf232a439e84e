import TamgaDomain
import Testing

@Suite struct EditDistanceTests {
  @Test func countsSlipsUpToTheLimit() {
    func distance(_ a: String, _ b: String, _ limit: Int) -> Int? {
      EditDistance.between(Array(a.unicodeScalars), Array(b.unicodeScalars), limit: limit)
    }
    #expect(distance("", "", 0) == 0)
    #expect(distance("ANVAR", "ANWAR", 1) == 1)
    #expect(distance("ANVAR", "ANWAR", 0) == nil)
    #expect(distance("kitten", "sitting", 3) == 3)
    #expect(distance("kitten", "sitting", 2) == nil)
    #expect(distance("abc", "", 3) == 3)
    #expect(distance("abc", "abcdefgh", 3) == nil)
    #expect(distance("ANVAR", "AVNAR", 1) == 1)
    #expect(distance("ca", "abc", 3) == 3)
    #expect(distance("Ұ", "У", -1) == nil)
  }
}
