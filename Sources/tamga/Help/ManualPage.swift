import TamgaDomain
import TamgaVersion

/// The manual page of one command, section 1, in the macros of man(7).
///
/// Words and options are those of ``HelpPage``. swift-argument-parser has a generator of its own, as a
/// plugin that has to be permitted at every call, in English only.
struct ManualPage {
  let help: HelpPage
  /// Of the sources, `yyyy-MM-dd`.
  let date: String

  /// `tamga-keys-rotate`, which is also the file's name before `.1`.
  var name: String { Self.name(help.names) }

  static func name(_ names: [String]) -> String { names.joined(separator: "-") }

  var text: String {
    let title = Roff.escape(name.uppercased())
    let version = Roff.escape("tamga " + Version.current.prefix { $0 != "-" })
    var parts = ["'\\\" -*- coding: UTF-8 -*-", ".TH \(title) 1 \(date) \"\(version)\" \"Tamga\""]
    let abstract = help.words(help.command.abstract ?? "")
    parts += section(
      ManualWords.name,
      [Roff.fill([Roff.escape(name), "\\-"] + Self.escapedWords(Self.withoutStop(abstract)))])
    parts += section(ManualWords.synopsis, [synopsis])
    let (description, exits) = split(help.command.discussion.map(help.words) ?? "")
    parts += section(
      ManualWords.description, [Roff.paragraph(description.isEmpty ? abstract : description)])
    parts += section(
      HelpPage.Titles.arguments,
      help.command.positionals.map { item(help.value($0), help.describe($0)) })
    parts += section(
      HelpPage.Titles.options,
      help.command.options.map { item(help.label($0), help.describe($0)) })
    parts += section(
      HelpPage.Titles.commands,
      help.command.commands.map {
        Self.item(Self.reference(help.names + [$0.commandName]), help.words($0.abstract ?? ""))
      })
    parts += section(ManualWords.exitStatus, exits.isEmpty ? [] : [Roff.paragraph(exits)])
    if help.names.count == 1 {
      for (title, rows) in [
        (ManualWords.environment, ManualWords.variables), (ManualWords.files, ManualWords.paths),
      ] {
        parts += section(title, rows.map { Self.item(Roff.bold($0.name), $0.words[help.language]) })
      }
    } else {
      let above = help.names.indices.dropFirst().map { Self.reference(Array(help.names[..<$0])) }
      let list = above.enumerated().map {
        $0.offset + 1 < above.count ? $0.element + "," : $0.element
      }
      parts += section(ManualWords.seeAlso, [Roff.fill(list)])
    }
    return parts.joined(separator: "\n") + "\n"
  }

  /// Sentences before the exit status, and that one with what follows.
  private func split(_ text: String) -> (String, String) {
    guard let mark = text.firstRange(of: ManualWords.exitMark[help.language]) else {
      return (text, "")
    }
    return (String(text[..<mark.lowerBound]), String(text[mark.lowerBound...]))
  }

  private func section(_ title: Message, _ blocks: [String]) -> [String] {
    blocks.isEmpty ? [] : [".SH " + Self.quoted(title[help.language])] + blocks
  }

  private var synopsis: String {
    var words = [Roff.bold(help.names.joined(separator: " "))]
    words += help.usageParts.map(Self.marked)
    return Roff.fill(words)
  }

  private func item(_ label: String, _ text: String) -> String {
    Self.item(Self.marked(label), text)
  }

  private static func item(_ label: String, _ text: String) -> String {
    ".TP\n" + label + "\n" + Roff.paragraph(text)
  }

  /// Names of options in bold letters, values in italic ones; brackets and commas as they are.
  private static func marked(_ text: String) -> String {
    var marked = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if let value = rest.prefixMatch(of: /<[^<>]+>/) {
        marked += Roff.italic(String(value.output)).replacing(" ", with: "\\ ")
        rest = rest[value.range.upperBound...]
      } else if let name = rest.prefixMatch(of: /--?[A-Za-z0-9-]+/) {
        marked += Roff.bold(String(name.output))
        rest = rest[name.range.upperBound...]
      } else {
        marked += Roff.escape(String(rest.removeFirst()))
      }
    }
    return marked
  }

  private static func reference(_ names: [String]) -> String { Roff.bold(name(names)) + "(1)" }

  private static func quoted(_ text: String) -> String {
    text.contains(" ") ? "\"" + Roff.escape(text) + "\"" : Roff.escape(text)
  }

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func escapedWords(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { Roff.escape(String($0)) }
  }
}

extension ManualPage {
  /// The page of every command that people call, the parent first.
  static func all(_ language: MessageLanguage, date: String) throws -> [ManualPage] {
    let tree = try CommandHelp.tree()
    func pages(_ command: CommandHelp, _ path: [String]) -> [ManualPage] {
      let help = HelpPage(path: path, tree: tree, language: language)
      return [ManualPage(help: help, date: date)]
        + command.commands.flatMap { pages($0, path + [$0.commandName]) }
    }
    return pages(tree, [])
  }
}
