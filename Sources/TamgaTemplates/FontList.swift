import Foundation
import TamgaDomain
import TamgaFormats

/// What a font file of the papers is for.
public enum FontRole: String, Hashable, Sendable, CaseIterable {
  case serif
  case serifBold = "serif-bold"
  case serifItalic = "serif-italic"
  case sans
  case sansBold = "sans-bold"
  case monoBold = "mono-bold"
  /// For characters that the other faces lack.
  case fallback
}

/// One face of the papers, as `shared/fonts.yaml` names it.
public struct FontFile: Hashable, Sendable {
  public let role: FontRole
  /// A file name, or with a slash a path within the templates folder.
  public let name: String
  /// The SHA-256 of the only file that may be used, 32 bytes.
  public let sha256: [UInt8]
  /// The Debian package that has the file.
  public let package: String?
  /// In `shared/fonts.yaml`, from 1.
  public let line: Int

  public init(role: FontRole, name: String, sha256: [UInt8], package: String?, line: Int) {
    self.role = role
    self.name = name
    self.sha256 = sha256
    self.package = package
    self.line = line
  }
}

/// The font files of the papers: only these are used, and only in the version whose SHA-256 is given.
public struct FontList: Hashable, Sendable {
  static let file = "shared/fonts.yaml"

  /// The templates folder.
  public let templates: String
  /// Where a file without a slash in its name is sought, in order.
  public let folders: [String]
  /// One for each role but the fallback, of which there may be any number, in order.
  public let files: [FontFile]

  public init(templates: String, folders: [String], files: [FontFile]) {
    self.templates = templates
    self.folders = folders
    self.files = files
  }

  /// Where a file is; nil when it is nowhere.
  public func path(of file: FontFile) -> String? {
    let places = file.name.contains("/") ? [templates] : folders
    return places.map { $0 + "/" + file.name }.first { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue && FileManager.default.isReadableFile(atPath: path)
    }
  }
}

extension FontList {
  /// Reads `shared/fonts.yaml` alone.
  ///
  /// - Throws: ``TemplateFaults`` with file and line.
  public static func read(templates: String) throws(TemplateFaults) -> FontList {
    let log = FaultLog()
    guard let list = read(from: TemplateFolder(path: templates), log: log), log.faults.isEmpty
    else { throw TemplateFaults(log.faults) }
    return list
  }

  static func read(from folder: TemplateFolder, log: FaultLog) -> FontList? {
    folder.map(file, log: log) { map in
      let folders = map.texts("folders")
      var roles: [FontRole] = []
      let files = map.each("faces") { face($0, &roles) }
      guard map.has("faces") else { return nil }
      for role in FontRole.allCases where role != .fallback {
        guard roles.count(where: { $0 == role }) != 1 else { continue }
        map.fault(
          .wrongValue, at: "faces", kk: "«\(role.rawValue)» үшін дәл бір файл керек",
          ru: "для «\(role.rawValue)» нужен ровно один файл",
          en: "'\(role.rawValue)' needs exactly one file")
      }
      return FontList(templates: folder.path, folders: folders, files: files)
    }
  }

  private static func face(_ map: YAMLMap, _ roles: inout [FontRole]) -> FontFile? {
    let role = map.word("for", FontRole.self)
    if let role { roles.append(role) }
    let (name, sum) = (map.text("file"), map.text("sha256"))
    let package = map.optionalText("package")
    guard let role, let name, let sum else { return nil }
    let sha256 = bytes(sum)
    if sha256 == nil {
      map.fault(
        .wrongValue, at: "sha256", kk: "SHA-256: он алтылық 64 таңба керек (sha256sum ФАЙЛ)",
        ru: "SHA-256: нужны 64 шестнадцатеричных знака (sha256sum ФАЙЛ)",
        en: "SHA-256: expected 64 hexadecimal digits (sha256sum FILE)")
    }
    if !isInside(name) {
      map.fault(
        .wrongValue, at: "file", kk: "файл аты немесе үлгілер қалтасындағы жол керек",
        ru: "нужно имя файла или путь внутри папки шаблонов",
        en: "expected the name of a file or a path within the templates folder")
    }
    guard isInside(name), let sha256 else { return nil }
    return FontFile(role: role, name: name, sha256: sha256, package: package, line: map.line())
  }

  /// Whether a name leads nowhere outside of the folder in which it is sought.
  private static func isInside(_ name: String) -> Bool {
    name.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !["", ".", ".."].contains($0) }
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    text.utf8.count == 64 ? Hex.bytes(text) : nil
  }
}
