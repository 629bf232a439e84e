import Foundation
import Testing

/// Compares text with a file of `Golden`; `TAMGA_RECORD=1` in the environment rewrites it.
///
/// A missing file fails: a page that nobody has looked at must not be green.
func expectGolden(
  _ actual: String, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil {
    try actual.write(to: golden, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): read the difference, then run again", sourceLocation: location)
    return
  }
  let expected = try? String(contentsOf: golden, encoding: .utf8)
  #expect(expected != nil, "\(name) is not recorded", sourceLocation: location)
  guard let expected, actual != expected else { return }
  let lines = zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
  let first = lines.first { $0 != $1 }
  Issue.record(
    "\(name) changed, first at: \(first?.0 ?? "its end") (was: \(first?.1 ?? "its end"))",
    sourceLocation: location)
}
