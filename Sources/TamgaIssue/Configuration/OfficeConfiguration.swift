public import TamgaDomain
public import TamgaKeys
public import TamgaSeal

/// `tamga.yaml`: what an office settles. Unknown keys are errors.
public struct OfficeConfiguration: Hashable, Sendable {
  /// The issuer of every seal, for example `KZ-ALA`.
  public let office: String
  /// Shown with verdicts; the first issuing body's unless the file says otherwise.
  public let name: Bilingual
  public let zone: OfficeZone
  /// The host of the check page, ASCII.
  public let verifyHost: String
  /// Made without a configuration and not edited since: the host is one of RFC 2606, where no check page is.
  public var isSample: Bool { verifyHost == "example" || verifyHost.hasSuffix(".example") }
  /// By code.
  public let bodies: [String: IssuingBody]
  public let policy: OfficePolicy
  public let algorithm: SignatureAlgorithm
  /// Days for which an exported trust bundle counts as current.
  public let bundleDays: Int
  /// Where numbers, papers and events are kept.
  public let register: RegisterPlace
  /// The folder of the issued files; nil for `store` in the office folder. Machines that share a
  /// register share it.
  public let store: String?
  /// Where the papers of a batch are put.
  public let batchPapers: BatchPapers
  /// Months for which the file of a paper is kept after its end, by service; a service that is not
  /// here keeps its papers for good.
  public let retentionMonths: [Service: Int]
  /// What the server keeps to.
  public let serve: ServeRules
  /// The ordinals at which series begin, by prefix (`ALA-26`): an office that numbered its papers before goes on.
  public let seriesFirst: [String: Int64]

  /// Where the papers of a batch are put.
  public enum BatchPapers: String, CaseIterable, Sendable {
    /// In the folder of the batch, and the office's own copy in the store.
    case files
    /// In the store alone: a desk, a print run or another system hands them out.
    case store
  }

  /// Its papers give no right: it has test keys, which no other office takes.
  public let isTest: Bool
  /// The certificates with which papers are signed, by the code of the issuing body.
  public let signatures: [String: SignatureRule]

  public var keyRules: KeyRules {
    KeyRules(office: office, zone: zone, algorithm: algorithm, isTest: isTest)
  }

  /// The folder of the issued files of the office in `folder`.
  package func store(of folder: String) -> String { store ?? folder + "/store" }

  /// With a host of this length the longest lawful record fits the symbol (contract `seal.md`).
  public static let maxHostLength = 30
}
