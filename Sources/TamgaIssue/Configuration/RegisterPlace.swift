import TamgaDomain
package import TamgaRegister
public import TamgaRegisterPostgres
import TamgaTemplates

/// Where an office keeps its register: the key `register` of `tamga.yaml`.
public enum RegisterPlace: Hashable, Sendable {
  /// In `register.sqlite` of the office folder.
  case sqlite
  /// On a server, for workers on several machines.
  case postgresql(PostgresTarget)

  /// `sqlite`, or `{postgresql: CONNECTION, schema: NAME}`.
  static func read(_ map: YAMLMap) -> RegisterPlace {
    guard map.has("register") else {
      // Marks the key as known.
      _ = map.optionalText("register")
      return .sqlite
    }
    guard map.isMap("register") else {
      if let text = map.text("register"), text != "sqlite" {
        map.fault(
          .wrongValue, at: "register", kk: "sqlite немесе {postgresql: …}",
          ru: "sqlite или {postgresql: …}", en: "'register' expects sqlite or {postgresql: …}")
      }
      return .sqlite
    }
    return map.inside("register") { map in target(map).map { .postgresql($0) } } ?? .sqlite
  }

  private static func target(_ map: YAMLMap) -> PostgresTarget? {
    guard let connection = map.text("postgresql") else { return nil }
    let schema = map.optionalText("schema") ?? PostgresTarget.defaultSchema
    do throws(RegisterError) {
      return try PostgresTarget(connection: connection, schema: schema)
    } catch {
      let key = error.place == "schema" ? "schema" : "postgresql"
      map.fault(
        .wrongValue, at: key, kk: error.description, ru: error.description,
        en: error.description)
      return nil
    }
  }

  package func open(_ folder: String) throws(RegisterError) -> any Register {
    switch self {
    case .sqlite:
      try SQLiteRegister(path: folder + "/" + Office.registerName, opening: .existing)
    case .postgresql(let target): try PostgresRegister(target, opening: .existing)
    }
  }

  /// Makes an empty register.
  func make(_ folder: String) throws(RegisterError) {
    switch self {
    case .sqlite: _ = try SQLiteRegister(path: folder + "/" + Office.registerName, opening: .new)
    case .postgresql(let target): _ = try PostgresRegister(target, opening: .new)
    }
  }
}

extension Office {
  /// The queue beside the register.
  ///
  /// - Throws: ``IssueError`` when the register is a file of this machine.
  public var queue: DecisionQueue {
    get throws(IssueError) {
      guard let register = register as? PostgresRegister else {
        throw IssueError(
          .configuration, Self.configurationName,
          kk: "кезек PostgreSQL тізілімін қажет етеді",
          ru: "очереди нужен реестр на PostgreSQL",
          en: "a queue needs a register on PostgreSQL",
          hint: Message(
            kk: "бір машинада «tamga issue» кезексіз жұмыс істейді",
            ru: "на одной машине «tamga issue» работает без очереди",
            en: "on one machine 'tamga issue' works without a queue"))
      }
      return DecisionQueue(register)
    }
  }
}
