internal import Crypto
import Foundation

/// A PDF of many papers, written from front to back: of a paper only its objects' places are kept.
///
/// What is alike in two papers, such as a font, is written once (ISO 32000-1, 7.3.10: objects are
/// named by number from anywhere). The same papers give the same bytes.
public final class PrintFile {
  /// Pages written.
  public private(set) var pageCount = 0
  /// Bytes written.
  public private(set) var byteCount = 0

  private let sink: ([UInt8]) throws -> Void
  private var digest = SHA256()
  /// Where object n begins; 0 for one that is not written yet.
  private var places: [Int] = [0]
  private var known: [Hash: Int32] = [:]
  /// Inner nodes of the page tree, each with its number of pages.
  private var nodes: [(number: Int, count: Int)] = []
  /// The pages of the node that is filled.
  private var kids: [Int] = []
  private var node = 0

  private static let catalogue = 1
  private static let root = 2
  private static let information = 3
  private static let pagesOfNode = 64
  /// ISO 32000-1, annex C, table C.1.
  private static let maxObjects = 8_388_607
  /// The table of places has ten digits for a byte's (ISO 32000-1, 7.5.4).
  private static let maxBytes = 9_999_999_999
  /// A page of A4 with nothing on it; the box is in points.
  private static let blank = Array(" /Resources << >> /MediaBox [0 0 595.276 841.89]".utf8)

  /// The first half of an object's SHA-256: enough to tell our own objects apart.
  private struct Hash: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ bytes: [UInt8]) {
      let hash = Array(SHA256.hash(data: bytes))
      high = hash[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
      low = hash[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// - Parameter sink: Takes the bytes in order.
  public init(sink: @escaping ([UInt8]) throws -> Void) throws {
    self.sink = sink
    places += [0, 0, 0]
    // A comment of four high bytes: the file is no text (ISO 32000-1, 7.5.2).
    try put(Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// Adds a paper, as often as it has copies. Where its strip says which print it is, the second copy says
  /// that it is the second.
  ///
  /// - Parameter opensSheets: Every copy ends with a blank page where its pages are odd in number.
  /// - Returns: The pages of one copy, blank ones aside.
  @discardableResult
  public func append(_ paper: [UInt8], copies: Int = 1, opensSheets: Bool) throws -> Int {
    let first = try pages(of: paper)
    for copy in 0..<copies {
      var pages = first
      if copy > 0, let other = MarkedPrint.file(paper, number: copy + 1) {
        pages = try self.pages(of: other)
      }
      for page in pages { try append(page) }
      if opensSheets, pages.count % 2 == 1 { try append(Self.blank) }
    }
    return first.count
  }

  private func pages(of paper: [UInt8]) throws -> [[UInt8]] {
    try paper.withUnsafeBytes { bytes in
      try PaperObjects(bytes) { try self.object($0) }.pages()
    }
  }

  /// Writes the page tree, the catalogue and the table of places.
  public func finish(title: String) throws {
    try closeNode()
    let list = nodes.map { "\($0.number) 0 R" }.joined(separator: " ")
    try write(
      Array("<< /Type /Pages /Count \(pageCount) /Kids [\(list)] >>".utf8), as: Self.root)
    try write(
      Array("<< /Producer (Tamga) /Title \(Self.text(title)) >>".utf8), as: Self.information)
    try write(
      Array("<< /Type /Catalog /Pages \(Self.root) 0 R >>".utf8), as: Self.catalogue)
    let table = byteCount
    try put(Array("xref\n0 \(places.count)\n0000000000 65535 f \n".utf8))
    for place in places.dropFirst() {
      let digits = String(place)
      try put(
        Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8))
    }
    let id = digest.finalize().prefix(16).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    .joined()
    let trailer =
      "trailer\n<< /Size \(places.count) /Root \(Self.catalogue) 0 R /Info \(Self.information) 0 R "
      + "/ID [<\(id)> <\(id)>] >>\nstartxref\n\(table)\n%%EOF\n"
    try put(Array(trailer.utf8))
  }

  private func append(_ page: [UInt8]) throws {
    if kids.isEmpty { node = try reserve() }
    let number = try reserve()
    try write(
      Array("<< /Type /Page /Parent \(node) 0 R".utf8) + page + Array(" >>".utf8), as: number)
    kids.append(number)
    pageCount += 1
    if kids.count == Self.pagesOfNode { try closeNode() }
  }

  private func closeNode() throws {
    guard !kids.isEmpty else { return }
    let list = kids.map { "\($0) 0 R" }.joined(separator: " ")
    try write(
      Array(
        "<< /Type /Pages /Parent \(Self.root) 0 R /Count \(kids.count) /Kids [\(list)] >>".utf8),
      as: node)
    nodes.append((node, kids.count))
    kids.removeAll(keepingCapacity: true)
  }

  /// The number of an object with these bytes, written unless there is one.
  private func object(_ bytes: [UInt8]) throws -> Int {
    let hash = Hash(bytes)
    if let number = known[hash] { return Int(number) }
    let number = try reserve()
    try write(bytes, as: number)
    known[hash] = Int32(number)
    return number
  }

  private func reserve() throws(PrintFileError) -> Int {
    guard places.count < Self.maxObjects else { throw PrintFileError(code: .tooLarge) }
    places.append(0)
    return places.count - 1
  }

  private func write(_ bytes: [UInt8], as number: Int) throws {
    places[number] = byteCount
    try put(Array("\(number) 0 obj\n".utf8) + bytes + Array("\nendobj\n".utf8))
  }

  private func put(_ bytes: [UInt8]) throws {
    digest.update(data: bytes)
    byteCount += bytes.count
    guard byteCount <= Self.maxBytes else { throw PrintFileError(code: .tooLarge) }
    try sink(bytes)
  }

  /// A text string in UTF-16 with its byte order mark (ISO 32000-1, 7.9.2.2).
  private static func text(_ text: String) -> String {
    let units = [0xFEFF] + Array(text.utf16)
    return "<" + units.map { String(format: "%04X", Int($0)) }.joined() + ">"
  }
}
