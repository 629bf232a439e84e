import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaRegister

/// The folder of one batch below the output folder, and the lock that keeps two runs of the same
/// batch from each other.
final class BatchFolder {
  let path: String
  private let lock: FileLock

  static let resultsName = "results.jsonl"
  static let rejectedName = "rejected.jsonl"
  static let findingsName = "findings.csv"

  /// Makes the folder and waits for a run of the same batch to end.
  ///
  /// - Parameter waiting: Called once when another run holds the batch.
  init(
    output: String, batch: String, office: String, waiting: () -> Void
  ) throws(IssueError) {
    path = output + "/" + batch
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
    removeTemporaries()
    linkFromDesk(batch, office: office)
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
