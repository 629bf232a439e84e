import TamgaDomain
import TamgaRegister
import TamgaSeal

extension PaperClaims {
  /// What the seal of a decision's paper says.
  ///
  /// - Parameters:
  ///   - id: The `cti`.
  ///   - sealedAt: Seconds since 1970.
  ///   - digest: Of the printed text.
  ///   - body: The place of the issuing body in the register's list.
  ///   - isSigned: Whether the file is signed too.
  init(
    of decision: Decision, _ settings: RenderSettings, number: DocumentNumber,
    status: StatusIndex, id: [UInt8], sealedAt: Int64, digest: [UInt8],
    body: Int, isSigned: Bool = false
  ) {
    let declared = decision.kind.claims
    let language = decision.languages.min() ?? .kk
    func text(_ field: String?) -> String? {
      guard let field, case .text(let text)? = decision.fields[field], !text[language].isEmpty
      else { return nil }
      return text[language]
    }
    func date(_ field: String?) -> CalendarDate? {
      if let field, case .date(let date)? = decision.fields[field] { date } else { nil }
    }
    var citizenship: String?
    if let field = declared.citizenship, case .code(let code)? = decision.fields[field] {
      citizenship = code
    }
    let zone = settings.zone
    self.init(
      issuer: settings.issuer,
      notBefore: date(declared.validFrom).flatMap { zone?.startOfDay($0) },
      expires: date(declared.validUntil).flatMap { zone?.endOfDay($0) }, sealedAt: sealedAt,
      id: id, document: decision.kind.code, number: number.number, copy: number.copy,
      name: text(declared.name).map { SealedName.cut($0).name },
      passport: declared.printsPassport ? text(declared.passport) : nil, citizenship: citizenship,
      status: status, digest: digest, body: body, isSigned: isSigned,
      further: Self.further(declared, decision, language))
  }

  private static func further(
    _ declared: SealedClaims, _ decision: Decision, _ language: Language
  ) -> [Int64: FurtherValue] {
    var values: [Int64: FurtherValue] = [:]
    for claim in declared.further {
      switch decision.fields[claim.field] {
      // A blank field is sealed as little as one that is not there.
      case .text(let text)? where !text[language].isEmpty:
        values[Int64(claim.key)] = .text(text[language])
      case .date(let date)?: values[Int64(claim.key)] = .text(date.iso)
      case .partialDate(let date)?: values[Int64(claim.key)] = .text(date.iso)
      case .count(let count)? where count >= 0:
        values[Int64(claim.key)] = .count(UInt64(count))
      case .code(let code)?: values[Int64(claim.key)] = .text(code)
      default: break
      }
    }
    return values
  }
}
