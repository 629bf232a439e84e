import Foundation
import Testing

/// A token of SoftHSM in a folder of the workshop.
enum SoftToken {
  static let module = "/usr/lib/softhsm/libsofthsm2.so"
  static let pin = "4321-0987-6543"
  static let missing: Comment = "SoftHSM is not here: `make setup` installs softhsm2"
  static let isThere = FileManager.default.isReadableFile(atPath: module)

  /// Makes a token called `office`.
  ///
  /// - Returns: The variables with which a program finds it.
  static func make(_ workshop: Workshop) throws -> [String: String] {
    try FileManager.default.createDirectory(
      atPath: workshop.path("token"), withIntermediateDirectories: true)
    let settings = try workshop.write(
      "softhsm2.conf",
      Data(
        "directories.tokendir = \(workshop.path("token"))\nobjectstore.backend = file\n".utf8))
    let variables = ["SOFTHSM2_CONF": settings]
    let run = try Program(
      "softhsm2-util",
      ["--init-token", "--free", "--label", "office", "--pin", pin, "--so-pin", "98765"],
      in: workshop.folder, environment: Workshop.environment.merging(variables) { $1 }, input: nil
    ).wait()
    try #require(run.status == 0, "\(run.errors)")
    return variables
  }
}
