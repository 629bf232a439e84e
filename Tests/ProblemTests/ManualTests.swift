import Foundation
import TamgaDomain
import Testing

@testable import tamga

/// The manual pages of every command, in three languages.
@Suite struct ManualTests {
  static let date = "2026-11-29"

  static func pages(_ language: MessageLanguage) throws -> [ManualPage] {
    try ManualPage.all(language, date: date)
  }

  @Test(arguments: MessageLanguage.allCases)
  func everyCommandHasAPageOfItsOwn(_ language: MessageLanguage) throws {
    let pages = try Self.pages(language)
    #expect(Set(pages.map(\.name)).count == pages.count)
    #expect(
      Set(pages.map(\.name))
        == Set(HelpTests.pages.map { (["tamga"] + $0.path).joined(separator: "-") }))
    #expect(pages.allSatisfy { $0.name != "tamga-signer" && $0.name != "tamga-manual" })
  }

  /// Nothing that the help says is lost on the way to the page.
  @Test(arguments: MessageLanguage.allCases)
  func aPageSaysWhatTheHelpSays(_ language: MessageLanguage) throws {
    for page in try Self.pages(language) {
      let text = Self.plain(page.text)
      let command = page.help.command
      var sentences = [page.help.words(command.discussion ?? "")]
      sentences += (command.arguments ?? []).map(page.help.describe)
      sentences += command.commands.map { page.help.words($0.abstract ?? "") }
      for sentence in sentences {
        // The exit status has a section of its own.
        let parts = sentence.split(separator: ManualWords.exitMark[language])
        for part in parts {
          let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(text.contains(words), "\(page.name): \(words)")
        }
      }
      for option in command.options { #expect(text.contains(page.help.label(option))) }
      let sections = page.text.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
      #expect(sections.count >= 4, "\(page.name): \(sections)")
    }
  }

  /// The page as read: without macros, fonts and escapes.
  private static func plain(_ text: String) -> String {
    text.split(separator: "\n").filter { $0 != ".TP" }.joined(separator: " ")
      .replacing(/\\f[BIR]/, with: "").replacing("\\&", with: "").replacing("\\ ", with: " ")
      .replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(ga", with: "`")
      .replacing("\\(ha", with: "^").replacing("\\(ti", with: "~").replacing("\\(dq", with: "\"")
      .replacing("\\e", with: "\\")
  }

  static let hostile: [(String, String)] = [
    (".SH no request", "\\&.SH no request"), ("'x'", "\\(aqx\\(aq"), ("a\\nb", "a\\enb"),
    ("--x", "\\-\\-x"), ("~/\"q\" ^ `", "\\(ti/\\(dqq\\(dq \\(ha \\(ga"), ("ә «қ» –", "ә «қ» –"),
    ("", ""),
  ]

  @Test(arguments: hostile) func textIsNoRequest(_ row: (String, String)) {
    #expect(Roff.paragraph(row.0) == row.1)
  }

  @Test func noLineOfTextIsARequestWhereverItBreaks() {
    for count in 1...120 {
      let text = String(repeating: "x ", count: count) + ".so /etc/passwd"
      #expect(!Roff.paragraph(text).split(separator: "\n").contains { $0.hasPrefix(".") })
    }
  }

  /// Judged by mandoc, which reads pages by another implementation of the macros than groff.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")),
    arguments: MessageLanguage.allCases)
  func mandocHasNothingToSay(_ language: MessageLanguage) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "manual-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for page in try Self.pages(language) {
      files.append(page.name + ".1")
      try Data(page.text.utf8).write(to: folder.appending(path: page.name + ".1"))
    }
    let judge = Process()
    judge.executableURL = URL(filePath: "/usr/bin/mandoc")
    judge.currentDirectoryURL = folder
    judge.arguments = ["-Tlint", "-Wwarning"] + files
    let output = Pipe()
    judge.standardOutput = output
    judge.standardError = output
    try judge.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    judge.waitUntilExit()
    #expect(judge.terminationStatus == 0 && said.isEmpty, "\(said)")
  }
}
