internal import GRDB
internal import TamgaDomain
internal import TamgaFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A register in one SQLite file, for one office and any number of processes on its machine.
///
/// The file is in WAL mode and every transaction is flushed before it counts (`synchronous = FULL`).
/// It must lie on a local disk: WAL does not work over a network file system (SQLite, "Write-Ahead
/// Logging", section 1).
public final class SQLiteRegister: SQLRegister {
  /// How a register is opened.
  public enum Opening: Hashable, Sendable {
    /// A new one; refused when the file exists and is not empty.
    case new
    /// An existing one; an older schema is migrated.
    case existing
    /// An existing one, while no other process has it open: to move it elsewhere.
    case alone
    /// An existing one, for looking up only; nothing in the folder but SQLite's own `-shm` changes.
    case readOnly
  }

  /// What tests make smaller.
  struct Settings: Sendable {
    /// Seconds; longer than the largest group of another process takes to write.
    var busyTimeout = 30.0
    /// As in ``StatusPlacement/Room``.
    var listPapers = StatusPlacement.Room().papers
    var listPositions = StatusPlacement.Room().positions
  }

  /// The path of the file.
  public let path: String
  let settings: Settings
  let reader: any DatabaseReader
  /// Nil when opened for looking up only.
  let writer: (any DatabaseWriter)?
  /// The file that was opened; another one may come to stand at its path.
  private let identity: FileIdentity?
  /// Held while the register is open; nil when opened for looking up only.
  private let lock: FileLock?

  /// Opens the register at `path`; a new file gets mode 0600.
  ///
  /// - Throws: ``RegisterError``
  public convenience init(path: String, opening: Opening) throws(RegisterError) {
    try self.init(path: path, opening: opening, settings: Settings())
  }

  init(path: String, opening: Opening, settings: Settings) throws(RegisterError) {
    self.path = path
    self.settings = settings
    try Self.prepareFile(path, opening)
    lock =
      opening == .readOnly ? nil : try Self.lock(beside: path, alone: opening == .alone)
    var configuration = Configuration()
    configuration.readonly = opening == .readOnly
    configuration.busyMode = .timeout(settings.busyTimeout)
    // Before the journal mode is touched: another application's file must stay as it is.
    configuration.prepareDatabase { db in
      _ = try Schema.version(of: db, at: path)
      // A file that lost all it held: begun anew, it would give the same numbers a second time.
      if opening != .new, try Schema.isEmpty(db) { throw Self.emptied(path) }
    }
    do {
      if opening == .readOnly {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let version = try queue.read { try Schema.version(of: $0, at: path) }
        guard version == Schema.version else {
          throw RegisterError(
            .readOnly, at: path, kk: "тізілімнің схемасы \(version), ал ол тек оқуға ашылған",
            ru: "у реестра схема \(version), а открыт он только для чтения",
            en: "the register has schema \(version) and is open for reading only", hint: .migrate)
        }
        reader = queue
        writer = nil
      } else {
        let pool = try Self.pool(path, configuration)
        try pool.writeWithoutTransaction { db in
          // The pool sets NORMAL, which loses the last transactions when the power fails.
          try db.execute(sql: "PRAGMA synchronous = FULL")
          try Schema.migrate(db, at: path)
        }
        reader = pool
        writer = pool
      }
      identity = FileIdentity(path)
    } catch {
      throw RegisterError(error, at: path, seconds: settings.busyTimeout)
    }
  }

