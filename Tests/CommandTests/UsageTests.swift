import Foundation
import Testing

/// Command lines that do not fit are told in the reader's language, and the commands know their own
/// options.
@Suite struct UsageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let words: [String]
    /// What stands in the lines of every language.
    let marks: [String]
    var testDescription: String { words.joined(separator: " ") }

    init(_ line: String, _ marks: String...) {
      words = line.split(separator: " ").map(String.init)
      self.marks = marks
    }
  }

  static let rows: [Row] = [
    Row("isue", "isue", "issue"), Row("registr list", "registr", "register"),
    Row("register lst --office x", "lst", "list"), Row("xyzzy", "xyzzy", "verify"),
    Row("issue in.jsonl --ofice x", "--ofice", "--office"),
    Row("issue --zzz in.jsonl", "--zzz", "--help"),
    Row("issue", "<", "tamga issue --help"), Row("issue in.jsonl --jobs", "--jobs"),
    Row("issue in.jsonl --jobs many", "--jobs"), Row("issue in.jsonl --jobs 300", "--jobs", "256"),
    Row("issue in.jsonl --duplex", "--duplex", "--print-run"),
    Row("issue in.jsonl --progress fast", "--progress", "auto", "never"),
    Row("void N-1 --office x", "--reason"), Row("register list extra", "extra"),
    Row("keys retire xyz", "keys list"), Row("keys encrypt --role any", "--role", "issuing"),
    Row("status N-1 --set gone --reason x", "--set", "suspended"),
    Row("check in.jsonl --recursive=yes", "--recursive"),
    Row("verify --number 1", "--number", "--code"),
    Row("verify x --on 1.2.2026", "--on", "2026-03-01"),
    Row("sample --document nothing", "nothing"), Row("sample --flaws 101", "--flaws", "100"),
    Row("keys compromise 0000000000000000 --at today", "--at"),
    Row("register export", "--citizenship", "--number"),
    Row("issue in.jsonl --passphrase-fd x", "--passphrase-fd"),
  ]

  @Test(arguments: rows) func usageIsToldInThreeLanguages(_ row: Row) throws {
    let workshop = try Workshop(office: false)
    var texts: Set<String> = []
    for (language, error, hint) in [
      ("kk", "қате", "кеңес"), ("ru", "ошибка", "подсказка"), ("en", "error", "hint"),
    ] {
      let run = try workshop.tamga(row.words, environment: ["LANG": language])
      #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
      #expect(run.errors.hasPrefix("tamga: \(error): "))
      for line in run.errors.split(separator: "\n") {
        #expect(
          line.hasPrefix("tamga: \(error): ") || line.hasPrefix("tamga: \(hint): "), "\(line)")
      }
      for mark in row.marks { #expect(run.errors.contains(mark), "\(mark): \(run.errors)") }
      let isCyrillic = run.errors.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      #expect(isCyrillic == (language != "en"), "\(run.errors)")
      let latinValue = #/<[A-Za-z]/#
      #expect(language == "en" || !run.errors.contains(latinValue), "\(run.errors)")
      texts.insert(run.errors)
    }
    #expect(texts.count == 3)
  }

  /// What a variable that is not set leaves behind is no path: papers went to `/` for it.
  @Test(arguments: [
    ["issue", "in.jsonl", "--office", "office", "--output", ""],
    ["issue", "in.jsonl", "--office", "office", "--output="], ["issue", "", "--office", "office"],
    ["check", "in.jsonl", "--templates", ""], ["trust", "export", "--output", ""],
    ["verify", "in.jsonl", "--trust", ""], ["init", ""],
  ]) func aBlankValueIsRefused(_ words: [String]) throws {
    let run = try Workshop(office: false).tamga(words)
    #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains("empty") && run.errors.contains("variable"), "\(run.errors)")
    let option = words.last { $0.hasPrefix("--") && words.last != "office" }
    if let option { #expect(run.errors.contains(option.replacing("=", with: ""))) }
  }

  /// `--locale` counts although the rest of the line does not fit.
  @Test func theOptionNamesTheLanguageOfItsOwnMistakes() throws {
    let workshop = try Workshop(office: false)
    let joined = try workshop.tamga("issue", "--locale=ru", "--zzz").errors
    #expect(joined == (try workshop.tamga("issue", "--locale", "ru", "--zzz").errors))
    #expect(joined.contains("опции"))
  }

  @Test func personalArgumentsAreNotQuoted() throws {
    let workshop = try Workshop(office: false)
    let run = try workshop.tamga(
      "register", "export", "--office", "x", "--citizenship", "UZB", "--name", "ANVAR",
      "RUSTAMOVICH")
    #expect(run.status == 64 && !run.errors.contains("RUSTAMOVICH"), "\(run.errors)")
  }
}
