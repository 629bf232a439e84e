import TamgaDomain
import TamgaKeys
import TamgaRegister

/// Makes, seals, writes and confirms papers that have their numbers.
extension IssuingLane {
  typealias Attempt = Result<MadePaper, Failure>

  /// One outcome for each order, in order.
  ///
  /// - Throws: What breaks the whole run off: a full disk, a lost register.
  func finish(
    _ orders: [PaperOrder], _ office: Office, _ destination: Destination
  ) async throws -> [Result<PaperEntry, Failure>] {
    // A run may be older than the newest key.
    try office.keys.refresh()
    let orders = try withSignatures(orders, office)
    var attempts: [Attempt] = []
    attempts.reserveCapacity(orders.count)
    for order in orders { attempts.append(await make(order, office)) }
    try await renew(orders, &attempts, office)
    try await seal(orders, &attempts, office, destination)
    try await sign(orders, &attempts, office, destination)
    return try publish(orders, attempts, office, destination)
  }

  private func make(_ order: PaperOrder, _ office: Office) async -> Attempt {
    do { return .success(try await renderer.make(order, office)) } catch {
      return .failure(Failure(error))
    }
  }

  /// Makes those papers again whose key was changed meanwhile and does not cover them.
  ///
  /// A key that retires after this look covers what was sealed until its list was written, so no
  /// paper can fall between the keys.
  private func renew(
    _ orders: [PaperOrder], _ attempts: inout [Attempt], _ office: Office
  ) async throws {
    try office.keys.refresh()
    let keys = office.keys
    for (index, attempt) in attempts.enumerated() {
      guard case .success(let made) = attempt, orders[index].reservation.seal == nil,
        orders[index].seal == nil, made.isSealed,
        !keys.covers(kid: made.seal.kid, at: made.seal.issuedAt)
      else { continue }
      attempts[index] = await make(orders[index], office)
    }
  }

  /// Stores the seals. Where another run was first, the paper is made again with that one's seal.
  private func seal(
    _ orders: [PaperOrder], _ attempts: inout [Attempt], _ office: Office,
    _ destination: Destination
  ) async throws {
    var indices: [Int] = []
    var records: [SealRecord] = []
    for (index, attempt) in attempts.enumerated() {
      if case .success(let made) = attempt {
        indices.append(index)
        records.append(made.seal)
      }
    }
    let outcomes = try Self.isolating(records) {
      try office.register.seal($0, by: destination.agent, at: office.now())
    }
    for (index, outcome) in zip(indices, outcomes) {
      switch outcome {
      case .success(.sealed): break
      case .success(.sealedBefore(let first)):
        var order = orders[index]
        order.seal = first
        attempts[index] = await make(order, office)
      case .success(.refused(let error)), .failure(let error):
        attempts[index] = .failure(Failure(error))
      }
    }
  }

  /// Writes the files of the group, flushes once, gives them their names, confirms.
  private func publish(
    _ orders: [PaperOrder], _ attempts: [Attempt], _ office: Office, _ destination: Destination
  ) throws -> [Result<PaperEntry, Failure>] {
    let folder = destination.folder
    let putsFiles = office.configuration.batchPapers == .files
    if putsFiles {
      for document in Set(orders.map(\.reservation.paper.document)) {
        try OfficeFile.makeOutputFolder(folder + "/documents/" + document)
      }
    }
    let written = try zip(orders, attempts).map { order, attempt in
      try write(order.reservation.paper, attempt, office, putsFiles ? folder : nil)
    }
    if putsFiles { try OfficeFile.flush(fileSystemOf: folder) }
    try OfficeFile.flush(fileSystemOf: office.store.folder)
    for case let file? in written {
      guard let temporary = file.temporary else { continue }
      try OfficeFile.publish(temporary, as: folder + "/" + file.issued.path)
    }
    if putsFiles { try OfficeFile.flush(fileSystemOf: folder) }
    let confirmations = written.enumerated().compactMap { index, file in
      file.map {
        (
          index,
          IssueConfirmation(serial: orders[index].reservation.paper.serial, file: $0.issued)
        )
      }
    }
    let outcomes = try Self.isolating(confirmations.map(\.1)) {
      try office.register.confirm($0, by: destination.agent, at: office.now())
    }
    var results: [Result<PaperEntry, Failure>] = attempts.map { attempt in
      if case .failure(let failure) = attempt { .failure(failure) } else { .failure(.unconfirmed) }
    }
    for ((index, _), outcome) in zip(confirmations, outcomes) {
      switch outcome {
      case .success(.issued(let entry)), .success(.issuedBefore(let entry)):
        results[index] = .success(entry)
      case .success(.refused(let error)), .failure(let error):
        results[index] = .failure(Failure(error))
      }
    }
    return results
  }

  /// A file that is written but does not bear its name yet.
  private struct Written: Sendable {
    let issued: IssuedFile
    /// nil where the store alone has it.
    let temporary: String?
  }

  /// Writes the file of a made paper, and the office's own copy of it; flushed by the caller.
  private func write(
    _ paper: PaperEntry, _ attempt: Attempt, _ office: Office, _ folder: String?
  ) throws -> Written? {
    guard case .success(let made) = attempt else { return nil }
    let file = "documents/\(paper.document)/\(paper.number.fileName).pdf"
    try office.store.put(made.bytes, sha256: made.sha256)
    return Written(
      issued: IssuedFile(
        sha256: made.sha256, byteCount: made.bytes.count, pages: made.pages, path: file),
      temporary: try folder.map {
        try OfficeFile.writeTemporary(made.bytes, beside: $0 + "/" + file, mode: 0o640)
      })
  }
}
