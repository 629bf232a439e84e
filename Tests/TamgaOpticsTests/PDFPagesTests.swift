import TamgaDomain
import Testing

@testable import TamgaOptics

@Suite struct PDFPagesTests {
  /// Enough for a loaded machine; what is tested here is not speed.
  static let patient: PDFPages.Limits = {
    var limits = PDFPages.Limits()
    limits.time = .seconds(120)
    return limits
  }()

  static let first = Sample.carrier(digits: 430)
  static let second = Sample.carrier(host: "other.example", digits: 200)

  @Test func codesAreReadPageByPage() throws {
    // 0.6 mm a module.
    let a = try QRSymbol.encode(Self.first).operators(x: 60, y: 60, module: 1.7)
    let b = try QRSymbol.encode(Self.second).operators(x: 350, y: 60, module: 1.7)
    let pages = try PDFPages(bytes: PDFFile.pages([a, "", b + a, a + a]), limits: Self.patient)
    #expect(pages.count == 4)
    #expect(try pages.reading(of: 0).texts == [Self.first])
    #expect(try pages.reading(of: 1).texts == [])
    #expect(try pages.reading(of: 2).texts == [Self.first, Self.second])
    #expect(try pages.reading(of: 3).texts == [Self.first])
    #expect(try pages.reading(of: 0).texts == [Self.first], "a page can be asked for again")
  }

  @Test func aPageIsDrawnInItsColours() throws {
    let file = PDFFile.page("1 0 0 rg 0 0 50 100 re f 0 0 1 rg 50 0 47 100 re f", box: "0 0 97 100")
    let picture = try PDFPages(bytes: file, limits: Self.patient).picture(of: 0, dpi: 72)
    #expect((picture.width, picture.height) == (97, 100))
    for y in [0, 50, 99] {
      #expect(Array(picture.rgb[(y * 97 + 20) * 3..<(y * 97 + 21) * 3]) == [255, 0, 0])
      #expect(Array(picture.rgb[(y * 97 + 70) * 3..<(y * 97 + 71) * 3]) == [0, 0, 255])
    }
  }

  @Test func aLargePageIsDrawnMoreCoarsely() throws {
    var limits = Self.patient
    limits.pixels = 40_000
    let pages = try PDFPages(bytes: PDFFile.page("", box: "0 0 14400 14400"), limits: limits)
    let picture = try pages.picture(of: 0, dpi: 300)
    #expect((190...200).contains(picture.width))
    #expect(picture.width * picture.height <= 40_000)
    let small = try PDFPages(bytes: PDFFile.page("", box: "0 0 144 72"), limits: limits)
    #expect(try small.picture(of: 0, dpi: 72).width == 144, "a page below the cap is not touched")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let code: OpticsError.Code
    var limits = PDFPagesTests.patient
    let why: String
    var testDescription: String { why }
  }

  static func limits(_ change: (inout PDFPages.Limits) -> Void) -> PDFPages.Limits {
    var limits = patient
    change(&limits)
    return limits
  }

  static let blank = PDFFile.page("")

  static let refusals: [Refusal] = [
    Refusal(bytes: [], code: .empty, why: "no bytes"),
    Refusal(bytes: Array("a letter".utf8), code: .format, why: "a text file"),
    Refusal(bytes: PNGFile.signature, code: .format, why: "a picture"),
    Refusal(bytes: Array("%PDF-1.4\n".utf8), code: .damaged, why: "a header and nothing"),
    Refusal(bytes: Array(blank.prefix(60)), code: .damaged, why: "a PDF cut short"),
    Refusal(
      bytes: Array("%PDF-1.4\n".utf8) + (0..<50_000).map { UInt8($0 * $0 >> 3 & 255) },
      code: .damaged, why: "a header and noise"),
    Refusal(
      bytes: blank, code: .bytes, limits: limits { $0.bytes = blank.count - 1 },
      why: "one byte above the cap"),
    Refusal(bytes: blank, code: .time, limits: limits { $0.time = .zero }, why: "no time"),
    Refusal(bytes: locked, code: .encrypted, why: "a password"),
  ]

