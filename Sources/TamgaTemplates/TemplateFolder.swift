import Foundation
import TamgaDomain

/// The templates folder: reads files below it by relative name and never looks outside.
struct TemplateFolder {
  let path: String

  /// One template file; a form of some hundred lines is far below it.
  static let maxFileBytes = 4 << 20

  func text(_ name: String, log: FaultLog) -> String? {
    let full = path + "/" + name
    let data = FileManager.default.contents(atPath: full)
    guard data != nil || FileManager.default.fileExists(atPath: full) else {
      log.add(.missingFile, name, 0, kk: "файл жоқ", ru: "нет файла", en: "the file is missing")
      return nil
    }
    guard let data, data.count <= Self.maxFileBytes,
      let text = String(validating: data, as: UTF8.self)
    else {
      log.add(
        .notReadable, name, 0, kk: "файл оқылмайды немесе UTF-8 емес",
        ru: "файл не читается или не в UTF-8", en: "the file cannot be read or is not UTF-8")
      return nil
    }
    log.note(text, of: name)
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  func map<T>(_ name: String, log: FaultLog, _ body: (YAMLMap) -> T?) -> T? {
    guard let text = text(name, log: log), let map = YAMLMap.top(text, file: name, log: log) else {
      return nil
    }
    let value = body(map)
    map.finish()
    return value
  }

  /// Names of the folders directly below `name`, sorted.
  func folders(in name: String) -> [String] {
    let full = name.isEmpty ? path : path + "/" + name
    guard let folder = opendir(full) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix("."), Self.isFolder(entry.pointee.d_type, full + "/" + name) {
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// Most file systems say it with the name; of a link or where they do not, the file is asked.
  private static func isFolder(_ type: UInt8, _ path: String) -> Bool {
    switch Int(type) {
    case Int(DT_DIR): return true
    case Int(DT_REG): return false
    default:
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
