internal import TamgaDomain
internal import TamgaFormats

extension SQLRegister {
  public func kinds() throws(RegisterError) -> [RegisteredKind] { try snapshot(Self.kinds) }

  public func forms() throws(RegisterError) -> [RegisteredForm] { try snapshot(Self.forms) }

  public func add(
    _ kinds: [RegisteredKind], _ forms: [RegisteredForm], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [RegisteredKind] {
    for kind in kinds { try kind.check() }
    for form in forms { try form.check() }
    return try change(by: agent, at: moment) { log in
      let session = log.session
      // Two runs of one office add the same: one after the other.
      if let lock = session.dialect.logLock { _ = try session.exists(lock, []) }
      let known = try Self.kinds(session)
      for kind in kinds {
        guard let words = kind.words,
          known.first(where: { $0.document == kind.document })?.words == nil
        else { continue }
        try session.execute(
          """
          INSERT INTO kind (document, code, effect, title_kk, title_ru, title_en)
          VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (document) DO UPDATE SET code = excluded.code,
            effect = excluded.effect, title_kk = excluded.title_kk,
            title_ru = excluded.title_ru, title_en = excluded.title_en
          """,
          [
            kind.document, words.code, words.effect.rawValue, words.title.kk, words.title.ru,
            words.title.en,
          ])
        log.write(
          EventLog.kind, nil,
          [
            "document": kind.document, "code": words.code, "effect": words.effect.rawValue,
            "kk": words.title.kk, "ru": words.title.ru, "en": words.title.en,
          ])
      }
      for form in forms {
        let isNew = try session.execute(
          "INSERT INTO form (hash, edition, files) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          [form.hash, form.edition, form.files])
        guard isNew == 1 else { continue }
        log.write(
          EventLog.form, nil, ["edition": form.edition, "sha256": Hex.text(form.hash)])
      }
      return try Self.kinds(session)
    }
  }

  public func accept(
    _ forms: [RegisteredForm], by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) {
    try RegisterLimits.check(reason: reason)
    try change(by: agent, at: moment) { log in
      for form in forms where !form.isAccepted {
        log.write(
          EventLog.formAccepted, nil, reason: reason,
          ["edition": form.edition, "sha256": Hex.text(form.hash)])
        let entry = try log.flush()
        try log.session.execute(
          "UPDATE form SET accepted = ? WHERE hash = ? AND accepted IS NULL", [entry, form.hash])
      }
    }
  }

  private static func kinds(_ session: any SQLSession) throws -> [RegisteredKind] {
    try session.rows(
      "SELECT document, code, effect, title_kk, title_ru, title_en FROM kind ORDER BY document", []
    ) { row in
      guard let code = row.optionalText(1) else {
        return RegisteredKind(document: row.text(0), words: nil)
      }
      guard let effect = Effect(rawValue: row.text(2)) else {
        throw PaperRow.damaged(0, "effect")
      }
      return RegisteredKind(
        document: row.text(0),
        words: RegisteredKind.Words(
          code: code, effect: effect,
          title: Message(kk: row.text(3), ru: row.text(4), en: row.text(5))))
    }
  }

  private static func forms(_ session: any SQLSession) throws -> [RegisteredForm] {
    try session.rows("SELECT edition, files, accepted FROM form ORDER BY edition, hash", []) {
      RegisteredForm(edition: $0.text(0), files: $0.text(1), isAccepted: !$0.isNull(2))
    }
  }
}
