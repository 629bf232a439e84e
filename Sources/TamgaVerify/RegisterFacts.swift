public import TamgaDomain

/// What the register says of a paper that is asked for by number and check code, because its code is
/// damaged. Carries no passport.
public struct RegisterFacts: Hashable, Sendable {
  /// The id of the kind.
  public let document: String
  public let number: String
  public let copy: Int
  public let name: String?
  public let citizenship: String?
  public let validFrom: CalendarDate?
  public let validUntil: CalendarDate?
  /// Claim -1 of its seal.
  public let body: Int?
  public let status: PaperStatus
  /// `NUMBER` or `NUMBER~2` of the paper that has taken its place.
  public let replacedBy: String?

  public init(
    document: String, number: String, copy: Int, name: String?, citizenship: String?,
    validFrom: CalendarDate?, validUntil: CalendarDate?, body: Int? = nil,
    status: PaperStatus, replacedBy: String? = nil
  ) {
    self.document = document
    self.number = number
    self.copy = copy
    self.name = name
    self.citizenship = citizenship
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.body = body
    self.status = status
    self.replacedBy = replacedBy
  }
}
