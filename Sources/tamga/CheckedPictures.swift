import Foundation
import TamgaFiles
import TamgaInput

/// The folder in which `--show` leaves pictures of pages as they were checked.
struct CheckedPictures: Sendable {
  private let folder: String

  /// Makes the folder where there is none.
  init(folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o750])
  }

  /// `paper-1.png`: the input's name and the page.
  func write(_ pages: [PagePicture], of input: String) throws(FileFault) {
    for (index, page) in pages.enumerated() {
      let path = "\(folder)/\(Self.name(input))-\(index + 1).png"
      // A link that somebody has left there would lead elsewhere.
      let kind =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      guard kind != .typeSymbolicLink else { throw FileFault(ELOOP, at: path) }
      try AtomicFile.write(page.png, to: path, mode: 0o640)
    }
  }

  /// Of letters, figures and hyphens: an input's name is a stranger's word.
  private static func name(_ input: String) -> String {
    let last = input.split(separator: "/").last.map(String.init) ?? ""
    let bare = last.hasSuffix(".pdf") ? String(last.dropLast(4)) : last
    let name = bare.unicodeScalars.prefix(80).map { scalar -> Character in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
    }
    return name.isEmpty || input == "-" ? "input" : String(name)
  }
}
