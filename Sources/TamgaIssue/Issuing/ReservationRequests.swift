internal import Crypto
import TamgaDomain
import TamgaFormats
import TamgaLaw
import TamgaRegister
import TamgaSeal

/// Turns an examined decision into what the register asks.
enum ReservationRequests {
  static func hash(of decision: Decision) -> [UInt8] {
    Array(SHA256.hash(data: decision.canonical))
  }

  static func request(
    _ examined: ExaminedDecision, hash: [UInt8], given: DocumentNumber?, previous: PaperEntry?,
    batch: String?
  ) -> ReservationRequest {
    let decision = examined.decision
    let claims = decision.kind.claims
    func date(_ field: String?) -> CalendarDate? {
      if let field, case .date(let date)? = decision.fields[field] { date } else { nil }
    }
    var request = ReservationRequest(
      decision: examined.id, recordHash: hash, record: decision.canonical,
      document: decision.kind.id, service: decision.kind.service, edition: examined.edition.id,
      languages: decision.languages, issuingBody: decision.issuingBody,
      series: series(decision.kind.number.series, examined), given: given,
      issueDate: examined.issueDate, validFrom: date(claims.validFrom),
      validUntil: date(claims.validUntil), previous: previous?.serial,
      relation: previous == nil ? nil : decision.kind.action.relation,
      personKeys: personKeys(decision), batch: batch)
    request.searchKeys = searchKeys(decision)
    return request
  }

  private static func series(_ pattern: String, _ examined: ExaminedDecision) -> String {
    let year = examined.issueDate.year % 100
    return Slot("{yy}").filled(
      in: Slot("{place}").filled(in: pattern, with: examined.body.place),
      with: year < 10 ? "0\(year)" : "\(year)")
  }

  /// The keys under which the register finds the paper by name and passport.
  ///
  /// - Parameter kind: Nil for a kind that the templates no longer have.
  static func searchKeys(_ record: [UInt8], _ kind: DocumentKind?) -> [String] {
    SearchKeys.of(
      record: record, nameField: kind?.claims.name, passportField: kind?.claims.passport)
  }

  /// The same of a record that was read already.
  static func searchKeys(_ decision: Decision) -> [String] {
    SearchKeys.of(
      nameField: decision.kind.claims.name, passportField: decision.kind.claims.passport
    ) { name in
      guard case .text(let text)? = decision.fields[name] else { return [] }
      return text.kk == text.ru ? [text.kk] : [text.kk, text.ru]
    }
  }

  /// The keys under which the register finds the holder.
  static func personKeys(_ decision: Decision) -> [String] { PersonKeys.of(decision.person) }
}
