/// A ground of refusal, non-acceptance, revocation, annulment or termination, as an act lists it.
public struct Ground: Hashable, Sendable {
  /// For example `LIM-R2`.
  public let id: String
  /// The service whose papers may name it.
  public let service: Service
  /// What papers it is a ground for.
  public let kind: GroundKind
  /// The words to print, without the closing mark of the act's list.
  public let text: Bilingual
  /// The text without the end that the act gives for every case: printed where the paper says until
  /// when the ground holds; nil where the text has no such end.
  public let stem: Bilingual?
  /// What stands for `legalBasis`; nil where the record gives it.
  public let legalBasis: Bilingual?
  /// How the reason line names the ground before quoting it («49-баптың 9) тармақшасы»); nil where
  /// the text stands by itself.
  public let reference: Bilingual?
  /// False where the act has the ground applied without explaining the reasons: neither its text
  /// nor any detail is printed.
  public let givesReasons: Bool
  /// The first day on which a paper may name it; nil where the form's own first day is later.
  public let from: CalendarDate?

  /// A ground as the list of the templates has it.
  public init(
    id: String, service: Service, kind: GroundKind, text: Bilingual, stem: Bilingual? = nil,
    legalBasis: Bilingual?, reference: Bilingual?, givesReasons: Bool, from: CalendarDate? = nil
  ) {
    self.id = id
    self.service = service
    self.kind = kind
    self.text = text
    self.stem = stem
    self.legalBasis = legalBasis
    self.reference = reference
    self.givesReasons = givesReasons
    self.from = from
  }
}

/// What a ground is a ground for.
public enum GroundKind: String, Hashable, Sendable, CaseIterable {
  /// Of an application that was judged.
  case refusal
  /// Of papers that are not taken in at all.
  case nonAcceptance = "non-acceptance"
  /// Of a permit that was given.
  case revocation
  /// Of a permit that is declared void.
  case annulment
  /// One list of the act for both.
  case refusalOrAnnulment = "refusal-or-annulment"
  /// Of a right that ends by law.
  case termination
}
