internal import CLinux
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaRegister

/// The folder of one batch below the output folder, and the lock that keeps two runs of the same
/// batch from each other.
final class BatchFolder {
  let path: String
  private let lock: Int32

  static let resultsName = "results.jsonl"
  static let rejectedName = "rejected.jsonl"

  /// Makes the folder and waits for a run of the same batch to end.
  ///
  /// - Parameter waiting: Called once when another run holds the batch.
  init(
    output: String, batch: String, office: String, waiting: () -> Void
  ) throws(IssueError) {
    path = output + "/" + batch
    try DurableFile.makeFolder(office + "/locks", mode: 0o700)
    let name = office + "/locks/" + batch
    lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw DurableFile.failure(name, errno) }
    if flock(lock, LOCK_EX | LOCK_NB) != 0 {
      waiting()
      while flock(lock, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let reason = errno
          close(lock)
          throw DurableFile.failure(name, reason)
        }
      }
    }
    try DurableFile.makeFolder(path + "/documents")
    removeTemporaries()
  }

  deinit { close(lock) }

  /// What killed runs left; nobody else works here while the lock is held.
  private func removeTemporaries() {
    DurableFile.removeTemporaries(in: path)
    let documents = path + "/documents"
    for kind in (try? FileManager.default.contentsOfDirectory(atPath: documents)) ?? [] {
      DurableFile.removeTemporaries(in: documents + "/" + kind)
    }
  }

  /// The name of a paper's file, relative to the batch.
  func file(of paper: DocumentNumber, _ document: String) -> String {
    "documents/\(document)/\(paper.fileName).pdf"
  }

  func full(_ file: String) -> String { path + "/" + file }

  func makeFolder(of document: String) throws(IssueError) {
    try DurableFile.makeFolder(path + "/documents/" + document)
  }
}

/// A file of lines that appears whole at the end of a run: written under a temporary name, flushed,
/// renamed.
final class LineFile {
  private let temporary: String
  private let path: String
  private var handle: Int32
  private var buffer: [UInt8] = []

  init(_ path: String, tag: String = "") throws(IssueError) {
    self.path = path
    temporary = try DurableFile.writeTemporary([], beside: path, mode: 0o644, tag: tag)
    handle = open(temporary, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard handle >= 0 else { throw DurableFile.failure(path, errno) }
  }

  func append(_ bytes: some Sequence<UInt8>) throws(IssueError) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  private func flush() throws(IssueError) {
    var offset = 0
    while offset < buffer.count {
      let count = buffer[offset...].withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw DurableFile.failure(path, errno)
      }
      offset += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  func publish() throws(IssueError) {
    try flush()
    guard fsync(handle) == 0 else { throw DurableFile.failure(path, errno) }
    close(handle)
    handle = -1
    try DurableFile.publish(temporary, as: path)
  }

  deinit {
    if handle >= 0 {
      close(handle)
      unlink(temporary)
    }
  }
}
