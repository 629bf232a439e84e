public import TamgaDomain

/// What people are told where no file can be read here.
public struct ReaderProblem: Error, Hashable, Sendable {
  /// Where the program was looked for.
  public let place: String
  public let message: Message
  public let hint: Message

  /// - Parameter failure: ``ReaderFailure/version``, or that there is no program.
  public init(_ failure: ReaderFailure) {
    place = ReaderProcess.shared.program ?? ReaderProgram.places.joined(separator: ", ")
    switch failure {
    case .version:
      message = Message(
        kk: "tamga-reader бағдарламасы бұл tamga нұсқасына сай емес",
        ru: "программа tamga-reader не той же версии, что tamga",
        en: "the program tamga-reader is not of the same version as tamga")
      hint = Message(
        kk: "екеуін бір бумадан орнатыңыз", ru: "установите обе из одного пакета",
        en: "install both from one package")
    default:
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
