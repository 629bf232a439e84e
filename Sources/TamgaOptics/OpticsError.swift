public import TamgaDomain

/// A picture or PDF that could not be looked at. It says nothing about any seal in it.
///
/// Carries no content of the input: only where to look and what to do.
public struct OpticsError: Problem, Hashable {
  /// What is wrong, for programs and tests.
  public enum Code: String, ProblemCode {
    /// Zero bytes.
    case empty = "optics-empty"
    /// No picture or PDF, or a format for which no loader is installed.
    case format = "optics-format"
    /// More bytes than the cap.
    case bytes = "optics-bytes"
    /// More pixels (or scans of a progressive JPEG) than the cap.
    case pixels = "optics-pixels"
    /// The file begins well and ends badly.
    case damaged = "optics-damaged"
    /// The PDF asks for a password.
    case encrypted = "optics-encrypted"
    /// The PDF has no such page, or one that cannot be drawn.
    case noPage = "optics-no-page"
    /// A page beyond the page cap.
    case pages = "optics-pages"
    /// A page with more text than the cap, or with a side that no renderer takes.
    case large = "optics-large"
    /// The time allowed is over.
    case time = "optics-time"
    /// The reading process died: memory limit or a fault in a library.
    case lost = "optics-lost"
    /// The program `tamga-reader` is not there.
    case noReader = "optics-no-reader"
  }

  public let code: Code
  /// A page counted from 1, in brackets; empty for the file as a whole.
  public let place: String
  public let message: Message
  public let hint: Message?

  init(
    _ code: Code, at place: String = "", kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    self.code = code
    self.place = place
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }

  public var exitStatus: ExitStatus { .input }
}

extension OpticsError {
  static let empty = OpticsError(
    .empty, kk: "файл бос", ru: "файл пуст", en: "the file has no bytes",
    hint: Message(
      kk: "файлды қайта жіберіңіз", ru: "пришлите файл снова", en: "send the file again"))

  public static func tooManyBytes(_ count: Int, cap: Int, hint: Message) -> OpticsError {
    OpticsError(
      .bytes, kk: "файлда \(count) байт бар, ең көбі \(cap)",
      ru: "в файле \(count) байт, допускается не больше \(cap)",
      en: "the file has \(count) bytes, \(cap) is the limit", hint: hint)
  }
}

extension Message {
  public static let saveSmaller = Message(
    kk: "оны кішірек етіп, PNG немесе JPEG түрінде сақтаңыз",
    ru: "сохраните его меньшим, как PNG или JPEG", en: "save it smaller, as PNG or JPEG")
  static let saveAsPNG = Message(
    kk: "суретті PNG немесе JPEG түрінде сақтаңыз", ru: "сохраните изображение как PNG или JPEG",
    en: "save the picture as PNG or JPEG")
  static let onlyPages = Message(
    kk: "тек құжаттың беттерін жіберіңіз", ru: "пришлите только страницы документа",
    en: "send only the pages of the paper")
  static let sendScan = Message(
    kk: "құжаттың сканерленген көшірмесін жіберіңіз", ru: "пришлите скан документа",
    en: "send a scan of the paper")
}
