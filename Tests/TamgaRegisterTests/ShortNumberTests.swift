import SeededNumbers
import TamgaDomain
import Testing

@testable import TamgaRegister

/// Numbers that people shorten are found, and only those that they may mean.
@Suite struct ShortNumberTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let typed: String
    /// The ordinal of each series that is meant.
    let meant: [String: Int64]
    var testDescription: String { typed }
  }

  private static let series = ["ALA-26", "ALA-25", "AST-26", "QC/ALA-2026", "QC"]

  static let rows = [
    Row(typed: "ala-26-98", meant: ["ALA-26": 98]),
    Row(typed: "ALA 26 98", meant: ["ALA-26": 98]),
    Row(typed: "аLа–26—98", meant: ["ALA-26": 98]),  // Cyrillic а, two dashes
    Row(typed: "ala2698", meant: ["ALA-26": 98, "ALA-25": 2698]),
    Row(typed: "ALA/26/098", meant: ["ALA-26": 98]),
    Row(typed: "ALA-26-0000098", meant: ["ALA-26": 98]),
    Row(typed: "ALA-26-98~2", meant: ["ALA-26": 98]),
    Row(typed: "ala 98", meant: ["ALA-26": 98, "ALA-25": 98]),
    Row(typed: "26-98", meant: ["ALA-26": 98, "AST-26": 98]),
    Row(
      typed: "98", meant: ["ALA-26": 98, "ALA-25": 98, "AST-26": 98, "QC/ALA-2026": 98, "QC": 98]),
    Row(typed: "qc ala 2026 98", meant: ["QC/ALA-2026": 98]),
    Row(typed: "qc-98", meant: ["QC": 98]),
    Row(typed: "ALA-24-98", meant: [:]), Row(typed: "KQP-98", meant: [:]),
    Row(typed: "ALA", meant: [:]), Row(typed: "", meant: [:]), Row(typed: "ALA-26-0", meant: [:]),
    Row(typed: "98 ALA", meant: [:]), Row(typed: "ALA-26-9-8-7", meant: [:]),
    Row(typed: "ALA-26-" + String(repeating: "9", count: 16), meant: [:]),
    Row(typed: String(repeating: "9", count: 900), meant: [:]),
  ]

  @Test(arguments: rows) func isMeant(_ row: Row) {
    let short = ShortNumber(row.typed)
    for prefix in Self.series {
      #expect(short?.number(of: prefix)?.ordinal == row.meant[prefix], "\(prefix)")
    }
  }

  /// A check digit that is typed must fit.
  @Test func checkDigit() throws {
    let number = try #require(AllottedNumber(prefix: "ALA-26", ordinal: 98))
    for digit in 0...9 {
      let found = ShortNumber("ala 26 98 \(digit)")?.number(of: "ALA-26")
      #expect(found == (digit == number.checkDigit ? number : nil), "\(digit)")
    }
  }

  /// However a number is shortened and typed, it is among those that are found.
  @Test(arguments: Backend.allCases) func isFoundHoweverItIsTyped(_ backend: Backend) throws {
    let folder = try TemporaryFolder()
    let register = try backend.open(folder)
    let papers = try (1...40).map { try register.issued(request("D-\($0)")) }
    var random = SplitMix(state: 17)
    for _ in 0..<400 {
      let paper = papers[Int.random(in: 0..<papers.count, using: &random)]
      let number = try #require(AllottedNumber(reading: paper.number.number))
      let typed = Self.typed(number, &random)
      let found = try register.search(.shortNumber(typed), bodies: nil, limit: 9)
      #expect(found.map(\.serial) == [paper.serial], "\(typed) for \(number)")
    }
  }

  /// A number as a hurried person might type it; never so short that another may be meant.
  private static func typed(_ number: AllottedNumber, _ random: inout SplitMix) -> String {
    let dashes = ["-", " ", "–", "—", "−", "‑", " - ", "/", "."]
    let dash = dashes.randomElement(using: &random) ?? "-"
    let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &random))
    var parts = number.prefix.split(separator: "-").map(String.init)
    parts.append(zeros + String(number.ordinal))
    if Bool.random(using: &random) { parts.append(String(number.checkDigit)) }
    var text = parts.joined(separator: dash)
    if Bool.random(using: &random) { text = text.lowercased() }
    if Bool.random(using: &random) {
      text = text.replacing("A", with: "А").replacing("a", with: "а")  // Cyrillic
    }
    if Bool.random(using: &random) { text = "\u{FEFF} \(text)\u{200B} " }
    return text
  }
}