  /// A file whose user password is not empty (ISO 32000-1, 7.6.3; the values are of no password).
  static let locked: [UInt8] = {
    let value = String(repeating: "5A", count: 32)
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
      "<</Filter/Standard/V 1/R 2/P -4/O<\(value)>/U<\(value)>>>",
    ]
    let file = String(decoding: PDFFile.bytes(objects), as: UTF8.self)
    let id = "/Encrypt 4 0 R/ID[<00><00>]/Root 1 0 R"
    return Array(file.split(separator: "/Root 1 0 R").joined(separator: id).utf8)
  }()

  @Test(arguments: refusals) func refuses(_ refusal: Refusal) {
    let error = #expect(throws: OpticsError.self) {
      try PDFPages(bytes: refusal.bytes, limits: refusal.limits)
    }
    #expect(error?.code == refusal.code)
    #expect(error?.place == "")
  }

  @Test func pagesThatAreNotThere() throws {
    let pages = try PDFPages(bytes: PDFFile.pages(["", ""]), limits: Self.limits { $0.pages = 1 })
    #expect(pages.count == 2)
    #expect(try pages.text(of: 0).allSatisfy(\.isWhitespace))
    let above = #expect(throws: OpticsError.self) { try pages.text(of: 1) }
    #expect(above?.code == .pages)
    #expect(above?.place == "[2]")
    #expect(above?.message.en.contains("1 pages") == true, "the cap is named")
    for index in [-1, 2, Int.max] {
      #expect(throws: OpticsError.self) { try pages.reading(of: index) }
    }
    let missing = try PDFPages(bytes: PDFFile.pages([""]), limits: Self.patient)
    #expect(throws: OpticsError.self) { try missing.picture(of: -1, dpi: 72) }
    #expect(throws: OpticsError.self) { try missing.picture(of: 1, dpi: 72) }
  }

  @Test func onePageAboveTheStandardCap() throws {
    let file = PDFFile.pages([String](repeating: "", count: PDFPages.Limits.standard.pages + 1))
    let pages = try PDFPages(bytes: file, limits: Self.patient)
    #expect(pages.count == 2_001)
    #expect(try pages.text(of: 1_999).allSatisfy(\.isWhitespace))
    let error = #expect(throws: OpticsError.self) { try pages.text(of: 2_000) }
    #expect(error?.code == .pages)
  }

  @Test func aCountThatLiesIsNotBelieved() throws {
    let file = PDFFile.bytes([
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ])
    let pages = try PDFPages(bytes: file, limits: Self.patient)
    #expect(pages.count <= 1)
    #expect(throws: OpticsError.self) { try pages.text(of: 1) }
  }

  /// Eight forms that draw each other twenty times: 25,600 million drawings in two kilobytes.
  @Test func aPageWithoutEndIsEnded() throws {
    var forms: [String] = []
    for next in 6...13 {
      forms.append(
        PDFFile.stream(
          String(repeating: "/X Do ", count: 20),
          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X \(next) 0 R>>>>"))
    }
    forms.append(
      PDFFile.stream("0 0 9 9 re f", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>"))
    let file = PDFFile.page("/X Do", resources: "/XObject<</X 5 0 R>>", more: forms)
    let pages = try PDFPages(bytes: file, limits: Self.limits { $0.time = .seconds(4) })
    let start = ContinuousClock.now
    let error = #expect(throws: OpticsError.self) { try pages.reading(of: 0) }
    #expect(error?.code == .time)
    let after = #expect(throws: OpticsError.self) { try pages.text(of: 0) }
    #expect(after?.code == .lost || after?.code == .time, "the document is of no further use")
    // Generous: what matters is that it is not for ever.
    #expect(ContinuousClock.now - start < .seconds(90))
  }

  /// An image of 10^10 pixels that has no data.
  @Test func aHugeImageInAPageIsAnswered() throws {
    let image = PDFFile.stream(
      "",
      "/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB"
        + "/BitsPerComponent 8")
    let file = PDFFile.page(
      "595 0 0 842 0 0 cm /X Do", resources: "/XObject<</X 5 0 R>>", more: [image])
    let pages = try PDFPages(bytes: file, limits: Self.limits { $0.time = .seconds(8) })
    do throws(OpticsError) {
      #expect(try pages.picture(of: 0, dpi: 72).width == 595)
    } catch {
      #expect(error.code == .time || error.code == .lost)
    }
  }

  /// Wherever a file is cut there is an answer, never a fault.
  @Test func aFileCutAnywhereIsAnswered() throws {
    let file = PDFFile.page(
      "BT /F 12 Tf 50 700 Td (Text) Tj ET",
      resources: "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>")
    var answers = 0
    for end in stride(from: 1, to: file.count, by: 29) {
      do throws(OpticsError) {
        let pages = try PDFPages(bytes: Array(file[..<end]), limits: Self.patient)
        #expect(pages.count <= 1)
      } catch {
        #expect([.damaged, .format].contains(error.code))
      }
      answers += 1
    }
    #expect(answers > 10)
  }
}
