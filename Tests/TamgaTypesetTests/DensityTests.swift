import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// Whatever room there is, a paper has the first density that fits: the tightest is tried early, and no paper
/// looks otherwise for it.
@Suite struct DensityTests {
  @Test(arguments: Paper.sample) func theFirstThatFitsIsTaken(_ paper: Paper) throws {
    let document = try paper.filled()
    let parts = PartBoxes(document.parts, try FontLibrary(Office.library().shared.fonts))
    for range in [0..<1, 0..<document.parts.count] {
      let heights = try Style.densities.indices.map { density in
        PageFlow.height(of: try parts.column(range, density))
      }
      // Heights fall, so that what the tightest does not hold none does.
      #expect(heights.min() == heights.last, "\(heights)")
      let rooms = heights.flatMap { [$0 - 0.5, $0, $0 + 0.5] }
      for room in rooms where heights[0] <= 2.5 * room {
        let taken = try parts.onOnePage(range, room).map { PageFlow.height(of: $0) }
        #expect(taken == heights.first { $0 <= room }, "\(room) of \(heights)")
      }
    }
  }
}
