internal import Foundation
internal import TamgaIssue
internal import TamgaKeys

/// How many private keys of an office stand in their files for everybody to read who has them.
enum KeyCount {
  static func plain(_ folder: String, _ configuration: OfficeConfiguration) throws -> Int {
    let ring = try KeyRing(
      folder: folder + "/" + OfficeFiles.keys, rules: configuration.keyRules,
      now: { Int64(Date().timeIntervalSince1970) })
    return ring.files.count { $0.custody == .plain }
  }
}
