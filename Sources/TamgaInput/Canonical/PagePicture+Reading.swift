internal import TamgaDomain
internal import TamgaPaperFile
public import TamgaSeal

extension PagePicture {
  /// The pages of a file as they were read; empty for a file that is not in the canonical form, of which
  /// other readers may show something else.
  public static func checked(
    _ file: [UInt8], dpi: Double = 150, fonts: () -> FontsPart?
  ) -> [PagePicture] {
    guard let paper = CanonicalPaper(file, keepsInk: true, glyphs: fonts) else { return [] }
    return paper.pages.map { PagePicture($0, paper.symbol, dpi: dpi) }
  }

  /// As PNG.
  public var png: [UInt8] { PNGFile.written(pixels, width: width, height: height) }

  init(_ reading: PageReading, _ symbol: ModuleGrid, dpi: Double) {
    self.init(width: reading.page.width, height: reading.page.height, dpi: dpi)
    for ink in reading.inks {
      switch ink {
      case .glyph(let contours, let x, let y, let unit, let shade):
        fill(
          contours.map { contour in
            Self.flat(contour).map { Corner(x: x + $0.x * unit, y: y - $0.y * unit) }
          }, shade: shade)
      case .fill(let box, let shade): fill(box, shade: shade)
      case .stroke(let line, let thickness, let shade):
        stroke(line.map { Corner(x: $0.x, y: $0.y) }, thickness: thickness, shade: shade)
      case .symbol(let box): draw(symbol, in: box)
      }
    }
  }

  /// Straight parts of a quadratic curve.
  private static let parts = 6

  /// A contour of straight lines (OpenType 1.9, `glyf`): between two control points stands a corner that is
  /// not written.
  private static func flat(_ contour: [TrueTypeFont.Point]) -> [Corner] {
    guard let first = contour.first, let last = contour.last else { return [] }
    func middle(_ a: TrueTypeFont.Point, _ b: TrueTypeFont.Point) -> Corner {
      Corner(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }
    var pen = last.isOnCurve ? Corner(x: last.x, y: last.y) : middle(last, first)
    if first.isOnCurve { pen = Corner(x: first.x, y: first.y) }
    var corners = [pen]
    for (index, point) in contour.enumerated() {
      if point.isOnCurve {
        pen = Corner(x: point.x, y: point.y)
        corners.append(pen)
        continue
      }
      let next = contour[(index + 1) % contour.count]
      let end = next.isOnCurve ? Corner(x: next.x, y: next.y) : middle(point, next)
      for part in 1...parts {
        let t = Double(part) / Double(parts)
        let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
        corners.append(
          Corner(x: a * pen.x + b * point.x + c * end.x, y: a * pen.y + b * point.y + c * end.y))
      }
      pen = end
    }
    return corners
  }
}
