import Foundation
import TamgaDomain

/// Writing of files that are no papers.
enum Files {
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Complaint(
        Message(kk: "жазылмады", ru: "не записано", en: "could not be written"), place: path)
    }
  }
}
