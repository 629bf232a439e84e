import TamgaDomain
import Testing

@testable import TamgaDesk

@Suite struct HTMLTests {
  @Test func textsAreNoMarkup() {
    let page = Tag.p(.title("\"><script>'")) { "<b>Ә & Ө</b>\u{0}\u{85}" }
    #expect(
      page.markup
        == "<p title=\"&quot;&gt;&lt;script&gt;&#39;\">&lt;b&gt;Ә &amp; Ө&lt;/b&gt;\u{FFFD}\u{FFFD}</p>"
    )
  }

  @Test func voidElementsHaveNoEnd() {
    let page = Tag.div {
      Tag.input(.name("a"), .required)
      Tag.textarea(.name("b")) { "\nx" }
    }
    #expect(
      page.markup == "<div><input name=\"a\" required><textarea name=\"b\">\n\nx</textarea></div>")
  }

  @Test func attributesThatAreNilAreLeftOut() {
    #expect(Tag.li(nil, .id("a"), nil).markup == "<li id=\"a\"></li>")
  }

  @Test(arguments: [
    (Link("desk", "papers", "kind", "ALA/26 №1~2"), "/desk/papers/kind/ALA%2F26%20%E2%84%961~2"),
    (Link(), "/"), (Link("a", query: [("x", "b&c=d")]), "/a?x=b%26c%3Dd"),
    (Link("javascript:alert(1)"), "/javascript%3Aalert%281%29"),
    (Link("", "evil.example"), "/evil.example"),
    (.here(query: [("lang", "kk")]), "?lang=kk"), (.place("c-fields-a"), "#c-fields-a"),
  ])
  func addressesAreOurs(_ link: Link, _ address: String) {
    #expect(link.address == address)
  }
}
