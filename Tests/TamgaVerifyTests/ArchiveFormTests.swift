import TamgaDomain
import TamgaPaperFile
import TamgaVerify
import Testing

@testable import TamgaInput

/// The reader's side of files for archives: what stands in them beside the pages, and what is refused.
@Suite struct ArchiveFormTests {
  /// A paper of an earlier version, and the same for an archive.
  private static let plain = (try? VectorFolder.file("paper.pdf", in: "file-canonical")) ?? []

  /// An element of each mark, as the file has them.
  private static func structure(_ parts: PaperParts) -> PaperElement {
    PaperElement(
      .document,
      kids: parts.pages.enumerated().flatMap { page, content in
        content.tags.enumerated().compactMap { number, name in
          StructureTag(rawValue: name).map { tag in
            .element(
              PaperElement(
                tag, language: "kk",
                alternative: tag == .figure ? PaperElement.codeWords["kk"] : nil,
                kids: [.mark(page: page, number: number)]))
          }
        }
      })
  }

  private static func archived(
    _ change: (PaperElement) -> PaperElement = { $0 }, language: String = "kk",
    id: [UInt8] = (1...16).map(UInt8.init), data: PaperParts.DataFile? = inside
  ) throws -> PaperParts {
    let parts = try #require(PaperParts(plain))
    return PaperParts(
      pages: parts.pages, fonts: parts.fonts, symbol: parts.symbol,
      information: parts.information,
      archive: PaperParts.Archive(
        id: id, language: language, structure: change(structure(parts)), data: data))
  }

  private static let json = Array(#"{"number":"1"}"#.utf8)
  private static let inside = PaperParts.DataFile(
    content: Deflater(level: 1).deflated(json), length: json.count)

  private static func isRead(_ file: [UInt8]) -> Bool {
    CanonicalPaper(file, glyphs: { nil }) != nil
  }

  @Test func isTakenApartAndPutTogether() throws {
    let parts = try Self.archived()
    #expect(PaperParts(parts.bytes) == parts)
    #expect(Self.isRead(parts.bytes))
    #expect(Self.isRead(Self.plain), "papers of earlier versions are read as before")
    let bare = try Self.archived(data: nil)
    #expect(PaperParts(bare.bytes) == bare)
    #expect(Self.isRead(bare.bytes), "also those without data inside")
  }

  /// What unpacks to something else than its length says, or to no end.
  @Test(arguments: [0, 13, 15]) func dataOfAnotherLength(_ length: Int) throws {
    let data = PaperParts.DataFile(content: Self.inside.content, length: length)
    #expect(!Self.isRead(try Self.archived(data: data).bytes))
    let raw = PaperParts.DataFile(content: Self.json, length: Self.json.count)
    #expect(!Self.isRead(try Self.archived(data: raw).bytes))
  }

  /// Packed otherwise: programs that pack differ from version to version.
  @Test(arguments: [1, 6, 12] as [Int32]) func howItIsPackedIsOfNoMatter(_ level: Int32) throws {
    let file = try Self.archived().bytes(packing: Deflater(level: level).deflated)
    #expect(Self.isRead(file))
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Change(from: "/Type /Page ", to: "/Type /Page /Rotate 90 ", why: "a turned page"),
    Change(from: "/Type /Page ", to: "/Type  /Page ", why: "two spaces"),
    Change(from: "/Type /Page ", to: "/Type /Page /Annots [ ] ", why: "a key more"),
    Change(from: "/Count 1", to: "/Count 2", why: "a page that is not there"),
    Change(from: "/Flags 4", to: "/Flags 32", why: "a font read by other maps"),
    Change(from: "/S /P /P", to: "/S /Link /P", why: "an element that papers do not have"),
    Change(from: "/S /P /P", to: "/S /H1 /P", why: "another element than on the page"),
    Change(from: "/Lang (kk)", to: "/Lang (fr)", why: "another language"),
    Change(from: "/Lang (kk)", to: "/Lang (kk) /ActualText (x)", why: "words read in their place"),
    Change(from: "/Lang (kk)", to: "/Lang (kk) /Alt (VALID)", why: "words for no picture"),
    Change(from: "/Lang (kk) /K [ 0", to: "/K [ 0", why: "an element less"),
    Change(
      from: "/Type /StructTreeRoot", to: "/Type /StructTreeRoot /RoleMap << /P /Artifact >>",
      why: "elements that mean others"),
    Change(from: "/Nums [ 0 [", to: "/Nums [ 1 [", why: "the elements of another page"),
    Change(from: "/DisplayDocTitle true", to: "/DisplayDocTitle false", why: "a name for a title"),
    Change(from: "/Type /Catalog", to: "/Type /Catalog /OpenAction 9 0 R", why: "an action"),
    Change(from: "/AFRelationship /Data", to: "/AFRelationship /Source", why: "another relation"),
    Change(from: "/F (decision.json)", to: "/F (decision.exe)", why: "another name"),
    Change(from: "/AF [", to: "/AF [ 3 0 R", why: "one more associated file"),
    Change(from: "/EmbeddedFiles", to: "/JavaScript", why: "a script in the list"),
    Change(from: "/Type /Filespec", to: "/Type /Filespec /V true", why: "a key of a file more"),
    Change(from: "/S /GTS_PDFA1", to: "/S /GTS_PDFX", why: "another intent"),
    Change(from: "/Creator (Tamga)", to: "/Creator (Ta\\155ga)", why: "an escaped text"),
  ]) func refusesPacked(_ change: Change) throws {
    var stands = false
    let file = try Self.archived().bytes { objects in
      let text = String(decoding: objects, as: UTF8.self)
      stands = text.contains(change.from)
      return Deflater(level: 1).deflated(
        Array(text.replacing(change.from, with: change.to, maxReplacements: 1).utf8))
    }
    #expect(stands || change.why == "an element less")
    #expect(!stands || !Self.isRead(file))
  }

