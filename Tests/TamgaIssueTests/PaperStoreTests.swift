import Crypto
import Foundation
import TamgaDomain
import TamgaFiles
import Testing

@testable import TamgaIssue

@Suite struct PaperStoreTests {
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
      [.posixPermissions: 0o600], ofItemAtPath: store.path(hash))
    try Data("paper!".utf8).write(to: URL(fileURLWithPath: store.path(hash)))
    let error = #expect(throws: IssueError.self) { try store.get(hash) }
    #expect(error?.code == .storedFileLost)
    // The bytes that belong there put it right.
    try store.put(bytes, sha256: hash)
    #expect(try store.get(hash) == bytes)
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
