/// Where the databases differ: how a transaction keeps others from rows that it is about to change.
/// SQLite has one writer at a time, and needs nothing.
package struct SQLDialect: Sendable {
  /// Ends a `SELECT` whose rows this transaction will change.
  package let rowLock: String
  /// Makes the row of a series, so that it can be locked; nil where that needs no row.
  package let seriesBegin: String?
  /// Locks a person key until the transaction ends, also where no paper has it yet; nil when the
  /// transaction holds the register anyway.
  package let personLock: String?
  /// Locks the end of the log until the transaction ends; nil when the transaction holds it anyway.
  package let logLock: String?
  /// After rows were inserted with their keys: the next keys follow them; nil where they do so anyway.
  package let keysFollow: String?

  package init(
    rowLock: String, seriesBegin: String?, personLock: String?, logLock: String?,
    keysFollow: String?
  ) {
    self.rowLock = rowLock
    self.seriesBegin = seriesBegin
    self.personLock = personLock
    self.logLock = logLock
    self.keysFollow = keysFollow
  }

  static let sqlite = SQLDialect(
    rowLock: "", seriesBegin: nil, personLock: nil, logLock: nil, keysFollow: nil)
}
