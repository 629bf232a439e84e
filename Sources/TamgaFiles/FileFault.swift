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
    let words = self.words
    return Message(
      kk: "жазылмады: \(words.kk)", ru: "не записано: \(words.ru)",
      en: "could not be written: \(words.en)")
  }

  private var words: Message {
    switch reason {
    case ENOSPC, EDQUOT:
      Message(kk: "дискіде орын жоқ", ru: "на диске нет места", en: "no space left on the disk")
    case EACCES, EPERM:
      Message(kk: "жазуға рұқсат жоқ", ru: "нет права на запись", en: "permission denied")
    case EROFS:
      Message(
        kk: "диск тек оқуға ашық", ru: "диск доступен только для чтения",
        en: "the file system is read-only")
    case ENOENT:
      Message(kk: "мұндай қалта жоқ", ru: "такой папки нет", en: "there is no such folder")
    case ENOTDIR:
      Message(
        kk: "жолдағы бір атау қалта емес", ru: "одно из имён в пути – не папка",
        en: "a part of the path is no folder")
    case EISDIR:
      Message(kk: "бұл қалта", ru: "это папка", en: "this is a folder")
    case EEXIST:
      Message(
        kk: "мұндай файл бар", ru: "такой файл уже есть", en: "there is such a file already")
    case ELOOP:
      Message(
        kk: "сілтемелер шеңберге тұйықталған", ru: "ссылки замкнуты в круг",
        en: "the symbolic links form a loop")
    case ENXIO:
      Message(
        kk: "бұл құрылғыға жазылмайды", ru: "на это устройство не пишут",
        en: "this device is not written to")
    case EPIPE:
      Message(
        kk: "оқушы арнаны жапты", ru: "читающий закрыл канал", en: "the reader closed the pipe")
    case EIO:
      Message(kk: "диск қатесі", ru: "ошибка диска", en: "input/output error")
    default: SystemReason(reason).message
    }
  }

  /// What to do, where that is known.
  public var hint: Message? {
    switch reason {
    case ENOSPC, EDQUOT:
      Message(
        kk: "дискіде орын босатып, пәрменді қайта іске қосыңыз: нөмірлер сол күйі қалады",
        ru: "освободите место на диске и повторите команду: номера останутся теми же",
        en: "free some disk space and run the same command again: the numbers stay the same")
    case EISDIR:
      Message(
        kk: "файлдың атын да көрсетіңіз", ru: "укажите и имя файла",
        en: "name the file inside it too")
    default: nil
    }
  }
}
