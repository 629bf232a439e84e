/// Where the databases differ: how a transaction keeps others from rows that it is about to change.
/// SQLite has one writer at a time, and needs nothing.
package struct SQLDialect: Sendable {
  /// Ends a `SELECT` whose rows this transaction will change.
  package let rowLock: String
  /// Locks the end of the log until the transaction ends; nil when the transaction holds it anyway.
  package let logLock: String?

  package init(rowLock: String, logLock: String?) {
    self.rowLock = rowLock
    self.logLock = logLock
  }

  static let sqlite = SQLDialect(rowLock: "", logLock: nil)
}
