public import TamgaDomain

/// What the register says of a paper that is asked for by number and check code, because its code is
/// damaged. Carries no passport.
public struct RegisterFacts: Hashable, Sendable {
  /// The id of the kind.
  public let document: String
  /// The number as printed, without the mark of a copy.
  public let number: String
  /// 0 is the original, 1 the first duplicate.
  public let copy: Int
  /// The name of the holder as it was sealed; nil where the form names nobody.
  public let name: String?
  /// ISO 3166-1 alpha-3, or `XXA` for stateless persons.
  public let citizenship: String?
  /// Its first day; nil without one.
  public let validFrom: CalendarDate?
  /// Its last day; nil without a term.
  public let validUntil: CalendarDate?
  /// Claim -1 of its seal.
  public let body: Int?
  /// How it stands now.
  public let status: PaperStatus
  /// `NUMBER` or `NUMBER~2` of the paper that has taken its place.
  public let replacedBy: String?

  /// What was found under a number and its check code.
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
