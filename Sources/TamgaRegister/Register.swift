public import TamgaDomain
public import TamgaLog

/// The office's register: every number that was used, every paper that was made, and everything that
/// happened to it.
///
/// The life of a paper in a run is reserve → seal → (its file is written) → confirm. Each step takes
/// a group in one transaction, gives one outcome for each item in order, and may be repeated after
/// any crash: the same decision finds the same number, the same place in a status list and the same
/// seal. Methods may be called from any thread and block; several processes may use one register.
///
/// A register reads no clock: `at` is seconds since 1970-01-01T00:00:00Z. Every change of a paper
/// writes an event in the same transaction; `agent` is its `who`.
public protocol Register: Sendable {
  // Making papers

  /// Gives each decision its number and its place in a status list.
  ///
  /// A repeated or a refused request uses no number. Allotted numbers of a series are contiguous but
  /// for numbers that records gave. What refuses a paper of a decision refuses those that follow it in the
  /// group.
  ///
  /// - Throws: ``RegisterError``; then nothing of the group is stored.
  func reserve(
    _ requests: [ReservationRequest], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ReservationOutcome]

  /// What ``reserve(_:by:at:)`` would give just now. Nothing is stored, no number is used; the numbers
  /// and entries in the outcomes are given to other papers later.
  func trial(
    _ requests: [ReservationRequest], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ReservationOutcome]

