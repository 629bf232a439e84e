internal import Crypto
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaKeys
import TamgaRegister
import TamgaSeal
import TamgaTemplates

extension Audit {
  /// Compares every row with the log, and what hangs on the row with the row.
  mutating func papers(upTo size: Int) throws {
    var last: Int64 = 0
    var stored: Set<String> = []
    // With an output folder: what belongs there, below it, and the batches of this register.
    var printed: Set<String> = []
    var batches: Set<String> = []
    while true {
      let rows = try office.register.fingerprints(after: last, limit: Self.page)
      let entries = try office.register.papers(PaperFilter(), after: last, limit: Self.page)
      let bySerial = Dictionary(entries.map { ($0.serial, $0) }) { first, _ in first }
      for row in rows {
        guard let paper = bySerial[row.serial] else { continue }
        if let file = paper.file, paper.purgedAt == nil {
          stored.formUnion(PaperStore.names(file.sha256))
        }
        if output != nil, let batch = paper.batch {
          batches.insert(batch)
          printed.insert("\(batch)/documents/\(paper.document)/\(paper.number.fileName).pdf")
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
    if let output { strays(in: output, batches, printed) }
    // One folder, one finding: the output may be another one, or the disk was lost.
    for (batch, papers) in absent.sorted(by: { $0.key < $1.key }) {
      found(
        AuditFinding(
          .output, batch, kk: "топтаманың шығыс қалтасы жоқ, онда құжат: \(papers)",
          ru: "папки партии нет в выдаче, документов в ней: \(papers)",
          en: "the folder of the batch is missing from the output, papers in it: \(papers)"))
    }
  }

  private mutating func look(
    at paper: PaperEntry, _ row: PaperFingerprint, _ size: Int
  ) throws {
    summary.papers += 1
    if let form = paper.form { papersOfForm[form, default: 0] += 1 }
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
      try search(paper, [])
      return
    }
    try seal(paper)
    try signature(paper)
    try record(paper)
    try file(paper)
  }

  private mutating func signature(_ paper: PaperEntry) throws {
    let register = office.register
    var holds = try register.signatureDigestHolds(paper.serial)
    let kept = try register.signatures(of: [paper.serial])[paper.serial]
    if holds, let kept, let file = paper.file, let bytes = try? office.store.get(file.sha256) {
      holds = Data(bytes).range(of: Data(Hex.text(kept.bytes).utf8)) != nil
    }
    guard !holds else { return }
    found(
      AuditFinding(
        .signature, paper.number.description,
        kk: "сақталған ЭЦҚ журналдағыдай немесе файлдағыдай емес",
        ru: "сохранённая ЭЦП не та, что в журнале или в файле",
        en: "the kept signature is not the one of the log or of the file"))
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
    try person(paper, record)
    let kind = office.library.kind(paper.document)
    try search(paper, ReservationRequests.searchKeys(record, kind))
  }

  /// What a paper is found by is what its record has; nothing once the record is gone.
  private mutating func search(_ paper: PaperEntry, _ keys: [String]) throws {
    guard try office.register.searchKeys(of: paper.serial) != keys.sorted() else { return }
    found(
      AuditFinding(
        .search, paper.number.description,
        kk: "құжатты іздеу кілттері оның жазбасына сай емес",
        ru: "ключи поиска документа не те, что по его записи",
        en: "the keys that the paper is found by are not those of its record"))
  }

  /// Without its keys a paper is not found when its holder asks for another one.
  private mutating func person(_ paper: PaperEntry, _ record: [UInt8]) throws {
    guard let kind = office.library.kind(paper.document) else { return }
    let keys = Set(try office.register.personKeys(of: paper.serial))
    guard !keys.isSuperset(of: PersonKeys.of(RecordPerson.read(record, kind))) else { return }
    found(
      AuditFinding(
        .person, paper.number.description, kk: "құжат иесі бойынша табылмайды: кілттері жоқ",
        ru: "документ не находится по его владельцу: нет ключей лица",
        en: "the paper is not found by its holder: keys of the person are missing"))
  }

  private mutating func file(_ paper: PaperEntry) throws {
    guard let file = paper.file else { return }
    summary.files += 1
    let number = paper.number.description
    switch office.store.proof(of: file.sha256) {
    case .files: break
    case .missing:
      found(
        AuditFinding(
          .fileMissing, number, kk: "қоймада құжат файлы жоқ",
          ru: "файла документа нет в хранилище", en: "the paper's file is missing from the store"))
    case .changed:
      found(
        AuditFinding(
          .file, number, kk: "қоймадағы файл ауыстырылған", ru: "файл в хранилище подменён",
          en: "the file in the store was replaced"))
    }
    guard let output, let batch = paper.batch, office.configuration.batchPapers == .files else {
      return
    }
    guard FileManager.default.fileExists(atPath: output + "/" + batch) else {
      absent[batch, default: 0] += 1
      return
    }
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
    // A killed run leaves whole files under the hash of a paper that it had not confirmed.
    for name in Self.files(below: folder, until: began)
    where !stored.contains(name) && !CheckpointFile.isOne(name) && !office.store.isPart(name) {
      found(
        AuditFinding(
          .fileStray, "store/" + name.suffix(20), kk: "файл ешбір құжатқа жатпайды",
          ru: "файл не принадлежит ни одному документу", en: "the file belongs to no paper"))
    }
  }

  /// Papers in the batches of this office that the register does not know; other offices may have theirs
  /// beside them.
  private mutating func strays(
    in output: String, _ batches: Set<String>, _ printed: Set<String>
  ) {
    let own = Set(office.outsideCheckpoints(inBatchesOf: output))
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    for batch in folders.sorted() where batches.contains(batch) || own.contains(batch) {
      let documents = batch + "/documents"
      for name in Self.files(below: output + "/" + documents, until: began)
      where !printed.contains(documents + "/" + name) {
        found(
          AuditFinding(
            .outputStray, documents + "/" + name, kk: "шығыс файлы ешбір құжатқа жатпайды",
            ru: "файл в выдаче не принадлежит ни одному документу",
            en: "the file in the output belongs to no paper"))
      }
    }
  }

  /// The files below a folder by name, without those of runs under way.
  private static func files(below folder: String, until moment: timespec) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter { name in
      var facts = stat()
      guard !AtomicFile.isTemporary(name), lstat(folder + "/" + name, &facts) == 0 else {
        return false
      }
      // The time of the last change of its data about a file: nobody sets it.
      let changed = facts.st_ctim
      return facts.st_mode & S_IFMT != S_IFDIR
        && (changed.tv_sec, changed.tv_nsec) < (moment.tv_sec, moment.tv_nsec)
    }
  }
}
