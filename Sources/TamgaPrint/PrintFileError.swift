public import TamgaDomain

/// Why a file cannot stand in a print run. No paper of ours gives one: its file was proved by its hash.
public struct PrintFileError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    /// qpdf finds no sound PDF in the bytes.
    case unreadable = "print-unreadable"
    /// An object holds itself, or is nested deeper than any paper's.
    case recursive = "print-recursive"
    /// More objects than a PDF should have (ISO 32000-1, annex C: 8,388,607).
    case tooLarge = "print-too-large"
    /// qpdf is not installed here.
    case noReader = "print-no-reader"
  }

  public let code: Code

  public var message: Message {
    switch code {
    case .unreadable:
      Message(kk: "PDF оқылмайды", ru: "PDF не читается", en: "the PDF cannot be read")
    case .recursive:
      Message(
        kk: "PDF объектілері бірін-бірі шексіз қамтиды",
        ru: "объекты PDF без конца вложены друг в друга",
        en: "the objects of the PDF contain one another without end")
    case .tooLarge:
      Message(
        kk: "бір файлға тым көп құжат", ru: "слишком много документов для одного файла",
        en: "too many papers for one file")
    case .noReader:
      Message(
        kk: "qpdf кітапханасы орнатылмаған: «apt install libqpdf29»",
        ru: "библиотека qpdf не установлена: «apt install libqpdf29»",
        en: "the library qpdf is not installed: 'apt install libqpdf29'")
    }
  }

  public var hint: Message? {
    switch code {
    case .unreadable, .recursive:
      Message(
        kk: "тізілімді тексеріңіз: «tamga register audit»",
        ru: "проверьте реестр: «tamga register audit»",
        en: "examine the register: 'tamga register audit'")
    case .tooLarge:
      Message(
        kk: "шешімдерді бірнеше топтамаға бөліңіз", ru: "разделите решения на несколько партий",
        en: "split the decisions into several batches")
    case .noReader:
      Message(
        kk: "«apt install libqpdf29» оны орнатады", ru: "её ставит «apt install libqpdf29»",
        en: "'apt install libqpdf29' installs it")
    }
  }
}
