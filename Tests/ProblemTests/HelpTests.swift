import TamgaDomain
import Testing

@testable import tamga

/// The help of every command, in three languages.
@Suite struct HelpTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let path: [String]
    let command: CommandHelp
    var testDescription: String { (["tamga"] + path).joined(separator: " ") }
  }

  static let tree = Result { try CommandHelp.tree() }

  static let pages: [Page] = {
    func all(_ command: CommandHelp, _ path: [String]) -> [Page] {
      [Page(path: path, command: command)]
        + command.commands.flatMap { all($0, path + [$0.commandName]) }
    }
    return (try? tree.get()).map { all($0, []) } ?? []
  }()

  @Test func everyCommandHasAPage() {
    #expect(Self.pages.count > 40)
  }

  @Test(arguments: pages) func everySentenceIsInTheTable(_ page: Page) throws {
    let arguments = page.command.arguments ?? []
    let sentences =
      [page.command.abstract, page.command.discussion]
      + arguments.flatMap { [$0.abstract, $0.discussion] }
    for sentence in sentences.compactMap(\.self) {
      #expect(HelpCatalogue.words(sentence) != nil, "not in HelpCatalogue: \(sentence)")
    }
    #expect(page.command.abstract?.isEmpty == false)
    for argument in arguments {
      let name = argument.preferredName?.typed ?? argument.valueName ?? ""
      #expect(argument.abstract?.isEmpty == false, "\(name) says nothing")
      guard argument.kind != "flag" else { continue }
      let value = argument.valueName ?? ""
      #expect(HelpCatalogue.value(value) != nil, "\(name): no words for <\(value)>")
    }
  }

  /// What a page shows in Latin letters is typed so: commands, options, values, files.
  @Test(arguments: pages) func onlyWhatIsTypedIsLatin(_ page: Page) throws {
    let tree = try Self.tree.get()
    for language in [MessageLanguage.kk, .ru] {
      let text = HelpPage(path: page.path, tree: tree, language: language).text
      for name in (page.command.arguments ?? []).compactMap(\.preferredName?.typed) {
        #expect(text.contains(name), "\(language): \(name) is missing")
      }
      let commands = Set(page.command.commands.map(\.commandName))
      let defaults = Set((page.command.arguments ?? []).compactMap(\.defaultValue))
      for line in text.split(separator: "\n") {
        let words = MessageManners.englishWords(in: String(line))
          .subtracting(commands).subtracting(defaults).subtracting(page.path)
        let isCyrillic = line.unicodeScalars.contains(where: MessageManners.isCyrillic)
        #expect(words.isEmpty || !isCyrillic, "\(language): \(words.sorted()): \(line)")
      }
      #expect(!text.contains(/<[A-Za-z]/), "\(language): a value in Latin letters")
    }
  }

  /// What only one alphabet has stays out of the other language.
  @Test func everyRowIsInItsLanguage() {
    let kazakhOnly = Set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
    for row in HelpCatalogue.rows + HelpCatalogue.values.values {
      #expect(!row.ru.contains { kazakhOnly.contains($0) }, "\(row.ru)")
      #expect(!row.en.unicodeScalars.contains(where: MessageManners.isCyrillic), "\(row.en)")
    }
    for row in HelpCatalogue.rows { #expect(Set([row.kk, row.ru, row.en]).count == 3, "\(row)") }
  }

  @Test func noRowIsLeftOver() throws {
    let used = Set(
      Self.pages.flatMap { page in
        [page.command.abstract, page.command.discussion]
          + (page.command.arguments ?? []).flatMap { [$0.abstract, $0.discussion] }
      }.compactMap(\.self).map(HelpCatalogue.key))
    for row in HelpCatalogue.rows {
      #expect(used.contains(HelpCatalogue.key(row.en)), "no command says: \(row.en)")
    }
    #expect(
      Set(HelpCatalogue.rows.map { HelpCatalogue.key($0.en) }).count == HelpCatalogue.rows.count)
    let values = Set(Self.pages.flatMap { $0.command.arguments ?? [] }.compactMap(\.valueName))
    for name in HelpCatalogue.values.keys { #expect(values.contains(name), "no value \(name)") }
  }

  @Test func linesFitAnOldTerminal() throws {
    let tree = try Self.tree.get()
    for page in Self.pages {
      for language in MessageLanguage.allCases {
        let text = HelpPage(path: page.path, tree: tree, language: language).text
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      }
    }
  }
}
