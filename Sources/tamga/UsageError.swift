import TamgaDomain

/// A command line that does not fit together: told like every other problem, with exit status 64.
struct UsageError: Problem, Hashable {
  enum Code: String, ProblemCode {
    /// No command of this name.
    case command = "usage-command"
    /// No option of this name.
    case option = "usage-option"
    /// A value outside what the option takes.
    case value = "usage-value"
    /// An option or argument is missing.
    case missing = "usage-missing"
    /// An argument that the command does not take.
    case surplus = "usage-surplus"
    /// Options that need or exclude each other.
    case together = "usage-together"
    /// A refusal of the parser that has no words of ours.
    case other = "usage-other"
  }

  let code: Code
  let message: Message
  var hint: Message?
  var exitStatus: ExitStatus { .usage }

  init(_ code: Code, kk: String, ru: String, en: String, hint: Message? = nil) {
    self.code = code
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }

  /// The name that was probably meant.
  static func meant(_ name: String) -> Message {
    Message(kk: "бәлкім, «\(name)»", ru: "возможно, «\(name)»", en: "did you mean '\(name)'?")
  }
}

extension UsageError {
  static func range(_ option: String, _ range: ClosedRange<Int>, hint: Message? = nil) -> Self {
    let text = "\(range.lowerBound)–\(range.upperBound)"
    return UsageError(
      .value, kk: "\(option) мәні \(text) аралығында",
      ru: "значение \(option) от \(range.lowerBound) до \(range.upperBound)",
      en: "\(option) is \(range.lowerBound) to \(range.upperBound)", hint: hint)
  }

  static func words(_ option: String, _ words: [String]) -> Self {
    let list = words.joined(separator: ", ")
    return UsageError(
      .value, kk: "\(option) мүмкін мәндері: \(list)", ru: "возможные значения \(option): \(list)",
      en: "\(option) is one of: \(list)")
  }

  static func date(_ option: String) -> Self {
    UsageError(
      .value, kk: "\(option) – жжжж-аа-кк түріндегі күн", ru: "\(option) – дата вида гггг-мм-дд",
      en: "\(option) is a date yyyy-MM-dd",
      hint: Message(
        kk: "мысалы 2026-03-01", ru: "например 2026-03-01", en: "for example 2026-03-01"))
  }

  /// An argument without a letter, which a variable that is not set leaves behind: a path of that kind would be
  /// the folder of the system, or none. What people type of a paper may be blank: it is judged.
  static func blank(in arguments: [String]) -> UsageError? {
    for (index, argument) in arguments.enumerated().dropFirst() {
      let before = arguments[index - 1]
      if argument == "--" { return nil }
      let isJoined = argument.hasPrefix("--") && argument.hasSuffix("=")
      guard argument.isEmpty || isJoined else { continue }
      let option = isJoined ? String(argument.dropLast()) : before.hasPrefix("--") ? before : ""
      guard option != "--code", option != "--number" else { continue }
      let shown = option.isEmpty ? "" : ": " + option
      return UsageError(
        .missing, kk: "бос мән берілген\(shown)", ru: "дано пустое значение\(shown)",
        en: "the value is empty\(shown)",
        hint: Message(
          kk: "мүмкін, айнымалы берілмеген", ru: "возможно, переменная не задана",
          en: "perhaps a variable is not set"))
    }
    return nil
  }

  static func both(_ first: String, _ second: String) -> Self {
    UsageError(
      .together, kk: "\(first) мен \(second) бірге беріледі",
      ru: "\(first) и \(second) даются вместе",
      en: "\(first) and \(second) go together")
  }

  static func needs(_ option: String, _ other: String) -> Self {
    UsageError(
      .together, kk: "\(option) тек \(other) бар кезде беріледі",
      ru: "\(option) даётся только с \(other)",
      en: "\(option) goes with \(other)")
  }

  static func excludes(_ first: String, _ second: String) -> Self {
    UsageError(
      .together, kk: "\(first) мен \(second) бірге берілмейді",
      ru: "\(first) и \(second) исключают друг друга",
      en: "\(first) and \(second) exclude each other")
  }
}
