import Foundation
import TamgaDomain
import Testing

@testable import TamgaOptics

/// Files of every format, written then and there by Pillow.
@Suite struct FormatTests {
  static let text = Sample.carrier(digits: 600)

  /// The files by their names.
  static let files = Result { try made() }

  private static func made() throws -> [String: [UInt8]] {
    // The judges' interpreter; `make test` names it.
    let python = Tool(
      path: ProcessInfo.processInfo.environment["TAMGA_PYTHON"] ?? "/usr/bin/python3")
    let code = Canvas(try QRSymbol.encode(text), module: 6)
    return try withFolder { folder in
      let source = folder.appending(path: "code")
      try Data(code.rgb).write(to: source)
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Judges/formats.py").path
      _ = try python.run([script, folder.path, source.path, "\(code.width)"])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try Dictionary(
        uniqueKeysWithValues: names.filter { $0 != "code" }.map { name in
          (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
        })
    }
  }

  static let plain = [
    "rgb.png", "grey.png", "bits.png", "palette.png", "alpha.png", "deep.png", "transparent.png",
    "plain.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg", "lossless.webp", "lossy.webp",
    "plain.tiff", "lzw.tiff", "jpeg.tiff", "fax.tiff", "pages.tiff", "plain.gif", "moving.gif",
    "plain.bmp", "bits.bmp", "plain.heic", "plain.avif", "mirrored.png", "inverted.png",
  ]

  @Test(arguments: plain) func isRead(_ name: String) throws {
    let bytes = try #require(try Self.files.get()[name], "Pillow wrote no \(name)")
    let picture = try Picture(bytes: bytes, deadline: .after(.seconds(60)))
    #expect(picture.width > picture.height)
    #expect(CodeReader(budget: .seconds(60)).codes(in: picture) == [Self.text])
  }

  @Test(arguments: 1...8) func theTurnIsUndone(_ orientation: Int) throws {
    let bytes = try #require(try Self.files.get()["exif-\(orientation).jpg"])
    let picture = try Picture(bytes: bytes, deadline: .after(.seconds(60)))
    #expect(picture.width > picture.height)
    let corner = picture.rgb.prefix(3)
    #expect(corner.first ?? 0 > 200 && corner.last ?? 255 < 60, "the red corner is upper left")
    #expect(CodeReader(budget: .seconds(60)).codes(in: picture) == [Self.text])
  }

  @Test(arguments: ["50-megapixels.jpg", "50-megapixels.png"])
  func fiftyMegapixelsAreRead(_ name: String) throws {
    let bytes = try #require(try Self.files.get()[name])
    let picture = try Picture(bytes: bytes, deadline: .after(.seconds(60)))
    #expect(picture.width * picture.height <= Picture.Limits.standard.kept)
    #expect(CodeReader(budget: .seconds(60)).codes(in: picture) == [Self.text])
  }

  @Test(arguments: plain) func isRefusedAboveTheCap(_ name: String) throws {
    let bytes = try #require(try Self.files.get()[name])
    var limits = Picture.Limits()
    limits.pixels = 100_000
    let error = #expect(throws: OpticsError.self) {
      try Picture(bytes: bytes, limits: limits, deadline: .after(.seconds(60)))
    }
    #expect(error?.code == .pixels)
    #expect(error?.message.en.contains("100000") == true, "the cap is named")
  }

  @Test(arguments: plain) func halfAFileIsAnswered(_ name: String) throws {
    let bytes = try #require(try Self.files.get()[name])
    do throws(OpticsError) {
      let picture = try Picture(
        bytes: Array(bytes.prefix(bytes.count / 2)), deadline: .after(.seconds(60)))
      #expect(picture.width * picture.height > 0)
    } catch {
      #expect(error.code == .damaged, "\(error)")
    }
  }

  @Test(arguments: ["plain.heic", "fax.tiff", "plain.jpg"]) func withoutTimeThereIsNone(
    _ name: String
  ) throws {
    let bytes = try #require(try Self.files.get()[name])
    let error = #expect(throws: OpticsError.self) {
      try Picture(bytes: bytes, deadline: .after(.zero))
    }
    #expect(error?.code == .time)
  }
}
