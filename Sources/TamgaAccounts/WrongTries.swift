internal import TamgaRegister

/// Wrong tries of one subject, an account or an address: five in 15 minutes lock it for 15 minutes,
/// every further time twice as long, a day at most.
///
/// A try is counted before the password is looked at, and taken back when it was right: a hundred at
/// once are no more than five. Logins that do not exist are counted as those that do.
struct WrongTries: Hashable {
  static let most = 5
  static let window: Int64 = 15 * 60
  static let longestLock: Int64 = 24 * 3600

  /// Moments, the oldest first.
  private(set) var tries: [Int64] = []
  /// Locks one after the other; forgotten a day after the last one.
  private(set) var locks = 0
  private(set) var lockedUntil: Int64 = 0

  /// Seconds for which the subject is still locked; nil when it is not.
  func wait(at moment: Int64) -> Int? {
    moment < lockedUntil ? Int(lockedUntil - moment) : nil
  }

  mutating func count(at moment: Int64) {
    tries = tries.filter { $0 > moment - Self.window && $0 <= moment } + [moment]
    if locks > 0, moment >= lockedUntil + Self.longestLock { locks = 0 }
    guard tries.count >= Self.most else { return }
    lockedUntil = moment + Self.duration(locks)
    locks += 1
  }

  /// Takes back a try that was right, and the lock if it came of this one.
  mutating func takeBack(_ moment: Int64) {
    guard let place = tries.lastIndex(of: moment) else { return }
    tries.remove(at: place)
    if tries.count == Self.most - 1, lockedUntil > moment {
      lockedUntil = 0
      locks -= 1
    }
  }

  private static func duration(_ locks: Int) -> Int64 {
    min(longestLock, window << Int64(min(locks, 10)))
  }
}

extension WrongTries {
  /// Those of a subject, locked until the transaction ends.
  static func of(_ subject: [UInt8], _ session: any SQLSession) throws -> WrongTries {
    // The row is made so that it can be locked.
    try session.execute(
      """
      INSERT INTO account_attempt (subject, tries, locks, locked_until, touched_at)
      VALUES (?, '', 0, 0, 0) ON CONFLICT (subject) DO NOTHING
      """, [subject])
    return try session.first(
      "SELECT tries, locks, locked_until FROM account_attempt WHERE subject = ?"
        + session.dialect.rowLock, [subject]
    ) { row in
      var value = WrongTries()
      value.tries = row.text(0).split(separator: ",").compactMap { Int64($0) }
      value.locks = Int(row.int(1))
      value.lockedUntil = row.int(2)
      return value
    } ?? WrongTries()
  }

  func store(_ subject: [UInt8], at moment: Int64, _ session: any SQLSession) throws {
    try session.execute(
      """
      UPDATE account_attempt SET tries = ?, locks = ?, locked_until = ?, touched_at = ?
      WHERE subject = ?
      """,
      [tries.map(String.init).joined(separator: ","), locks, lockedUntil, moment, subject])
  }

  static func forget(_ subject: [UInt8], _ session: any SQLSession) throws {
    try session.execute("DELETE FROM account_attempt WHERE subject = ?", [subject])
  }

  /// Removes what says nothing any more.
  static func sweep(at moment: Int64, _ session: any SQLSession) throws {
    try session.execute(
      "DELETE FROM account_attempt WHERE locked_until < ? AND touched_at < ?",
      [moment - longestLock, moment - longestLock])
  }
}
