internal import Foundation
public import TamgaFormats

/// `backup.json`: what a backup is of, and when and by which version it was made.
public struct BackupManifest: Hashable, Sendable {
  /// The form of the folder.
  static let form: Int64 = 1
  static let fileName = "backup.json"

  public let office: String
  /// When the copy of the register was begun, in seconds since 1970.
  public let madeAt: Int64
  /// The version of Tamga that made it.
  public let version: String
  /// Of the register.
  public let schema: Int
  /// Whether the office's register was on PostgreSQL; the backup has it as a SQLite file either way.
  public let isPostgres: Bool
  public let papers: Int
  /// Entries of the log.
  public let entries: Int
  /// Of the last trust bundle.
  public let sequence: Int64
  /// Private keys that are in it, and how many of them anybody can read who has the backup.
  public let keys: Int
  public let plainKeys: Int
  public let files: Int
  public let bytes: Int
  /// SHA-256 of `SHA256SUMS`, in hexadecimal.
  public let sums: String

  public var json: JSONValue {
    .object([
      .init("backup", .integer(Self.form)), .init("office", .text(office)),
      .init("madeAt", .integer(madeAt)), .init("version", .text(version)),
      .init("schema", .integer(Int64(schema))),
      .init("register", .text(isPostgres ? "postgresql" : "sqlite")),
      .init("papers", .integer(Int64(papers))), .init("entries", .integer(Int64(entries))),
      .init("sequence", .integer(sequence)), .init("keys", .integer(Int64(keys))),
      .init("plainKeys", .integer(Int64(plainKeys))), .init("files", .integer(Int64(files))),
      .init("bytes", .integer(Int64(bytes))), .init("sums", .text(sums)),
    ])
  }

  /// For people too: a member a line.
  var text: String {
    let lines = (json.members ?? []).map {
      "  \(JSONWriter.text(.text($0.key))): \(JSONWriter.text($0.value))"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}"
  }

  /// Reads the manifest of a backup.
  ///
  /// - Throws: ``KeepingError`` of code `noBackup` or `newerBackup`.
  static func read(_ backup: String) throws(KeepingError) -> BackupManifest {
    guard let data = FileManager.default.contents(atPath: backup + "/" + fileName),
      let json = try? JSONReader.strictValue(of: Array(data)), let form = number(json, "backup"),
      let version = json["version"]?.text
    else { throw .noBackup(backup) }
    guard form <= self.form else { throw .newerBackup(backup, version: version) }
    guard let office = json["office"]?.text, let madeAt = number(json, "madeAt"),
      let schema = number(json, "schema"), let register = json["register"]?.text,
      let papers = number(json, "papers"), let entries = number(json, "entries"),
      let sequence = number(json, "sequence"), let keys = number(json, "keys"),
      let plain = number(json, "plainKeys"), let files = number(json, "files"),
      let bytes = number(json, "bytes"), let sums = json["sums"]?.text
    else { throw .noBackup(backup) }
    return BackupManifest(
      office: office, madeAt: madeAt, version: version, schema: Int(clamping: schema),
      isPostgres: register == "postgresql", papers: Int(clamping: papers),
      entries: Int(clamping: entries), sequence: sequence, keys: Int(clamping: keys),
      plainKeys: Int(clamping: plain), files: Int(clamping: files), bytes: Int(clamping: bytes),
      sums: sums)
  }

  private static func number(_ json: JSONValue, _ key: String) -> Int64? {
    if case .integer(let number)? = json[key] { number } else { nil }
  }
}
