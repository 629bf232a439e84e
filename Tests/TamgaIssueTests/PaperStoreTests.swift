import Crypto
import Foundation
import TamgaDomain
import TamgaFiles
import Testing

@testable import TamgaIssue

@Suite struct PaperStoreTests {
  private func own(_ store: PaperStore, _ hash: [UInt8]) -> String {
    store.folder + "/" + PaperStore.names(hash)[0]
  }

  @Test func givesBackWhatWasPutAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let store = PaperStore(folder: folder.path)
    let bytes = Array("paper".utf8)
    let hash = Array(SHA256.hash(data: bytes))
    try store.put(bytes, sha256: hash)
    try store.put(bytes, sha256: hash)
    #expect(try store.get(hash) == bytes)

    let other = Array(SHA256.hash(data: Array("other".utf8)))
    let missing = #expect(throws: IssueError.self) { try store.get(other) }
    #expect(missing?.code == .storedFileLost)
  }

  @Test func aChangedFileIsNeverGiven() throws {
    let folder = try TemporaryFolder()
    let store = PaperStore(folder: folder.path)
    let bytes = Array("paper".utf8)
    let hash = Array(SHA256.hash(data: bytes))
    try store.put(bytes, sha256: hash)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: own(store, hash))
    try Data("paper!".utf8).write(to: URL(fileURLWithPath: own(store, hash)))
    #expect(store.proof(of: hash) == .changed)
    let error = #expect(throws: IssueError.self) { try store.get(hash) }
    #expect(error?.code == .storedFileLost)
    // The bytes that belong there put it right.
    try store.put(bytes, sha256: hash)
    #expect(try store.get(hash) == bytes)
  }

  /// What a former version kept whole is given, counted and taken out as before.
  @Test func theFilesOfAFormerVersion() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("an earlier paper".utf8)
    let hash = Array(SHA256.hash(data: bytes))
    let name = PaperStore.names(hash)[1]
    let path = folder.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: OfficeFile.folder(of: path), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let store = PaperStore(folder: folder.path)
    #expect(try store.get(hash) == bytes && store.proof(of: hash) == .files([name]))
    try store.put(bytes, sha256: hash)
    #expect(store.holding(hash) == .files([name]), "no second copy")
    #expect(try store.remove(hash))
    #expect(try !store.remove(hash))
    #expect(store.holding(hash) == .missing)
  }

  @Test func aLineFileAppearsWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/results.jsonl"
    do {
      let file = try LineFile(path)
      try file.append(Array("half".utf8))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let file = try LineFile(path)
    let line = Array(String(repeating: "x", count: 999).utf8) + [0x0A]
    for _ in 0..<1000 { try file.append(line) }
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.publish()
    #expect(FileManager.default.contents(atPath: path)?.count == 1_000_000)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["results.jsonl"])
  }

  @Test func writingIntoNoFolderSaysWhatAndWhy() {
    let error = #expect(throws: IssueError.self) {
      try OfficeFile.write([1], to: "/nonexistent/folder/file", mode: 0o600)
    }
    #expect(error?.code == .disk)
    #expect(error?.place == "file")
    #expect(error?.message.en.contains("no such file or folder") == true)
  }
}
