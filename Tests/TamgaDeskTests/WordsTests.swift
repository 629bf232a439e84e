import Foundation
import TamgaDomain
import Testing

@testable import TamgaDesk

@Suite struct WordsTests {
  private static var groups: [Any] {
    [
      Words.record, Words.frame, Words.signIn, Words.form, Words.paper, Words.batch, Words.search,
      Words.proposal, Words.review, Words.users, Words.problem,
    ]
  }

  private static var all: [(String, Message)] {
    groups.flatMap { group in
      Mirror(reflecting: group).children.compactMap { child in
        (child.value as? Message).map { (child.label ?? "", $0) }
      }
    } + Words.subjects.map { ($0.key.rawValue, $0.value) }
      + PaperWords.events.map { ($0.key, $0.value) }
  }

  /// Every word stands in three languages: no Kazakh text has letters that only Russian has, and
  /// the English one is no Cyrillic.
  @Test func wordsAreInThreeLanguages() {
    #expect(Self.all.count > 200)
    for (name, message) in Self.all {
      for language in MessageLanguage.allCases {
        #expect(!message[language].isEmpty, "\(name) \(language)")
      }
      let isCyrillic = message.en.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      #expect(!isCyrillic, "\(name)")
      let latin = message.ru.unicodeScalars.filter {
        $0.properties.isAlphabetic && $0.value < 0x250
      }
      #expect(latin.count <= message.ru.unicodeScalars.count / 2, "\(name)")
    }
  }

  @Test func everySubjectHasWords() {
    for subject in FormSubject.allCases { #expect(Words.subjects[subject] != nil) }
  }

  /// Pages hold no style attribute, no event attribute and no script of their own: the policy forbids
  /// them.
  @Test func pagesKeepThePolicy() {
    for kind in Desk.kinds {
      let page = DecisionFormView(Desk.form(kind), once: "k", asksEveryFact: true)
        .page(in: Desk.context())
      for banned in [" style=", " onclick=", " onload=", "javascript:", "<script>"] {
        #expect(!page.contains(banned), "\(kind.id) \(banned)")
      }
    }
  }

  @Test func assetsAreCarried() {
    #expect(DeskAssets.style.contains("forced-colors") && !DeskAssets.style.contains("url("))
    #expect(
      DeskAssets.script.contains("data-key=ctrl-enter") && !DeskAssets.script.contains("eval("))
  }
}
