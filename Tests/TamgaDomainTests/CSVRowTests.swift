import TamgaFormats
import Testing

@Suite struct CSVRowTests {
  @Test(arguments: [
    ("a", "a"), ("", ""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("=1+2", "'=1+2"), ("+7 700", "'+7 700"), ("-1", "'-1"), ("@sum", "'@sum"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("=a;b", "\"'=a;b\""), ("1-2", "1-2"), ("құжат, 1", "құжат, 1"),
  ])
  func writesACell(_ text: String, _ cell: String) {
    #expect(CSVRow.bytes([text, "x"]) == Array("\(cell);x\r\n".utf8))
  }
}
