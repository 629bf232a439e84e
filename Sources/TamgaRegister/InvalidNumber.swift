public import TamgaDomain

/// A text that cannot be the number of a paper.
public enum InvalidNumber: Problem, Hashable {
  case blank
  /// More than ``DocumentNumber/maxBytes``.
  case tooLong(bytes: Int)
  /// A control, format or unassigned character.
  case unprintable
  /// `~` parts number and copy.
  case tilde
  /// The copy is not 1 to ``DocumentNumber/maxCopy`` in plain digits.
  case copyOutOfRange

  public enum Code: String, ProblemCode {
    case blank = "number-blank"
    case tooLong = "number-too-long"
    case unprintable = "number-unprintable"
    case tilde = "number-tilde"
    case copyOutOfRange = "number-copy-out-of-range"
  }

  public var code: Code {
    switch self {
    case .blank: .blank
    case .tooLong: .tooLong
    case .unprintable: .unprintable
    case .tilde: .tilde
    case .copyOutOfRange: .copyOutOfRange
    }
  }

  public var message: Message {
    switch self {
    case .blank: Message(kk: "нөмір бос", ru: "номер пуст", en: "the number is blank")
    case .tooLong(let bytes):
      Message(
        kk: "нөмір тым ұзын: \(bytes) байт, ең көбі \(DocumentNumber.maxBytes)",
        ru: "номер слишком длинный: \(bytes) байт, не больше \(DocumentNumber.maxBytes)",
        en: "the number is too long: \(bytes) bytes of at most \(DocumentNumber.maxBytes)")
    case .unprintable:
      Message(
        kk: "нөмірде басылмайтын таңба бар", ru: "в номере есть непечатный знак",
        en: "the number has a character that cannot be printed")
    case .tilde:
      Message(
        kk: "«~» тек телнұсқа нөмірінің алдында тұрады",
        ru: "«~» стоит только перед номером дубликата",
        en: "'~' stands only before the number of a copy")
    case .copyOutOfRange:
      Message(
        kk: "телнұсқа нөмірі 1 мен \(DocumentNumber.maxCopy) аралығында",
        ru: "номер дубликата от 1 до \(DocumentNumber.maxCopy)",
        en: "the number of a copy is 1 to \(DocumentNumber.maxCopy)")
    }
  }

  public var hint: Message? {
    Message(
      kk: "нөмірді құжаттағыдай жазыңыз, мысалы ALA-21-0000017-4",
      ru: "пишите номер как на документе, например ALA-21-0000017-4",
      en: "type the number as the paper shows it, for example ALA-21-0000017-4")
  }
}
