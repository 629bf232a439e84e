import Foundation
import TamgaPrint
import Testing

@Suite struct PrintFileTests {
  /// A PDF of hand-written objects; object 1 is the catalogue.
  static func pdf(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }

  /// A page of one word in a font of its own object; `fontName` tells fonts apart.
  static func paper(_ word: String, font: String = "/F (a\\050b) /X#20Y 1") -> [UInt8] {
    let content = "BT /F1 12 Tf 72 700 Td (\(word)) Tj ET"
    return pdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 800] /Resources 5 0 R >>",
      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /StructParents 0 >>",
      "<< /Length 7 0 R >>\nstream\n\(content)\nendstream",
      "<< /Font << /F1 6 0 R >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica \(font) >>", "\(content.utf8.count)",
    ])
  }

  private static func joined(
    _ body: (PrintFile) throws -> Void
  ) throws -> (bytes: [UInt8], text: String, file: PrintFile) {
    var bytes: [UInt8] = []
    let file = try PrintFile { bytes += $0 }
    try body(file)
    try file.finish(title: "№ 1")
    return (bytes, String(decoding: bytes, as: UTF8.self), file)
  }

  /// The words of every page as poppler reads them, after qpdf has found nothing to repair.
  private static func pages(_ bytes: [UInt8]) throws -> [String] {
    let path = NSTemporaryDirectory() + "tamga-print-\(UInt64.random(in: 0...UInt64.max)).pdf"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    func run(_ name: String, _ arguments: [String]) throws -> String {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/" + name)
      process.arguments = arguments
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0, "\(name)")
      return String(decoding: output, as: UTF8.self)
    }
    _ = try run("qpdf", ["--check", path])
    return try run("pdftotext", [path, "-"]).split(
      separator: "\u{0C}", omittingEmptySubsequences: false
    ).dropLast().map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  @Test func papersStandInOrderWithTheirCopies() throws {
    let (bytes, _, file) = try Self.joined { file in
      #expect(try file.append(Self.paper("one"), copies: 2, opensSheets: false) == 1)
      try file.append(Self.paper("two"), opensSheets: false)
    }
    #expect(try Self.pages(bytes) == ["one", "one", "two"])
    #expect(file.pageCount == 3 && file.byteCount == bytes.count)
  }

  @Test func everyPrintOpensASheet() throws {
    let (bytes, _, _) = try Self.joined { file in
      try file.append(Self.paper("one"), copies: 2, opensSheets: true)
      try file.append(Self.paper("two"), opensSheets: true)
    }
    #expect(try Self.pages(bytes) == ["one", "", "one", "", "two", ""])
  }

  @Test func whatIsAlikeIsWrittenOnce() throws {
    let (_, text, _) = try Self.joined { file in
      for word in ["one", "two", "one"] {
        try file.append(Self.paper(word), opensSheets: false)
      }
      try file.append(Self.paper("one", font: "/F (other)"), opensSheets: false)
    }
    #expect(text.split(separator: "/Helvetica").count - 1 == 2, "two fonts in four papers")
    #expect(text.split(separator: "(one)").count - 1 == 1, "one page content for three")
    #expect(text.contains("/X#20Y 1"), "an odd name is written as it must be")
    #expect(!text.contains("StructParents"), "a place in a tree that is not there")
  }

  @Test func theSamePapersGiveTheSameBytes() throws {
    func make() throws -> [UInt8] {
      try Self.joined { try $0.append(Self.paper("one"), opensSheets: true) }.bytes
    }
    #expect(try make() == make())
  }

  /// More pages than a node of the tree holds.
  @Test func manyPages() throws {
    let (bytes, _, _) = try Self.joined { file in
      for number in 1...131 { try file.append(Self.paper("p\(number)"), opensSheets: false) }
    }
    #expect(try Self.pages(bytes) == (1...131).map { "p\($0)" })
  }

  @Test func whatIsNoPaperIsRefused() throws {
    let cycle = Self.pdf([
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources 4 0 R >>",
      "<< /A << /B [4 0 R] >> >>",
    ])
    let deep = Self.pdf([
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /A "
        + String(repeating: "[", count: 90) + String(repeating: "]", count: 90) + " >> >>",
    ])
    let broken = Array(Self.paper("one").dropLast(40))
    let cases: [([UInt8], PrintFileError.Code)] = [
      (cycle, .recursive), (deep, .recursive), (broken, .unreadable), ([], .unreadable),
    ]
    for (bytes, code) in cases {
      let file = try PrintFile { _ in }
      let error = #expect(throws: PrintFileError.self) {
        try file.append(bytes, opensSheets: false)
      }
      #expect(error?.code == code)
    }
  }
}
