import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must do with papers that follow others.
@Suite struct PredecessorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func follows(
    _ decision: String, _ relation: Relation, _ previous: PaperEntry, given: String? = nil
  ) throws -> ReservationRequest {
    try request(decision, given: given) {
      $0.previous = previous.serial
      $0.relation = relation
    }
  }

  struct Ending: Sendable, CustomTestStringConvertible {
    let relation: Relation
    let status: PaperStatus
    let sameNumber: Bool
    var testDescription: String { relation.rawValue }
  }

  static let endings: [Ending] = [
    Ending(relation: .extends, status: .valid, sameNumber: false),
    Ending(relation: .reissues, status: .superseded, sameNumber: false),
    Ending(relation: .duplicates, status: .superseded, sameNumber: true),
    Ending(relation: .revokes, status: .revoked, sameNumber: false),
  ]

  @Test(arguments: Backend.allCases, endings) func whatBecomesOfTheEarlierPaper(
    _ backend: Backend, _ row: Ending
  ) throws {
    let register = try backend.open(folder)
    let old = try register.issued(request("OLD"))
    let paper = try register.sealed(follows("NEW", row.relation, old))
    #expect(try register.now(old) == old, "nothing ends before the new paper is issued")
    let new = try register.issued(follows("NEW", row.relation, old))
    #expect(new.serial == paper.serial)
    let after = try register.now(old)
    #expect(after.condition == PaperCondition(.issued, row.status))
    #expect(after.endedBy == (row.status == .valid ? nil : new.number))
    #expect(after.replacedBy == (row.status == .superseded ? new.number : nil))
    #expect((new.number.number == old.number.number) == row.sameNumber)
    #expect(new.number.copy == (row.sameNumber ? 1 : 0))
    #expect(new.status == .valid)
    let expected = ["reserved", "sealed", "issued"]
    #expect(
      try register.whats(old) == expected + (row.status == .valid ? [] : ["\(row.status)"]))
  }

  @Test(arguments: Backend.allCases) func copiesAreCounted(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let original = try register.issued(request("D-0", given: "55"))
    var copies = [original]
    for count in 1...3 {
      // A record names the number, and so the original, each time.
      let copy = try register.issued(
        follows("D-\(count)", .duplicates, original, given: count == 2 ? "55" : nil))
      #expect(copy.number == DocumentNumber(stored: "55", copy: count))
      #expect(copy.previous == copies.last?.serial)
      copies.append(copy)
    }
    let now = try register.copies(ofNumber: "55")
    #expect(now.map(\.status) == [.superseded, .superseded, .superseded, .valid])
    #expect(now.map(\.replacedBy) == [copies[1].number, copies[2].number, copies[3].number, nil])
    _ = try register.void(copies[3].serial, by: clerk, reason: "wrong photograph", at: noon)
    let fourth = try register.issued(follows("D-4", .duplicates, original))
    #expect(fourth.number.copy == 4, "a void copy keeps its count")
    #expect(try register.now(copies[2]).replacedBy == fourth.number)
  }

  @Test(arguments: Backend.allCases) func aDuplicateWithAnotherNumber(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let original = try register.issued(request("D-0", given: "55"))
    #expect(
      try register.outcome(follows("D-1", .duplicates, original, given: "56"))
        == .refused(.numberDiffers(original: DocumentNumber("55"))))
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let relation: Relation
    let why: String
    /// Makes the refusal from the earlier paper, in whatever condition it is put.
    let prepare: @Sendable (any Register, PaperEntry) throws -> ReservationRefusal
    var testDescription: String { "\(relation.rawValue) \(why)" }
  }

  static let refusals: [Refused] = Relation.allCases.flatMap { relation in
    [
      Refused(relation: relation, why: "a void paper") { register, old in
        _ = try register.void(old.serial, by: clerk, reason: "typed twice", at: noon)
        return .previousEnded(old.number, .void)
      }
    ]
      + (relation == .extends
        ? []
        : [
          Refused(relation: relation, why: "a revoked paper") { register, old in
            let end = try register.issued(
              request("END") {
                $0.previous = old.serial
                $0.relation = .revokes
              })
            return .previousReplaced(old.number, by: end.number)
          },
          Refused(relation: relation, why: "a paper that is being reissued") { register, old in
            let other = try register.reserved(
              request("OTHER") {
                $0.previous = old.serial
                $0.relation = .reissues
              })
            return .previousReplaced(old.number, by: other.paper.number)
          },
        ])
  }

  @Test(arguments: Backend.allCases, refusals) func refuses(
    _ backend: Backend, _ row: Refused
  ) throws {
    let register = try backend.open(folder)
    let old = try register.issued(request("OLD"))
    let expected = try row.prepare(register, old)
    let numbers = try register.papers(PaperFilter(), after: 0, limit: 100).count
    #expect(try register.outcome(follows("NEW", row.relation, old)) == .refused(expected))
    #expect(try register.papers(PaperFilter(), after: 0, limit: 100).count == numbers)
  }

  @Test(arguments: Backend.allCases) func anUnknownEntry(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let ask = try request("NEW") {
      $0.previous = 99
      $0.relation = .extends
    }
    #expect(try register.outcome(ask) == .refused(.previousUnknown))
  }

  @Test(arguments: Backend.allCases) func aReissueWaitsForItsPredecessor(_ backend: Backend) throws
  {
    let register = try backend.open(folder)
    let old = try register.sealed(request("OLD"))
    let new = try register.sealed(follows("NEW", .reissues, old))
    let early = try register.confirm([written(new.serial)], by: clerk, at: noon)
    #expect(early == [.refused(.illegal(.supersede, old.number, .sealed))])
    #expect(try register.now(new).condition == .sealed, "a refused item changes nothing")
    let together = try register.confirm(
      [written(old.serial), written(new.serial)], by: clerk, at: noon)
    #expect(
      together.map { if case .issued(let paper) = $0 { paper.serial } else { -1 } }
        == [old.serial, new.serial])
    #expect(try register.now(old).replacedBy == new.number)
  }

  struct Reinstated: Sendable {
    let relation: Relation
    let wasSuspended: Bool
  }

  static let reinstated = [Relation.reissues, .duplicates, .revokes].flatMap { relation in
    [false, true].map { Reinstated(relation: relation, wasSuspended: $0) }
  }

  @Test(arguments: Backend.allCases, reinstated)
  func voidGivesBackWhatThePaperEnded(_ backend: Backend, _ row: Reinstated) throws {
    let (relation, wasSuspended) = (row.relation, row.wasSuspended)
    let register = try backend.open(folder)
    var old = try register.issued(request("OLD"))
    if wasSuspended {
      old = try register.setStatus(
        old.serial, to: .suspended, by: clerk, reason: "inquiry", at: noon)
    }
    let new = try register.issued(follows("NEW", relation, old))
    let void = try register.void(new.serial, by: clerk, reason: "wrong person", at: noon + 5)
    #expect(void.condition == .void)
    #expect(try register.now(old) == old)
    let event = try #require(try register.events(of: old.serial, after: 0, limit: 100).last)
    #expect(event.what == (wasSuspended ? "reinstated-suspended" : "reinstated"))
    #expect(event.detail.contains(new.number.description))
    // The corrected decision follows under another id.
    let corrected = try register.issued(follows("CORRECTED", relation, old))
    #expect(try register.now(old).endedBy == corrected.number)
  }
}
