import TamgaDomain
import Testing

@testable import TamgaOptics

@Suite struct PictureTests {
  @Test func aPNGKeepsEveryColour() throws {
    var canvas = Canvas(width: 5, height: 3)
    for y in 0..<3 { for x in 0..<5 { canvas[x, y] = [UInt8(x * 50), UInt8(y * 90), 7] } }
    #expect(try Picture(bytes: PNGFile.bytes(canvas)) == canvas.picture)
  }

  @Test func transparencyBecomesWhitePaper() throws {
    let file = PNGFile.bytes(
      width: 3, height: 1, colour: 6, pixels: [10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 200, 51])
    #expect(try Picture(bytes: file).rgb == [10, 20, 30, 255, 255, 255, 204, 224, 244])
  }

  @Test func greyBecomesThreeChannels() throws {
    let file = PNGFile.bytes(width: 2, height: 1, colour: 0, pixels: [3, 200])
    #expect(try Picture(bytes: file).rgb == [3, 3, 3, 200, 200, 200])
  }

  @Test(arguments: [JPEGFixture.baseline, JPEGFixture.progressive])
  func aJPEGIsRead(_ file: [UInt8]) throws {
    let picture = try Picture(bytes: file)
    #expect((picture.width, picture.height) == (104, 96))
    #expect(CodeReader(budget: .seconds(60)).codes(in: picture) == [JPEGFixture.text])
  }

  @Test func theCamerasTurnIsApplied() throws {
    let picture = try Picture(bytes: JPEGFixture.turned)
    #expect((picture.width, picture.height) == (96, 104))
    #expect(CodeReader(budget: .seconds(60)).codes(in: picture) == [JPEGFixture.text])
  }

  /// A TIFF of one uncompressed grey strip (TIFF 6.0, section 3).
  @Test func aTIFFIsRead() throws {
    let tags: [(UInt8, UInt8, UInt8)] = [
      (0, 4, 3), (1, 4, 2), (2, 1, 8), (3, 1, 1), (6, 1, 1), (17, 4, 8), (21, 1, 1), (22, 4, 2),
      (23, 4, 6),
    ]
    var file: [UInt8] = [0x49, 0x49, 0x2A, 0, 14, 0, 0, 0, 0, 50, 100, 150, 200, 250]
    file += [UInt8(tags.count), 0]
    for (tag, kind, value) in tags {
      file += [tag, 1, kind == 1 ? 3 : 4, 0, 1, 0, 0, 0, value, 0, 0, 0]
    }
    file += [0, 0, 0, 0]
    let picture = try Picture(bytes: file)
    #expect((picture.width, picture.height) == (3, 2))
    #expect(picture.rgb == [0, 50, 100, 150, 200, 250].flatMap { [$0, $0, $0] })
  }

  /// Debian has the WebP loader in a package of its own: both answers are right, no third is.
  @Test func aWebPIsReadOrItsLoaderIsMissed() {
    do throws(OpticsError) {
      #expect(try Picture(bytes: Self.webp).width == 2)
    } catch {
      #expect(error.code == .format)
      #expect(error.message.en.contains("webp"))
    }
  }

  /// A lossless picture of 2 × 1 pixels.
  static let webp: [UInt8] = [
    0x52, 0x49, 0x46, 0x46, 0x1A, 0, 0, 0, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x4C, 0x0E,
    0, 0, 0, 0x2F, 0x01, 0, 0, 0, 0x07, 0x10, 0x11, 0xFD, 0x0F, 0x44, 0x44, 0xFF, 0x03,
  ]

  @Test func aLargePictureIsShrunkByAWholeFactor() throws {
    var limits = Picture.Limits()
    limits.kept = 104 * 96 / 4
    for file in [JPEGFixture.baseline, PNGFile.bytes(Canvas(width: 104, height: 96, grey: 77))] {
      let picture = try Picture(bytes: file, limits: limits)
      #expect((picture.width, picture.height) == (52, 48))
    }
    let columns = PNGFile.bytes(width: 4, height: 2, colour: 0, pixels: [0, 4, 8, 8, 8, 4, 0, 0])
    limits.kept = 2
    #expect(try Picture(bytes: columns, limits: limits).rgb == [4, 4, 4, 4, 4, 4])
    limits.kept = 8
    #expect(try Picture(bytes: columns, limits: limits).width == 4, "the cap itself is kept whole")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let code: OpticsError.Code
    var limits = Picture.Limits()
    let why: String
    var testDescription: String { why }
  }

  static func limits(_ change: (inout Picture.Limits) -> Void) -> Picture.Limits {
    var limits = Picture.Limits()
    change(&limits)
    return limits
  }

