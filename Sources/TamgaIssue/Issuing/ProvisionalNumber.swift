import TamgaDomain
import TamgaRegister

/// Stands for a number until the register allots it.
struct ProvisionalNumber {
  /// As wide on paper as the number that comes: the given one, that of the original, or the first of the
  /// series.
  let printed: DocumentNumber
  /// As many bytes as can come, for the seal: a thousand million papers of a series, the last duplicate.
  let longest: DocumentNumber

  /// Nil when the series of the office can give no number.
  init?(_ request: ReservationRequest, previous: DocumentNumber?) {
    if request.relation == .duplicates, let previous {
      guard
        let number = try? DocumentNumber(previous.number),
        let last = try? DocumentNumber(previous.number, copy: RegisterLimits.copies)
      else { return nil }
      (printed, longest) = (number, last)
      return
    }
    if let given = request.given {
      (printed, longest) = (given, given)
      return
    }
    guard let first = AllottedNumber(prefix: request.series, ordinal: 1),
      let last = AllottedNumber(prefix: request.series, ordinal: 999_999_999),
      let number = try? DocumentNumber(first.description),
      let long = try? DocumentNumber(last.description)
    else { return nil }
    (printed, longest) = (number, long)
  }

  static func unusable(_ body: String) -> IssueError {
    IssueError(
      .configuration, "bodies/" + body,
      kk: "органның орны нөмірге жазылмайды: tamga.yaml ішінде түзетіңіз",
      ru: "место органа не может стоять в номере: исправьте tamga.yaml",
      en: "the place of the body cannot stand in a number: correct tamga.yaml")
  }
}
