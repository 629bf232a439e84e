internal import Foundation
internal import TamgaAccounts
internal import TamgaDomain
internal import TamgaFiles
public import TamgaIssue
internal import TamgaRegister
public import TamgaRegisterPostgres
public import TamgaTemplates

/// Takes an office from its SQLite files to PostgreSQL.
///
/// Until the last step but one the office is on SQLite and works; that step writes `tamga.yaml`, and from
/// then on it is on PostgreSQL. Stopped anywhere, the same command goes on.
public struct RegisterMove {
  /// Rows of every table, as they were sent and as they arrived.
  public let rows: [(table: String, rows: Int)]
  /// What the audit found, the same on both sides.
  public let findings: [AuditFinding]
  /// The former files under their new names, below the office.
  public let setAside: [String]

  /// Moves an office while nobody else has it open.
  ///
  /// - Throws: ``KeepingError``, or ``RegisterError`` of code `busy` while others have the office open.
  public static func run(
    _ folder: String, to target: PostgresTarget, library: TemplateLibrary
  ) throws -> RegisterMove {
    let configuration = try Office.readConfiguration(folder)
    let files = SQLiteFiles(folder: folder)
    guard configuration.register == .sqlite else {
      // Stopped between the last two steps.
      guard configuration.register == .postgresql(target), Folder.exists(files.register) else {
        throw KeepingError.notSQLite
      }
      let register = try SQLiteRegister(path: files.register, opening: .alone)
      return RegisterMove(rows: [], findings: [], setAside: try files.setAside(register))
    }
    let register = try SQLiteRegister(path: files.register, opening: .alone)
    let accounts =
      Folder.exists(files.accounts) ? try AccountsCopy.file(files.accounts, isAlone: true) : nil
    let before = try audit(folder, register, library)
    let transfer = RegisterTransfer(target: target)
    let postgres = try transfer.open()
    let digests = try transfer.run(register, accounts, to: postgres).digests(target)
    guard try audit(folder, postgres, library) == before else {
      throw KeepingError.differs("\(target)")
    }
    try write(target, to: folder)
    return RegisterMove(
      rows: digests.map { ($0.table, $0.rows) }, findings: before,
      setAside: try files.setAside(register))
  }

  private static func audit(
    _ folder: String, _ register: any Register, _ library: TemplateLibrary
  ) throws -> [AuditFinding] {
    var findings: [AuditFinding] = []
    let office = try Office.openPublic(folder, library: library, register: register)
    var audit = Audit(of: office) { findings.append($0) }
    _ = try audit.run()
    return findings
  }

  private static func write(_ target: PostgresTarget, to folder: String) throws {
    let path = folder + "/" + Office.configurationName
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes[.posixPermissions] as? NSNumber)?.uint32Value ?? 0o640
    try AtomicFile.write(
      Array(ConfigurationEdit.moved(text, to: target).utf8), to: path, mode: mode)
  }
}

/// The databases of an office folder.
private struct SQLiteFiles {
  let folder: String
  var register: String { folder + "/" + Office.registerName }
  var accounts: String { folder + "/" + AccountsCopy.fileName }

  /// Gives the files other names, under which nobody issues.
  ///
  /// - Parameter held: The register, which nobody else has open.
  /// - Returns: The new names.
  func setAside(_ held: SQLiteRegister) throws -> [String] {
    try held.settle()
    var names: [String] = []
    for path in [accounts, register] where Folder.exists(path) {
      var name = path + ".moved"
      var count = 1
      while Folder.exists(name) {
        count += 1
        name = path + ".moved-\(count)"
      }
      for rest in ["-wal", "-shm", ""] where Folder.exists(path + rest) {
        guard rename(path + rest, name + rest) == 0 else { throw Staging.failure(path) }
      }
      names.append(name.split(separator: "/").last.map(String.init) ?? name)
    }
    try AtomicFile.flushFolder(of: register)
    return names
  }
}