  static let refusals: [Refusal] = [
    Refusal(bytes: [], code: .empty, why: "no bytes"),
    Refusal(bytes: Array("a letter, not a picture".utf8), code: .format, why: "a text file"),
    Refusal(bytes: Array("%PDF-1.4".utf8), code: .format, why: "a PDF"),
    Refusal(
      bytes: Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), code: .format,
      why: "SVG, for which gdk-pixbuf has a loader"),
    Refusal(
      bytes: Array("/* XPM */ static char *a[]={\"1 1 1 1\"".utf8), code: .format,
      why: "XPM, for which gdk-pixbuf has a loader"),
    Refusal(
      bytes: [0, 0, 0, 24] + Array("ftypheic".utf8), code: .damaged, why: "a HEIC of 12 bytes"),
    Refusal(bytes: Array("GIF89a".utf8), code: .damaged, why: "a GIF of 6 bytes"),
    Refusal(
      bytes: Array("GIF89a".utf8) + [
        0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 0, 0,
      ],
      code: .pixels, why: "a GIF of 4 gigapixels"),
    Refusal(bytes: PNGFile.signature, code: .damaged, why: "a PNG signature and nothing"),
    Refusal(bytes: [0xFF, 0xD8, 0xFF], code: .damaged, why: "three bytes of a JPEG"),
    Refusal(
      bytes: PNGFile.signature + PNGFile.header(width: 0, height: 9, colour: 2),
      code: .damaged, why: "a PNG of no width"),
    Refusal(
      bytes: claiming(60_000, 60_000), code: .pixels, why: "a PNG that claims 3.6 gigapixels"),
    Refusal(bytes: claiming(1_000_000, 53), code: .pixels, why: "53 megapixels in a strip"),
    Refusal(
      bytes: claiming(0x7FFF_FFFF, 0x7FFF_FFFF), code: .damaged,
      why: "a size that overflows: libpng itself refuses a side above a million"),
    Refusal(
      bytes: claiming(2, 13), code: .pixels, limits: limits { $0.pixels = 25 },
      why: "one pixel above the cap"),
    Refusal(
      bytes: JPEGFixture.baseline, code: .pixels, limits: limits { $0.pixels = 104 * 96 - 1 },
      why: "a JPEG one pixel above the cap"),
    Refusal(
      bytes: JPEGFixture.baseline, code: .bytes,
      limits: limits { $0.bytes = JPEGFixture.baseline.count - 1 }, why: "one byte above the cap"),
    Refusal(
      bytes: JPEGFixture.progressive, code: .pixels,
      limits: limits { $0.scanWork = 104 * 96 * 2 }, why: "more scans than the cap"),
    Refusal(
      bytes: [UInt8](repeating: 0, count: (64 << 20) + 1), code: .bytes,
      why: "one byte above 64 MiB"),
  ]

  static func claiming(_ width: Int, _ height: Int) -> [UInt8] {
    PNGFile.signature + PNGFile.header(width: width, height: height, colour: 2)
      + PNGFile.chunk("IDAT", PNGFile.stored([0, 1, 2, 3])) + PNGFile.chunk("IEND", [])
  }

  @Test(arguments: refusals) func refuses(_ refusal: Refusal) {
    let error = #expect(throws: OpticsError.self) {
      try Picture(bytes: refusal.bytes, limits: refusal.limits)
    }
    #expect(error?.code == refusal.code)
    #expect(error?.place == "")
  }

  @Test func theCapsAreNamed() {
    let pixels = #expect(throws: OpticsError.self) {
      try Picture(bytes: Self.claiming(60_000, 60_000))
    }
    #expect(pixels?.message.en.contains("\(Picture.Limits.standard.pixels)") == true)
    let bytes = #expect(throws: OpticsError.self) {
      try Picture(bytes: [UInt8](repeating: 0, count: (64 << 20) + 1))
    }
    #expect(bytes?.message.en.contains("\(Picture.Limits.standard.bytes)") == true)
  }

  @Test func theCapItselfIsAllowed() throws {
    var limits = Picture.Limits()
    limits.pixels = 104 * 96
    limits.bytes = JPEGFixture.baseline.count
    #expect(try Picture(bytes: JPEGFixture.baseline, limits: limits).width == 104)
  }

  /// Wherever a file is cut there is a picture or an error, never a fault.
  @Test(arguments: [JPEGFixture.baseline, JPEGFixture.progressive, smallPNG])
  func aFileCutAnywhereIsAnswered(_ file: [UInt8]) {
    var damaged = 0
    for end in stride(from: 1, to: file.count, by: 7) {
      do throws(OpticsError) {
        let picture = try Picture(bytes: Array(file[..<end]))
        #expect(picture.width * picture.height <= 104 * 96)
      } catch {
        #expect(error.code == .damaged || error.code == .format)
        damaged += 1
      }
    }
    #expect(damaged > 0)
  }

  static let smallPNG = PNGFile.bytes(Canvas(width: 20, height: 20, grey: 3))

  /// Every byte changed once: an answer each time.
  @Test(arguments: [JPEGFixture.baseline, smallPNG]) func changedBytesAreAnswered(_ file: [UInt8]) {
    var answers = 0
    for index in stride(from: 0, to: file.count, by: 5) {
      var changed = file
      changed[index] ^= 0xFF
      do throws(OpticsError) {
        let picture = try Picture(bytes: changed)
        #expect(picture.rgb.count == picture.width * picture.height * 3)
      } catch {
        #expect([.damaged, .format, .pixels].contains(error.code))
      }
      answers += 1
    }
    #expect(answers > 0)
  }

  @Test func withoutTimeNothingIsDecoded() {
    let error = #expect(throws: OpticsError.self) {
      try Picture(bytes: JPEGFixture.baseline, deadline: .after(.zero))
    }
    #expect(error?.code == .time)
  }

  /// A marker within entropy-coded data is stuffed and does not count as a scan.
  @Test func onlyMarkersAreScans() throws {
    var limits = Picture.Limits()
    limits.scanWork = 104 * 96
    #expect(try Picture(bytes: JPEGFixture.baseline, limits: limits).width == 104)
    let error = #expect(throws: OpticsError.self) {
      try Picture(bytes: JPEGFixture.progressive, limits: limits)
    }
    #expect(error?.message.en.contains("104 × 96 pixels") == true)
  }
}
