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

extension SQLiteRegister {
  /// Writes the register as it is at one moment into a new file of mode 0600; others go on writing meanwhile.
  ///
  /// By `VACUUM INTO` and not by SQLite's backup functions: those copy pages, free ones included, in which
  /// persons may stand whose papers were purged.
  package func copy(to target: String) throws(RegisterError) {
    guard let writer else { throw RegisterError.openForReading(path) }
    try SQLiteFile.vacuum(writer, into: target)
  }

  /// Brings everything into the file itself and empties the log beside it; nobody else has it open.
  package func settle() throws(RegisterError) {
    do {
      try writer?.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    } catch {
      throw RegisterError(error, at: path, seconds: settings.busyTimeout)
    }
  }

  /// The lock that commands of an office share; see ``Opening/alone``.
  static func lock(
    beside path: String, alone: Bool
  ) throws(RegisterError) -> FileLock {
    let place = AtomicFile.folder(of: path) + "/" + lockName
    let isTaken: Bool
    let lock: FileLock
    do throws(FileFault) {
      lock = try FileLock(place)
      // Root leaves no file behind that the office's own user cannot open; SQLite does so too.
      var status = stat()
      if geteuid() == 0, stat(AtomicFile.folder(of: path), &status) == 0 {
        _ = chown(place, status.st_uid, status.st_gid)
      }
      isTaken = try alone ? lock.take() : lock.share()
    } catch {
      throw RegisterError(
        SystemReason(error.reason).isFull ? .diskFull : .readOnly, at: place,
        kk: "тізілімге немесе оның қалтасына жазуға рұқсат жоқ",
        ru: "в реестр или его папку нельзя писать",
        en: "the register or its folder may not be written", hint: .checkRights)
    }
    guard isTaken else { throw alone ? .others(path) : .beingMoved(path) }
    return lock
  }

  /// The lock's file, in the folder of the register.
  package static let lockName = "register.lock"
}

extension SQLiteTables {
  /// As ``SQLiteRegister/copy(to:)``.
  package func copy(to target: String) throws(RegisterError) {
    try SQLiteFile.vacuum(pool, into: target)
  }
}

private enum SQLiteFile {
  static func vacuum(_ writer: any DatabaseWriter, into target: String) throws(RegisterError) {
    do {
      // SQLite takes an empty file as it is, with its mode.
      let descriptor = open(target, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor >= 0 { close(descriptor) }
      try writer.writeWithoutTransaction {
        try $0.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
    } catch {
      throw RegisterError(error, at: target, seconds: 0)
    }
  }
}

extension RegisterError {
  fileprivate static func others(_ path: String) -> RegisterError {
    RegisterError(
      .busy, at: path,
      kk: "тізілімді басқа пәрмендер пайдаланып тұр: шығару, сервер немесе тексеру",
      ru: "реестром пользуются другие команды: выпуск, сервер или аудит",
      en: "other commands use the register: a run, the server or an audit",
      hint: Message(
        kk: "серверді тоқтатып, басқа пәрмендер аяқталғанша күтіңіз",
        ru: "остановите сервер и дождитесь конца других команд",
        en: "stop the server and wait until the other commands have ended"))
  }

  fileprivate static func beingMoved(_ path: String) -> RegisterError {
    RegisterError(
      .busy, at: path, kk: "басқа пәрмен тізілімді PostgreSQL-ге көшіріп жатыр",
      ru: "другая команда переносит реестр в PostgreSQL",
      en: "another command is moving the register to PostgreSQL", hint: .waitForOthers)
  }
}
