import Crypto
import Foundation
import SeededNumbers
import Testing

@testable import TamgaIssue
@testable import TamgaSeal

/// Papers share the programs of their fonts, and each is given back to the byte.
@Suite struct SharedPartsTests {
  private static func program(_ seed: UInt8, _ count: Int = 900) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 131) ^ ($0 >> 3)) &+ seed }
  }

  private static func stream(_ content: [UInt8], _ more: String) -> [UInt8] {
    Array("<< /Length \(content.count)\(more) >>\nstream\n".utf8) + content
      + Array("\nendstream\nendobj\n".utf8)
  }

  private static let packed = " /Filter /FlateDecode"

  /// A file in the manner of the papers: a page, fonts with their maps, a picture.
  private static func file(_ own: UInt8, fonts: [UInt8]) -> [UInt8] {
    var file = Array("%PDF-1.7\n".utf8) + stream(program(own, 2_000), packed)
    for font in fonts {
      file += stream(program(font), packed + " /Length1 4000")
      file += stream(program(font &+ 100, 300), packed)
    }
    return file + stream(program(own, 500), " /Type /XObject") + Array("%%EOF\n".utf8)
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  private func shared(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder + "/shared")?.allObjects ?? []
    return all.compactMap { $0 as? String }.filter { $0.count > 60 }
  }

  @Test func fontsAreKeptOnce() throws {
    let folder = try TemporaryFolder()
    let store = PaperStore(folder: folder.path)
    let files = [
      Self.file(1, fonts: [1, 2]), Self.file(2, fonts: [1, 2]), Self.file(3, fonts: [2, 3]),
    ]
    for file in files { try store.put(file, sha256: Self.hash(file)) }
    #expect(shared(folder.path).count == 6, "a program and a map of three fonts")
    // Also for whoever has not put them there.
    for reader in [store, PaperStore(folder: folder.path)] {
      for file in files {
        #expect(try reader.get(Self.hash(file)) == file)
        guard case .files(let names) = reader.proof(of: Self.hash(file)) else {
          Issue.record("not whole")
          continue
        }
        #expect(names.count == 5 && names.allSatisfy { PaperStore.isPaper($0) })
      }
    }
    #expect(try store.remove(Self.hash(files[0])))
    #expect(shared(folder.path).count == 6 && store.holding(Self.hash(files[0])) == .missing)
    #expect(try store.get(Self.hash(files[1])) == files[1])
  }

  struct Stream: Sendable, CustomTestStringConvertible {
    let content: String
    let more: String
    let shared: Int
    let why: String
    var testDescription: String { why }
  }

  private static let head = String(repeating: "<rdf:li>", count: 30)

  /// Of metadata only what stands before the title: what is shared is never taken out, so that no person may be in it.
  @Test(arguments: [
    Stream(
      content: head, more: " /N 3", shared: head.utf8.count, why: "colours"),
    Stream(
      content: head + "<dc:title>A. B.", more: " /Type /Metadata /Subtype /XML",
      shared: head.utf8.count, why: "metadata up to the title"),
    Stream(
      content: head + "A. B.", more: " /Type /Metadata /Subtype /XML", shared: 0,
      why: "metadata without a title"),
    Stream(
      content: "<dc:title>" + head, more: " /Type /Metadata /Subtype /XML", shared: 0,
      why: "metadata that begin with the title"),
    Stream(content: head, more: " /Filter /FlateDecode", shared: 0, why: "a page"),
    Stream(
      content: head, more: " /Type /EmbeddedFile /Filter /FlateDecode", shared: 0,
      why: "the file inside"),
    Stream(content: "short", more: " /N 3", shared: 0, why: "too short"),
  ])
  func whatEveryPaperHas(_ row: Stream) throws {
    let other = Self.stream(Self.program(9), " /Type /Metadata /Subtype /XML")
    let file =
      Array("%PDF-1.7\n".utf8) + Self.stream(Array(row.content.utf8), row.more)
      // A title behind the stream is not its own.
      + other + Array("<dc:title>".utf8)
    #expect(SharedRanges.of(file).map(\.count) == (row.shared > 0 ? [row.shared] : []))
    let folder = try TemporaryFolder()
    let store = PaperStore(folder: folder.path)
    try store.put(file, sha256: Self.hash(file))
    #expect(try store.get(Self.hash(file)) == file)
  }

  /// What a cut of power left of a part is written anew by the next paper that has it.
  @Test func aTornPartIsMended() throws {
    let folder = try TemporaryFolder()
    let file = Self.file(1, fonts: [1])
    try PaperStore(folder: folder.path).put(file, sha256: Self.hash(file))
    for name in shared(folder.path) {
      let path = folder.path + "/shared/" + name
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try Data().write(to: URL(fileURLWithPath: path))
    }
    let store = PaperStore(folder: folder.path)
    #expect(store.proof(of: Self.hash(file)) == .changed)
    #expect(throws: IssueError.self) { try store.get(Self.hash(file)) }
    let other = Self.file(2, fonts: [1])
    try store.put(other, sha256: Self.hash(other))
    #expect(try store.get(Self.hash(other)) == other)
    #expect(try store.get(Self.hash(file)) == file)
    for name in shared(folder.path) {
      try FileManager.default.removeItem(atPath: folder.path + "/shared/" + name)
    }
    #expect(PaperStore(folder: folder.path).proof(of: Self.hash(file)) == .missing)
  }

  /// Whatever the bytes are, they come back: cut, doubled, with lengths that lie.
  @Test func anyBytesComeBack() throws {
    let folder = try TemporaryFolder()
    let store = PaperStore(folder: folder.path)
    var random = SplitMix(state: 7)
    let words = [
      "stream\n", "\nendstream", "<< /Length ", "9999999999", "-5", " >>", " /Length1 ", "\n",
    ]
    .map { Array($0.utf8) }
    for round in 0..<400 {
      var file = Self.file(UInt8(round % 250), fonts: [UInt8(round % 7), UInt8(round % 5)])
      for _ in 0..<Int.random(in: 0..<6, using: &random) {
        let place = Int.random(in: 0...file.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: file.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
        case 1: file.removeSubrange(place..<min(file.count, place + 40))
        default: file.removeSubrange(place...)
        }
      }
      let ranges = SharedRanges.of(file)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      let hash = Self.hash(file)
      try store.put(file, sha256: hash)
      #expect(try store.get(hash) == file, "round \(round)")
    }
  }

  @Test func aPageBehindTheColoursIsNotShared() {
    let colours = Self.stream(Array(Self.head.utf8), " /N 3")
    let page = Self.stream(Self.program(1), Self.packed)
    #expect(SharedRanges.of(colours + page).map(\.count) == [Self.head.utf8.count])
    let font = Self.stream(Self.program(2), Self.packed + " /Length1 4000")
    #expect(SharedRanges.of(colours + font + page).count == 3)
  }

  @Test func packedPartsOfEarlierVersionsAreRead() throws {
    let paper = StoredPaper(pieces: [
      .own(Array(repeating: 0x41, count: 2_000)), .part(sha256: Self.hash([1])), .own([2]),
    ])
    let heading = paper.bytes.prefix(14)
    let plain = try #require(Deflate.inflated(Array(paper.bytes.dropFirst(14)), limit: 9_000))
    let packed = heading + Deflate.compressed(plain)
    #expect(packed.count < 200 && paper.bytes.count > 2_000)
    #expect(StoredPaper(Array(packed)) == paper && StoredPaper(paper.bytes) == paper)
  }

  static let malformed: [[UInt8]] = [
    [], Array("TAMGA PAPER 1".utf8), Array("TAMGA PAPER 1\n".utf8),
    Array("TAMGA PAPER 2\n".utf8) + StoredPaper(pieces: [.own([1])]).bytes.dropFirst(14),
    StoredPaper(pieces: [.own([1])]).bytes.dropLast(),
    StoredPaper(pieces: [.own([1])]).bytes + [0],
    StoredPaper(pieces: [.part(sha256: [1, 2])]).bytes,
  ]

  @Test(arguments: malformed) func isNoPaper(_ bytes: [UInt8]) {
    #expect(StoredPaper(bytes) == nil)
  }
}
