import Foundation
import TamgaDomain
import TamgaIssue
import TamgaSeal

/// Where an inspector's machine keeps the newest trust bundle.
enum BundleStore {
  static func keep(_ bundle: TrustBundle, at path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CLIError.notWritten(folder, because: SystemReason(of: error))
    }
    try Files.write(bundle.bytes, to: path)
  }
}
