import TamgaDomain
import TamgaLog
import TamgaRegister

extension Audit {
  /// Walks through the log once: its entries, the hashes stored for them, and every checkpoint.
  mutating func log(upTo size: Int, _ checkpoints: [SignedCheckpoint]) throws {
    var frontier = TreeFrontier()
    var pending = checkpoints
    var expected: Int64 = 1
    var isWhole = true
    // Retention takes the reasons of a paper away; nothing else may.
    var without: [Int64: [RegisterEvent]] = [:]
    func meet(_ audit: inout Audit) {
      while let next = pending.first, next.checkpoint.size <= frontier.size {
        pending.removeFirst()
        guard next.checkpoint.size == frontier.size, isWhole else { continue }
        if next.checkpoint.root != frontier.root { audit.otherRoot(next) }
      }
    }
    meet(&self)
    while expected <= size {
      let events = try office.register.events(of: nil, after: expected - 1, limit: Self.page)
        .filter { $0.sequence <= size }
      guard !events.isEmpty else { break }
      for event in events {
        if event.sequence != expected {
          gap(expected...event.sequence - 1)
          isWhole = false
          expected = event.sequence
        }
        expected += 1
        summary.entries += 1
        if let serial = event.serial, let state = event.state { states[serial] = state }
        told.take(event)
        let leaf = try? event.entry().leaf
        if leaf != event.leaf { entry(event) }
        if !event.hasItsReason { entry(event) }
        if event.reason == nil, event.reasonHash != nil {
          without[event.serial ?? 0, default: []].append(event)
        }
        if let serial = event.serial, event.what == PaperMove.purge.rawValue {
          without[serial] = nil
        }
        guard isWhole else { continue }
        for tile in frontier.append(leaf ?? event.leaf) { try self.tile(tile) }
        meet(&self)
      }
    }
    for event in without.values.joined().sorted(by: { $0.sequence < $1.sequence }) { entry(event) }
    if expected <= size { gap(expected...Int64(size)) }
    if isWhole, let next = pending.first {
      // The log had more entries when this was signed.
      found(
        AuditFinding(
          .logGap, "checkpoint \(next.checkpoint.size)",
          kk: "журналда \(frontier.size) жазба, ал қол қойылған бақылау нүктесінде көбірек",
          ru: "в журнале записей \(frontier.size), а в подписанной контрольной точке больше",
          en: "the log has \(frontier.size) entries, the signed checkpoint more"))
    } else if !isWhole {
      for next in pending { otherRoot(next) }
    }
  }

  /// All checkpoints whose signature holds, by size: the office's own, in the register and outside it, and
  /// those of a second holder.
  mutating func checkpoints() throws -> [SignedCheckpoint] {
    let keys = try office.logKeys()
    // With the size under which the register keeps it.
    var notes: [(text: String, place: String, size: Int?)] = []
    var last = -1
    while true {
      let page = try office.register.checkpoints(after: last, limit: Self.page)
      notes += page.map { ($0.note, "checkpoint \($0.size)", $0.size) }
      guard let end = page.last?.size else { break }
      last = end
    }
    notes += office.checkpointFiles.compactMap { file in file.note.map { ($0, file.path, nil) } }
    notes += kept.enumerated().map { ($1, "checkpoint file \($0 + 1)", nil) }
    var signed: [SignedCheckpoint] = []
    var seen: Set<String> = []
    for (text, place, size) in notes where seen.insert(text).inserted {
      do throws(LogFault) {
        let checkpoint = try SignedCheckpoint(text, signedBy: keys)
        if let size, size != checkpoint.checkpoint.size { throw .checkpoint }
        signed.append(checkpoint)
      } catch {
        let words = error.message
        found(AuditFinding(.checkpoint, place, kk: words.kk, ru: words.ru, en: words.en))
      }
    }
    summary.checkpoints = signed.count
    return signed.sorted { $0.checkpoint.size < $1.checkpoint.size }
  }

  private mutating func gap(_ entries: ClosedRange<Int64>) {
    let words = entries.count == 1 ? "\(entries.lowerBound)" : "\(entries)"
    found(
      AuditFinding(
        .logGap, "log entry \(words)", kk: "журнал жазбасы жоқ", ru: "записи журнала нет",
        en: "the entry is missing from the log"))
  }

  private mutating func entry(_ event: RegisterEvent) {
    let paper =
      event.serial.flatMap { (try? office.register.paper(serial: $0))?.number.description } ?? ""
    found(
      AuditFinding(
        .logEntry, "log entry \(event.sequence)" + (paper.isEmpty ? "" : ", paper \(paper)"),
        kk: "журнал жазбасы өзгертілген", ru: "запись журнала изменена",
        en: "the entry of the log was changed"))
  }

  private mutating func tile(_ tile: TileRoot) throws {
    let stored = try office.register.tileRoots(level: tile.level, tile.index..<tile.index + 1)
    guard stored != [tile.hash] else { return }
    found(
      AuditFinding(
        .logHash, "log tile \(tile.level)/\(tile.index)", kk: "журналдың сақталған хэші басқа",
        ru: "сохранённый хэш журнала другой", en: "the stored hash of the log is another one"))
  }

  private mutating func otherRoot(_ signed: SignedCheckpoint) {
    found(
      AuditFinding(
        .logCheckpoint, "checkpoint \(signed.checkpoint.size)",
        kk: "журнал қол қойылған бақылау нүктесіне сәйкес емес: ол кейін өзгертілген",
        ru: "журнал не приводит к подписанной контрольной точке: он изменён после неё",
        en: "the log does not lead to the signed checkpoint: it was changed afterwards"))
  }
}
