internal import TamgaRegister

/// What a connection throws. The server's own text is dropped: it may quote a value.
struct PostgresFailure: Error, Hashable {
  /// SQLSTATE (PostgreSQL, appendix A); `08001` when no connection came about and `08006` when it
  /// broke.
  let state: String
  /// Of a connection that did not come about: libpq's words, which name host and user only.
  var reason: String?

  static let lost = PostgresFailure(state: "08006")

  /// Another transaction was first: the same work may succeed when it is begun anew. A unique value
  /// that was taken in between is one of these.
  var mayBeRepeated: Bool { ["40001", "40P01", "23505"].contains(state) }

  /// The server went away, or is not there yet.
  var isDisconnection: Bool {
    state.hasPrefix("08") || ["57P01", "57P02", "57P03"].contains(state)
  }
}

extension RegisterError {
  /// Translates what a transaction threw.
  init(_ error: any Error, at place: String) {
    if let error = error as? RegisterError {
      self = error
      return
    }
    guard let failure = error as? PostgresFailure else {
      self.init(.storage, at: place, "the register failed")
      return
    }
    let state = failure.state
    let unstored = "nothing of the group was stored"
    switch state {
    case "40001", "40P01":
      self.init(
        .busy, at: place, "other programs kept changing the same papers (\(state)): \(unstored)",
        hint: "run the command again")
    case "55P03", "57014":
      self.init(
        .busy, at: place, "another program held the register for too long (\(state))",
        hint: "wait until it has finished and run the command again")
    case "53300":
      self.init(
        .busy, at: place, "the server has no connection left",
        hint: "raise max_connections or run fewer workers")
    case "53100", "53200", "53400":
      self.init(
        .diskFull, at: place, "the server has no room left (\(state)): \(unstored)",
        hint: "make room on the server and run the command again")
    case "25006":
      self.init(
        .readOnly, at: place, "the server takes no changes: it is a standby or read-only",
        hint: "name the primary server, or several hosts with target_session_attrs=read-write")
    case "42501":
      self.init(
        .readOnly, at: place, "the user may not change the register",
        hint: "make the register's role the owner of its schema")
    case "XX001", "XX002":
      self.init(
        .corrupt, at: place, "the register is damaged (\(state))",
        hint: "keep the server's files, restore the backup and compare the two")
    case "08001":
      self.init(
        .cannotOpen, at: place,
        "there is no connection" + (failure.reason.map { ": \($0)" } ?? ""),
        hint: "check that the server runs, and the connection string of the office")
    case _ where failure.isDisconnection:
      self.init(
        .storage, at: place, "the connection broke and did not come back (\(state))",
        hint: "check that the server runs and run the command again")
    case _ where state.hasPrefix("23"):
      self.init(
        .inconsistent, at: place, "the register refused a row (\(state))",
        hint: "report this fault; \(unstored)")
    default:
      self.init(
        .storage, at: place, "the register failed (\(state))", hint: "run the command again")
    }
  }
}
