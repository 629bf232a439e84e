import Foundation
import TamgaDomain
import TamgaFiles
import TamgaSeal

/// The folder in which an inspector's machine keeps the newest trust bundle of each office.
struct BundleStore {
  let folder: String

  static let suffix = ".bundle"
  /// The first office's; the others are called by their root keys and never by a word of the bundle.
  private static let firstName = "trust" + suffix

  /// A bundle and the file that holds it.
  struct Kept {
    let path: String
    let bundle: TrustBundle
  }

  /// Every bundle that is kept, in the order of the names; none where there is no folder yet.
  func all() throws -> [Kept] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }.sorted()
      .map { name in
        let path = folder + "/" + name
        return Kept(path: path, bundle: try Self.read(path))
      }
  }

  /// Keeps a bundle in the place of the one of its office, or beside those of others.
  func keep(_ bundle: TrustBundle, inPlaceOf held: Kept?, beside others: [Kept]) throws {
    try OutputFolder.make(folder)
    let name =
      others.isEmpty
      ? Self.firstName : "trust-\(bundle.rootKey.fingerprint.prefix(16))" + Self.suffix
    try Files.write(bundle.bytes, to: held?.path ?? folder + "/" + name)
  }

  static func read(_ path: String) throws -> TrustBundle {
    let bytes = try Files.bytes(of: path)
    do throws(TrustBundleError) { return try TrustBundle(bytes) } catch { throw error.at(path) }
  }

  /// The bundles of the files and stores that a command names.
  ///
  /// - Parameter roots: Fingerprints of which each bundle must have one; none for any.
  static func bundles(of paths: [String], roots: [String]) throws -> [TrustBundle] {
    var found: [TrustBundle] = []
    for path in paths {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      var kept = isThere && isFolder.boolValue ? try BundleStore(folder: path).all() : []
      if isFolder.boolValue, kept.isEmpty { throw CLIError.emptyStore(path) }
      if !isFolder.boolValue { kept = [Kept(path: path, bundle: try read(path))] }
      for kept in kept {
        if !roots.isEmpty, !roots.contains(where: kept.bundle.hasRoot) {
          throw TrustBundleError.otherRoot(kept.bundle.rootKey.fingerprint).at(kept.path)
        }
        if !found.contains(kept.bundle) { found.append(kept.bundle) }
      }
    }
    return found
  }
}
