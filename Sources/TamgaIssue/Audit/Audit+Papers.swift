internal import Crypto
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaKeys
import TamgaRegister
import TamgaSeal

extension Audit {
  /// Compares every row with the log, and what hangs on the row with the row.
  mutating func papers(upTo size: Int) throws {
    var last: Int64 = 0
    var stored: Set<String> = []
    while true {
      let rows = try office.register.fingerprints(after: last, limit: Self.page)
      let entries = try office.register.papers(PaperFilter(), after: last, limit: Self.page)
      let bySerial = Dictionary(entries.map { ($0.serial, $0) }) { first, _ in first }
      for row in rows {
        guard let paper = bySerial[row.serial] else { continue }
        if let path = paper.file.map({ office.store.path($0.sha256) }), paper.purgedAt == nil {
          stored.insert(path)
        }
        try look(at: paper, row, size)
      }
      guard let end = rows.last?.serial else { break }
      last = end
    }
    for serial in states.keys.sorted() {
      found(
        AuditFinding(
          .paperMissing, "entry \(serial)", kk: "журналдағы құжат тізілімде жоқ",
          ru: "документа из журнала нет в реестре",
          en: "a paper that the log speaks of is not in the register"))
    }
    strays(stored)
  }

  private mutating func look(
    at paper: PaperEntry, _ row: PaperFingerprint, _ size: Int
  ) throws {
    summary.papers += 1
    let number = paper.number.description
    let logged = states.removeValue(forKey: row.serial)
    if logged == nil {
      // A paper that was reserved after the audit began has only later entries.
      let first = try office.register.events(of: row.serial, after: 0, limit: 1).first
      if let first, first.sequence > size { return }
      found(
        AuditFinding(
          .paperUnlogged, number, kk: "құжат туралы журналда жазба жоқ",
          ru: "о документе нет записи в журнале", en: "the log has no entry of this paper"))
    } else if logged != row.state {
      let later = try office.register.events(of: row.serial, after: Int64(size), limit: 1)
      if !later.isEmpty { return }
      found(
        AuditFinding(
          .paper, number, kk: "тізілім жолы журналдан өзгеше: ол қолмен өзгертілген",
          ru: "строка реестра расходится с журналом: её меняли в обход",
          en: "the row of the register differs from the log: it was changed by hand"))
    }
    if paper.purgedAt != nil {
      summary.purged += 1
      return
    }
    try seal(paper)
    try record(paper)
    try file(paper)
  }

  private mutating func seal(_ paper: PaperEntry) throws {
    guard let seal = try office.register.seal(of: paper.serial) else { return }
    let isSealed = seal.kid.contains { $0 != 0 }
    var holds = try office.register.sealDigestHolds(paper.serial)
    if holds, isSealed {
      let claims = try? UnverifiedSeal(seal.bytes).verified(by: office.keys.issuing).claims
      holds =
        claims.map {
          $0.number == paper.number.number && $0.copy == paper.number.copy && $0.id == seal.cti
            && $0.status.list == paper.statusIndex.list
            && $0.status.position == paper.statusIndex.position
        } ?? false
    }
    guard !holds else { return }
    found(
      AuditFinding(
        .seal, paper.number.description,
        kk: "куәландыру тексерістен өтпейді немесе басқа құжатқа жатады",
        ru: "заверение не проходит проверку или относится к другому документу",
        en: "the seal does not verify or is not this paper's"))
  }

  private mutating func record(_ paper: PaperEntry) throws {
    let number = paper.number.description
    let record = try office.register.record(of: paper.serial)
    guard let record, Array(SHA256.hash(data: record)) == paper.recordHash else {
      found(
        AuditFinding(
          .record, number, kk: record == nil ? "шешім жазбасы жоқ" : "шешім жазбасы өзгертілген",
          ru: record == nil ? "записи решения нет" : "запись решения изменена",
          en: record == nil
            ? "the decision's record is missing" : "the decision's record was changed"
        ))
      return
    }
  }

  private mutating func file(_ paper: PaperEntry) throws {
    guard let file = paper.file else { return }
    summary.files += 1
    let number = paper.number.description
    let path = office.store.path(file.sha256)
    if !FileManager.default.fileExists(atPath: path) {
      found(
        AuditFinding(
          .fileMissing, number, kk: "қоймада құжат файлы жоқ",
          ru: "файла документа нет в хранилище", en: "the paper's file is missing from the store"))
    } else if !PaperStore.file(at: path, has: file.sha256) {
      found(
        AuditFinding(
          .file, number, kk: "қоймадағы файл ауыстырылған", ru: "файл в хранилище подменён",
          en: "the file in the store was replaced"))
    }
    guard let output, let batch = paper.batch else { return }
    let printed = "\(output)/\(batch)/\(file.path)"
    guard !PaperStore.file(at: printed, has: file.sha256) else { return }
    let isThere = FileManager.default.fileExists(atPath: printed)
    found(
      AuditFinding(
        .output, number, kk: isThere ? "шығыс файлы ауыстырылған" : "шығыс файлы жоқ",
        ru: isThere ? "выданный файл подменён" : "выданного файла нет",
        en: isThere ? "the issued file was replaced" : "the issued file is missing"))
  }

  private mutating func strays(_ stored: Set<String>) {
    let folder = office.store.folder
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix(".pdf") {
      // A killed run leaves whole files under the hash of a paper that it had not confirmed.
      guard !stored.contains(folder + "/" + name) else { continue }
      found(
        AuditFinding(
          .fileStray, "store/" + name.suffix(20), kk: "файл ешбір құжатқа жатпайды",
          ru: "файл не принадлежит ни одному документу", en: "the file belongs to no paper"))
    }
  }
}
