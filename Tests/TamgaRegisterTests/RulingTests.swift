import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must do when somebody rules over a paper or prints it again.
@Suite struct RulingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Brings a paper into a condition by lawful steps.
  private func paper(_ condition: PaperCondition, _ register: any Register) throws -> PaperEntry {
    let ask = try request("D")
    switch condition {
    case .reserved: return try register.reserved(ask).paper
    case .sealed: return try register.now(register.sealed(ask))
    case .void:
      return try register.void(
        register.issued(ask).serial, by: clerk, reason: "typed twice", at: noon)
    default: break
    }
    let paper = try register.issued(ask)
    switch condition {
    case .suspended:
      return try register.setStatus(
        paper.serial, to: .suspended, by: clerk, reason: "inquiry", at: noon)
    case .superseded, .revoked:
      try register.issued(
        request("END") {
          $0.previous = paper.serial
          $0.relation = condition == .revoked ? .revokes : .reissues
        })
    default: break
    }
    return try register.now(paper)
  }

  enum Order: CaseIterable, Sendable {
    case suspend, resume, void, reprint, spoil, handOver

    var move: PaperMove {
      switch self {
      case .suspend: .suspend
      case .resume: .resume
      case .void: .void
      case .reprint: .reprint
      case .spoil: .spoil
      case .handOver: .handOver
      }
    }

    func give(_ register: any Register, _ serial: Int64) throws {
      switch self {
      case .suspend, .resume:
        _ = try register.setStatus(
          serial, to: self == .suspend ? .suspended : .valid, by: "head", reason: "order 5",
          at: noon + 60)
      case .void: _ = try register.void(serial, by: "head", reason: "order 5", at: noon + 60)
      case .reprint:
        try register.record(.reprint, of: serial, by: "head", reason: "order 5", at: noon + 60)
      case .spoil:
        try register.record(.spoil, of: serial, by: "head", reason: "order 5", at: noon + 60)
      case .handOver:
        try register.record(.handOver, of: serial, by: "head", reason: "order 5", at: noon + 60)
      }
    }
  }

  @Test(
    arguments: [
      PaperCondition.reserved, .sealed, .inForce, .suspended, .superseded, .revoked, .void,
    ], Order.allCases)
  func everyOrderInEveryCondition(_ condition: PaperCondition, _ order: Order) throws {
    let register = try Backend.sqlite.open(folder)
    let before = try paper(condition, register)
    #expect(before.condition == condition)
    let events = try register.events(of: before.serial, after: 0, limit: 100)
    guard let next = order.move.next(from: condition) else {
      let error = #expect(throws: RegisterError.self) { try order.give(register, before.serial) }
      #expect(error?.code == .illegalMove)
      #expect(error?.message.en.contains(condition.words.en) == true)
      #expect(try register.now(before) == before)
      #expect(try register.events(of: before.serial, after: 0, limit: 100) == events)
      return
    }
    try order.give(register, before.serial)
    #expect(try register.now(before).condition == next)
    let event = try #require(try register.events(of: before.serial, after: 0, limit: 100).last)
    #expect(event.what == order.move.rawValue)
    #expect(event.who == "head" && event.reason == "order 5" && event.at == noon + 60)
    #expect(event.detail == #"{"from":"\#(condition)","to":"\#(next)"}"#)
  }

  @Test(arguments: Backend.allCases, [PaperStatus.revoked, .superseded])
  func noOrderRevokesOrSupersedes(_ backend: Backend, _ status: PaperStatus) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D"))
    #expect(
      code { try register.setStatus(paper.serial, to: status, by: clerk, reason: "x", at: noon) }
        == .illegalMove)
    #expect(try register.now(paper) == paper)
  }

  @Test(arguments: [
    ("", "head", RegisterError.Code.limit), ("   ", "head", .limit),
    (String(repeating: "x", count: 501), "head", .limit), ("order 5", "", .limit),
    ("order 5", String(repeating: "h", count: 129), .limit),
  ]) func aReasonAndAPersonAreAsked(
    _ reason: String, _ agent: String, _ expected: RegisterError.Code
  ) throws {
    let register = try Backend.sqlite.open(folder)
    let paper = try register.issued(request("D"))
    #expect(
      code { try register.void(paper.serial, by: agent, reason: reason, at: noon) } == expected)
    #expect(try register.now(paper) == paper)
  }

  @Test(arguments: Backend.allCases) func unknownPapers(_ backend: Backend) throws {
    let register = try backend.open(folder)
    for order in Order.allCases {
      #expect(code { try order.give(register, 5) } == .unknownPaper)
    }
  }

  @Test(arguments: Backend.allCases) func eventsAreNumberedWithoutGaps(_ backend: Backend) throws {
    let register = try backend.open(folder)
    for index in 1...30 { try register.issued(request("D-\(index)")) }
    _ = code { try register.void(99, by: clerk, reason: "x", at: noon) }
    try register.record(.reprint, of: 3, by: clerk, reason: "archive \"A\"\n\\", at: noon)
    let first = try register.events(of: nil, after: 0, limit: 50)
    let second = try register.events(of: nil, after: 50, limit: 50)
    #expect((first + second).map(\.sequence) == Array(1...91))
    #expect(second.last?.reason == "archive \"A\"\n\\")
    #expect(
      code { try register.events(of: nil, after: 0, limit: RegisterLimits.pageRows + 1) } == .limit)
    #expect(code { try register.events(of: nil, after: 0, limit: 0) } == .limit)
  }

  @Test func detailsAreJSON() {
    #expect(EventLog.json(["a": "q\"b\\c\n\u{1}й"]) == #"{"a":"q\"b\\c\n\u0001й"}"#)
    #expect(EventLog.json([:]) == "{}")
  }
}
