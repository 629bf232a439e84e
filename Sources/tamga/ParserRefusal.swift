import ArgumentParser
import TamgaDomain

/// What the argument parser refused, told in our words.
///
/// The parser's errors are internal to it: its sentences are read, in the form of the one version that
/// `Package.swift` names. A sentence that is not known is told in general words.
struct ParserRefusal {
  /// The problem, and of a mistyped name the one that was meant.
  let problem: any Problem

  init(_ error: any Error, arguments: [String]) {
    let mirror = Mirror(reflecting: error)
    let stack = mirror.descendant("commandStack") as? [any ParsableCommand.Type] ?? [Tamga.self]
    let own =
      mirror.descendant("parserError", "userValidationError")
      ?? mirror.descendant("parserError", "unableToParseValue", "originalError")
    if let unknown = Self.unknownCommand(in: arguments) {
      problem = unknown
    } else if let own = own as? any Problem {
      problem = own
    } else {
      let names = stack.map { $0._commandName }.joined(separator: " ")
      var usage = UsageError(
        parser: Tamga.message(for: error), isPersonal: stack.last is any PersonalArguments.Type)
      let help = Self.help(names)
      if usage.code == .surplus, let hint = usage.hint {
        usage.hint = Message(
          kk: "\(hint.kk); \(help.kk)", ru: "\(hint.ru); \(help.ru)", en: "\(hint.en); \(help.en)")
      } else {
        usage.hint = usage.hint ?? help
      }
      problem = usage
    }
  }

  private static func help(_ command: String) -> Message {
    Message(
      kk: "«\(command) --help» опцияларды көрсетеді", ru: "«\(command) --help» покажет опции",
      en: "'\(command) --help' shows the options")
  }

  /// The first word that should be a command and is none.
  private static func unknownCommand(in arguments: [String]) -> UsageError? {
    var command: any ParsableCommand.Type = Tamga.self
    for argument in arguments.dropFirst() {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, !argument.hasPrefix("-") else { return nil }
      if let next = commands.first(where: { names(of: $0).contains(argument) }) {
        command = next
      } else if argument == "help" {
        return nil
      } else {
        let known = commands.map { $0._commandName }
        let all = known.joined(separator: ", ")
        return UsageError(
          .command, kk: "мұндай пәрмен жоқ: «\(argument)»", ru: "нет такой команды: «\(argument)»",
          en: "there is no command '\(argument)'",
          hint: NearestName.of(argument, among: commands.flatMap(names)).map(UsageError.meant)
            ?? below(commands, argument).map(UsageError.meant)
            ?? Message(kk: "пәрмендер: \(all)", ru: "команды: \(all)", en: "the commands: \(all)"))
      }
    }
    return nil
  }

  /// The command that is named so below one of these: `show` is meant as `register show`.
  private static func below(
    _ commands: [any ParsableCommand.Type], _ name: String
  ) -> String? {
    let found = commands.flatMap { command in
      command.configuration.subcommands.filter { names(of: $0).contains(name) }
        .map { command._commandName + " " + $0._commandName }
    }
    return found.isEmpty ? nil : found.joined(separator: "», «")
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [command._commandName] + command.configuration.aliases
  }
}

/// A command whose arguments are a person's data: its refusals quote none of them.
protocol PersonalArguments: ParsableCommand {}

extension UsageError {
  /// Reads a sentence of the parser.
  init(parser sentence: String, isPersonal: Bool) {
    let quoted = /(?s)(?<head>.*?)'(?<name>.*?)'(?<tail>.*)/
    let match = sentence.prefixMatch(of: quoted)
    let name = match.map { String($0.output.name) } ?? ""
    let tail = match.map { String($0.output.tail) } ?? ""
    switch match.map({ String($0.output.head) }) {
    case "Unknown option ":
      let near = tail.firstMatch(of: /Did you mean '(.+?)'/).map { String($0.output.1) }
      self.init(
        .option, kk: "мұндай опция жоқ: \(name)", ru: "нет такой опции: \(name)",
        en: "there is no option \(name)",
        hint: near.flatMap { NearestName.of(name, among: [$0]) }.map(Self.meant))
    case "Missing value for ":
      let named = HelpCatalogue.values(in: name)
      self.init(
        .missing, kk: "мәні берілмеген: \(named.kk)", ru: "не указано значение: \(named.ru)",
        en: "the value is missing: \(named.en)")
    case "Missing expected argument ", "Missing one of: ":
      let named = HelpCatalogue.values(in: name)
      self.init(
        .missing, kk: "берілмеген: \(named.kk)", ru: "не указано: \(named.ru)",
        en: "missing: \(named.en)")
    case "The option ":
      self.init(
        .value, kk: "\(name) мән қабылдамайды", ru: "\(name) не принимает значения",
        en: "\(name) takes no value")
    case "The value ":
      let option = HelpCatalogue.values(
        in: tail.firstMatch(of: /is invalid for '(.+?)'/).map { String($0.output.1) } ?? "")
      let offer = tail.firstMatch(of: /(?s)Please provide (.*)/).map { String($0.output.1) } ?? ""
      let values = offer.matches(of: /(?:'([^']+)'|- (\S+))/)
        .compactMap { ($0.output.1 ?? $0.output.2).map(String.init) }
      let list = values.joined(separator: ", ")
      self.init(
        .value, kk: "бұл мән жарамайды: \(option.kk)", ru: "негодное значение: \(option.ru)",
        en: "the value is not valid: \(option.en)",
        hint: values.isEmpty
          ? nil
          : Message(kk: "мүмкін мәндер: \(list)", ru: "возможны: \(list)", en: "one of: \(list)"))
    case let head?
    where head.lowercased().hasSuffix("unexpected argument ")
      || head.hasSuffix("unexpected arguments: "):
      let shown = isPersonal ? "" : ": «\(name)»"
      self.init(
        .surplus, kk: "артық аргумент бар\(shown)", ru: "лишний аргумент\(shown)",
        en: "there is an argument too many" + (isPersonal ? "" : ": '\(name)'"),
        hint: Message(
          kk: "мұнда ондай сөз қажет емес; бос орны бар мәнді тырнақшаға алыңыз",
          ru: "здесь такого слова не ждут; значение с пробелами берите в кавычки",
          en: "no such word is expected here; put a value with spaces into quotation marks"))
    default:
      self.init(
        .other, kk: "пәрмен жолы түсініксіз", ru: "командная строка не понята",
        en: "the command line could not be understood")
    }
  }
}
