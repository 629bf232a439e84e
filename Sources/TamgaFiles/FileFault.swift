internal import Glibc
public import TamgaDomain

/// Why a file was not written.
public struct FileFault: Problem, Hashable {
  public enum Code: String, ProblemCode { case notWritten = "file-not-written" }

  public var code: Code { .notWritten }
  /// The number of the error (`errno`).
  public let reason: Int32
  /// The path as it was given.
  public let path: String

  public init(_ reason: Int32, at path: String) {
    self.reason = reason
    self.path = path
  }

  /// The last part of the path: folders may bear people's names.
  public var place: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// What happened.
  public var message: Message {
    if reason == ELOOP {
      return Message(
        kk: "жазылмады: жолда символдық сілтеме бар, ол басқа орынға апаруы мүмкін",
        ru: "не записано: путь проходит через символическую ссылку, а она может вести куда угодно",
        en: "could not be written: the path goes through a symbolic link, which may lead anywhere")
    }
    let words = SystemReason(reason).message
    return Message(
      kk: "жазылмады: \(words.kk)", ru: "не записано: \(words.ru)",
      en: "could not be written: \(words.en)")
  }

  /// What to do, where that is known.
  public var hint: Message? {
    switch reason {
    case ENOSPC, EDQUOT, EFBIG:
      Message(
        kk: "дискіде орын босатып, пәрменді қайта іске қосыңыз: нөмірлер сол күйі қалады",
        ru: "освободите место на диске и повторите команду: номера останутся теми же",
        en: "free some disk space and run the same command again: the numbers stay the same")
    case ELOOP:
      Message(
        kk: "сілтеме апаратын орынның өзін атаңыз немесе сілтемені жойыңыз",
        ru: "назовите само место, куда ведёт ссылка, или удалите ссылку",
        en: "name the place that the link leads to, or remove the link")
    case EISDIR:
      Message(
        kk: "файлдың атын да көрсетіңіз", ru: "укажите и имя файла",
        en: "name the file inside it too")
    default: nil
    }
  }
}
