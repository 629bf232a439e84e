import Testing

@testable import TamgaOptics

@Suite struct GreyImageTests {
  @Test func lightnessAndStrongestChannel() {
    let picture = Picture(
      width: 4, height: 1, rgb: [255, 255, 255, 0, 0, 0, 255, 0, 0, 20, 40, 250])
    #expect(GreyImage(lightnessOf: picture).pixels == [255, 0, 76, 57])
    #expect(GreyImage(strongestOf: picture).pixels == [255, 0, 255, 250])
    #expect(GreyImage(weakestOf: picture).pixels == [255, 0, 0, 20])
  }

  @Test func invertedAndMirrored() {
    let image = GreyImage(width: 3, height: 2, pixels: [0, 1, 2, 253, 254, 255])
    #expect(image.inverted().pixels == [255, 254, 253, 2, 1, 0])
    #expect(image.mirrored().pixels == [2, 1, 0, 255, 254, 253])
    #expect(image.mirrored().mirrored() == image)
  }

  @Test func doubledIsLinearBetweenPixels() {
    let image = GreyImage(width: 2, height: 1, pixels: [0, 160])
    #expect(
      image.doubled() == GreyImage(width: 4, height: 2, pixels: [0, 40, 120, 160, 0, 40, 120, 160]))
  }

  @Test(arguments: [1, 2, 4, 5, 8, 9, 10, 40]) func aPlainPictureStaysPlain(side: Int) {
    let image = GreyImage(
      width: side, height: side, pixels: [UInt8](repeating: 130, count: side * side))
    #expect(image.sharpened() == image, "nothing to sharpen")
    #expect(image.blackestOnly().pixels.allSatisfy { $0 == 255 }, "no ink on grey paper")
    let equalised = LocalContrast(of: image).equalised()
    #expect(equalised.pixels.count == side * side)
  }

  /// A step of 100 levels: the dark side gets darker and the light side lighter next to it, and
  /// nothing changes further away than the blur reaches.
  @Test func sharpeningLiftsAnEdge() {
    let row = [UInt8](repeating: 80, count: 12) + [UInt8](repeating: 180, count: 12)
    let image = GreyImage(width: 24, height: 12, pixels: (0..<12).flatMap { _ in row })
    let sharp = image.sharpened()
    for y in 0..<12 {
      let line = Array(sharp.pixels[y * 24..<(y + 1) * 24])
      #expect(line[11] < 80 && line[12] > 180)
      #expect(Array(line[..<8]) == Array(row[..<8]) && Array(line[16...]) == Array(row[16...]))
    }
    // The kernel by hand: of the weights 1 2 3 4 5 | 4 3 2 1, ten parts of 25 lie on the light side.
    let mean = (15 * 80 + 10 * 180) / 25
    #expect(Int(sharp.pixels[11]) == 80 + (80 - mean) * 3 / 2)
  }

  @Test func localContrastSpreadsAPaleTile() {
    let pixels = (0..<64 * 64).map { UInt8($0 / 4 % 2 == 0 ? 120 : 132) }
    let result = LocalContrast(of: GreyImage(width: 64, height: 64, pixels: pixels)).equalised()
    let (dark, light) = (result.pixels.min() ?? 0, result.pixels.max() ?? 0)
    #expect(Int(light) - Int(dark) >= 12, "never less contrast than before")
    #expect(zip(pixels, result.pixels).allSatisfy { ($0 == 120) == ($1 == dark) })
  }

  @Test func theBlackestInkIsToner() {
    var pixels = [UInt8](repeating: 240, count: 64 * 64)
    for i in 0..<64 { pixels[10 * 64 + i] = 20 }
    for i in 0..<64 { pixels[20 * 64 + i] = 90 }
    let result = GreyImage(width: 64, height: 64, pixels: pixels).blackestOnly()
    #expect(result.pixels[10 * 64 + 5] == 0, "toner")
    #expect(result.pixels[20 * 64 + 5] == 255, "stamp ink seen in grey")
    #expect(result.pixels[30 * 64 + 5] == 255, "paper")
  }
}
