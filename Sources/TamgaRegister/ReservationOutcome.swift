/// What came of one request, in the order of the requests.
public enum ReservationOutcome: Hashable, Sendable {
  /// The paper has its number: from this request, or from an earlier run that did not finish.
  case reserved(Reservation)
  /// The same decision and record are issued.
  case issued(PaperEntry)
  /// The decision has a paper made from another record (`REC-ID-CONFLICT`).
  case changed(DocumentNumber)
  /// The paper of this decision and record is void; a corrected decision needs another id.
  case voided(DocumentNumber)
  /// Nothing was reserved, no number was used.
  case refused(ReservationRefusal)
}

/// A paper that is not finished: what the next steps need.
public struct Reservation: Hashable, Sendable {
  public let paper: PaperEntry
  /// The seal that an earlier run stored: the paper is printed with this one.
  public let seal: SealRecord?
  /// False when an earlier run, or an earlier request of the group, reserved it.
  public let isNew: Bool
}

/// Why a request got no number.
public enum ReservationRefusal: Hashable, Sendable {
  /// The given number belongs to another paper of the family, or was allotted by the register.
  case numberTaken(DocumentNumber)
  /// A duplicate keeps the number of its original, and the record gives another one.
  case numberDiffers(original: DocumentNumber)
  /// The register holds no paper of the entry that the request names as the previous one.
  case previousUnknown
  /// The previous paper is void or revoked.
  case previousEnded(DocumentNumber, PaperCondition)
  /// Another decision got a paper for the same person after this one was judged: judge it again.
  case personChanged
  /// Another paper replaces or revokes the previous one, or is being made to do so.
  case previousReplaced(DocumentNumber, by: DocumentNumber)
}
