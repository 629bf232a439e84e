import Foundation
public import TamgaDomain
import TamgaFormats

/// What the last whole audit of an office found, as its pages show it. Beside the register in `audit.json`.
public struct KeptAudit: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let at: Int64
  public let findings: Int
  /// A sentence with its place for the first of them.
  public let sentences: [Message]

  /// Findings that are told one by one.
  private static let told = 100
  private static let fileName = "audit.json"

  public init(at: Int64, findings: [AuditFinding]) {
    self.at = at
    self.findings = findings.count
    sentences = findings.prefix(Self.told).map { finding in
      func with(_ text: String) -> String { "\(finding.place): \(text)" }
      let words = finding.message
      return Message(kk: with(words.kk), ru: with(words.ru), en: with(words.en))
    }
  }

  private init?(_ json: JSONValue) {
    guard case .integer(let at)? = json["at"], case .integer(let findings)? = json["findings"],
      case .array(let told)? = json["told"]
    else { return nil }
    self.at = at
    self.findings = Int(clamping: findings)
    sentences = told.compactMap { one in
      guard let kk = one["kk"]?.text, let ru = one["ru"]?.text, let en = one["en"]?.text else {
        return nil
      }
      return Message(kk: kk, ru: ru, en: en)
    }
  }

  private var json: JSONValue {
    .object([
      .init("at", .integer(at)), .init("findings", .integer(Int64(findings))),
      .init(
        "told",
        .array(
          sentences.map {
            .object([
              .init("kk", .text($0.kk)), .init("ru", .text($0.ru)), .init("en", .text($0.en)),
            ])
          })),
    ])
  }

  /// Keeps it where the office may be written; an audit of a copy that is only read goes without.
  public func keep(in office: Office) {
    try? OfficeFile.write(
      JSONWriter.bytes(json), to: office.folder + "/" + Self.fileName, mode: 0o640)
  }

  /// The last one of an office; nil before the first.
  public static func last(of office: Office) -> KeptAudit? {
    let data = FileManager.default.contents(atPath: office.folder + "/" + fileName)
    return data.flatMap { try? JSONReader.strictValue(of: Array($0)) }.flatMap { KeptAudit($0) }
  }
}
