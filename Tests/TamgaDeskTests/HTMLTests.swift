import Testing

@testable import TamgaDesk

@Suite struct HTMLTests {
  @Test func textsAreNoMarkup() {
    let page = Tag.p(.title("\"><script>'")) { "<b>Ә & Ө</b>\u{0}" }
    #expect(
      page.markup
        == "<p title=\"&quot;&gt;&lt;script&gt;&#39;\">&lt;b&gt;Ә &amp; Ө&lt;/b&gt;\u{FFFD}</p>")
  }
}