  // SQLite calls no busy handler while two processes change the journal mode at once.
  static func pool(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
    let attempts = 50
    for _ in 1..<attempts {
      do {
        return try DatabasePool(path: path, configuration: configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(20_000)
      }
    }
    return try DatabasePool(path: path, configuration: configuration)
  }

  private static func emptied(_ path: String) -> RegisterError {
    RegisterError(
      .missing, at: path, kk: "тізілім файлы бос: шығарылған құжаттар жоғалған",
      ru: "файл реестра пуст: выданные документы из него пропали",
      en: "the register's file is empty: what was issued is lost from it",
      hint: Message(
        kk: "тізілімді сақтық көшірмеден қалпына келтіріңіз",
        ru: "восстановите реестр из резервной копии",
        en: "restore the register from the backup"))
  }

  private static func prepareFile(_ path: String, _ opening: Opening) throws(RegisterError) {
    var status = stat()
    if stat(path, &status) == 0 {
      if opening == .new, status.st_size > 0 {
        throw RegisterError(
          .exists, at: path, kk: "мұнда тізілім бар", ru: "здесь уже есть реестр",
          en: "a register is there already",
          hint: Message(
            kk: "кеңсенің тізілімі өзгермейді, жаңа қалта атаңыз",
            ru: "у ведомства один реестр, назовите новую папку",
            en: "an office keeps its register; name a new folder"))
      }
      // Beside the file SQLite writes its log, so that the folder counts as well.
      if opening != .readOnly,
        access(path, W_OK) != 0 || access(AtomicFile.folder(of: path), W_OK) != 0
      {
        throw RegisterError(
          .readOnly, at: path, kk: "тізілімге немесе оның қалтасына жазуға рұқсат жоқ",
          ru: "в реестр или его папку нельзя писать",
          en: "the register or its folder may not be written", hint: .checkRights)
      }
      return
    }
    let cause = errno
    guard cause == ENOENT, opening == .new else {
      let words =
        cause == ENOENT
        ? Message(kk: "тізілім жоқ", ru: "реестра нет", en: "there is no register")
        : Message(
          kk: "тізілім ашылмайды", ru: "реестр недоступен", en: "the register cannot be reached"
        ).because(SystemReason(cause).message)
      throw RegisterError(
        cause == ENOENT ? .missing : .cannotOpen, at: path, kk: words.kk, ru: words.ru,
        en: words.en,
        hint: Message(
          kk: "кеңсе қалтасын атаңыз немесе тізілімді сақтық көшірмеден қалпына келтіріңіз",
          ru: "назовите папку ведомства или восстановите реестр из резервной копии",
          en: "name the folder of the office, or restore the register from the backup"))
    }
    // SQLite gives its journal files the mode of the database.
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 || errno == EEXIST else {
      throw RegisterError(
        errno == ENOSPC ? .diskFull : errno == EROFS || errno == EACCES ? .readOnly : .cannotOpen,
        at: path, kk: "тізілім жасалмады", ru: "реестр не удалось создать",
        en: "the register cannot be created",
        hint: Message(
          kk: "қалтаның бар екенін және оған жазуға болатынын тексеріңіз",
          ru: "проверьте, что папка есть и в неё можно писать",
          en: "check that the folder exists and may be written"))
    }
    if descriptor >= 0 { close(descriptor) }
    // The name of the file must survive a power failure as its contents do.
    try? AtomicFile.flushFolder(of: path)
  }
}

extension SQLiteRegister {
  package var room: StatusPlacement.Room {
    var room = StatusPlacement.Room()
    room.papers = settings.listPapers
    room.positions = settings.listPositions
    return room
  }

  package func snapshot<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    try read { try body(SQLiteSession(db: $0)) }
  }

  package func transaction<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    try write { try body(SQLiteSession(db: $0)) }
  }

  /// Runs `body` in a snapshot of the register.
  func read<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    do {
      return try reader.read(body)
    } catch {
      throw RegisterError(error, at: path, seconds: settings.busyTimeout)
    }
  }

  /// Runs `body` in one `BEGIN IMMEDIATE` transaction: all of it is stored, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    guard let writer else {
      throw RegisterError.openForReading(path)
    }
    // In WAL mode SQLite writes on into a file that no longer has a name.
    guard let identity, FileIdentity(path) == identity else {
      throw RegisterError(
        .missing, at: path, kk: "ашық тұрған тізілім жылжытылған, жойылған немесе ауыстырылған",
        ru: "реестр переместили, удалили или заменили, пока он был открыт",
        en: "the register was moved, removed or replaced while it was open", hint: .putBack)
    }
    do {
      return try writer.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        return value!  // safe: the transaction ran its body or threw
      }
    } catch {
      throw RegisterError(error, at: path, seconds: settings.busyTimeout)
    }
  }
}

/// What tells one file from another that has its name.
private struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let node: UInt64

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
