/// Lengths of the page. Templates and style speak of millimetres, PDF of points (1/72 inch).
package enum Measure {
  /// Points in a millimetre.
  package static let millimetre = 72 / 25.4

  package static func points(mm: Double) -> Double { mm * millimetre }

  /// The nearest of cairo's coordinates, which are 256ths of a point.
  package static func snapped(_ points: Double) -> Double {
    (points * 256).rounded(.toNearestOrEven) / 256
  }
}
