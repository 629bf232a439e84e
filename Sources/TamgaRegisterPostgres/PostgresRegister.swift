internal import TamgaDomain
public import TamgaRegister

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A register in a schema of a PostgreSQL database, for any number of machines.
///
/// Transactions are READ COMMITTED and lock the rows that they change, late and always in the same
/// order; the page <doc:PostgreSQL> says which and why. A transaction that another one got in the way
/// of is run again; one whose connection broke is asked for by its number before it is.
public final class PostgresRegister: SQLRegister {
  /// How a register is opened.
  public enum Opening: Hashable, Sendable {
    /// A new one; refused when the schema holds a register already.
    case new
    /// An existing one; an older schema is migrated.
    case existing
    /// An existing one, for looking up only.
    case readOnly
  }

  /// What tests make smaller.
  struct Settings: Sendable {
    /// Connections of one register.
    var connections = 4
    /// How long a transaction waits for a row that another one holds.
    var lockMilliseconds = 30_000
    var statementMilliseconds = 120_000
    /// The server ends a transaction whose program has stopped in the middle.
    var idleMilliseconds = 60_000
    /// How often a transaction is run again because another one was first.
    var repetitions = 12
    /// How long a server may be away.
    var absence = Duration.seconds(60)
  }

  /// Where the register lies.
  public let target: PostgresTarget
  private let settings: Settings
  private let pool: PostgresPool
  private let statistics = TableStatistics()
  private let isReadOnly: Bool

  package let room: StatusPlacement.Room

  /// Opens the register.
  ///
  /// - Throws: ``RegisterError``
  public convenience init(
    _ target: PostgresTarget, opening: Opening
  ) throws(RegisterError) {
    try self.init(target, opening: opening, settings: Settings(), room: StatusPlacement.Room())
  }

  init(
    _ target: PostgresTarget, opening: Opening, settings: Settings, room: StatusPlacement.Room
  ) throws(RegisterError) {
    self.target = target
    self.settings = settings
    self.room = room
    pool = PostgresPool(target, settings)
    isReadOnly = opening == .readOnly
    do {
      try pool.withConnection { connection in
        try Self.prepare(connection, target, opening)
      }
    } catch {
      throw RegisterError(error, at: "\(target)")
    }
  }

  /// A connection of its own that listens for opened batches.
  func notifications() throws(RegisterError) -> BatchNotifications {
    do {
      return try BatchNotifications(PostgresConnection(target, settings), schema: target.schema)
    } catch {
      throw RegisterError(error, at: "\(target)")
    }
  }

  private static func prepare(
    _ connection: PostgresConnection, _ target: PostgresTarget, _ opening: Opening
  ) throws {
    let version = try PostgresSchema.version(connection, target)
    switch opening {
    case .new where version > 0:
      throw RegisterError(
        .exists, at: "\(target)", kk: "мұнда тізілім бар", ru: "здесь уже есть реестр",
        en: "a register is there already",
        hint: Message(
          kk: "кеңсенің тізілімі өзгермейді, жаңа тізілімге бөлек схема атаңыз",
          ru: "у ведомства один реестр, для нового назовите свою схему",
          en: "an office keeps its register; a new one has a schema of its own"))
    case .existing where version == 0, .readOnly where version == 0:
      throw RegisterError(
        .missing, at: "\(target)", kk: "тізілім жоқ", ru: "реестра нет", en: "there is no register",
        hint: Message(
          kk: "кеңсенің схемасын атаңыз немесе тізілімді сақтық көшірмеден қалпына келтіріңіз",
          ru: "назовите схему ведомства или восстановите реестр из резервной копии",
          en: "name the schema of the office, or restore the register from the backup"))
    case .readOnly where version < Schema.version:
      throw RegisterError(
        .readOnly, at: "\(target)",
        kk: "тізілімнің схемасы \(version), ал ол тек оқуға ашылған",
        ru: "у реестра схема \(version), а открыт он только для чтения",
        en: "the register has schema \(version) and is open for reading only", hint: .migrate)
    case .readOnly: break
    case .new, .existing: try PostgresSchema.migrate(connection, target)
    }
  }

  package func snapshot<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    try repeating { connection in
      try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      let value = try Self.rollingBack(connection) {
        try body(PostgresSession(connection: connection))
      }
      _ = try connection.commit()
      return value
    }
  }

  package func reading<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    try repeating { connection in
      try Self.rollingBack(connection) { try body(PostgresSession(connection: connection)) }
    }
  }

  package func transaction<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    guard !isReadOnly else {
      throw RegisterError.openForReading("\(target)")
    }
    var unknown: (number: String, value: Value)?
    let value = try repeating { (connection) throws -> Value in
      if let (number, value) = unknown {
        if try Self.isCommitted(number, connection) { return value }
        unknown = nil
      }
      let number =
        try connection.command("BEGIN; SELECT pg_current_xact_id()::text") ?? ""
      let value = try Self.rollingBack(connection) {
        try body(PostgresSession(connection: connection))
      }
      unknown = (number, value)
      guard try connection.commit() else { throw PostgresFailure(state: "40001") }
      return value
    }
    if statistics.isDue() { keepStatistics(of: TableStatistics.register) }
    return value
  }

  /// Has the server look at tables that have grown since it did. Where that cannot be done (the role owns
  /// no table, the connection broke) the server does it later.
  func keepStatistics(of tables: [String]) {
    do {
      try pool.withConnection { try TableStatistics.refresh(tables, $0) }
    } catch {
      pool.closeIdle()
    }
  }

  private static func rollingBack<Value>(
    _ connection: PostgresConnection, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      _ = try? connection.command("ROLLBACK")
      throw error
    }
  }

  /// What became of a transaction whose `COMMIT` was not answered (PostgreSQL, section 9.27.7).
  private static func isCommitted(
    _ number: String, _ connection: PostgresConnection
  ) throws -> Bool {
    switch try connection.command("SELECT pg_xact_status('\(number)'::xid8)") {
    case "committed": return true
    case "in progress": throw PostgresFailure.lost
    default: return false
    }
  }

  /// Runs `body` on a connection, again when another transaction was first or the server was away.
  private func repeating<Value>(
    _ body: (PostgresConnection) throws -> Value
  ) throws(RegisterError) -> Value {
    let clock = ContinuousClock()
    var left = settings.repetitions
    var absentSince: ContinuousClock.Instant?
    var pause: Duration = .milliseconds(2)
    while true {
      do {
        return try pool.withConnection(body)
      } catch let failure as PostgresFailure where failure.mayBeRepeated && left > 0 {
        left -= 1
        absentSince = nil
      } catch let failure as PostgresFailure where failure.isDisconnection {
        pool.closeIdle()
        let since = absentSince ?? clock.now
        absentSince = since
        guard clock.now - since < settings.absence else {
          throw RegisterError(failure, at: "\(target)")
        }
        pause = max(pause, .milliseconds(50))
      } catch {
        throw RegisterError(error, at: "\(target)")
      }
      // Half of the pause is chance, so that two programs do not meet again.
      let whole = pause / .microseconds(1)
      usleep(UInt32(whole / 2 + Double.random(in: 0...whole / 2)))
      pause = min(pause * 2, .milliseconds(500))
    }
  }
}
