import Foundation

/// Where the tests find what they run and what they read.
enum Place {
  /// The root of the repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let templates = root + "/Templates"
  static let contract = root + "/Tests/Fixtures/contract"
  static let judges = root + "/Tests/CommandTests/Judges"
  /// What a program that reads aloud finds in papers.
  static let reading = root + "/Tests/CommandTests/Reading"

  /// The executable under test: beside the test binary, or where `TAMGA_UNDER_TEST` says.
  static let tamga: String = {
    if let path = ProcessInfo.processInfo.environment["TAMGA_UNDER_TEST"] { return path }
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "tamga").path
  }()

  /// One folder for all the workshops of this run; it goes when the run ends.
  static let workshops: String = {
    let path = NSTemporaryDirectory() + "tamga-tests-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: Place.workshops) }
    return path
  }()

  /// The interpreter that has the readers of COSE which are not ours.
  static let python = ProcessInfo.processInfo.environment["TAMGA_PYTHON"]
}
