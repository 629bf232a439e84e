public import TamgaDomain

/// Which papers a listing holds; a nil asks nothing.
public struct PaperFilter: Hashable, Sendable {
  public var document: String?
  public var service: Service?
  /// Any of these; empty for all.
  public var states: Set<PaperState>
  public var status: PaperStatus?
  public var batch: String?
  public var issuingBody: String?
  /// The first and the last issue date.
  public var issuedFrom: CalendarDate?
  public var issuedThrough: CalendarDate?

  public init(
    document: String? = nil, service: Service? = nil, states: Set<PaperState> = [],
    status: PaperStatus? = nil, batch: String? = nil, issuingBody: String? = nil,
    issuedFrom: CalendarDate? = nil, issuedThrough: CalendarDate? = nil
  ) {
    self.document = document
    self.service = service
    self.states = states
    self.status = status
    self.batch = batch
    self.issuingBody = issuingBody
    self.issuedFrom = issuedFrom
    self.issuedThrough = issuedThrough
  }

  /// Papers that a run has begun and not finished.
  public static let unfinished = PaperFilter(states: [.reserved, .sealed])
}

/// How many papers of one kind are in one condition.
public struct PaperCount: Hashable, Sendable {
  public let document: String
  public let state: PaperState
  public let status: PaperStatus
  public let papers: Int
}
