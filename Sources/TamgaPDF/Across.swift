import Foundation
import TamgaLayout

/// Words from the lower left to the upper right of a page.
enum Across {
  static let angle = atan2(
    Measure.points(mm: Style.pageHeight), Measure.points(mm: Style.pageWidth))

  /// From places around the middle of the words to points from the page's top left.
  static var matrix: [Double] {
    [
      cos(angle), -sin(angle), sin(angle), cos(angle),
      Measure.points(mm: Style.pageWidth) / 2, Measure.points(mm: Style.pageHeight) / 2,
    ]
  }
}
