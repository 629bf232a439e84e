import TamgaPaperFile
import TamgaSeal
import TamgaVerify
import Testing

@testable import TamgaInput

/// The reader's side of the page CanonicalForm: each production, what it takes and what it does not.
@Suite struct CanonicalFormTests {
  /// A paper as it was issued.
  private static let issued = (try? VectorFolder.file("paper.pdf", in: "file-canonical")) ?? []
  private static func isRead(_ file: [UInt8]) -> Bool {
    CanonicalPaper(file, glyphs: { nil }) != nil
  }

  @Test func anIssuedPaperIsRead() throws {
    #expect(Self.isRead(Self.issued))
    let paper = try #require(CanonicalPaper(Self.issued, keepsInk: true, glyphs: { nil }))
    #expect(paper.pages.count == 1 && paper.pages[0].page.text.contains("tamga"))
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let why: String
    var testDescription: String { why }
  }

  static let changes: [Change] = [
    Change(from: "%PDF-1.5", to: "%PDF-1.4", why: "another version"),
    Change(from: "%PDF-1.5", to: "\n%PDF-1.5", why: "something before the header"),
    Change(from: "%%EOF\n", to: "%%EOF\n\n", why: "something after the end"),
    Change(from: "%%EOF\n", to: "%%EOF", why: "an end without its line"),
    Change(from: "xref\n0 ", to: "xref\n00 ", why: "a number with an idle zero"),
    Change(from: " 65535 f ", to: " 00000 f ", why: "another free entry"),
    Change(from: " 00000 n ", to: " 00001 n ", why: "another generation"),
    Change(from: "startxref\n", to: "startxref\n0", why: "a place with an idle zero"),
    Change(from: "/Root ", to: "/Prev 0 /Root ", why: "an earlier table"),
    Change(from: "/Root ", to: "/XRefStm 9 /Root ", why: "a second table"),
    Change(from: "/Type /Page ", to: "/Type /Page /Rotate 90 ", why: "a turned page"),
    Change(from: "/Type /Page ", to: "/Type /P#61ge ", why: "an escaped name"),
    Change(from: "/Type /Page ", to: "/Type /Page /Annots [ ] ", why: "a key more"),
    Change(from: "/Type /Page ", to: "/Type  /Page ", why: "two spaces"),
    Change(from: "/Type /Page ", to: "/Type %x\n/Page ", why: "a comment"),
    Change(from: "/Count 1", to: "/Count 2", why: "a page that is not there"),
    Change(from: "595.275591", to: "595.27559", why: "another sheet"),
    Change(from: "/CA 1 /ca 1", to: "/CA 0 /ca 1", why: "letters that let through"),
    Change(
      from: "/Filter /FlateDecode >>", to: "/Filter [/FlateDecode] >>", why: "a list of filters"),
    Change(
      from: "/Filter /FlateDecode >>",
      to: "/Filter /FlateDecode /DecodeParms << /Predictor 12 >> >>",
      why: "parameters of a filter"),
    Change(from: "\nendstream", to: "\n\nendstream", why: "data longer than they say"),
    Change(from: "/Decode [ 1 0 ]", to: "/Decode [ 0 1 ]", why: "a code in white"),
    Change(from: "/Interpolate false", to: "/Interpolate true", why: "a smoothed code"),
    Change(from: "/Flags 4", to: "/Flags 32", why: "a font read by other maps"),
    Change(from: "/FontFile2", to: "/FontFile3", why: "a font file of another sort"),
    Change(from: "/Identity-H", to: "/Identity-V", why: "letters below each other"),
    Change(
      from: "/CIDToGIDMap /Identity", to: "/CIDToGIDMap 9 0 R", why: "other drawings for codes"),
    Change(from: "/Marked true", to: "/Marked false", why: "another catalog"),
    Change(from: "/S /P /P", to: "/S /Link /P", why: "an element that papers do not have"),
    Change(from: "/Creator (Tamga)", to: "/Creator (Ta\\155ga)", why: "an escaped text"),
    Change(from: " 0 obj\n", to: " 0 obj ", why: "an object on one line"),
    Change(from: "\nendobj\n", to: "\rendobj\n", why: "another end of line"),
  ]

