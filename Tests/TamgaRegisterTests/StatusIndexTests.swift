import TamgaDomain
import Testing

@testable import TamgaRegister

@Suite struct StatusIndexTests {
  @Test(arguments: [
    ("2021-05-10", 336), ("2021-12-31", 336), ("2022-01-01", 352), ("2001-01-01", 16),
    ("2000-12-31", 16), ("1999-01-01", 16), ("9999-12-31", 127_984),
  ]) func firstLists(_ date: String, _ list: Int) throws {
    #expect(StatusIndex.firstList(validUntil: try day(date)) == list)
  }

  @Test func listsWithoutATerm() {
    #expect(StatusIndex.firstList(validUntil: nil) == 0)
    #expect(StatusIndex.year(ofList: 15) == nil)
    #expect(StatusIndex.year(ofList: 16) == 2001)
    #expect(StatusIndex.year(ofList: 351) == 2021)
  }

  @Test(
    arguments: [(0, 0, 0), (0, 1_048_575, 1_048_575), (336, 5, 352_321_541)] as [(Int, Int, Int64)])
  func claims(_ list: Int, _ position: Int, _ claim: Int64) {
    let index = StatusIndex(list: list, position: position)
    #expect(index.claim == claim)
    #expect(StatusIndex(claim: claim) == index)
  }

  @Test func noNegativeClaim() { #expect(StatusIndex(claim: -1) == nil) }
}