  @Test(arguments: [
    Change(from: "%PDF-1.7", to: "%PDF-1.6", why: "another version"),
    Change(from: "%%EOF\n", to: "%%EOF\n\n", why: "something after the end"),
    Change(from: "startxref\n", to: "startxref\n0", why: "a place with an idle zero"),
    Change(from: "/Root ", to: "/Prev 0 /Root ", why: "an earlier table"),
    Change(from: "/W [ 1 3 2 ]", to: "/W [ 1 3 1 ]", why: "a table read otherwise"),
    Change(from: "/ID [ <01", to: "/ID [ <02", why: "two identifiers"),
    Change(from: "/N 3", to: "/N 4", why: "other colours"),
    Change(from: "/Type /EmbeddedFile", to: "/Type /EmbeddedFilx", why: "data of another type"),
    Change(from: "application#2Fjson", to: "application#2Fhtml", why: "data of another sort"),
    Change(from: "/Params << /Size 14", to: "/Params << /Size 15", why: "data of another length"),
    Change(from: "<pdfaid:part>3", to: "<pdfaid:part>2", why: "another standard"),
    Change(from: "<dc:title>", to: "<dc:title >", why: "another title for programs"),
    Change(from: "/Subtype /XML", to: "/Subtype /TXT", why: "metadata of another sort"),
  ]) func refuses(_ change: Change) throws {
    var file = try Self.archived().bytes
    let from = Array(change.from.utf8)
    let place = try #require(
      file.indices.first { file[$0...].starts(with: from) }, "it stands there")
    file.replaceSubrange(place..<place + from.count, with: Array(change.to.utf8))
    #expect(!Self.isRead(file))
  }

  /// Put together rightly, and still no paper's.
  @Test(arguments: [
    "as it is", "a picture without words", "other words for the picture", "words in no language",
    "an element without anything", "a header without what it heads", "a paragraph of two columns",
    "two elements exchanged",
    "marks read in another order", "a table of paragraphs", "a paper in no language",
  ]) func theStructureIsThatOfPapers(_ what: String) throws {
    let parts = try Self.archived(
      { Self.changed($0, what) },
      language: what == "a paper in no language" ? "fr" : "kk")
    #expect(PaperParts(parts.bytes) != nil || what == "an element without anything")
    #expect(Self.isRead(parts.bytes) == (what == "as it is"))
  }

  private static func changed(_ document: PaperElement, _ what: String) -> PaperElement {
    var document = document
    func figure(_ language: String?, _ words: String?) {
      document.kids = document.kids.map { kid in
        guard case .element(let element) = kid, element.tag == .figure else { return kid }
        return .element(
          PaperElement(
            .figure, language: language, alternative: words, kids: element.kids))
      }
    }
    switch what {
    case "a picture without words": figure("kk", nil)
    case "other words for the picture": figure("kk", "VALID UNTIL 2039")
    case "words in no language": figure("ru", PaperElement.codeWords["kk"])
    case "an element without anything":
      document.kids.append(.element(PaperElement(.paragraph, kids: [])))
    case "a header without what it heads":
      if case .element(let first) = document.kids[0] {
        document.kids[0] = .element(
          PaperElement(first.tag, language: "kk", scope: .row, kids: first.kids))
      }
    case "a paragraph of two columns":
      if case .element(let last) = document.kids[document.kids.count - 1] {
        document.kids[document.kids.count - 1] = .element(
          PaperElement(
            last.tag, language: last.language, alternative: last.alternative, span: 2,
            kids: last.kids))
      }
    case "two elements exchanged": document.kids.swapAt(1, 2)
    case "marks read in another order":
      let paragraphs = document.kids.indices.filter { index in
        if case .element(let element) = document.kids[index] {
          element.tag == .paragraph
        } else {
          false
        }
      }
      if case .element(var first) = document.kids[paragraphs[0]],
        case .element(let later) = document.kids[paragraphs[2]]
      {
        first.kids += later.kids
        document.kids[paragraphs[0]] = .element(first)
        document.kids.remove(at: paragraphs[2])
      }
    case "a table of paragraphs":
      document.kids = [.element(PaperElement(.table, kids: document.kids))]
    default: break
    }
    return document
  }

  /// All words are read aloud, and the code has words in its place.
  @Test(arguments: [
    ("/P << /MCID 0 >> BDC\nBT\n<0149>Tj\nET\nEMC\n/Artifact BMC\n1 2 3 4 re f\nEMC", true),
    ("/Figure << /MCID 0 >> BDC\n/x0 Do\nEMC", true),
    ("BT\n<0149>Tj\nET", false), ("/Artifact BMC\nBT\n<0149>Tj\nET\nEMC", false),
    ("/Figure << /MCID 0 >> BDC\nBT\n<0149>Tj\nET\nEMC", false),
    ("/P << /MCID 0 >> BDC\n/x0 Do\nEMC", false), ("/Artifact BMC\n/x0 Do\nEMC", false),
  ]) func everythingIsRead(_ content: String, _ isRead: Bool) throws {
    let grammar = try #require(
      PageGrammar(Array("1 0 0 -1 0 841.889764 cm\nq\n\(content)\nQ\n".utf8)))
    #expect(grammar.readsAll == isRead)
  }
}
