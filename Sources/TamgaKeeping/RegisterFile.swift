internal import TamgaFiles
internal import TamgaRegister
internal import TamgaRegisterPostgres

/// A register as a SQLite file, wherever it lies.
enum RegisterFile {
  /// Writes the register as it is at one moment.
  static func write(_ register: any Register, to path: String) throws {
    if let register = register as? SQLiteRegister { return try register.copy(to: path) }
    guard let postgres = register as? PostgresRegister else { return }
    let working = path + "-copy"
    try postgres.snapshot { source in
      // Begun anew where the connection broke.
      Folder.remove(working)
      Folder.remove(path)
      try Folder.make(working)
      let file = try SQLiteRegister(path: working + "/register.sqlite", opening: .new)
      try file.transaction { target in
        let shapes = try TableShape.read(TableShape.ofRegister, target)
        _ = try TableCopy.copy(shapes, from: source, to: target)
      }
      try file.copy(to: path)
    }
    Folder.remove(working)
  }
}
