import Testing

@testable import TamgaLaw

/// What a broken export writes for nothing, in any case and behind blanks; and names that begin alike.
@Suite struct PlaceholderWordTests {
  @Test(arguments: [
    "NULL", "null", "Null", "  null", "NULL NULL", "(null)", "<Null>", "nil", "None", "NaN", "nan",
    "undefined", "#N/A", "n/a", "#REF!", "#value!", "#NAME?", "#DIV/0!", "#NULL!", "#num!", "#Н/Д",
    "#н/д", "#ЗНАЧ!", "#ссылка!", "#имя?", "[object Object]", "xxxxx", "XXXXX", "todo", "NULL TODO",
  ]) func isOne(_ text: String) throws {
    let sign = try #require(Placeholder(in: text))
    guard case .word = sign else { return #expect(Bool(false), "\(sign)") }
  }

  @Test(arguments: [
    "", " ", "NULLE", "NURLAN", "None Smith", "Xi", "Тодо", "Нулл", "OBJECTIVE", "#", "(", "N", "ı",
    "ŉ", "Nullam null", "\u{301}null",
  ]) func isNone(_ text: String) { #expect(Placeholder(in: text) == nil) }
}
