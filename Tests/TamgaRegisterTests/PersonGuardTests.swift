import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must do when two decisions about one person were judged at the same time.
@Suite struct PersonGuardTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  struct Row: Sendable, CustomTestStringConvertible {
    var keys = ["passport", "name"]
    var seen: Int64?
    var isRefused = false
    let why: String
    var testDescription: String { why }
  }

  // The register holds entry 1 under `passport` and `name`, and entry 2 under `other`.
  static let rows: [Row] = [
    Row(why: "nobody asks"),
    Row(seen: 0, isRefused: true, why: "judged before the paper was reserved"),
    Row(seen: 1, why: "judged when the paper was there"),
    Row(keys: ["name"], seen: 0, isRefused: true, why: "one key is enough"),
    Row(keys: ["new passport", "name"], seen: 0, isRefused: true, why: "any of the keys"),
    Row(keys: ["new passport"], seen: 0, why: "nobody's key"),
    Row(keys: [], seen: 0, why: "no key"),
    Row(keys: ["other"], seen: 1, isRefused: true, why: "the key's own entry counts"),
    Row(keys: ["name"], seen: 2, why: "a later entry of another person changes nothing"),
  ]

  @Test(arguments: Backend.allCases, rows) func judgedBefore(
    _ backend: Backend, _ row: Row
  ) throws {
    let register = try backend.open(folder)
    let first = try register.reserved(request("A") { $0.personKeys = ["passport", "name"] }).paper
    let second = try register.reserved(request("B") { $0.personKeys = ["other"] }).paper
    #expect([first.serial, second.serial] == [1, 2])
    let ask = try request("C") {
      $0.personKeys = row.keys
      $0.personSeen = row.seen
    }
    let outcome = try register.outcome(ask)
    #expect((outcome == .refused(.personChanged)) == row.isRefused, "\(outcome)")
    #expect(try register.papers(PaperFilter(), after: 0, limit: 9).count == (row.isRefused ? 2 : 3))
  }

  @Test(arguments: Backend.allCases) func itsOwnPapersDoNotCount(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let ask = try request("A") {
      $0.personKeys = ["a"]
      $0.personSeen = 0
    }
    let first = try register.reserved(ask)
    #expect(try register.reserved(ask).paper == first.paper, "a run after a crash")
    var further = ask
    further.part = 1
    #expect(try register.reserved(further).isNew, "a further paper of the decision")
    let other = try register.outcome(
      request("B") {
        $0.personKeys = ["a"]
        $0.personSeen = first.paper.serial
      })
    #expect(other == .refused(.personChanged), "the further paper came after")
  }
}
