import Foundation
import Testing

/// Pictures of papers that were printed, marked, folded, moved and sent by messenger, one of each class
/// (`make bench-reading` takes more). The judges are plain ZBar and the newest zxing-cpp.
@Suite struct ReadingTests {
  @Test func degradedPicturesAreReadAndNeverWrongly() throws {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with OpenCV and zxing-cpp: use `make test`")
    let workshop = try Workshop(office: false)
    let run = try Program(
      python,
      [
        Place.root + "/Tests/Tools/bench-reading", Place.tamga, "--sample", "--count", "1",
        "--papers", "3", "--folder", workshop.path("pictures"),
      ], in: workshop.folder,
      environment: Workshop.environment.merging(
        ProcessInfo.processInfo.environment.filter { $0.key == "PYTHONPATH" }
      ) { mine, _ in mine },
      input: nil
    ).wait(seconds: 600)
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(run.text.contains("30 classes"))
  }
}
