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
    return ReservationRequest(
      decision: examined.id, recordHash: hash, record: decision.canonical,
      document: decision.kind.id, service: decision.kind.service, edition: examined.edition.id,
      languages: decision.languages, issuingBody: decision.issuingBody,
      series: series(decision.kind.number.series, examined), given: given,
      issueDate: examined.issueDate, validFrom: date(claims.validFrom),
      validUntil: date(claims.validUntil), previous: previous?.serial,
      relation: previous == nil ? nil : decision.kind.action.relation,
      personKeys: personKeys(decision), batch: batch)
  }

  private static func series(_ pattern: String, _ examined: ExaminedDecision) -> String {
    let year = examined.issueDate.year % 100
    return pattern.replacing("{place}", with: examined.body.place)
      .replacing("{yy}", with: year < 10 ? "0\(year)" : "\(year)")
  }

  /// A person is the same by citizenship, birth date and passport or name, so that a new passport
  /// evades nothing.
  static func personKeys(_ decision: Decision) -> [String] {
    let claims = decision.kind.claims
    guard case .code(let citizenship)? = decision.fields[claims.citizenship ?? "citizenship"]
    else { return [] }
    var keys: [String] = []
    if case .text(let passport)? = decision.fields[claims.passport ?? "passportSeriesNumber"],
      !passport.kk.isEmpty
    {
      // One country gives a number once, also where the record lacks the birth date.
      keys.append(personKey(citizenship, passport: passport.kk))
    }
    guard case .date(let birth)? = decision.fields["birthDate"] else { return keys }
    if let field = claims.name, case .text(let name)? = decision.fields[field] {
      keys.append(personKey(citizenship, name: name.kk, birth: birth))
    }
    return keys
  }

  static func personKey(_ citizenship: String, passport: String) -> String {
    bounded("P|\(citizenship)|", PrintedText.words(of: passport.uppercased()))
  }

  static func personKey(_ citizenship: String, name: String, birth: CalendarDate) -> String {
    bounded("N|\(citizenship)|\(birth.iso)|", PrintedText.singleSpaced(name.uppercased()))
  }

  /// A key of any length that a record may give: of a long one the SHA-256 stands for the text, so that
  /// the register's limit is nobody's.
  private static func bounded(_ prefix: String, _ text: String) -> String {
    let key = prefix + text
    guard key.utf8.count > RegisterLimits.personKeyBytes else { return key }
    return prefix + "#" + Hex.text(Array(SHA256.hash(data: Array(text.utf8))))
  }
}
