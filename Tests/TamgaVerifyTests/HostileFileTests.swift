import TamgaOptics
import Testing

@testable import TamgaInput
@testable import TamgaVerify

/// PDFs that want to keep their reader busy. `Tests/Tools/limits` has more of them, with what they cost.
@Suite struct HostileFileTests {
  /// A file of some objects from number 1 on, the catalog first.
  private static func file(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.5\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private static func stream(_ content: String, _ members: String = "") -> String {
    "<< \(members) /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  /// One page with a content; the objects that it names follow from number 5 on.
  private static func page(
    _ content: String, resources: String = "", catalog: String = "", more: [String] = []
  ) -> [UInt8] {
    file(
      [
        "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
           /Resources << \(resources) >> >>
        """,
        stream(content),
      ] + more)
  }

  private static func form(_ content: String, calls number: Int) -> String {
    stream(
      content,
      "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F \(number) 0 R >> >>"
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    let bytes: [UInt8]
    /// Nil where the file is read to its end, and nothing found.
    let expected: OpticsError.Code?
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(why: "an empty page", bytes: page(""), expected: nil),
    Case(
      why: "a tree that bites its tail",
      bytes: file([
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>",
      ]), expected: .noPage),
    Case(
      why: "a form that calls itself",
      bytes: page(
        "/F Do", resources: "/XObject << /F 5 0 R >>", more: [form("/F Do /F Do", calls: 5)]),
      expected: nil),
    Case(
      why: "forms that double 40 times",
      bytes: page(
        "/F Do", resources: "/XObject << /F 5 0 R >>",
        more: (0..<40).map { form("/F Do /F Do", calls: 6 + $0) } + [form("0 0 9 9 re f", calls: 5)]
      ),
      expected: .time),
    Case(
      why: "a pattern of tiny cells",
      bytes: page(
        "/Pattern cs /P scn 0 0 595 842 re f", resources: "/Pattern << /P 5 0 R >>",
        more: [
          stream(
            "0 0 1 1 re f",
            """
            /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001
            /YStep 0.0001 /Resources << >>
            """)
        ]), expected: .time),
    Case(
      why: "names that bite their tail",
      bytes: page(
        "", catalog: "/Names << /EmbeddedFiles 5 0 R >>", more: ["<< /Kids [5 0 R 5 0 R] >>"]),
      expected: nil),
    Case(
      why: "100,000 arrays in each other",
      bytes: page(
        "",
        catalog: "/A " + String(repeating: "[", count: 100_000)
          + String(repeating: "]", count: 100_000)), expected: nil),
    Case(
      why: "a table that says it has two milliards",
      bytes: Array(
        String(decoding: page(""), as: UTF8.self)
          .replacing("xref\n0 5", with: "xref\n0 2000000000").utf8), expected: nil),
  ]

  @Test(arguments: cases) func answer(_ row: Case) throws {
    do throws(OpticsError) {
      // What is asked is what the answer is, not how soon: but the endless ones must end.
      let patience = Duration.milliseconds(row.expected == .time ? 400 : 60_000)
      let contents = try InputReader.contents(
        of: row.bytes, patience: patience, fonts: { nil })
      #expect(row.expected == nil)
      guard case .document(let document) = contents else {
        Issue.record("no document")
        return
      }
      #expect(document.pages.allSatisfy { $0.codes.isEmpty })
    } catch {
      #expect(error.code == row.expected, "\(error)")
    }
  }
}
