/// Why the register could not do its work. A paper that must not be made is an outcome or a verdict;
/// this is for what the office has to repair, and for orders that the state of a paper forbids.
///
/// Test on ``code``; show ``description``. Holds no value of a statement and no personal data.
public struct RegisterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is no register at the place.
    case missing
    /// A register is there already and a new one was asked for.
    case exists
    /// The file belongs to something else.
    case notARegister = "not-a-register"
    /// Written by a newer version.
    case newerSchema = "newer-schema"
    /// Another process held the register for longer than the busy timeout.
    case busy
    /// Another connection of this process holds a table.
    case locked
    case diskFull = "disk-full"
    case readOnly = "read-only"
    case corrupt
    /// The operating system failed to read, write or flush.
    case storage
    /// The file or its folder cannot be opened.
    case cannotOpen = "cannot-open"
    /// The clock is behind the last event of the log.
    case clock
    /// A constraint of the database refused a row: a fault of Tamga, not of the record.
    case inconsistent
    /// The state of the paper forbids the move.
    case illegalMove = "illegal-move"
    /// No such paper.
    case unknownPaper = "unknown-paper"
    /// A value is longer or larger than its limit.
    case limit
    /// All sixteen status lists of a year are full.
    case statusListsFull = "status-lists-full"
    /// The prefix of a series cannot stand in a number, or the series is exhausted.
    case series
  }

  public let code: Code
  /// The register's file, the number of a paper, or the name of a value.
  public let place: String
  /// What was found, in one sentence without a final period.
  public let message: String
  /// What to do next.
  public let hint: String?

  public init(_ code: Code, at place: String, _ message: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// True where one item of a group is at fault and the others may go on without it; false where the
  /// register itself is lost, full, damaged or held by others.
  public var concernsOneItem: Bool {
    switch code {
    case .limit, .series, .statusListsFull, .inconsistent, .illegalMove, .unknownPaper: true
    case .missing, .exists, .notARegister, .newerSchema, .busy, .locked, .diskFull, .readOnly,
      .corrupt, .storage, .cannotOpen, .clock:
      false
    }
  }

  public var description: String {
    "\(place): \(message)" + (hint.map { "\nhint: \($0)" } ?? "")
  }
}

extension RegisterError {
  static func illegal(
    _ move: PaperMove, _ number: DocumentNumber, _ condition: PaperCondition
  ) -> RegisterError {
    RegisterError(
      .illegalMove, at: number.description,
      "the paper is \(condition): it cannot be \(move.rawValue)",
      hint: "see the events of the paper in the register")
  }

  static func unknown(serial: Int64) -> RegisterError {
    RegisterError(.unknownPaper, at: "entry \(serial)", "the register holds no such paper")
  }

  static func limit(_ name: String, _ found: Int, _ limit: String) -> RegisterError {
    RegisterError(.limit, at: name, "found \(found), expected \(limit)")
  }
}
