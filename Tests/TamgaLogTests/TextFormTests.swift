import SeededNumbers
import TamgaFormats
import Testing

@testable import TamgaLog

@Suite struct TextFormTests {
  /// RFC 4648 section 10.
  static let forms = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test(arguments: forms) func base64(_ form: (bytes: String, text: String)) {
    #expect(Base64.text(Array(form.bytes.utf8)) == form.text)
    #expect(Base64.bytes(form.text.utf8) == Array(form.bytes.utf8))
  }

  static let noBase64 = [
    "Z", "Zg", "Zg=", "Zg===", "=", "====", "Zh==", "Zm9=", "Zm8=Zm8=", "Zm 9", "Zm9v\n", "Zm9-",
    "Zm9_", "Zm=v", "Z===", "Zm9\u{0432}",
  ]

  @Test(arguments: noBase64) func refusedBase64(_ text: String) {
    #expect(Base64.bytes(text.utf8) == nil)
  }

  @Test func everyByteInBase64() {
    var generator = SplitMix(state: 4648)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(Base64.bytes(Base64.text(bytes).utf8) == bytes)
    }
    #expect(Base64.text((0...255).map { UInt8($0) }).hasSuffix("+fr7/P3+/w=="))
  }

  static let numbers: [(String, Int?)] = [
    ("0", 0), ("7", 7), ("10", 10), ("20852163", 20_852_163), ("9223372036854775807", .max),
    ("9223372036854775808", nil), ("9223372036854775810", nil), ("99999999999999999999", nil),
    ("", nil), ("00", nil), ("01", nil), ("+1", nil), ("-1", nil), (" 1", nil), ("1 ", nil),
    ("1_0", nil), ("0x1", nil), ("1.0", nil), ("\u{0661}", nil), ("1\r", nil),
  ]

  @Test(arguments: numbers) func decimal(_ number: (text: String, value: Int?)) {
    #expect(DecimalText.number(number.text.utf8) == number.value)
  }
}
