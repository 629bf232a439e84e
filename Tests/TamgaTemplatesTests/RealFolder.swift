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

  /// The names of the fixtures that hold words of acts.
  static func statutory() throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(atPath: top.appending(path: "Tests/Fixtures/statutory").path()).sorted()
  }

  /// The kinds whose form an act prints, or whose words are held to one: those with fixtures.
  static let printedByActs = [
    "exit-pr-talon",
    "fingerprint-photo-certificate",
    "labour-immigrant-acceptance-refusal-receipt",
    "labour-immigrant-application",
    "labour-immigrant-permit",
    "labour-immigrant-permit-duplicate",
    "labour-immigrant-permit-extension",
    "labour-immigrant-permit-refusal",
    "permanent-residence-permit-refusal",
    "qualification-certificate",
    "qualification-certificate-application",
    "qualification-certificate-duplicate",
    "qualification-certificate-extension",
    "qualification-certificate-reissue",
    "temporary-residence-application",
    "temporary-residence-permit",
    "temporary-residence-permit-extension",
  ]

  /// Every kind of the project.
  static let documents = [
    "contract-termination-notice",
    "departure-address-slip",
    "employer-change-notice",
    "exit-pr-application",
    "exit-pr-conclusion",
    "exit-pr-cover-letter",
    "exit-pr-decision",
    "exit-pr-inquiry",
    "exit-pr-military-referral",
    "exit-pr-notification",
    "exit-pr-receipt-certificate",
    "exit-pr-refusal-decision",
    "exit-pr-refusal-notice",
    "exit-pr-talon",
    "fingerprint-photo-certificate",
    "labour-immigrant-acceptance-receipt",
    "labour-immigrant-acceptance-refusal-receipt",
    "labour-immigrant-application",
    "labour-immigrant-duplicate-application",
    "labour-immigrant-permit",
    "labour-immigrant-permit-duplicate",
    "labour-immigrant-permit-extension",
    "labour-immigrant-permit-refusal",
    "labour-immigrant-permit-revocation-decision",
    "labour-immigrant-permit-revocation-notice",
    "permanent-residence-application",
    "permanent-residence-permit",
    "permanent-residence-permit-annulment-decision",
    "permanent-residence-permit-refusal",
    "qualification-certificate",
    "qualification-certificate-acceptance-refusal",
    "qualification-certificate-application",
    "qualification-certificate-duplicate",
    "qualification-certificate-extension",
    "qualification-certificate-refusal",
    "qualification-certificate-reissue",
    "qualification-certificate-revocation-decision",
    "residence-change-notice",
    "temporary-residence-application",
    "temporary-residence-permit",
    "temporary-residence-permit-extension",
    "temporary-residence-permit-refusal",
    "temporary-residence-petition",
  ]
}
