import Testing

@testable import TamgaOptics

@Suite struct DeadlineTests {
  @Test func aPassedDeadlineHasNoTimeLeft() {
    let past = Deadline.after(.seconds(-5))
    #expect(past.hasPassed)
    #expect(past.left == .zero)
    #expect(past.milliseconds == 0)
  }

  @Test func timeLeftIsRoundedUpAndBounded() {
    #expect((1...10_000).contains(Deadline.after(.seconds(10)).milliseconds))
    #expect(Deadline.after(.seconds(1 << 40)).milliseconds == 1_000_000_000)
    #expect(Deadline.after(.seconds(3)).earlier(.after(.seconds(-1))).hasPassed)
    #expect(!Deadline.after(.seconds(30)).earlier(.after(.seconds(60))).hasPassed)
  }
}
