internal import TamgaDomain
internal import TamgaFormats
public import TamgaIssue
internal import TamgaRegister

/// The accounts of an office, its clients, and what several servers must know of them: sessions,
/// wrong tries, idempotency keys, proposals.
///
/// They lie in `accounts.sqlite` of the office folder, or beside a register on PostgreSQL. Only hashes
/// of passwords and tokens are kept; the secret of a second factor has to be kept as it is. Every call
/// blocks its thread, and every call may be made from any thread.
public final class Accounts: Sendable {
  let tables: any AccountsTables
  let secrets: Secrets
  let passwords: PasswordHash
  let configuration: OfficeConfiguration
  let now: @Sendable () -> Int64

  /// Opens the accounts of an office; makes the store when there is none.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Throws: ``AccountsError`` of code `storage` or `busy`
  public init(
    office folder: String, configuration: OfficeConfiguration,
    now: @escaping @Sendable () -> Int64 = Office.systemClock
  ) throws(AccountsError) {
    do {
      tables = try AccountsSchema.open(folder, configuration.register)
      secrets = try Secrets(tables)
    } catch {
      throw AccountsError(error)
    }
    passwords = PasswordHash()
    self.configuration = configuration
    self.now = now
  }

  /// Idempotency keys of clients.
  public var idempotency: IdempotencyKeys { IdempotencyKeys(accounts: self) }

  /// A token of no rights, for a form before anybody has signed in.
  public func anonymousToken() -> String { Drawn.token() }

  /// What a form holds that belongs to a token, of a session or of no rights.
  public func csrf(of token: String) -> String { secrets.csrf(of: token) }

  /// Whether a form belongs to a token; takes the same time wherever they differ.
  public func isCSRF(_ given: String, of token: String) -> Bool {
    Secrets.areEqual(Array(given.utf8), Array(csrf(of: token).utf8))
  }

  /// An address as logs name it: the same for the same address of this office, and otherwise nothing.
  public func name(ofAddress address: String) -> String {
    Hex.text(secrets.address(address).prefix(8))
  }

  /// Reads in one snapshot.
  func reading<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(AccountsError) -> Value {
    do { return try tables.snapshot(body) } catch { throw AccountsError(error) }
  }

  /// Changes in one transaction; `body` returns what it has to say and may run twice.
  @discardableResult
  func changing<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(AccountsError) -> Value {
    do { return try tables.transaction(body) } catch { throw AccountsError(error) }
  }
}
