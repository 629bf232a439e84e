import TamgaDomain
import TamgaKeys
import TamgaRegister
import TamgaToken

/// Makes, seals, writes and confirms papers that have their numbers.
struct PaperPress: Sendable {
  let office: Office
  let workers: Workers
  /// The batch folder.
  let folder: String
  let agent: String

  /// Why one paper could not be finished; running the batch again finishes it.
  struct Failure: Error {
    let finding: Finding

    init(_ error: any Error) {
      let message: Message
      switch error {
      case let error as IssueError: message = error.message
      case let error as KeyError: message = error.message
      case let error as TokenError: message = error.message
      case let error as any MessageCarrier: message = error.carried
      default: message = Message(kk: "\(error)", ru: "\(error)", en: "\(error)")
      }
      finding = Finding("ISSUE-FAILED", .error, at: "", message)
    }
  }

  typealias Attempt = Result<MadePaper, Failure>

  /// One outcome for each order, in order.
  ///
  /// - Throws: What breaks the whole run off: a full disk, a lost register.
  func print(_ orders: [PaperOrder]) async throws -> [Result<PaperEntry, Failure>] {
    // A run may be older than the newest key.
    try office.keys.refresh()
    var attempts = try await make(orders)
    try await renew(orders, &attempts)
    try await seal(orders, &attempts)
    return try await publish(orders, attempts)
  }

  private func make(_ orders: [PaperOrder]) async throws -> [Attempt] {
    try await workers.map(orders) { order, maker in
      do { return .success(try await maker.make(order)) } catch {
        return .failure(Failure(error))
      }
    }
  }

  /// Makes those papers again whose key was changed meanwhile and does not cover them.
  ///
  /// A key that retires after this look covers what was sealed until its list was written, so no
  /// paper can fall between the keys.
  private func renew(
    _ orders: [PaperOrder], _ attempts: inout [Attempt]
  ) async throws {
    try office.keys.refresh()
    let keys = office.keys
    for (index, attempt) in attempts.enumerated() {
      guard case .success(let made) = attempt, orders[index].reservation.seal == nil,
        orders[index].seal == nil, made.isSealed,
        !keys.covers(kid: made.seal.kid, at: made.seal.issuedAt)
      else { continue }
      attempts[index] = try await make([orders[index]]).first ?? attempt
    }
  }

  /// Stores the seals. Where another run was first, the paper is made again with that one's seal.
  private func seal(
    _ orders: [PaperOrder], _ attempts: inout [Attempt]
  ) async throws {
    var indices: [Int] = []
    var records: [SealRecord] = []
    for (index, attempt) in attempts.enumerated() {
      if case .success(let made) = attempt {
        indices.append(index)
        records.append(made.seal)
      }
    }
    let outcomes = try office.register.seal(records, by: agent, at: office.now())
    for (index, outcome) in zip(indices, outcomes) {
      switch outcome {
      case .sealed: break
      case .sealedBefore(let first):
        var order = orders[index]
        order.seal = first
        attempts[index] = try await make([order]).first ?? attempts[index]
      case .refused(let error): attempts[index] = .failure(Failure(error))
      }
    }
  }

  /// Writes the files of the group, flushes once, gives them their names, confirms.
  private func publish(
    _ orders: [PaperOrder], _ attempts: [Attempt]
  ) async throws -> [Result<PaperEntry, Failure>] {
    for document in Set(orders.map(\.reservation.paper.document)) {
      try DurableFile.makeFolder(folder + "/documents/" + document)
    }
    let written = try await workers.map(Array(zip(orders, attempts))) { paper, _ in
      try write(paper.0.reservation.paper, paper.1)
    }
    try DurableFile.flush(fileSystemOf: folder)
    try DurableFile.flush(fileSystemOf: office.store.folder)
    for file in written.compactMap(\.self) {
      try DurableFile.publish(file.temporary, as: folder + "/" + file.issued.path)
    }
    try DurableFile.flush(fileSystemOf: folder)
    let confirmations = written.enumerated().compactMap { index, file in
      file.map {
        (
          index,
          IssueConfirmation(serial: orders[index].reservation.paper.serial, file: $0.issued)
        )
      }
    }
    let outcomes = try office.register.confirm(
      confirmations.map(\.1), by: agent, at: office.now())
    var results: [Result<PaperEntry, Failure>] = attempts.map { attempt in
      if case .failure(let failure) = attempt { .failure(failure) } else { .failure(.unconfirmed) }
    }
    for ((index, _), outcome) in zip(confirmations, outcomes) {
      switch outcome {
      case .issued(let entry), .issuedBefore(let entry): results[index] = .success(entry)
      case .refused(let error): results[index] = .failure(Failure(error))
      }
    }
    return results
  }

  /// A file that is written but does not bear its name yet.
  private struct Written: Sendable {
    let issued: IssuedFile
    let temporary: String
  }

  /// Writes the file of a made paper, and the office's own copy of it; flushed by the caller.
  private func write(_ paper: PaperEntry, _ attempt: Attempt) throws -> Written? {
    guard case .success(let made) = attempt else { return nil }
    let file = "documents/\(paper.document)/\(paper.number.fileName).pdf"
    try office.store.put(made.bytes, sha256: made.sha256)
    return Written(
      issued: IssuedFile(
        sha256: made.sha256, byteCount: made.bytes.count, pages: made.pages, path: file),
      temporary: try DurableFile.writeTemporary(
        made.bytes, beside: folder + "/" + file, mode: 0o644))
  }
}

/// An error of another target that carries its words in three languages.
protocol MessageCarrier {
  var carried: Message { get }
}

extension PaperPress.Failure {
  static let unconfirmed = PaperPress.Failure(
    IssueError(
      .register, "", kk: "құжат расталмады", ru: "бумага не подтверждена",
      en: "the paper was not confirmed"))
}
