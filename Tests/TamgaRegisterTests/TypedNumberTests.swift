import Testing

@testable import TamgaRegister

/// Numbers as people type them.
@Suite struct TypedNumberTests {
  @Test(arguments: [
    "ALA-21-0000017-4", "ala-21-0000017-4", " ALA 21 0000017 4 ", "ALA2100000174", "ala2100000174",
    "АLА-21-0000017-4", "аla–21–0000017–4", "ALA−21−0000017−4", "ALA-21-000 0017-4",
    "\u{FEFF}ALA-21-0000017-4\u{200B}", "ALA-21-17-4", "ALA-21-0017-4", "аla-21-00017-4",
  ]) func isRead(_ typed: String) throws {
    let number = TypedNumber(typed)
    #expect(number.spellings.last?.description == "ALA-21-0000017-4", "\(number.spellings)")
    #expect(!number.isMistyped)
  }

  @Test func copies() {
    #expect(TypedNumber("ala2100000174~2").spellings.last?.description == "ALA-21-0000017-4~2")
  }

  @Test(arguments: [
    "ALA-21-0000017-5", "ala-21-0000071-4", "ALA-12-0000017-4", "ALA2100000175",
    "АLА 21 0000017 5", "ALA-21-0000017-5~1",
  ]) func isMistyped(_ typed: String) { #expect(TypedNumber(typed).isMistyped) }

  /// Numbers of other systems have no check digit of ours.
  @Test(arguments: [
    "KQP-17", "№ 15/2021", "", "12345", "ALA-21-17", "ALA-21-17-5",
    String(repeating: "A", count: 9000),
  ])
  func isAnotherNumber(_ typed: String) {
    let number = TypedNumber(typed)
    #expect(!number.isMistyped)
    if (1...64).contains(typed.utf8.count) {
      #expect(number.spellings.first?.description == typed)
    }
  }
}
