import TamgaDomain
import TamgaFormats
import Testing

@Suite struct JSONPointerTests {
  /// RFC 6901, section 5: the keys of its example document and the pointers to them.
  @Test(arguments: [
    ("foo", "/foo", "plain"), ("", "/", "an empty key"), ("a/b", "/a~1b", "a slash"),
    ("m~n", "/m~0n", "a tilde"), ("c%d", "/c%d", "a percent sign"), ("k\"l", "/k\"l", "a quote"),
    (" ", "/ ", "a space"), ("~1", "/~01", "what looks escaped"), ("/~", "/~1~0", "both"),
    ("ә/ғ", "/ә~1ғ", "Kazakh letters"), ("~", "/~0", "only a tilde"),
  ])
  func escapes(_ key: String, _ expected: String, _ why: String) {
    #expect(JSONPointer().appending(key).description == expected, "\(why)")
  }

  @Test func wholeValueIsEmpty() { #expect(JSONPointer().description.isEmpty) }

  @Test func descends() {
    let place = JSONPointer().appending("fields").appending("groundIds").appending(2)
    #expect(place.description == "/fields/groundIds/2")
  }

  @Test func membersAreFound() {
    let value = JSONValue.object([.init("a", .text("x")), .init("b", .array([.null]))])
    #expect(value["a"]?.text == "x" && value["b"]?.text == nil && value["c"] == nil)
    #expect(value.members?.map(\.key) == ["a", "b"])
    #expect(JSONValue.array([value])["a"] == nil && JSONValue.null.members == nil)
  }
}
