import TamgaDomain
import Testing

@Suite struct TableLineTests {
  @Test(arguments: [
    ("a", "a"), ("", ""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("1,5", "1,5"),
    ("1-2", "1-2"),
    ("=1+2", "'=1+2"), ("+7 700", "'+7 700"), ("-1", "'-1"), ("@sum", "'@sum"), (" =1", "' =1"),
    ("＝1", "'＝1"), ("=a;b", "\"'=a;b\""), ("a\nb", #"a\u{A}b"#), ("a\u{202E}b", #"a\u{202E}b"#),
    ("құжат № 1", "құжат № 1"),
  ])
  func isForTheSpreadsheetsOfThisCountry(_ text: String, _ cell: String) {
    #expect(TableLine.text([text, "x"], separator: ";") == "\(cell);x\r\n")
  }

  @Test func commasAreTheRuleElsewhere() {
    #expect(TableLine.text(["a,b", "a;b", "x"]) == "\"a,b\",a;b,x\r\n")
  }
}
