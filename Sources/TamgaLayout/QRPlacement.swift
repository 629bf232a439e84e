import TamgaDomain

/// Where and how large the symbol stands: modules are whole dots of a 600 dpi grid, and so are the
/// symbol's edges, so that a printer draws every module alike (contract `seal.md`).
package struct QRPlacement {
  /// Dots along a module.
  package let dots: Int
  package let side: Int

  /// Chooses the module that brings the symbol nearest to its nominal width.
  package init(side: Int) throws(TypesetError) {
    let nominal = Style.codeWidth / 25.4 * Style.grid / Double(side)
    dots = Int(nominal.rounded())
    self.side = side
    guard Double(dots) / Style.grid * 25.4 >= Style.minModule else {
      throw TypesetError(
        .symbolTooDense, "seal", kk: "QR код тым тығыз болар еді",
        ru: "код вышел бы слишком плотным",
        en: "the code would be too dense to read")
    }
  }

  /// One module, points.
  package var module: Double { Double(dots) * 72 / Style.grid }
  /// The symbol without its quiet zone, points.
  package var width: Double { module * Double(side) }
  /// The quiet zone on each side, points.
  package var zone: Double { module * Double(Style.quietZone) }

  /// A fiftieth of a dot, points.
  package var hair: Double { 72 / Style.grid / 50 }

  /// Points from the page's left edge: the margin is white and serves as a part of the quiet zone.
  package var left: Double { Self.snapped(Measure.points(mm: Style.margin) + zone * 0.6) }
  /// Points from the page's top edge.
  package var top: Double { Self.snapped(SealStrip.top + Measure.points(mm: 1) + zone) }

  /// The nearest dot at or after a length, points.
  static func snapped(_ points: Double) -> Double {
    (points * Style.grid / 72).rounded(.up) * 72 / Style.grid
  }
}
