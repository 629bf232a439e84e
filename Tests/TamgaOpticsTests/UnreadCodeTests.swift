import TamgaDomain
import Testing

@testable import TamgaOptics

/// What a picture without a text says of itself.
@Suite struct UnreadCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    var module = 5
    let expected: UnreadCode?
    let change: @Sendable (Canvas) -> Canvas
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(why: "half of it is covered", expected: .damaged) {
      $0.with(Canvas(width: 180, height: 180, grey: 255), x: 90, y: 90)
    },
    Case(why: "a black patch lies in it", expected: .damaged) {
      $0.with(Canvas(width: 190, height: 160, grey: 0), x: 60, y: 90)
    },
    Case(why: "moved by three modules", module: 8, expected: .damaged) {
      $0.moved(by: 28, down: 0)
    },
    Case(why: "a pixel a module, out of focus", module: 5, expected: .small) {
      $0.tilted().blurred(3).shrunk(by: 5).noisy(12)
    },
    Case(why: "a white sheet", expected: nil) { $0.mapped { _, _ in 255 } },
    Case(why: "a black sheet", expected: nil) { $0.mapped { _, _ in 0 } },
    Case(why: "noise", expected: nil) { $0.mapped { _, _ in 128 }.noisy(120) },
    Case(why: "its finder patterns are cut off", expected: nil) {
      $0.with(Canvas(width: $0.width, height: 80, grey: 255), x: 0, y: 0)
        .with(Canvas(width: 80, height: $0.height, grey: 255), x: 0, y: 0)
        .with(Canvas(width: 80, height: $0.height, grey: 255), x: $0.width - 80, y: 0)
        .with(Canvas(width: $0.width, height: 80, grey: 255), x: 0, y: $0.height - 80)
    },
  ]

  @Test(arguments: cases) func isTold(_ c: Case) throws {
    let code = Canvas(try QRSymbol.encode(RecoveryTests.text), module: c.module)
    let page = Canvas(width: code.width + 90, height: code.height + 70).with(code, x: 40, y: 30)
    let reading = CodeReader(budget: .seconds(600)).reading(c.change(page).picture)
    #expect(reading == Reading(texts: [], isComplete: true, unread: c.expected))
  }

  @Test func whatIsReadIsNotUnread() throws {
    let code = Canvas(try QRSymbol.encode(RecoveryTests.text), module: 6).moved(by: 10, down: 0)
    let reading = CodeReader(budget: .seconds(600)).reading(code.picture)
    #expect(reading == Reading(texts: [RecoveryTests.text], isComplete: true))
  }
}
