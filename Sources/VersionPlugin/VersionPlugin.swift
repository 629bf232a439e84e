import Foundation
import PackagePlugin

/// Writes the version of the checkout into a Swift file before its target is compiled.
///
/// The manifest's `Context.gitInformation` is kept with the manifest and goes stale at the next
/// commit. This command runs again when the head of the checkout or any source has changed, and
/// rewrites its file only when the version has.
@main
struct VersionPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let script = target.directoryURL.appending(path: "describe")
    let output = context.pluginWorkDirectoryURL.appending(path: "Built.swift")
    let sources = context.package.targets.compactMap { $0 as? any SourceModuleTarget }
      .flatMap { $0.sourceFiles(withSuffix: "").map(\.url) }
    return [
      .buildCommand(
        displayName: "Version of the checkout", executable: URL(filePath: "/bin/sh"),
        arguments: [script.path(), package.path(), output.path()],
        inputFiles: [script] + Self.head(of: package) + sources, outputFiles: [output])
    ]
  }

  /// The file that grows with every commit and checkout; none in the sources of an archive.
  private static func head(of package: URL) -> [URL] {
    var folder = package.appending(path: ".git")
    // In a worktree `.git` is a file that names the folder.
    if let text = try? String(contentsOf: folder, encoding: .utf8), text.hasPrefix("gitdir: ") {
      let path = text.dropFirst("gitdir: ".count).prefix { $0 != "\n" }
      folder = URL(filePath: String(path), relativeTo: package)
    }
    let log = folder.appending(path: "logs/HEAD")
    return FileManager.default.fileExists(atPath: log.path()) ? [log] : []
  }
}
