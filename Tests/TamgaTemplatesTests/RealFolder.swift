import Foundation
import TamgaTemplates

/// The templates and the fixtures of the project, found from this file.
enum RealFolder {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var templates: String { top.appending(path: "Templates").path() }

  private static let read = Result { try TemplateLibrary.read(folder: templates) }

  /// The project's own templates, read once for all tests.
  static func library() throws -> TemplateLibrary { try read.get() }

  /// A file of `Tests/Fixtures`, without its remarks and blank lines.
  static func lines(_ name: String) throws -> [String] {
    let file = top.appending(path: "Tests/Fixtures/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  static let documents = [
    "fingerprint-photo-certificate", "labour-immigrant-permit",
    "labour-immigrant-permit-extension", "labour-immigrant-permit-refusal",
    "permanent-residence-permit-refusal", "qualification-certificate",
    "temporary-residence-permit",
  ]
}
