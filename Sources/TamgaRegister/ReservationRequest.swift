public import TamgaDomain

/// What a paper does to the paper before it.
public enum Relation: String, Hashable, Sendable, CaseIterable {
  case extends
  /// Supersedes it, under a new number.
  case reissues
  /// Supersedes it, under the same number: the copy is counted.
  case duplicates
  /// Revokes or annuls it.
  case revokes

  /// True when the earlier paper ends with this one (contract `seal.md`, Status); an extension
  /// leaves it valid to its own end.
  public var endsPrevious: Bool { self != .extends }
}

/// A decision that asks for a number.
public struct ReservationRequest: Hashable, Sendable {
  /// The exporting system's id of the decision: the idempotency key.
  public var decision: String
  /// 0, and 1 and above for further papers of the same decision.
  public var part: Int
  /// SHA-256 of the canonical record: 32 bytes that tell a changed record.
  public var recordHash: [UInt8]
  /// The canonical record itself.
  public var record: [UInt8]
  /// The id of the kind.
  public var document: String
  public var service: Service
  /// The id of the edition.
  public var edition: String
  public var languages: [Language]
  /// The code of the issuing body.
  public var issuingBody: String
  /// The prefix of allotted numbers, its variables filled in: `ALA-21`.
  public var series: String
  /// The ordinal at which the office has the series begin; one that is further on already goes on as it is.
  public var seriesFirst: Int64 = 1
  /// The number that the record gives; nil to have one allotted.
  public var given: DocumentNumber?
  /// The papers among which a given number is unique: the id of the kind, or a name that several
  /// kinds share which are numbered in one book.
  public var family: String
  public var issueDate: CalendarDate
  public var validFrom: CalendarDate?
  /// Chooses the status lists.
  public var validUntil: CalendarDate?
  /// The entry of the paper before this one, when the register holds it.
  public var previous: Int64?
  /// What this paper does to `previous`; nil when there is none in law or in the register.
  public var relation: Relation?
  /// Keys under which the holder is looked up, at most ``RegisterLimits/personKeys``. Opaque here.
  public var personKeys: [String]
  /// Keys under which the paper is found by name and passport (``SearchKeys``).
  public var searchKeys: [String] = []
  /// The newest entry under the person keys when the decision was judged, 0 for none, as
  /// ``Register/newest(personKeys:)`` gave it before: a paper that another decision got since then
  /// refuses the request. Nil asks nothing.
  public var personSeen: Int64?
  /// The name of the batch.
  public var batch: String?
  /// SHA-256 of the ``RegisteredForm`` that the paper is made from.
  public var form: [UInt8]?

  public init(
    decision: String, part: Int = 0, recordHash: [UInt8], record: [UInt8], document: String,
    service: Service, edition: String, languages: [Language], issuingBody: String, series: String,
    given: DocumentNumber? = nil, family: String? = nil, issueDate: CalendarDate,
    validFrom: CalendarDate? = nil, validUntil: CalendarDate? = nil, previous: Int64? = nil,
    relation: Relation? = nil, personKeys: [String] = [], batch: String? = nil
  ) {
    self.decision = decision
    self.part = part
    self.recordHash = recordHash
    self.record = record
    self.document = document
    self.service = service
    self.edition = edition
    self.languages = languages
    self.issuingBody = issuingBody
    self.series = series
    self.given = given
    self.family = family ?? document
    self.issueDate = issueDate
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.previous = previous
    self.relation = relation
    self.personKeys = personKeys
    self.batch = batch
  }

  /// - Throws: ``RegisterError`` of code `limit`, which names the value that is too long.
  func check() throws(RegisterError) {
    let name = RegisterLimits.nameBytes
    try RegisterLimits.check(decision, "decision", max: RegisterLimits.decisionBytes)
    guard (0..<RegisterLimits.decisionParts).contains(part) else {
      throw .limit("part", part, .count("0–\(RegisterLimits.decisionParts - 1)"))
    }
    try RegisterLimits.check(recordHash, "recordHash", exactly: 32)
    guard record.count <= RegisterLimits.recordBytes else {
      throw .limit("record", record.count, .bytes("0–\(RegisterLimits.recordBytes)"))
    }
    try RegisterLimits.check(document, "document", max: name)
    try RegisterLimits.check(edition, "edition", max: name)
    try RegisterLimits.check(issuingBody, "issuingBody", max: name)
    try RegisterLimits.check(family, "family", max: name)
    if let form { try RegisterLimits.check(form, "form", exactly: 32) }
    if let batch { try RegisterLimits.check(batch, "batch", max: name) }
    guard personKeys.count <= RegisterLimits.personKeys else {
      throw .limit("personKeys", personKeys.count, .count("0–\(RegisterLimits.personKeys)"))
    }
    for key in personKeys {
      try RegisterLimits.check(key, "personKeys", max: RegisterLimits.personKeyBytes)
    }
    guard searchKeys.count <= SearchKeys.keys else {
      throw .limit("searchKeys", searchKeys.count, .count("0–\(SearchKeys.keys)"))
    }
    for key in searchKeys {
      try RegisterLimits.check(key, "searchKeys", max: RegisterLimits.searchKeyBytes)
    }
  }
}
