import Testing

@testable import TamgaIssue

@Suite struct OrderedTicketsTests {
  // Steps that are prime to the count, so that every part comes once.
  @Test(arguments: [1, 7, 11])
  func partsTakeTheirTurnInOrder(step: Int) async {
    let tickets = OrderedTickets()
    let order = Order()
    let count = 60
    await withTaskGroup(of: Void.self) { tasks in
      // Started in another order than they are to come.
      for part in (0..<count).map({ $0 * step % count }).reversed() {
        tasks.addTask {
          let ticket = Ticket(tickets: tickets, part: part)
          defer { ticket.pass() }
          await ticket.wait()
          await order.add(part)
          ticket.pass()
        }
      }
    }
    #expect(await order.parts == Array(0..<count))
  }

  @Test func aPartThatBrokeOffBeforeItsTurnHoldsNobodyUp() async {
    let tickets = OrderedTickets()
    tickets.pass(1)
    let third = Task { await tickets.wait(for: 2) }
    tickets.pass(0)
    await third.value
  }
}

private actor Order {
  private(set) var parts: [Int] = []
  func add(_ part: Int) { parts.append(part) }
}
