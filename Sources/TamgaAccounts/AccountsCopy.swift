package import TamgaIssue
package import TamgaRegister
internal import TamgaRegisterPostgres

/// The accounts of an office on their way: into a backup, and to another database.
package enum AccountsCopy {
  /// The file of the accounts in the folder of an office whose register is one too.
  package static let fileName = AccountsSchema.fileName

  /// Writes the accounts of an office into a new SQLite file of mode 0600, as they are at one moment.
  ///
  /// - Returns: False where the office has no accounts yet; then there is no file.
  package static func write(
    of folder: String, _ place: RegisterPlace, to target: String, exists: Bool
  ) throws -> Bool {
    switch place {
    case .sqlite:
      guard exists else { return false }
      try file(folder + "/" + fileName).copy(to: target)
    case .postgresql(let postgres):
      _ = try AccountsSchema.open("", place)
      let register = try PostgresRegister(postgres, opening: .existing)
      let tables = try file(target)
      try register.snapshot { source in
        try tables.transaction { session in
          let shapes = try shapes(session)
          // A transaction whose connection broke begins again.
          for shape in shapes { try session.execute("DELETE FROM \(shape.name)", []) }
          _ = try TableCopy.copy(shapes, from: source, to: session)
        }
      }
    }
    return true
  }

  /// Opens a SQLite file of accounts; makes it when it is not there.
  ///
  /// - Parameter isAlone: Whether the caller holds the register beside it for itself.
  package static func file(
    _ path: String, isAlone: Bool = false
  ) throws(RegisterError) -> SQLiteTables {
    try SQLiteTables(
      path: path, application: AccountsSchema.application, migrations: AccountsSchema.migrations,
      isAlone: isAlone)
  }

  /// Makes the tables beside a register on PostgreSQL where they are not there yet.
  package static func prepare(_ place: RegisterPlace) throws(RegisterError) {
    _ = try AccountsSchema.open("", place)
  }

  /// The shapes of the tables.
  ///
  /// - Parameter session: Of SQLite.
  package static func shapes(_ session: any SQLSession) throws -> [TableShape] {
    try TableShape.read(TableShape.names(session), session)
  }
}
