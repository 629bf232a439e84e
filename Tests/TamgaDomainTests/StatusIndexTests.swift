import TamgaDomain
import Testing

@Suite struct StatusIndexTests {
  @Test(arguments: [
    ("2021-05-10", 336), ("2021-12-31", 336), ("2022-01-01", 352), ("2001-01-01", 16),
    ("2000-12-31", 16), ("1999-01-01", 16), ("9999-12-31", 127_984),
  ]) func firstLists(_ date: String, _ list: Int) throws {
    #expect(StatusIndex.firstList(validUntil: try CalendarDateTests.day(date)) == list)
  }

  @Test func listsWithoutATerm() {
    #expect(StatusIndex.firstList(validUntil: nil) == 0)
    #expect(StatusIndex.year(ofList: 15) == nil)
    #expect(StatusIndex.year(ofList: 16) == 2001)
    #expect(StatusIndex.year(ofList: 351) == 2021)
  }

  @Test(
    arguments: [
      (0, 0, 0), (0, 1_048_575, 1_048_575), (336, 5, 352_321_541),
      (8_191, 1_048_575, 8_589_934_591),
    ] as [(Int, Int, UInt64)])
  func claims(_ list: Int, _ position: Int, _ claim: UInt64) {
    let index = StatusIndex(list: list, position: position)
    #expect(index?.claim == claim)
    #expect(StatusIndex(claim: claim) == index)
  }

  @Test func bounds() {
    #expect(StatusIndex(claim: 1 << 33) == nil)
    #expect(StatusIndex(claim: .max) == nil)
    #expect(StatusIndex(list: 8_192, position: 0) == nil)
    #expect(StatusIndex(list: 0, position: 1 << 20) == nil)
    #expect(StatusIndex(list: -1, position: 0) == nil && StatusIndex(list: 0, position: -1) == nil)
  }
}
