import Testing

@testable import TamgaIssue

@Suite struct TurnsTests {
  // Steps that are prime to the count, so that every part comes once.
  @Test(arguments: [1, 7, 11])
  func partsTakeTheirTurnInOrder(step: Int) async {
    let turns = Turns()
    let order = Order()
    let count = 60
    await withTaskGroup(of: Void.self) { tasks in
      // Started in another order than they are to come.
      for part in (0..<count).map({ $0 * step % count }).reversed() {
        tasks.addTask {
          let turn = Turn(turns: turns, part: part)
          defer { turn.pass() }
          await turn.wait()
          await order.add(part)
          turn.pass()
        }
      }
    }
    #expect(await order.parts == Array(0..<count))
  }

  @Test func aPartThatBrokeOffBeforeItsTurnHoldsNobodyUp() async {
    let turns = Turns()
    turns.pass(1)
    let third = Task { await turns.wait(for: 2) }
    turns.pass(0)
    await third.value
  }
}

private actor Order {
  private(set) var parts: [Int] = []
  func add(_ part: Int) { parts.append(part) }
}
