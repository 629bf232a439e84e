/// Why the operating system refused something, in words of our own: `strerror` speaks one language.
public struct SystemReason: Hashable, Sendable {
  /// The number of Linux (`errno`, asm-generic/errno.h).
  public let code: Int32

  /// What `errno` held when a call failed.
  public init(_ code: Int32) { self.code = code }

  /// True when there is no room left: of the disk, of a quota, or for a file of this size.
  public var isFull: Bool { [27, 28, 122].contains(code) }

  /// A half sentence that may stand in brackets; for a rare number, the number.
  public var message: Message {
    switch code {
    case 1, 13:
      Message(kk: "рұқсат жоқ", ru: "нет прав", en: "permission denied")
    case 2:
      Message(
        kk: "мұндай файл не қалта жоқ", ru: "нет такого файла или папки",
        en: "no such file or folder")
    case 5:
      Message(kk: "дискінің ақауы", ru: "сбой диска", en: "the disk failed")
    case 6, 19:
      Message(
        kk: "мұндай құрылғы не оны оқитын бағдарлама жоқ",
        ru: "нет такого устройства или его никто не читает",
        en: "no such device, or nothing reads it")
    case 12:
      Message(kk: "жад жетпейді", ru: "не хватает памяти", en: "there is not enough memory")
    case 16, 26:
      Message(
        kk: "файлды басқа бағдарлама пайдаланып жатыр", ru: "файл занят", en: "the file is in use")
    case 17:
      Message(kk: "ол бұрыннан бар", ru: "уже есть", en: "it exists already")
    case 18:
      Message(
        kk: "басқа файлдық жүйеде", ru: "на другой файловой системе", en: "on another file system")
    case 20:
      Message(kk: "бұл қалта емес", ru: "это не папка", en: "this is not a folder")
    case 21:
      Message(kk: "бұл қалта", ru: "это папка", en: "this is a folder")
    case 23, 24:
      Message(
        kk: "тым көп файл ашық", ru: "открыто слишком много файлов", en: "too many files are open")
    case 27:
      Message(kk: "файл тым үлкен", ru: "файл слишком велик", en: "the file is too large")
    case 28:
      Message(
        kk: "дискіде орын жоқ", ru: "на диске нет места", en: "no space left on the disk")
    case 30:
      Message(
        kk: "файлдық жүйе тек оқуға арналған", ru: "файловая система только для чтения",
        en: "the file system is read-only")
    case 32:
      Message(
        kk: "шығысты оқитын бағдарлама жоқ", ru: "вывод никто не читает",
        en: "nothing reads the output")
    case 36:
      Message(kk: "аты тым ұзын", ru: "имя слишком длинное", en: "the name is too long")
    case 39:
      Message(kk: "қалта бос емес", ru: "папка не пуста", en: "the folder is not empty")
    case 40:
      Message(
        kk: "сілтемелер тұйықталған", ru: "ссылки замкнуты в круг", en: "the links form a circle")
    case 122:
      Message(
        kk: "дискідегі үлес таусылды", ru: "исчерпана квота диска",
        en: "the disk quota is used up")
    default:
      Message(
        kk: "жүйенің № \(code) қатесі", ru: "ошибка системы № \(code)", en: "system error \(code)")
    }
  }
}

extension Message {
  /// The sentence with a reason in brackets.
  public func because(_ reason: Message) -> Message {
    Message(
      kk: "\(kk) (\(reason.kk))", ru: "\(ru) (\(reason.ru))", en: "\(en) (\(reason.en))")
  }
}
