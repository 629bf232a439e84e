internal import GRDB

extension RegisterError {
  /// Translates what a transaction threw. SQLite's own text is dropped: it may quote a value.
  init(_ error: any Error, at path: String, seconds: Double) {
    if let error = error as? RegisterError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.storage, at: path, "the register failed")
      return
    }
    let result = error.extendedResultCode.rawValue
    switch error.resultCode {
    case .SQLITE_BUSY:
      self.init(
        .busy, at: path,
        "another process held the register for longer than \(Int(seconds)) seconds",
        hint: "wait until it has finished and run the command again")
    case .SQLITE_LOCKED:
      self.init(.locked, at: path, "a table of the register is locked", hint: "run it again")
    case .SQLITE_FULL:
      self.init(
        .diskFull, at: path, "the disk is full: nothing of the group was stored",
        hint: "make room and run the command again")
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
      self.init(
        .missing, at: path, "the register was moved or removed while it was open",
        hint: "put it back and run the command again")
    case .SQLITE_READONLY:
      self.init(
        .readOnly, at: path, "the register or its folder may not be written",
        hint: "check the owner and the mode of the file and of its folder")
    case .SQLITE_CORRUPT:
      self.init(
        .corrupt, at: path, "the register is damaged (SQLite \(result))",
        hint: "keep the file, restore the backup and compare the two")
    case .SQLITE_NOTADB:
      self.init(
        .notARegister, at: path, "the file is not a database", hint: "name the office's register")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .cannotOpen, at: path, "the register cannot be opened (SQLite \(result))",
        hint: "check the owner and the mode of the file and of its folder")
    case .SQLITE_IOERR:
      self.init(
        .storage, at: path, "the disk failed (SQLite \(result)): nothing of the group was stored",
        hint: "check the disk and run the command again")
    case .SQLITE_CONSTRAINT:
      self.init(
        .inconsistent, at: path, "the register refused a row (SQLite \(result))",
        hint: "report this fault; nothing of the group was stored")
    default:
      self.init(
        .storage, at: path, "the register failed (SQLite \(result))", hint: "run the command again")
    }
  }
}
