import Foundation
import Testing

/// The shared vectors before readers of COSE, CWT and Token Status Lists that are not ours.
@Suite struct VectorJudgesTests {
  @Test func strangersAgree() throws {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with cwt and pycose: use `make test`")
    let judge = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Vectors/_judges/judge.py").path
    let run = try Program(
      python, [judge], in: "/", environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    let judged = run.text.split(separator: "\n").last?.split(separator: " ").first
    #expect((judged.flatMap { Int($0) } ?? 0) >= 80, "\(run.text)")
  }
}
