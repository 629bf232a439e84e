import Testing

@testable import TamgaOptics

@Suite struct DeadlineTests {
  @Test func aPassedDeadlineHasNoTimeLeft() {
    let past = Deadline.after(.seconds(-5))
    #expect(past.hasPassed)
    #expect(past.left == .zero)
  }

  @Test func theEarlierOfTwoIsTaken() {
    #expect(Deadline.after(.seconds(3)).earlier(.after(.seconds(-1))).hasPassed)
    #expect(!Deadline.after(.seconds(30)).earlier(.after(.seconds(60))).hasPassed)
  }
}
