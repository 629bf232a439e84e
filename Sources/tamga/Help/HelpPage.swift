import ArgumentParser
import TamgaDomain

/// The help of one command as text, in the reader's language.
///
/// The parser draws such pages itself, but in English only; what it knows of a command is taken from
/// it, the words from ``HelpCatalogue``.
struct HelpPage {
  let names: [String]
  let command: CommandHelp
  let language: MessageLanguage
  /// Columns of the page.
  let width: Int

  private static let indent = 26

  enum Titles {
    static let arguments = Message(kk: "АРГУМЕНТТЕР", ru: "АРГУМЕНТЫ", en: "ARGUMENTS")
    static let options = Message(kk: "ОПЦИЯЛАР", ru: "ОПЦИИ", en: "OPTIONS")
    static let commands = Message(kk: "ПӘРМЕНДЕР", ru: "КОМАНДЫ", en: "SUBCOMMANDS")
  }

  /// - Parameter path: the names below `tamga`.
  init(path: [String], tree: CommandHelp, language: MessageLanguage, width: Int = 80) {
    names = [tree.commandName] + path
    command = tree.command(at: path)
    self.language = language
    self.width = width
  }

  var text: String {
    var blocks: [String] = []
    if let abstract = command.abstract { blocks.append(wrap(words(abstract), 0)) }
    if let discussion = command.discussion { blocks.append(wrap(words(discussion), 0)) }
    blocks.append(usage)
    let sections: [(Message, [(String, String)])] = [
      (Titles.arguments, command.positionals.map { (value($0), describe($0)) }),
      (Titles.options, command.options.map { (label($0), describe($0)) }),
      (Titles.commands, command.commands.map { ($0.commandName, words($0.abstract ?? "")) }),
    ]
    for (title, rows) in sections where !rows.isEmpty {
      blocks.append(([title[language] + ":"] + rows.map(row)).joined(separator: "\n"))
    }
    if !command.commands.isEmpty {
      let line = names.joined(separator: " ")
      let more = Message(
        kk: "Әр пәрменнің анықтамасы: «\(line) ПӘРМЕН --help».",
        ru: "Справка по каждой команде: «\(line) КОМАНДА --help».",
        en: "The help of each command: '\(line) COMMAND --help'.")
      blocks.append(wrap(more[language], 0))
    }
    return blocks.joined(separator: "\n\n")
  }

  private var usage: String {
    let title = Message(kk: "ҚОЛДАНЫЛУЫ: ", ru: "ПРИМЕНЕНИЕ: ", en: "USAGE: ")[language]
    return Self.lines(
      [names.joined(separator: " ")] + usageParts, first: title, rest: "  ", width: width)
  }

  /// What follows the names on the command line: arguments, options, a command.
  var usageParts: [String] {
    let own = command.options.filter {
      !["help", "version"].contains($0.preferredName?.name ?? "")
    }
    var parts = command.positionals.map { bracketed(value($0), $0) }
    parts += own.map { bracketed(label($0, isShort: true), $0) }
    if !command.commands.isEmpty {
      parts.append(Message(kk: "<пәрмен>", ru: "<команда>", en: "<subcommand>")[language])
    }
    return parts
  }

  private func bracketed(_ text: String, _ argument: OptionHelp) -> String {
    let repeated = argument.isRepeating ? text + " ..." : text
    return argument.isOptional ? "[" + repeated + "]" : repeated
  }

  func label(_ argument: OptionHelp, isShort: Bool = false) -> String {
    let all = (argument.names ?? []).map(\.typed)
    let name = isShort ? argument.preferredName?.typed ?? "" : all.joined(separator: ", ")
    return argument.kind == "flag" ? name : name + " " + value(argument)
  }

  func value(_ argument: OptionHelp) -> String {
    let name = argument.valueName ?? ""
    return "<" + (HelpCatalogue.value(name)?[language] ?? name) + ">"
  }

  func describe(_ argument: OptionHelp) -> String {
    var sentences = [argument.abstract, argument.discussion].compactMap(\.self).map(words)
    // Of a machine's own default the sentence itself tells.
    let isTold = argument.abstract?.contains("(default: ") ?? false
    if argument.kind != "flag", !isTold, let value = argument.defaultValue, !value.isEmpty {
      let words = Message(
        kk: "(әдепкі мәні: \(value))", ru: "(по умолчанию: \(value))", en: "(default: \(value))")
      sentences.append(words[language])
    }
    return sentences.joined(separator: " ")
  }

  func words(_ english: String) -> String {
    HelpCatalogue.words(english)?[language] ?? HelpCatalogue.key(english)
  }

  private func row(_ label: String, _ text: String) -> String {
    let wide = String(repeating: " ", count: Self.indent)
    let start = "  " + label
    guard start.count < Self.indent else { return start + "\n" + wrap(text, Self.indent) }
    return start + wide.dropFirst(start.count) + wrap(text, Self.indent).dropFirst(Self.indent)
  }

  /// The text in lines, each after so many blanks. Where its source breaks a line means nothing; an empty line parts
  /// paragraphs.
  private func wrap(_ text: String, _ indent: Int) -> String {
    let start = String(repeating: " ", count: indent)
    return text.replacing("\n\n", with: "\u{0}").split(separator: "\u{0}").map { paragraph in
      let parts = paragraph.split(whereSeparator: \.isWhitespace).map(String.init)
      return Self.lines(parts, first: start, rest: start, width: width)
    }.joined(separator: "\n\n")
  }

  private static func lines(
    _ parts: [String], first: String, rest: String, width: Int
  ) -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for part in parts {
      if !isEmpty, line.count + 1 + part.count > width {
        lines.append(line)
        (line, isEmpty) = (rest, true)
      }
      line += (isEmpty ? "" : " ") + part
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

extension HelpPage {
  /// The page that the parser was asked for by `--help`, `help` or a command that has only commands;
  /// nil when the error asks for something else.
  ///
  /// The parser's request is internal to it and read by its description, in the form of the one
  /// version that `Package.swift` names; one that is not known stays the parser's own page.
  init?(_ error: any Error, language: MessageLanguage) {
    var stack: [any ParsableCommand.Type] = [Tamga.self]
    let mirror = Mirror(reflecting: error)
    if let request = mirror.descendant("parserError").map({ "\($0)" }) {
      guard request.hasPrefix("helpRequested") else { return nil }
      stack = mirror.descendant("commandStack") as? [any ParsableCommand.Type] ?? stack
    } else if error is CleanExit, mirror.descendant("base", "helpRequest") != nil {
      let named = mirror.descendant("base", "helpRequest") as? any ParsableCommand.Type
      stack = named.flatMap { Self.path(to: $0, below: Tamga.self) } ?? stack
    } else {
      return nil
    }
    guard let tree = try? CommandHelp.tree() else { return nil }
    self.init(
      path: stack.dropFirst().map { $0._commandName }, tree: tree, language: language)
  }

  private static func path(
    to command: any ParsableCommand.Type, below top: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type]? {
    if command == top { return [top] }
    for next in top.configuration.subcommands {
      if let rest = path(to: command, below: next) { return [top] + rest }
    }
    return nil
  }
}
