import Foundation
import TamgaDomain
import Testing

/// Every text that is written in the sources as `kk: "…", ru: "…", en: "…"`, read from the sources.
@Suite struct SourceMessagesTests {
  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  static let files: [(path: String, text: String)] = {
    let names = FileManager.default.enumerator(atPath: sources.path())?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try? String(contentsOf: sources.appending(path: name), encoding: .utf8)
      return (name, text ?? "")
    }
  }()

  @Test func everyTextIsTranslated() {
    var count = 0
    for file in Self.files {
      for literal in SourceMessage.all(in: file.text) {
        count += 1
        let place = "\(file.path):\(literal.line)"
        let letters = MessageManners.wrongLetters(of: literal.message)
        #expect(letters.isEmpty, "\(place): \(letters)")
        for (language, text) in [("kk", literal.message.kk), ("ru", literal.message.ru)] {
          #expect(
            text.unicodeScalars.contains(where: MessageManners.isCyrillic)
              || text.allSatisfy { !$0.isLetter },
            "\(place): \(language) is not translated: \(text)")
          let words = MessageManners.englishWords(in: text)
          #expect(words.isEmpty, "\(place): \(language) holds English \(words.sorted()): \(text)")
        }
      }
    }
    #expect(count > 500, "the reader of sources finds them: \(count)")
  }

  @Test func lettersOfTheWrongScriptAreFound() {
    let sound = Message(kk: "құжат: «AA12»", ru: "документ: «AA12»", en: "a paper «ЖЖ»")
    #expect(MessageManners.wrongLetters(of: sound).isEmpty)
    for wrong in [
      Message(kk: "құжат", ru: "құжат", en: "a paper"),
      Message(kk: "құжат", ru: "документ", en: "a рaper"),
      Message(kk: "қужaт", ru: "документ", en: "a paper"),
      Message(kk: "құжат", ru: "докyмент", en: "a paper"),
    ] {
      #expect(MessageManners.wrongLetters(of: wrong).count == 1, "\(wrong)")
    }
  }

  /// Every error that can be thrown is a ``Problem``, or people never meet it.
  @Test func everyErrorIsAProblem() {
    let unmet: [String: String] = [
      "CBORFault": "becomes a fault of its reader", "Fault": "PayloadText: a verdict",
      "ReaderFailure": "becomes an absent code", "AuditFinding": "is printed as a finding",
      "Unanswered": "the ruleset reports it as its own finding", "Failure": "holds a finding",
      "SignerRefusal": "the server makes it a WebProblem",
      "PostgresFailure": "becomes a RegisterError", "Stop": "PageReading: becomes a flaw",
      "YAMLFault": "becomes a TemplateFault", "JSONFault": "TamgaDecisions makes it a problem",
      "ProblemList": "a list of problems",
      "TooLarge": "FileBytes: becomes an answer of the server",
      "WebProblem": "an answer of the server, told as one",
      "Full": "WorkPool: becomes an answer of the server", "Problem": "itself",
      "TrialEnded": "takes a trial back", "Redirection": "an answer of the server",
      "Refused": "FormRoutes: a form with its findings", "WebProblemSource": "says what to answer",
      "CursorAhead": "an answer of the server",
      "StoppedRun": "a run that was asked to end: its command says so",
    ]
    var met: Set<String> = []
    for file in Self.files {
      let declared = file.text.matches(
        of: /(?:struct|enum|class|protocol|extension) (\w+)(?:<[^>]*>)?: ([^{\n]*)\{/)
      for match in declared {
        let names = match.2.split(whereSeparator: { !$0.isLetter })
        guard names.contains("Error") else { continue }
        let name = String(match.1)
        #expect(unmet[name] != nil, "\(file.path): \(name) is an Error and no Problem")
        met.insert(name)
      }
    }
    #expect(met == Set(unmet.keys), "the exceptions are still there")
  }
}

/// One text in three languages as it stands in a source file; what is interpolated is left out.
struct SourceMessage {
  let message: Message
  let line: Int

  static func all(in source: String) -> [SourceMessage] {
    var found: [SourceMessage] = []
    var reader = LiteralReader(source)
    var line = 1
    var counted = source.startIndex
    for match in source.matches(of: /\bkk:\s*"/) {
      let start = source.index(before: match.range.upperBound)
      reader.position = start
      guard let kk = reader.text(), reader.skip(label: "ru"), let ru = reader.text(),
        reader.skip(label: "en"), let en = reader.text()
      else { continue }
      line += source[counted..<start].count { $0 == "\n" }
      counted = start
      found.append(SourceMessage(message: Message(kk: kk, ru: ru, en: en), line: line))
    }
    return found
  }
}

/// Reads string literals of Swift that are joined by `+`.
private struct LiteralReader {
  let source: String
  var position: String.Index

  init(_ source: String) {
    self.source = source
    position = source.startIndex
  }

  private var next: Character? { position < source.endIndex ? source[position] : nil }
  private mutating func advance() { position = source.index(after: position) }
  private mutating func skipBlanks() { while let next, next.isWhitespace { advance() } }

  /// `, LABEL:` and what is blank around it.
  mutating func skip(label: String) -> Bool {
    skipBlanks()
    guard next == "," else { return false }
    advance()
    skipBlanks()
    guard source[position...].hasPrefix(label + ":") else { return false }
    position = source.index(position, offsetBy: label.count + 1)
    skipBlanks()
    return true
  }

  /// The literals from here on, joined by `+`; an expression between them is left out.
  mutating func text() -> String? {
    guard var text = literal() else { return nil }
    while true {
      let end = position
      skipBlanks()
      guard next == "+" else {
        position = end
        return text
      }
      advance()
      skipBlanks()
      if let more = literal() { text += more } else { skipExpression() }
    }
  }

  private mutating func literal() -> String? {
    guard next == "\"" else { return nil }
    advance()
    var text = ""
    while let character = next {
      advance()
      switch character {
      case "\"": return text
      case "\\":
        guard let escaped = next else { return nil }
        advance()
        if escaped == "(" {
          skipParentheses()
          text += " "
        } else {
          text.append(escaped == "n" ? " " : escaped)
        }
      default: text.append(character)
      }
    }
    return nil
  }

  /// After an opening parenthesis: up to and with its closing one.
  private mutating func skipParentheses() {
    var depth = 1
    while let character = next, depth > 0 {
      advance()
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
    }
  }

  private mutating func skipExpression() {
    while let character = next, character != ",", character != "+" {
      if character == ")" { return }
      advance()
      if character == "(" { skipParentheses() }
    }
  }
}
