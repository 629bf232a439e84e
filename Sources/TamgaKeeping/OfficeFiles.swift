internal import TamgaFiles
internal import TamgaIssue
internal import TamgaRegister

/// The files of an office folder that a backup copies as they are: all but databases, the store, locks,
/// what runs leave, and private keys.
struct OfficeFiles {
  let folder: String
  /// Where the issued files lie.
  let store: String
  let withKeys: Bool

  /// Below the folder, in order.
  private(set) var names: [String] = []
  /// What is there, is not copied and should be known: links other than those of the desk, and what is no file.
  private(set) var leftOut: [String] = []
  private(set) var keys = 0

  static let keys = "keys"
  private static let databases = [Office.registerName, "accounts.sqlite"]

  init(folder: String, store: String, withKeys: Bool) {
    self.folder = folder
    self.store = Folder.real(store)
    self.withKeys = withKeys
    look("")
  }

  private mutating func look(_ below: String) {
    for name in Folder.names(folder + "/" + below) {
      let place = below + name
      let path = folder + "/" + place
      if isSkipped(place, name) { continue }
      switch Folder.kind(path) {
      case .file:
        if Self.isKey(place) {
          guard withKeys else { continue }
          keys += 1
        }
        names.append(place)
      case .folder: if Folder.real(path) != store { look(place + "/") }
      case .other: if !isBatch(place) { leftOut.append(place) }
      case nil: continue
      }
    }
  }

  /// The desk's link to a batch whose folder lies with the output: no part of the office, and made anew when the batch
  /// is run again. The folder may have gone since.
  private func isBatch(_ place: String) -> Bool {
    guard place.hasPrefix(Office.deskFolder + "/") else { return false }
    let path = folder + "/" + place
    return Folder.isLink(path) && (!Folder.exists(path) || Folder.exists(path + "/documents"))
  }

  private func isSkipped(_ place: String, _ name: String) -> Bool {
    AtomicFile.isTemporary(name) || name == ".lock" || place == SQLiteRegister.lockName
      || place == "locks"
      || place == RestoreMark.fileName || Self.databases.contains { place.hasPrefix($0) }
  }

  /// Whether a file holds a secret key, or says which token does.
  static func isKey(_ place: String) -> Bool {
    place.hasPrefix(keys + "/") && place.hasSuffix(".key") || isSigningKey(place)
  }

  /// Whether a file holds a key that signs documents (PKCS #12).
  private static func isSigningKey(_ place: String) -> Bool {
    place.hasSuffix(".p12") || place.hasSuffix(".pfx")
  }

  /// The rights of a restored file.
  static func mode(_ place: String) -> UInt32 {
    if place.hasPrefix(keys + "/") || databases.contains(place) || isSigningKey(place) {
      return 0o600
    }
    return 0o640
  }
}
