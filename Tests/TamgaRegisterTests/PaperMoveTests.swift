import Foundation
import TamgaDomain
import Testing

@testable import TamgaRegister

/// The table as a reader of the law expects it, written a second time by condition.
@Suite struct PaperMoveTests {
  static let conditions = PaperState.allCases.flatMap { state in
    PaperStatus.allCases.map { PaperCondition(state, $0) }
  }

  static let lawful: [PaperCondition: [PaperMove: PaperCondition]] = [
    .reserved: [.seal: .sealed, .void: .void],
    .sealed: [.confirm: .inForce, .void: .void],
    .inForce: [
      .suspend: .suspended, .supersede: .superseded, .revoke: .revoked, .void: .void,
      .reprint: .inForce, .spoil: .inForce, .handOver: .inForce, .purge: .inForce,
    ],
    .suspended: [
      .resume: .inForce, .supersede: .superseded, .revoke: .revoked, .void: .void,
      .reprint: .suspended, .spoil: .suspended, .purge: .suspended,
    ],
    .superseded: [
      .reinstate: .inForce, .reinstateSuspended: .suspended, .void: .void, .spoil: .superseded,
      .purge: .superseded,
    ],
    .revoked: [
      .reinstate: .inForce, .reinstateSuspended: .suspended, .void: .void, .spoil: .revoked,
      .purge: .revoked,
    ],
    .void: [.spoil: .void, .purge: .void],
  ]

  @Test(arguments: conditions) func everyPair(_ condition: PaperCondition) {
    for move in PaperMove.allCases {
      #expect(move.next(from: condition) == Self.lawful[condition]?[move], "\(move.rawValue)")
    }
  }

  /// The page of the documentation has exactly the rows of the table.
  @Test func theDocumentedTableIsTheTable() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/TamgaRegister/Documentation.docc/LifeOfAPaper.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { row in row.split(separator: "|").prefix(3).map { $0.trimming() }.joined(separator: "|")
      }
    let table = PaperMove.table.map { "`\($0.move.rawValue)`|\($0.from)|\($0.to)" }
    #expect(Set(rows) == Set(table), "\(Set(rows).symmetricDifference(table))")
  }

  @Test func noRowStandsTwice() {
    let pairs = PaperMove.table.map { "\($0.move) \($0.from)" }
    #expect(Set(pairs).count == pairs.count)
    #expect(Set(PaperMove.table.map(\.move)) == Set(PaperMove.allCases))
  }

  @Test func everyConditionOfTheTableCanBeReached() {
    var reached: Set<PaperCondition> = [.reserved]
    for _ in PaperMove.table {
      for row in PaperMove.table where reached.contains(row.from) { reached.insert(row.to) }
    }
    #expect(reached == Set(PaperMove.table.flatMap { [$0.from, $0.to] }))
    #expect(!reached.contains(PaperCondition(.void, .valid)), "a void paper is never valid")
  }
}

extension Substring {
  fileprivate func trimming() -> String { trimmingCharacters(in: .whitespaces) }
}