  @Test(arguments: changes) func refuses(_ change: Change) throws {
    let from = Array(change.from.utf8)
    let place = try #require(
      Self.issued.indices.first { Self.issued[$0...].starts(with: from) }, "it stands there")
    var file = Self.issued
    file.replaceSubrange(place..<place + from.count, with: Array(change.to.utf8))
    #expect(!Self.isRead(file))
  }

  // MARK: parts in a file that is put together rightly

  private static func with(
    content: ([UInt8]) -> [UInt8] = { $0 }, font: (PaperParts.Font) -> PaperParts.Font = { $0 }
  ) throws -> [UInt8] {
    let parts = try #require(PaperParts(issued))
    let pages = try parts.pages.map { page in
      let plain = try #require(Inflater.inflated(page.content[...], limit: 1 << 22))
      return PaperParts.Page(content: Deflater(level: 1).deflated(content(plain)), tags: page.tags)
    }
    return parts.with(pages: pages, fonts: parts.fonts.map(font)).bytes
  }

  @Test func partsThatAreUnchangedAreTaken() throws {
    let file = try Self.with()
    #expect(Self.isRead(file))
  }

  @Test(arguments: [
    (3, "head", 54, "a table that FreeType finds too short"), (12, "head", 15, "another magic"),
    (2, "maxp", 4, "another number of glyphs"), (1, "hhea", 35, "other metrics"),
    (1, "loca", 1, "a drawing in another place"),
  ]) func aFontChangedWithin(_ step: Int, _ table: String, _ place: Int, _ why: String) throws {
    let file = try Self.with(font: { font in
      guard var program = Inflater.inflated(font.program[...], limit: 1 << 22) else { return font }
      for row in stride(from: 12, to: 108, by: 16)
      where program[row..<row + 4].elementsEqual(table.utf8) {
        if why.contains("too short") {
          program[row + 15] = 52
        } else {
          let start = program[row + 8..<row + 12].reduce(0) { $0 << 8 | Int($1) }
          program[start + place] ^= UInt8(step)
        }
      }
      return PaperParts.Font(
        name: font.name, program: Deflater(level: 6).deflated(program), length: font.length,
        measures: font.measures, widths: font.widths, maps: font.maps)
    })
    #expect(!Self.isRead(file), "\(why)")
  }

  @Test func dataThatGoOnBehindTheirEnd() throws {
    let file = try Self.with(font: { font in
      PaperParts.Font(
        name: font.name, program: font.program + [0], length: font.length,
        measures: font.measures, widths: font.widths, maps: font.maps)
    })
    #expect(!Self.isRead(file))
  }

  @Test func widthsThatTheFontDoesNotHave() throws {
    let file = try Self.with(font: { font in
      var widths = FontWidths.read(font.widths) ?? []
      widths[0].width += 1
      return PaperParts.Font(
        name: font.name, program: font.program, length: font.length, measures: font.measures,
        widths: FontWidths.written(widths), maps: font.maps)
    })
    #expect(!Self.isRead(file))
  }

  // MARK: the content

  private static let opening = "1 0 0 -1 0 841.889764 cm\nq\n"

  private static let taken = [
    "0 0 0 rg /a0 gs", "/P << /MCID 0 >> BDC\nEMC", "q 1 0 0 1 -174.535156 3 cm\nQ",
    "BT\n8 0 0 -8 256 256 Tm\n/f0 1 Tf\n[<0149>30<0174>-8<01\n75>]TJ\nET",
    "BT\n<0149>Tj\n1 0 Td\nET",
    "256 256 481.891 1.102 re f", "1 2 m 3 4 l S", "1 2 m 1 2 3 4 5 6 c h f", "[] 0.0 d",
    "0.663307 w\n0 J\n0 j\n10 M", "/x0 Do",
  ]

  @Test(arguments: taken) func takes(_ content: String) {
    #expect(PageGrammar(Array("\(Self.opening)\(content)\nQ\n".utf8)) != nil)
  }

  private static let refused = [
    "", "% a comment\nq Q", "q\tQ", "q\rQ", "q", "Q", "Q\nQ\nq", "0 0 rg", "0 0 0 0 rg",
    "+1 0 0 rg",
    "1. 0 0 rg", ".5 0 0 rg", "1.0 0 0 rg", "01 0 0 rg", "-0 0 0 rg", "1e1 0 0 rg", "--1 0 0 rg",
    "0.0000001 0 0 rg", "1234567 0 0 rg", "0 g", "0 0 0 1 k", "/a1 gs", "/a0 /a0 gs", "a0 gs",
    "/x0 /Evil Do", "/x5 /x0 Do", "/Evil Do", "1 /x0 Do", "1 w 2", "2 J", "[3] 0.0 d", "[] 0 d",
    "3 Tr", "BT\n3 Tr\nET", "BT\n50 Tz\nET", "BT\n1 Tc\nET", "BT\nq\nQ\nET", "BT\nBT\nET\nET", "ET",
    "BT\n5 <0149>Tj\nET", "BT\n<0149>5 Tj\nET", "BT\n<01>Tj\nET", "BT\n<014A>Tj\nET",
    "BT\n(a)Tj\nET", "BT\n<>Tj\nET", "BT\n[]TJ\nET", "BT\n[[<0149>]]TJ\nET", "BT\n<0149>'\nET",
    "BT\n/f0 8 Tf\nET", "BT\n/x0 1 Tf\nET", "BT\n/f#30 1 Tf\nET", "<0149>Tj", "0 0 9 9 re W n",
    "0 0 9 9 re f*", "0 0 9 9 re B", "0 0 9 9 re", "f", "0 0 9 9 re\nq\nQ\nf", "1 2 m 3 l S",
    "/P << /MCID 1 >> BDC\nEMC", "/P << /MCID 0 >> BDC", "EMC", "/P <</MCID 0>> BDC\nEMC",
    "/P << /MCID 0 /ActualText <0041> >> BDC\nEMC", "/P /x0 BDC\nEMC", "/Other BMC\nEMC",
    "/Artifact BMC\n/P << /MCID 0 >> BDC\nEMC\nEMC",
    "BI /W 1 ID x EI", "/s sh", "/P cs", "null", "true", "q Q\0", "q Q /", "<0149",
  ]

  @Test(arguments: refused) func refusesContent(_ content: String) {
    let isOpenEnd = content.isEmpty
    #expect(
      PageGrammar(Array("\(Self.opening)\(content)\(isOpenEnd ? "" : "\nQ\n")".utf8)) == nil)
  }

  @Test func aLetterWithoutALetterHasNoInk() throws {
    // The text of a letter that the digest leaves out, over a drawing that is seen.
    let file = try Self.with(font: { font in
      PaperParts.Font(
        name: font.name, program: font.program, length: font.length, measures: font.measures,
        widths: font.widths,
        maps: font.maps.map { map in
          guard let plain = Inflater.inflated(map.letters[...], limit: 1 << 20),
            var rows = LetterMap.read(plain)
          else { return map }
          for index in rows.indices where rows[index].letter == "0" {
            rows[index].letter = "\u{AD}"
          }
          return PaperParts.Map(
            name: map.name, letters: Deflater(level: 6).deflated(LetterMap.written(rows)))
        })
    })
    let paper = try #require(CanonicalPaper(file, glyphs: { nil }))
    #expect(paper.pages.contains { $0.page.evidence.contains { $0.kind == .letters } })
  }

  // MARK: what is shown

  @Test func thePageIsShownAsItWasRead() throws {
    let pictures = PagePicture.checked(Self.issued, dpi: 72, fonts: { nil })
    let picture = try #require(pictures.first)
    #expect(picture.width == 596 && picture.height == 842)
    let dark = picture.pixels.count { $0 < 128 }
    #expect((8_000...60_000).contains(dark), "\(dark) dark points: letters and the code")
    #expect(picture.png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(PagePicture.checked(Self.issued + [0x0A], fonts: { nil }).isEmpty)
  }
}
