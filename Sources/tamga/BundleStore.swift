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
      try Data(bundle.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Complaint(
        Message(kk: "жазылмады", ru: "не записано", en: "could not be written"), place: path)
    }
  }
}
