public import TamgaDomain

/// No file can be read here: the program `tamga-reader` is not there, or is not of this version.
public struct ReaderProblem: Problem, Hashable {
  public enum Code: String, ProblemCode {
    case missing = "reader-missing", unusable = "reader-unusable"
  }

  public let code: Code
  /// Where the program is or was looked for.
  public let place: String
  public let message: Message
  public let hint: Message?
  public var exitStatus: ExitStatus { .input }

  public init() {
    if let program = ReaderProcess.shared.program {
      code = .unusable
      place = program
      message = Message(
        kk: "tamga-reader бағдарламасы іске қосылмайды немесе tamga нұсқасына сай емес",
        ru: "программа tamga-reader не запускается или не той же версии, что tamga",
        en: "the program tamga-reader cannot be run, or is not of the same version as tamga")
      hint = Message(
        kk: "екеуін бір дистрибутивтен орнатыңыз", ru: "установите обе из одного дистрибутива",
        en: "install both from one package")
    } else {
      code = .missing
      place = ReaderProgram.places.joined(separator: ", ")
      message = Message(
        kk: "файлдарды оқитын tamga-reader бағдарламасы табылмады",
        ru: "не найдена программа tamga-reader, которая читает файлы",
        en: "the program tamga-reader, which reads files, was not found")
      hint = Message(
        kk: "оны tamga бағдарламасының қасына қойыңыз немесе TAMGA_READER арқылы көрсетіңіз",
        ru: "положите её рядом с программой tamga или укажите через TAMGA_READER",
        en: "put it beside the program tamga, or name it by TAMGA_READER")
    }
  }
}
