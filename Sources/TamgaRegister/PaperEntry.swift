public import TamgaDomain

/// What the register holds of one paper. Carries no personal data.
public struct PaperEntry: Hashable, Sendable {
  /// The entry's own number in this register: the name of the paper for every further step.
  public let serial: Int64
  /// The id of the decision.
  public let decision: String
  /// 0, and 1 and above for further papers of the decision.
  public let part: Int
  /// SHA-256 of the canonical record.
  public let recordHash: [UInt8]
  /// The id of the kind.
  public let document: String
  /// Nil when a newer version wrote a service that is unknown here.
  public let service: Service?
  /// The id of the edition.
  public let edition: String
  /// The languages that are printed, Kazakh first.
  public let languages: [Language]
  /// The code of the issuing body.
  public let issuingBody: String
  /// What names the paper for people.
  public let number: DocumentNumber
  /// True when the register made the number.
  public let isAllotted: Bool
  /// The day that is printed, not that of sealing.
  public let issueDate: CalendarDate
  /// The first and the last valid day; nil for papers without a term.
  public let validFrom: CalendarDate?
  public let validUntil: CalendarDate?
  /// The entry of the paper before this one. For a reissue, a duplicate or a revocation it is the
  /// newest copy of the number that the request named.
  public let previous: Int64?
  /// What this paper does to `previous`.
  public let relation: Relation?
  /// Claim 7 of the seal.
  public let statusIndex: StatusIndex
  /// How far its making has come.
  public internal(set) var state: PaperState
  /// What the status list says.
  public let status: PaperStatus
  /// The paper that superseded or revoked this one.
  public let endedBy: DocumentNumber?
  /// The batch whose run reserved it.
  public let batch: String?
  /// Seconds since 1970-01-01T00:00:00Z.
  public let reservedAt: Int64
  /// The same; nil until the paper is issued.
  public internal(set) var issuedAt: Int64?
  /// Nil until the paper is issued.
  public internal(set) var file: IssuedFile?
  /// Seconds since 1970-01-01T00:00:00Z when retention removed the file, the record and the seal;
  /// nil while they are kept.
  public internal(set) var purgedAt: Int64? = nil

  /// SHA-256 of the ``RegisteredForm`` that it was made from; nil for papers from before that was kept.
  public internal(set) var form: [UInt8]? = nil

  /// State and status together.
  public var condition: PaperCondition { PaperCondition(state, status) }

  /// The paper that is in force instead of this one, when this one is superseded.
  public var replacedBy: DocumentNumber? { status == .superseded ? endedBy : nil }

  /// The same as the rules see it.
  public var earlier: EarlierPaper {
    EarlierPaper(
      document: document, service: service, number: number.number, copy: number.copy,
      decision: decision, issueDate: issueDate, validFrom: validFrom, validUntil: validUntil,
      status: status, serial: serial, extends: relation == .extends ? previous : nil,
      replaces: relation == .reissues || relation == .duplicates ? previous : nil)
  }
}

/// The file of an issued paper.
public struct IssuedFile: Hashable, Sendable {
  /// SHA-256 of the bytes.
  public let sha256: [UInt8]
  /// Bytes of the file.
  public let byteCount: Int
  /// 1 and above.
  public let pages: Int
  /// The path below the batch's folder.
  public let path: String

  public init(sha256: [UInt8], byteCount: Int, pages: Int, path: String) {
    self.sha256 = sha256
    self.byteCount = byteCount
    self.pages = pages
    self.path = path
  }
}

/// The seal of a paper as it is stored, so that every later run prints the same one.
public struct SealRecord: Hashable, Sendable {
  /// The entry of the paper.
  public let serial: Int64
  /// Claim 7 of RFC 8392: 16 random bytes.
  public let cti: [UInt8]
  /// Claim 6 of RFC 8392: seconds since 1970-01-01T00:00:00Z.
  public let issuedAt: Int64
  /// The key: 8 bytes.
  public let kid: [UInt8]
  /// The 8 characters under the symbol (contract `seal.md`, Carriers).
  public let checkCode: String
  /// The COSE_Sign1 object.
  public let bytes: [UInt8]

  public init(
    serial: Int64, cti: [UInt8], issuedAt: Int64, kid: [UInt8], checkCode: String, bytes: [UInt8]
  ) {
    self.serial = serial
    self.cti = cti
    self.issuedAt = issuedAt
    self.kid = kid
    self.checkCode = checkCode
    self.bytes = bytes
  }

  func check() throws(RegisterError) {
    try RegisterLimits.check(cti, "cti", exactly: 16)
    try RegisterLimits.check(kid, "kid", exactly: 8)
    try RegisterLimits.check(Array(checkCode.utf8), "checkCode", exactly: 8)
    guard (1...RegisterLimits.sealBytes).contains(bytes.count) else {
      throw .limit("seal", bytes.count, .bytes("1–\(RegisterLimits.sealBytes)"))
    }
  }
}

/// What came of storing one seal.
public enum SealOutcome: Hashable, Sendable {
  /// Stored, or the same bytes stood there before.
  case sealed
  /// Another run was first: the paper is printed with this seal, the offered one is dropped.
  case sealedBefore(SealRecord)
  /// No such paper, or its state forbids a seal.
  case refused(RegisterError)
}

/// A paper whose file is complete and flushed.
public struct IssueConfirmation: Hashable, Sendable {
  /// The entry of the paper.
  public let serial: Int64
  /// The file as it lies in its place.
  public let file: IssuedFile

  public init(serial: Int64, file: IssuedFile) {
    self.serial = serial
    self.file = file
  }

  func check() throws(RegisterError) {
    try RegisterLimits.check(file.sha256, "sha256", exactly: 32)
    try RegisterLimits.check(file.path, "path", max: RegisterLimits.pathBytes)
    guard file.byteCount > 0 else { throw .limit("byteCount", file.byteCount, .bytes("≥ 1")) }
    guard file.pages > 0 else { throw .limit("pages", file.pages, .count("≥ 1")) }
  }
}

/// What came of confirming one paper.
public enum ConfirmOutcome: Hashable, Sendable {
  /// The entry as it stands; its file is the one of the first confirmation.
  case issued(PaperEntry)
  /// The paper was issued with another file, which stays the paper's file.
  case issuedBefore(PaperEntry)
  /// No such paper, or its state or that of the paper it ends forbids it. Nothing was changed.
  case refused(RegisterError)
}
