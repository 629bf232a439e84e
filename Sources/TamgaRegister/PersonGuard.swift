/// Sees to it that a person gets no second paper from two programs that judged two decisions at the
/// same time: neither knew of the other's.
struct PersonGuard {
  private let session: any SQLSession
  /// The newest entry under a key that another decision has.
  private var newest: [Holder: Int64] = [:]

  private struct Holder: Hashable {
    let key: String
    let decision: String
  }

  init(session: any SQLSession) {
    self.session = session
  }

  /// Locks the keys of the requests for this transaction.
  ///
  /// - Returns: True when it may have waited for another transaction.
  func lock(_ requests: [ReservationRequest]) throws -> Bool {
    let keys = Set(requests.flatMap { $0.personSeen == nil ? [] : $0.personKeys }).sorted()
    guard let lock = session.dialect.personLock, !keys.isEmpty else { return false }
    _ = try session.rows(lock, each: keys.map { [$0] }) { _ in true }
    return true
  }

  /// Reads what the keys have now.
  mutating func look(up requests: [ReservationRequest]) throws {
    let holders = requests.filter { $0.personSeen != nil }.flatMap { request in
      request.personKeys.map { Holder(key: $0, decision: request.decision) }
    }
    let found = try session.rows(
      """
      SELECT max(k.serial) FROM person k JOIN paper p ON p.serial = k.serial
      WHERE k.key = ? AND p.decision <> ?
      """, each: holders.map { [$0.key, $0.decision] }
    ) { $0.optionalInt(0) }
    for (holder, serials) in zip(holders, found) {
      if let serial = serials.first ?? nil { newest[holder] = serial }
    }
  }

  /// True when another decision got a paper for the person after this one was judged.
  func hasChanged(since request: ReservationRequest) -> Bool {
    guard let seen = request.personSeen else { return false }
    return request.personKeys.contains { key in
      newest[Holder(key: key, decision: request.decision)] ?? 0 > seen
    }
  }
}
