internal import Foundation

/// Where the program `tamga-reader` is.
public enum ReaderProgram {
  public static let name = "tamga-reader"

  /// Its name where a build of `tamga` alone brought it: SwiftPM builds it as a tool of the version's plugin,
  /// since an executable cannot depend on another one.
  private static let toolName = "tamga-reader-tool"

  /// The program that `TAMGA_READER` names, else the one beside this executable, else an installed one; nil
  /// where there is none.
  public static func find() -> String? {
    find(named: ProcessInfo.processInfo.environment["TAMGA_READER"])
  }

  static func find(named: String?) -> String? {
    // What was named is meant: another one in its place would be a surprise.
    if let named, !named.isEmpty { return isProgram(named) ? named : nil }
    return places.first(where: isProgram)
  }

  /// Where it is looked for, in this order.
  public static var places: [String] {
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders =
      [executable.deletingLastPathComponent().path]
      + ["/usr/libexec/tamga", "/usr/lib/tamga", "/usr/local/libexec/tamga"]
    return folders.map { $0 + "/" + name } + [folders[0] + "/" + toolName]
  }

  private static func isProgram(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }
}
