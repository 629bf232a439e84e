internal import TamgaDomain
internal import TamgaFormats

/// The sequence of the last trust bundle: a row, and the entry of the log that proves it.
enum BundleSequence {
  /// The member of the event's detail.
  private static let member = "sequence"

  /// What the log says; 0 before the first bundle.
  static func logged(_ session: any SQLSession) throws -> Int64 {
    try session.first(
      "SELECT detail FROM event WHERE what = 'bundle' ORDER BY sequence DESC LIMIT 1", []
    ) { sequence(inDetail: $0.text(0)) ?? 0 } ?? 0
  }

  /// What the row says; 0 before the first bundle.
  static func stored(_ session: any SQLSession) throws -> Int64 {
    try session.first("SELECT last FROM bundle_sequence WHERE one = 1", []) { $0.int(0) } ?? 0
  }

  /// Gives the next sequence.
  ///
  /// - Parameter lost: Bundles that may have gone out after the register's last entry.
  /// - Throws: ``RegisterError`` of code `corrupt` where row and log differ: somebody changed the row, and
  ///   inspectors would refuse every bundle after that one.
  static func next(_ log: EventLog, after lost: Int64 = 0) throws -> Int64 {
    let session = log.session
    if let lock = session.dialect.logLock { _ = try session.exists(lock, []) }
    let last = try logged(session)
    guard try stored(session) == last else { throw changed }
    let next = last + lost + 1
    try session.execute(
      """
      INSERT INTO bundle_sequence (one, last) VALUES (1, ?)
      ON CONFLICT (one) DO UPDATE SET last = excluded.last
      """, [next])
    log.write(EventLog.bundle, nil, [member: String(next)])
    return next
  }

  /// Enters the sequence of a register whose bundles were not logged.
  static func log(_ session: any SQLSession) throws {
    let last = try stored(session)
    guard last > 0 else { return }
    let moment = try session.first("SELECT coalesce(max(at), 0) FROM event", []) { $0.int(0) }
    let log = EventLog(session: session, agent: "migration", moment: moment ?? 0)
    log.write(EventLog.bundle, nil, [member: String(last)])
    try log.flush()
  }

  /// The sequence of a `bundle` event; nil when the detail is none of its kind.
  static func sequence(inDetail detail: String) -> Int64? {
    (try? JSONReader.strictValue(of: Array(detail.utf8)))?[member]?.text.flatMap { Int64($0) }
  }

  private static let changed = RegisterError(
    .corrupt, at: "bundle_sequence",
    kk: "сенім бумасының реттік нөмірі журналдағыдай емес: ол қолмен өзгертілген",
    ru: "номер пакета доверия расходится с журналом: его меняли в обход",
    en: "the sequence of the trust bundles differs from the log: it was changed by hand",
    hint: Message(
      kk: "«tamga register audit» журналдағы нөмірді атайды: соны қайтарыңыз",
      ru: "«tamga register audit» назовёт номер из журнала: верните его",
      en: "'tamga register audit' names the one of the log: put it back"))
}
