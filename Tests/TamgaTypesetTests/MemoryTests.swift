import Foundation
import TamgaDomain
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// One typesetter makes papers all day: what a paper took is given back. Each loop has a process of
/// its own, where nothing else takes memory.
@Suite struct MemoryTests {
  @Test func papersLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      let typesetter = try Office.typesetter()
      let documents = try ["labour-immigrant-permit", "permanent-residence-permit-refusal"]
        .map { try Paper(document: $0).filled() }
      let symbol = try Symbol(version: 12)
      func work(_ count: Int) throws {
        for index in 0..<count {
          let composition = try typesetter.compose(documents[index % 2])
          _ = composition.complete(checkCode: Office.checkCode)
          #expect(try composition.pdf(code: symbol.grid, id: Office.id, created: 0).count > 10_000)
        }
      }
      try work(60)
      let before = try Self.resident()
      try work(200)
      // A paper has some 60 texts of several KiB each.
      #expect(try Self.resident() - before < 2 << 20)
    }
  }

  /// A typesetter gives back its fonts.
  @Test func typesettersLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      let document = try Paper(document: "labour-immigrant-permit").filled()
      func work(_ count: Int) throws {
        for _ in 0..<count {
          #expect(try Office.typesetter().compose(document).pageCount == 1)
        }
      }
      try work(20)
      let before = try Self.resident()
      try work(60)
      #expect(try Self.resident() - before < 3 << 20)
    }
  }

  /// Bytes of the process in memory (proc(5), `statm`).
  private static func resident() throws -> Int {
    let text = try String(contentsOf: URL(filePath: "/proc/self/statm"), encoding: .utf8)
    let pages = try #require(Int(text.split(separator: " ")[1]))
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
