import TamgaDomain
import TamgaKeys
import TamgaRegister
import TamgaToken

/// Makes, seals, writes and confirms papers that have their numbers.
struct PaperPress: Sendable {
  let office: Office
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

  typealias Parallel =
    @Sendable (
      [PaperOrder], @escaping @Sendable (PaperOrder, PaperMaker) async throws -> Attempt
    ) async throws -> [Attempt]
  typealias Attempt = Result<MadePaper, Failure>

  /// One outcome for each order, in order.
  ///
  /// - Throws: What breaks the whole run off: a full disk, a lost register.
  func print(
    _ orders: [PaperOrder], parallel: Parallel
  ) async throws -> [Result<PaperEntry, Failure>] {
    // A run may be older than the newest key.
    try office.keys.refresh()
    var attempts = try await parallel(orders) { order, maker in
      do { return .success(try await maker.make(order)) } catch {
        return .failure(Failure(error))
      }
    }
    try await renew(orders, &attempts, parallel)
    try await seal(orders, &attempts, parallel)
    return try publish(orders, attempts)
  }

  /// Makes those papers again whose key was changed meanwhile and does not cover them.
  ///
  /// A key that retires after this look covers what was sealed until its list was written, so no
  /// paper can fall between the keys.
  private func renew(
    _ orders: [PaperOrder], _ attempts: inout [Attempt], _ parallel: Parallel
  ) async throws {
    try office.keys.refresh()
    let keys = office.keys
    for (index, attempt) in attempts.enumerated() {
      guard case .success(let made) = attempt, orders[index].reservation.seal == nil,
        orders[index].seal == nil, made.isSealed,
        !keys.covers(kid: made.seal.kid, at: made.seal.issuedAt)
      else { continue }
      attempts[index] =
        try await parallel([orders[index]]) { order, maker in
          do { return .success(try await maker.make(order)) } catch {
            return .failure(Failure(error))
          }
        }.first ?? attempt
    }
  }

  /// Stores the seals. Where another run was first, the paper is made again with that one's seal.
  private func seal(
    _ orders: [PaperOrder], _ attempts: inout [Attempt], _ parallel: Parallel
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
        attempts[index] =
          try await parallel([order]) { order, maker in
            do { return .success(try await maker.make(order)) } catch {
              return .failure(Failure(error))
            }
          }.first ?? attempts[index]
      case .refused(let error): attempts[index] = .failure(Failure(error))
      }
    }
  }

  /// Writes the files of the group, flushes once, gives them their names, confirms.
  private func publish(
    _ orders: [PaperOrder], _ attempts: [Attempt]
  ) throws -> [Result<PaperEntry, Failure>] {
    var temporaries: [(path: String, temporary: String)] = []
    var files: [Int: IssuedFile] = [:]
    for (index, attempt) in attempts.enumerated() {
      guard case .success(let made) = attempt else { continue }
      let paper = orders[index].reservation.paper
      let file = "documents/\(paper.document)/\(paper.number.fileName).pdf"
      try DurableFile.makeFolder(folder + "/documents/" + paper.document)
      try office.store.put(made.bytes, sha256: made.sha256)
      let path = folder + "/" + file
      temporaries.append(
        (path, try DurableFile.writeTemporary(made.bytes, beside: path, mode: 0o644)))
      files[index] = IssuedFile(
        sha256: made.sha256, byteCount: made.bytes.count, pages: made.pages, path: file)
    }
    try DurableFile.flush(fileSystemOf: folder)
    try DurableFile.flush(fileSystemOf: office.store.folder)
    for (path, temporary) in temporaries { try DurableFile.publish(temporary, as: path) }
    try DurableFile.flush(fileSystemOf: folder)
    let confirmations = files.sorted { $0.key < $1.key }.map { index, file in
      (index, IssueConfirmation(serial: orders[index].reservation.paper.serial, file: file))
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
