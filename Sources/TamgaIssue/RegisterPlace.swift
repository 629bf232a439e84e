public import TamgaRegister
import TamgaRegisterPostgres
import TamgaTemplates

/// Where the register of an office lies: the setting `register` of `tamga.yaml`.
public enum RegisterPlace: Hashable, Sendable {
  /// One file in the office folder, for one machine.
  case sqlite
  /// A schema of a PostgreSQL database, for any number of machines. The connection string is
  /// libpq's and holds no password.
  case postgresql(connection: String, schema: String)

  /// Reads `register: sqlite`, or `register:` with `postgresql: …` and perhaps `schema: …`.
  static func read(_ map: YAMLMap) -> RegisterPlace {
    guard map.has("register") else { return .sqlite }
    if map.isText("register") {
      if map.text("register") != "sqlite" {
        map.fault(
          .wrongValue, at: "register", kk: "sqlite немесе postgresql: «байланыс жолы»",
          ru: "sqlite или postgresql: «строка соединения»",
          en: "'register' expects sqlite, or a mapping with postgresql: 'connection string'")
      }
      return .sqlite
    }
    return map.inside("register") { inner in
      guard let connection = inner.text("postgresql") else { return nil }
      let schema = inner.optionalText("schema") ?? PostgresTarget.defaultSchema
      do throws(RegisterError) {
        _ = try PostgresTarget(connection: connection, schema: schema)
      } catch {
        let key = error.place == "schema" ? "schema" : "postgresql"
        let words = error.description
        inner.fault(.wrongValue, at: key, kk: words, ru: words, en: words)
      }
      return .postgresql(connection: connection, schema: schema)
    } ?? .sqlite
  }

  /// Opens the register of an office folder.
  ///
  /// - Parameter isNew: A new one is made, and refused where one is already.
  func open(folder: String, isNew: Bool) throws(RegisterError) -> any Register {
    switch self {
    case .sqlite:
      try SQLiteRegister(
        path: folder + "/" + Office.registerName, opening: isNew ? .new : .existing)
    case .postgresql(let connection, let schema):
      try PostgresRegister(
        PostgresTarget(connection: connection, schema: schema), opening: isNew ? .new : .existing)
    }
  }
}
