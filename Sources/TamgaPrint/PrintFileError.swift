public import TamgaDomain

/// Why a file cannot stand in a print run. No paper of ours gives one: its file was proved by its hash.
public struct PrintFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Hashable, Sendable {
    /// qpdf finds no sound PDF in the bytes.
    case unreadable
    /// An object holds itself, or is nested deeper than any paper's.
    case tangled
    /// More objects than a PDF should have (ISO 32000-1, annex C: 8,388,607).
    case tooLarge
    /// qpdf is not installed here.
    case noReader
  }

  public let code: Code

  public var message: Message {
    switch code {
    case .unreadable:
      Message(kk: "PDF оқылмайды", ru: "PDF не читается", en: "the PDF cannot be read")
    case .tangled:
      Message(
        kk: "PDF нысандары шатасқан", ru: "объекты PDF запутаны",
        en: "the objects of the PDF are tangled")
    case .tooLarge:
      Message(
        kk: "бір файлға тым көп құжат", ru: "слишком много бумаг для одного файла",
        en: "too many papers for one file")
    case .noReader:
      Message(
        kk: "qpdf кітапханасы орнатылмаған: «apt install libqpdf29»",
        ru: "библиотека qpdf не установлена: «apt install libqpdf29»",
        en: "the library qpdf is not installed: 'apt install libqpdf29'")
    }
  }

  public var description: String { message.en }
}
