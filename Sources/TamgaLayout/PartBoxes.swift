import TamgaDomain
import TamgaTemplates

/// The boxes of a paper's parts, each density of each part composed once.
final class PartBoxes {
  /// Those in the boxes so far.
  let numbers = NumberedTexts()
  private let parts: [FilledPart]
  private let fonts: FontLibrary
  private var composed: [[Int: [Box]]]

  init(_ parts: [FilledPart], _ fonts: FontLibrary) {
    self.parts = parts
    self.fonts = fonts
    composed = Array(repeating: [:], count: parts.count)
  }

  /// - Parameters:
  ///   - part: Its place in the paper.
  ///   - density: Its place among those of ``Style``.
  func boxes(of part: Int, _ density: Int) throws(TypesetError) -> [Box] {
    if let boxes = composed[part][density] { return boxes }
    let composer = BlockComposer(
      language: parts[part].language, style: Style.densities[density], fonts: fonts,
      numbers: numbers)
    let boxes = try composer.boxes(of: parts[part].blocks)
    composed[part][density] = boxes
    return boxes
  }

  /// The boxes of the parts with a hairline between them, in the first density that fits; nil where none does.
  ///
  /// - Parameter height: Room, points.
  func onOnePage(_ parts: Range<Int>, _ height: Double) throws(TypesetError) -> [Box]? {
    let densities = Style.densities.indices
    let generous = try column(parts, densities.lowerBound)
    let used = PageFlow.height(of: generous)
    if used <= height { return generous }
    // Even the tightest density does not take so much away.
    if used > 2.5 * height { return nil }
    // Most papers that do not fit are longer by far: the tightest tells it at once.
    let tightest = try column(parts, densities.upperBound - 1)
    guard PageFlow.height(of: tightest) <= height else { return nil }
    for density in densities.dropFirst().dropLast() {
      let boxes = try column(parts, density)
      if PageFlow.height(of: boxes) <= height { return boxes }
    }
    return tightest
  }

  func column(_ parts: Range<Int>, _ density: Int) throws(TypesetError) -> [Box] {
    let style = Style.densities[density]
    var boxes: [Box] = []
    for part in parts {
      var more = try self.boxes(of: part, density)
      if !boxes.isEmpty {
        boxes.append(Self.divider(style, afterBlank: boxes.last?.endsBlank ?? false))
        if !more.isEmpty { more[0].gap = Measure.points(mm: 5) * style.air }
      }
      boxes += more
    }
    return boxes
  }

  private static func divider(_ style: Style, afterBlank: Bool) -> Box {
    Box(
      items: [
        .rule(
          x: 0, y: 0, width: Measure.points(mm: Style.contentWidth), thickness: 0.5,
          shade: Style.hairline)
      ], height: 0.5, gap: afterBlank ? 0 : Measure.points(mm: 5) * style.air)
  }

  /// The pages of one language: one if a density fits on it; else in the density of flowing papers,
  /// or a tighter one where that saves a last page of a few lines.
  ///
  /// - Parameters:
  ///   - first: Room on the first page, points.
  ///   - later: Room on each page after it.
  func pages(
    of part: Int, first: Double, later: Double
  ) throws(TypesetError) -> [[Box]] {
    if let fitting = try onOnePage(part..<part + 1, first) { return [fitting] }
    let pages = try PageFlow.pages(
      of: boxes(of: part, Style.flowing), first: first, later: later)
    guard let last = pages.last, PageFlow.height(of: last) < later * Style.scantPage else {
      return pages
    }
    for density in Style.densities.indices
    where Style.densities[density].air < Style.densities[Style.flowing].air {
      let tighter = try PageFlow.pages(of: boxes(of: part, density), first: first, later: later)
      if tighter.count < pages.count { return tighter }
    }
    return pages
  }
}