  /// Stores the seals; the first seal of a paper stays.
  func seal(
    _ records: [SealRecord], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [SealOutcome]

  /// Keeps the signatures of files that are written later; the first signature of a paper stays.
  func keep(
    _ signatures: [SignatureRecord], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [SignatureOutcome]

  /// Makes the papers issued. The paper that one of them reissues, duplicates or revokes ends in the
  /// same transaction; it must be issued by then, if only by an earlier item of the group.
  func confirm(
    _ confirmations: [IssueConfirmation], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ConfirmOutcome]

  /// The name of the batch of an input: `yyyy-MM-dd-xxxxxxxx`, the day of its first run and the
  /// beginning of its SHA-256 (32 bytes). The same input has the same name for ever.
  func batch(inputHash: [UInt8], today: CalendarDate) throws(RegisterError) -> String

  // Ruling over papers

  /// Suspends or resumes a paper: `status` is `suspended` or `valid`.
  ///
  /// - Returns: The paper after the move.
  func setStatus(
    _ serial: Int64, to status: PaperStatus, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> PaperEntry

  /// Ends papers that were made in error, all or none; their numbers stay used. What they themselves
  /// had superseded or revoked is reinstated. Papers that are void already stay so.
  ///
  /// - Returns: The papers after the move.
  func void(
    _ serials: [Int64], by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> [PaperEntry]

  /// Records something done with a print.
  func record(
    _ act: PrintAct, of serial: Int64, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError)

  // Retention

  /// Papers that extend, reissue, duplicate or revoke this one, oldest first; void ones left out.
  func followers(of serial: Int64) throws(RegisterError) -> [PaperEntry]

  /// Removes what names the person: the record, the keys of the person and of the search, the claims of the seal and the
  /// reasons of the events. Number, status, digests and the log stay. The files are the caller's.
  ///
  /// - Returns: The papers, each with `purgedAt`; those purged before unchanged.
  /// - Throws: ``RegisterError`` of code `illegal-move` for a paper that is not finished; then nothing
  ///   is removed.
  func purge(
    _ serials: [Int64], by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> [PaperEntry]

  // Looking up

  /// The paper of an entry.
  func paper(serial: Int64) throws(RegisterError) -> PaperEntry?
  /// The papers of a number and copy: several when records gave it to papers of different families.
  func papers(number: DocumentNumber) throws(RegisterError) -> [PaperEntry]
  /// All copies of a number, families together, oldest first.
  func copies(ofNumber number: String) throws(RegisterError) -> [PaperEntry]
  /// The paper of a decision; `part` is 0 for its first.
  func paper(decision: String, part: Int) throws(RegisterError) -> PaperEntry?
  /// The paper at a place in the status lists.
  func paper(at index: StatusIndex) throws(RegisterError) -> PaperEntry?
  /// The sealed or issued paper with this number and the check code under its symbol.
  func paper(number: DocumentNumber, checkCode: String) throws(RegisterError) -> PaperEntry?
  /// The first paper of a row of extensions, reissues and duplicates, and the next ones up to this.
  ///
  /// At most ``RegisterLimits/chainPapers``, the nearest ones.
  func chain(endingWith serial: Int64) throws(RegisterError) -> [PaperEntry]
  /// What is asked of each decision of a group before it is judged; the answers in the same order, of one
  /// moment.
  func answers(to questions: [DecisionQuestion]) throws(RegisterError) -> [DecisionAnswer]
  /// What the rules ask of the paper before a decision.
  func history(_ question: HistoryQuestion) throws(RegisterError) -> RegisterHistory
  /// Papers under a person key, newest first.
  func papers(
    personKey: String, document: String?, service: Service?, limit: Int
  ) throws(RegisterError) -> [PaperEntry]
  /// Papers that were made and that a person looks for, newest first.
  ///
  /// - Parameter bodies: Codes of the bodies whose papers may be found; nil for all.
  func search(
    _ query: SearchQuery, bodies: [String]?, limit: Int
  ) throws(RegisterError) -> [PaperEntry]
  /// Papers in force that were printed at the desk and neither handed over nor spoilt since, the latest print
  /// first.
  ///
  /// - Parameters:
  ///   - moment: Older prints are left out.
  ///   - bodies: Codes of the bodies whose papers may be found; nil for all.
  func waitingPrints(
    since moment: Int64, bodies: [String]?, limit: Int
  ) throws(RegisterError) -> [PaperEntry]
  /// A page of papers by entry; `after` is the last entry of the page before, 0 for the first page.
  func papers(
    _ filter: PaperFilter, after serial: Int64, limit: Int
  ) throws(RegisterError) -> [PaperEntry]
  /// Papers by kind, state and status.
  func counts() throws(RegisterError) -> [PaperCount]
  /// The seal as it was stored; nil until the paper is sealed.
  func seal(of serial: Int64) throws(RegisterError) -> SealRecord?
  /// The signatures that are kept, by entry; of papers that nobody signs there is none.
  func signatures(of serials: [Int64]) throws(RegisterError) -> [Int64: SignatureRecord]
  /// The canonical record of a paper. Personal data.
  func record(of serial: Int64) throws(RegisterError) -> [UInt8]?
  /// A page of events; `of` nil for those of every paper.
  func events(
    of serial: Int64?, after sequence: Int64, limit: Int
  ) throws(RegisterError) -> [RegisterEvent]
  /// A page of events of every paper that changed whether it is in force.
  func feed(_ question: FeedQuestion) throws(RegisterError) -> RegisterFeed
  /// What was done in a time, counted.
  func statistics(_ question: StatisticsQuestion) throws(RegisterError) -> RegisterStatistics

  // The log

  /// A page of the log's entries.
  func log(
    _ filter: LogFilter, _ cursor: LogCursor, limit: Int
  ) throws(RegisterError) -> [RegisterEvent]
  /// Entries of the log; every event is one.
  func logSize() throws(RegisterError) -> Int
  /// The sequence of the last entry that is no trust bundle; 0 when there is none.
  func lastChange() throws(RegisterError) -> Int64
  /// As ``TreeNodes/leafHashes(_:)``.
  func leafHashes(_ range: Range<Int>) throws(RegisterError) -> [TreeHash]
  /// As ``TreeNodes/tileRoots(level:_:)``.
  func tileRoots(level: Int, _ range: Range<Int>) throws(RegisterError) -> [TreeHash]
  /// Keeps a signed checkpoint; the first one of a size stays.
  func keep(_ checkpoint: KeptCheckpoint) throws(RegisterError)
  /// A page of checkpoints by size, those of more entries than `size`.
  func checkpoints(after size: Int, limit: Int) throws(RegisterError) -> [KeptCheckpoint]
  /// The checkpoint of most entries; nil before the first.
  func newestCheckpoint() throws(RegisterError) -> KeptCheckpoint?
  /// Goes on with a register that is older than what was issued from it. An entry of the log says so, with
  /// the reason. Numbers of every series and sequences of bundles that the lost entries may have used are
  /// left out.
  func acceptRestore(
    _ loss: LostEntries, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError)

  // For the audit

  /// A page of papers by entry, each with the digest of its row as it stands.
  func fingerprints(after serial: Int64, limit: Int) throws(RegisterError) -> [PaperFingerprint]
  /// True when the stored seal is the one whose digest stands beside it.
  func sealDigestHolds(_ serial: Int64) throws(RegisterError) -> Bool
  /// True when the kept signature is the one whose digest stands beside it, and for a paper that has none.
  func signatureDigestHolds(_ serial: Int64) throws(RegisterError) -> Bool
  /// The keys under which the holder of a paper is found, sorted.
  func personKeys(of serial: Int64) throws(RegisterError) -> [String]
  /// The keys under which a paper is found by name and passport, sorted.
  func searchKeys(of serial: Int64) throws(RegisterError) -> [String]
  /// Numbers of the series that no paper has.
  func gaps() throws(RegisterError) -> [NumberGap]
  func miscountedLists() throws(RegisterError) -> [ListMiscount]
  /// The sequence of the last trust bundle as it is stored beside the log; 0 before the first.
  func storedSequence() throws(RegisterError) -> Int64

  // For the trust bundle

  /// The status lists that are not wholly expired on `day`.
  func statuses(notExpiredOn day: CalendarDate) throws(RegisterError) -> StatusSnapshot
  /// The first 8 bytes, big-endian and sorted, of the SHA-256 of every seal that was stored under the
  /// key before the moment. The time is the register's own, not what the seal claims.
  func sealsLogged(kid: [UInt8], before moment: Int64) throws(RegisterError) -> [UInt64]
  /// Whether a seal with this SHA-256 of all its bytes was stored under this `cti`; also after the
  /// retention of its paper.
  func holdsSeal(sha256: [UInt8], cti: [UInt8]) throws(RegisterError) -> Bool
  /// The bodies of the office as they were called, each at the place that seals name.
  func bodies() throws(RegisterError) -> [RegisteredBody]
  /// Adds those bodies that are not there yet, in their order.
  ///
  /// - Returns: All bodies, as ``bodies()``.
  func add(
    _ bodies: [RegisteredBody], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [RegisteredBody]
  /// The certificates with which papers were signed, in the order in which they came.
  func certificates() throws(RegisterError) -> [RegisteredCertificate]
  /// Adds those certificates that are not there yet.
  func add(
    _ certificates: [RegisteredCertificate], by agent: String, at moment: Int64
  ) throws(RegisterError)
  /// The kinds of which there are papers, by id.
  func kinds() throws(RegisterError) -> [RegisteredKind]
  /// The forms that papers were made from, by edition.
  func forms() throws(RegisterError) -> [RegisteredForm]
  /// Adds those kinds and forms that are not there yet. What was said of a kind first stays.
  ///
  /// - Returns: All kinds, as ``kinds()``.
  func add(
    _ kinds: [RegisteredKind], _ forms: [RegisteredForm], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [RegisteredKind]
  /// Says in the log why papers of these forms are right, though the files are others now.
  func accept(
    _ forms: [RegisteredForm], by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError)
  /// The sequence of the next trust bundle, larger than every one before; an entry of the log.
  ///
  /// - Throws: ``RegisterError`` of code `corrupt` where the stored sequence is not the logged one.
  func nextSequence(by agent: String, at moment: Int64) throws(RegisterError) -> Int64
}

extension Register {
  /// Ends one paper.
  ///
  /// - Throws: ``RegisterError`` of code `illegal-move` when it is void already.
  public func void(
    _ serial: Int64, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> PaperEntry {
    try void([serial], by: agent, reason: reason, at: moment)[0]
  }
}

/// What is asked of the register before a decision is judged.
public struct HistoryQuestion: Hashable, Sendable {
  /// What the record names as the paper before.
  public var previous: PreviousPaper?
  /// What the paper does to `previous`: a duplicate has its original's number.
  public var relation: Relation?
  /// The number that the record gives.
  public var givenNumber: DocumentNumber?
  /// The id of the kind.
  public var document: String
  /// Papers of this service are looked for first.
  public var service: Service
  /// As in ``ReservationRequest/family``.
  public var family: String
  /// The decision itself: its own paper does not count as another one.
  public var decision: String?

  public init(
    previous: PreviousPaper?, relation: Relation?, givenNumber: DocumentNumber?, document: String,
    service: Service, family: String? = nil, decision: String?
  ) {
    self.previous = previous
    self.relation = relation
    self.givenNumber = givenNumber
    self.document = document
    self.service = service
    self.family = family ?? document
    self.decision = decision
  }
}

/// The answer: the history for the rules and the entry for the reservation.
public struct RegisterHistory: Hashable, Sendable {
  /// For the rules.
  public let history: History
  /// The entry that `previous` names, for the reservation.
  public let previous: PaperEntry?
}
