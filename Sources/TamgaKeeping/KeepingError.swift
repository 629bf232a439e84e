public import TamgaDomain

/// What stops a backup, a restore or a move.
public struct KeepingError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    /// The folder to be made has something in it.
    case notEmpty = "keeping-not-empty"
    /// The backup would lie in the office, or the office in it.
    case inside = "keeping-inside"
    /// A folder that is no backup.
    case noBackup = "keeping-no-backup"
    /// Written by a newer version.
    case newerBackup = "keeping-newer-backup"
    /// A file of the backup is missing or another one.
    case damaged = "keeping-damaged"
    /// A file of the office cannot be read.
    case unreadable = "keeping-unreadable"
    /// The folder's disk refused.
    case disk = "keeping-disk"
    /// The register is no SQLite file, so that it is not moved.
    case notSQLite = "keeping-not-sqlite"
    /// The database to move to has rows of a register.
    case targetInUse = "keeping-target-in-use"
    /// What arrived is not what was sent.
    case differs = "keeping-differs"
    /// The setting `register` cannot be changed without changing more.
    case configuration = "keeping-configuration"
  }

  public let code: Code
  public let place: String
  public let message: Message
  public let hint: Message?

  private init(
    _ code: Code, _ place: String, kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    self.code = code
    self.place = place
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }

  public var exitStatus: ExitStatus {
    switch code {
    case .noBackup, .damaged, .newerBackup: .input
    default: .failure
    }
  }
}

extension KeepingError {
  static func notEmpty(_ place: String) -> KeepingError {
    KeepingError(
      .notEmpty, place, kk: "қалта бос емес", ru: "папка не пуста", en: "the folder is not empty",
      hint: Message(
        kk: "жаңа қалтаны атаңыз: бар файлдарға ештеңе қосылмайды",
        ru: "назовите новую папку: к имеющимся файлам ничего не добавляется",
        en: "name a new folder: nothing is added to files that are there"))
  }

  static func inside(_ place: String) -> KeepingError {
    KeepingError(
      .inside, place, kk: "сақтық көшірме мен кеңсе бірінің ішінде бірі жатпауы керек",
      ru: "резервная копия и ведомство не могут лежать одно в другом",
      en: "a backup and its office cannot lie one in the other",
      hint: Message(
        kk: "басқа дискідегі қалтаны атаңыз", ru: "назовите папку на другом диске",
        en: "name a folder on another disk"))
  }

  static func noBackup(_ place: String) -> KeepingError {
    KeepingError(
      .noBackup, place, kk: "бұл «tamga backup» жасаған сақтық көшірме емес",
      ru: "это не резервная копия, сделанная «tamga backup»",
      en: "this is no backup made by 'tamga backup'",
      hint: Message(
        kk: "backup.json жатқан қалтаны атаңыз", ru: "назовите папку, в которой лежит backup.json",
        en: "name the folder in which backup.json lies"))
  }

  static func newerBackup(_ place: String, version: String) -> KeepingError {
    KeepingError(
      .newerBackup, place, kk: "сақтық көшірмені бағдарламаның жаңа нұсқасы жасаған: \(version)",
      ru: "копию сделала более новая версия программы: \(version)",
      en: "a newer version of the program made the backup: \(version)",
      hint: Message(
        kk: "сол нұсқаны немесе одан жаңасын орнатыңыз", ru: "поставьте эту версию или новее",
        en: "install that version or a newer one"))
  }

  static func damaged(_ place: String, isThere: Bool) -> KeepingError {
    let hint = Message(
      kk: "басқа сақтық көшірмені алыңыз: бұдан ештеңе қалпына келтірілмеді",
      ru: "возьмите другую копию: из этой ничего не восстановлено",
      en: "take another backup: nothing was restored from this one")
    return isThere
      ? KeepingError(
        .damaged, place, kk: "файл сақтық көшірме жасалғаннан кейін өзгерген",
        ru: "файл изменился после создания копии", en: "the file has changed since the backup",
        hint: hint)
      : KeepingError(
        .damaged, place, kk: "сақтық көшірмеде файл жоқ немесе оқылмайды",
        ru: "файла в копии нет или он не читается",
        en: "the file is missing from the backup or cannot be read", hint: hint)
  }

  static func unreadable(_ place: String, _ reason: SystemReason) -> KeepingError {
    let words = Message(
      kk: "файл оқылмайды", ru: "файл не читается", en: "the file cannot be read"
    ).because(reason.message)
    return KeepingError(.unreadable, place, kk: words.kk, ru: words.ru, en: words.en)
  }

  static func disk(_ place: String, _ reason: Message, hint: Message? = nil) -> KeepingError {
    KeepingError(.disk, place, kk: reason.kk, ru: reason.ru, en: reason.en, hint: hint)
  }

  static let notSQLite = KeepingError(
    .notSQLite, "tamga.yaml", kk: "тізілім PostgreSQL-де тұр", ru: "реестр уже в PostgreSQL",
    en: "the register is on PostgreSQL already",
    hint: Message(
      kk: "дерекқорды басқа серверге pg_dump және pg_restore көшіреді",
      ru: "на другой сервер базу переносят pg_dump и pg_restore",
      en: "pg_dump and pg_restore take the database to another server"))

  static func targetInUse(_ place: String, schema: String) -> KeepingError {
    KeepingError(
      .targetInUse, place, kk: "схемада басқа деректер бар", ru: "в схеме уже есть другие данные",
      en: "the schema has other rows already",
      hint: Message(
        kk:
          "--schema арқылы басқа схема атаңыз; бұл бұрынғы көшірудің қалдығы болса: DROP SCHEMA \(schema) CASCADE",
        ru:
          "назовите другую схему через --schema; если это след прежнего переноса: DROP SCHEMA \(schema) CASCADE",
        en:
          "name another schema with --schema; if a former move left it: DROP SCHEMA \(schema) CASCADE"
      ))
  }

  static func differs(_ place: String) -> KeepingError {
    KeepingError(
      .differs, place, kk: "көшірілген деректер бастапқыдан өзгеше: кеңсе бұрынғыша SQLite-те",
      ru: "перенесённые данные отличаются от исходных: ведомство по-прежнему на SQLite",
      en: "what arrived differs from what was sent: the office is on SQLite as before",
      hint: Message(
        kk: "екі жағын «tamga register audit» тексереді",
        ru: "обе стороны проверяет «tamga register audit»",
        en: "'tamga register audit' looks at both sides"))
  }

  static func configuration(_ line: String) -> KeepingError {
    KeepingError(
      .configuration, "tamga.yaml", kk: "«register» баптауы өзгертілмеді",
      ru: "настройку «register» не удалось изменить",
      en: "the setting 'register' could not be changed",
      hint: Message(
        kk: "оны қолмен жазыңыз: «\(line)»", ru: "впишите её сами: «\(line)»",
        en: "write it yourself: \(line)"))
  }
}

/// Every file of a backup that is not as it was made.
public struct DamagedBackup: ProblemList, Hashable {
  public let faults: [KeepingError]
  public var problems: [any Problem] { faults }
}
