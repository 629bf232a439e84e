import Foundation
import TamgaFormats
import Testing

@testable import TamgaSeal

/// The page of the documentation that describes the format shows a seal that this code reads.
@Suite struct PageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/TamgaSeal/Documentation.docc/SealFormat.md")

  /// The lines between the fences after a heading.
  static func block(after heading: String) throws -> String {
    let text = try String(contentsOf: page, encoding: .utf8)
    let rest = try #require(text.components(separatedBy: "\n## \(heading)\n").last)
    let parts = rest.components(separatedBy: "```text\n")
    return try #require(parts.count > 1 ? parts[1].components(separatedBy: "```").first : nil)
  }

  @Test func workedExample() throws {
    let lines = try Self.block(after: "Worked example").split(separator: "\n")
    let hex = lines.map { line in
      line.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    }.joined()
    let bytes = try #require(Hex.bytes(hex))
    let key = Fixture.key(3)
    let seal = try UnverifiedSeal(bytes).verified(by: [Fixture.trusted(key)])
    #expect(seal.claims == Fixture.claims)
    let link = try #require(
      try Self.block(after: "Carriers").split(separator: "\n").first { $0.hasPrefix("https://") })
    #expect(try PayloadText(String(link)).bytes == bytes)
  }
}
