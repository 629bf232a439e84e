internal import TamgaAccounts
internal import TamgaDomain
internal import TamgaIssue
internal import TamgaRegister
internal import TamgaRegisterPostgres

/// Brings a register and accounts from their SQLite files to PostgreSQL: all rows in one transaction.
struct RegisterTransfer {
  let target: PostgresTarget

  enum Outcome {
    /// Digests of what arrived, read again on the other side before it was stored.
    case copied([TableCopy.Digest])
    /// The very rows were there already: a former run was stopped after them.
    case isThere([TableCopy.Digest])
    /// Other rows are there; nothing was changed.
    case inUse

    /// - Throws: ``KeepingError`` of code `targetInUse`.
    func digests(_ target: PostgresTarget) throws(KeepingError) -> [TableCopy.Digest] {
      switch self {
      case .copied(let digests), .isThere(let digests): digests
      case .inUse: throw .targetInUse("\(target)", schema: target.schema)
      }
    }
  }

  /// The register of the target; an empty one is made where there is none.
  func open() throws(RegisterError) -> PostgresRegister {
    do throws(RegisterError) {
      return try PostgresRegister(target, opening: .existing)
    } catch  where error.code == .missing {
      return try PostgresRegister(target, opening: .new)
    }
  }

  /// Copies the rows, reads them again and compares; what differs is not stored.
  func run(
    _ register: SQLiteRegister, _ accounts: SQLiteTables?, to postgres: PostgresRegister
  ) throws -> Outcome {
    if accounts != nil { try AccountsCopy.prepare(.postgresql(target)) }
    let outcome = try register.snapshot { source in
      let shapes = try TableShape.read(TableShape.ofRegister, source)
      guard let accounts else {
        return try postgres.transaction { try copy([(shapes, source)], to: $0) }
      }
      return try accounts.snapshot { second in
        let others = try AccountsCopy.shapes(second)
        return try postgres.transaction { try copy([(shapes, source), (others, second)], to: $0) }
      }
    }
    // The planner knows nothing of tables that were filled in one go.
    if case .copied(let digests) = outcome {
      try postgres.transaction { session in
        for digest in digests { try session.execute("ANALYZE \(digest.table)", []) }
      }
    }
    return outcome
  }

  private func copy(
    _ parts: [(shapes: [TableShape], source: any SQLSession)], to session: any SQLSession
  ) throws -> Outcome {
    let shapes = parts.flatMap(\.shapes)
    guard try TableCopy.isEmpty(shapes, session) else {
      let held = try TableCopy.digests(shapes, session)
      let given = try parts.flatMap { try TableCopy.digests($0.shapes, $0.source) }
      return held == given ? .isThere(held) : .inUse
    }
    var given: [TableCopy.Digest] = []
    for part in parts {
      given += try TableCopy.copy(part.shapes, from: part.source, to: session)
    }
    let arrived = try TableCopy.digests(shapes, session)
    guard arrived == given else {
      let table = zip(arrived, given).first { $0 != $1 }?.0.table ?? ""
      throw RegisterError(
        .inconsistent, at: "\(target), \(table)",
        kk: "жеткен жолдар жіберілгендерден өзгеше: ештеңе сақталмады",
        ru: "прибывшие строки не те, что отправлены: ничего не сохранено",
        en: "the rows that arrived are not those that were sent: nothing was stored",
        hint: .reportFault)
    }
    return .copied(arrived)
  }
}
