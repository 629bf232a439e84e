public import TamgaDomain

/// Why the register could not do its work. A paper that must not be made is an outcome or a verdict;
/// this is for what the office has to repair, and for orders that the state of a paper forbids.
///
/// Holds no value of a statement and no personal data.
public struct RegisterError: Problem, Hashable {
  /// What is wrong, for programs and tests.
  public enum Code: String, ProblemCode {
    /// There is no register at the place.
    case missing = "register-missing"
    /// A register is there already and a new one was asked for.
    case exists = "register-exists"
    /// The file belongs to something else.
    case notARegister = "register-not-a-register"
    /// Written by a newer version.
    case newerSchema = "register-newer-schema"
    /// Another process held the register for longer than the busy timeout.
    case busy = "register-busy"
    /// Another connection of this process holds a table.
    case locked = "register-locked"
    case diskFull = "register-disk-full"
    case readOnly = "register-read-only"
    case corrupt = "register-corrupt"
    /// The operating system failed to read, write or flush.
    case storage = "register-storage"
    /// The file or its folder cannot be opened.
    case cannotOpen = "register-cannot-open"
    /// The clock is behind the last event of the log.
    case clock = "register-clock"
    /// A constraint of the database refused a row: a fault of Tamga, not of the record.
    case inconsistent = "register-inconsistent"
    /// The state of the paper forbids the move.
    case illegalMove = "register-illegal-move"
    /// No such paper.
    case unknownPaper = "register-unknown-paper"
    /// A value is longer or larger than its limit.
    case limit = "register-limit"
    /// All sixteen status lists of a year are full.
    case statusListsFull = "register-status-lists-full"
    /// The prefix of a series cannot stand in a number, or the series is exhausted.
    case series = "register-series"
  }

  public let code: Code
  /// The register's file, the number of a paper, or the name of a value.
  public let place: String
  public let message: Message
  public let hint: Message?

  public init(
    _ code: Code, at place: String, kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    self.code = code
    self.place = place
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }

  /// True where one item of a group is at fault and the others may go on without it; false where the
  /// register itself is lost, full, damaged or held by others.
  public var concernsOneItem: Bool {
    switch code {
    case .limit, .series, .statusListsFull, .inconsistent, .illegalMove, .unknownPaper: true
    case .missing, .exists, .notARegister, .newerSchema, .busy, .locked, .diskFull, .readOnly,
      .corrupt, .storage, .cannotOpen, .clock:
      false
    }
  }
}

extension RegisterError {
  static func illegal(
    _ move: PaperMove, _ number: DocumentNumber, _ condition: PaperCondition
  ) -> RegisterError {
    let (now, what) = (condition.words, move.words)
    return RegisterError(
      .illegalMove, at: number.description,
      kk: "құжаттың күйі: \(now.kk); сондықтан бұл болмайды: \(what.kk)",
      ru: "документ сейчас: \(now.ru); поэтому недопустимо: \(what.ru)",
      en: "the paper is \(now.en): it cannot be \(what.en)",
      hint: Message(
        kk: "құжаттың оқиғаларын «tamga register show» көрсетеді",
        ru: "события документа показывает «tamga register show»",
        en: "'tamga register show' lists the events of the paper"))
  }

  package static func openForReading(_ place: String) -> RegisterError {
    RegisterError(
      .readOnly, at: place, kk: "тізілім тек оқуға ашылған", ru: "реестр открыт только для чтения",
      en: "the register is open for reading only")
  }

  static func unknown(serial: Int64) -> RegisterError {
    RegisterError(
      .unknownPaper, at: "№ \(serial)", kk: "тізілімде мұндай құжат жоқ",
      ru: "в реестре нет такого документа", en: "the register holds no such paper")
  }

  static func limit(_ name: String, _ found: Int, _ limit: Message) -> RegisterError {
    RegisterError(
      .limit, at: name, kk: "\(found) бар, рұқсат етілгені \(limit.kk)",
      ru: "найдено \(found), допускается \(limit.ru)", en: "found \(found), expected \(limit.en)")
  }
}

extension Message {
  static func bytes(_ range: String) -> Message {
    Message(kk: "\(range) байт", ru: "\(range) байт", en: "\(range) bytes")
  }
  static func count(_ range: String) -> Message { Message(kk: range, ru: range, en: range) }

  package static let runAgain = Message(
    kk: "пәрменді қайталаңыз", ru: "повторите команду", en: "run the command again")
  static let restoreBackup = Message(
    kk: "файлды сақтап қойып, сақтық көшірмені қалпына келтіріңіз де, екеуін салыстырыңыз",
    ru: "сохраните файл, восстановите резервную копию и сравните их",
    en: "keep the file, restore the backup and compare the two")
  static let checkRights = Message(
    kk: "файл мен оның қалтасының иесін және құқықтарын тексеріңіз",
    ru: "проверьте владельца и права файла и его папки",
    en: "check the owner and the mode of the file and of its folder")
  static let putBack = Message(
    kk: "оны орнына қойып, пәрменді қайталаңыз", ru: "верните его на место и повторите команду",
    en: "put it back and run the command again")
  package static let newerProgram = Message(
    kk: "бағдарламаның жаңа нұсқасын қолданыңыз: тізілім ескі нұсқаға қайтпайды",
    ru: "возьмите новую версию программы: реестр не возвращается к старой",
    en: "use the newer version of the program; registers never go back")
  package static let migrate = Message(
    kk: "оны бір рет жазатын пәрменмен ашыңыз, сонда ол жаңарады",
    ru: "откройте его один раз командой, которая пишет: она его обновит",
    en: "open it once with a command that writes, which migrates it")
  package static let reportFault = Message(
    kk: "бұл Tamga ақауы, хабарлаңыз; топтан ештеңе сақталмады",
    ru: "это ошибка Tamga, сообщите о ней; из группы ничего не сохранено",
    en: "this is a fault of Tamga, report it; nothing of the group was stored")
}
