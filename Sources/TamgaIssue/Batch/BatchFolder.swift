import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaKeys
import TamgaRegister
import TamgaSeal

/// The folder of one batch below the output folder, and the lock that keeps two runs of the same
/// batch from each other.
final class BatchFolder {
  let path: String
  /// What an earlier run of the batch left, wherever it wrote.
  private var former: FormerResults
  private let lock: FileLock

  static let resultsName = "results.jsonl"
  static let rejectedName = "rejected.jsonl"
  static let findingsName = "findings.csv"

  /// Makes the folder and waits for a run of the same batch to end.
  ///
  /// - Parameter waiting: Called once when another run holds the batch.
  /// - Throws: ``IssueError`` of code `outputTaken` where the folder holds the batch of another office, made from
  ///   the same file.
  init(
    output: String, batch: String, of owner: Office, waiting: () -> Void
  ) throws(IssueError) {
    let office = owner.folder
    path = output + "/" + batch
    try Self.refuseOther(than: owner, path)
    try OfficeFile.makeFolder(office + "/locks", mode: 0o700)
    let name = office + "/locks/" + batch
    lock = try OfficeFile.saying { () throws(FileFault) -> FileLock in
      let lock = try FileLock(name)
      if try !lock.take() {
        waiting()
        try lock.wait()
      }
      return lock
    }
    try OfficeFile.makeOutputFolder(path + "/documents")
    let results = FormerResults(folder: path)
    former =
      results.exist ? results : FormerResults(folder: "\(office)/\(Office.deskFolder)/\(batch)")
    removeTemporaries()
    linkFromDesk(batch, office: office)
  }

  /// Batches are named by their inputs, so that two offices may have one of the same name.
  private static func refuseOther(than office: Office, _ path: String) throws(IssueError) {
    guard let bytes = FileManager.default.contents(atPath: path + "/" + BatchFiles.summaryName),
      let summary = try? JSONReader.read(Array(bytes)).value
    else { return }
    let isOurs =
      summary["root"]?.text.map { $0 == office.keys.rootKey.fingerprint }
      ?? summary["office"]?.text.map { $0 == office.configuration.office } ?? true
    if isOurs { return }
    throw IssueError(
      .outputTaken, path, kk: "бұл қалтада сол файлдан шығарылған басқа кеңсенің құжаттары бар",
      ru: "в этой папке документы другого ведомства, выданные из того же файла",
      en: "this folder holds the papers of another office, issued from the same file",
      hint: Message(
        kk: "басқа --output қалтасын атаңыз", ru: "назовите другую папку --output",
        en: "name another --output folder"))
  }

  /// The findings of the next record, in the order of the input, as they are told beside the former ones; nil where
  /// they stay (``FormerResults``).
  func settled(
    _ result: ReportedResult, isStored: Bool = false, by office: Office
  ) throws -> [Finding]? {
    try former.settle(result, isStored: isStored, by: office)
  }

  /// The desk lists the batches of the night beside its own, wherever their papers were written.
  private func linkFromDesk(_ batch: String, office: String) {
    let desk = office + "/" + Office.deskFolder
    let link = desk + "/" + batch
    let target = URL(fileURLWithPath: path).standardizedFileURL.path
    guard target != URL(fileURLWithPath: link).standardizedFileURL.path else { return }
    // A batch is issued without its place in a list, too.
    try? OfficeFile.makeOutputFolder(desk)
    var status = stat()
    if lstat(link, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFLNK else { return }
      unlink(link)
    }
    symlink(target, link)
  }

  /// What killed runs left; nobody else works here while the lock is held.
  private func removeTemporaries() {
    OfficeFile.removeTemporaries(in: path)
    let documents = path + "/documents"
    for kind in (try? FileManager.default.contentsOfDirectory(atPath: documents)) ?? [] {
      OfficeFile.removeTemporaries(in: documents + "/" + kind)
    }
  }

  /// The name of a paper's file, relative to the batch.
  func file(of paper: DocumentNumber, _ document: String) -> String {
    "documents/\(document)/\(paper.fileName).pdf"
  }

  func full(_ file: String) -> String { path + "/" + file }

  func makeFolder(of document: String) throws(IssueError) {
    try OfficeFile.makeOutputFolder(path + "/documents/" + document)
  }
}
