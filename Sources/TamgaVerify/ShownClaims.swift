public import TamgaDomain
public import TamgaFormats
public import TamgaSeal

/// The claims of a genuine seal in the form in which people see them.
public struct ShownClaims: Hashable, Sendable {
  /// The id of the kind; the short code when the trust state does not know it.
  public let document: String
  /// The number as printed, without the mark of a copy.
  public let number: String
  /// 0 is the original, 1 the first duplicate.
  public let copy: Int
  /// The name of the holder; nil where the form names nobody.
  public let name: String?
  /// Whether the name was too long for the code, so that its end is missing here.
  public let nameCut: Bool
  /// The passport or identity document; nil where the form does not print it, and for a paper that was looked up.
  public let passport: String?
  /// ISO 3166-1 alpha-3, or `XXA` for stateless persons.
  public let citizenship: String?
  /// The local day of `nbf` + 12 h, so that a later change of the zone moves no day.
  public let validFrom: CalendarDate?
  /// The local day of `exp` − 12 h.
  public let validUntil: CalendarDate?
  /// ISO 8601 with the office's offset; nil when no seal was seen.
  public let sealedAt: String?
  /// The id of the office.
  public let issuer: String
  /// The body that gave the paper; nil where the seal or the trust state names none.
  public let issuingBody: BodyEntry?
  /// Claims that the manifest adds, by their keys.
  public let further: [Further]
  /// A claim that the manifest adds.
  public struct Further: Hashable, Sendable {
    /// The field's name; `claim-12` when the trust state does not know it.
    public let name: String
    /// What people call it; nil when the trust state does not know it.
    public let label: Message?
    /// A text or a whole number; bytes are hexadecimal digits.
    public let value: JSONValue
  }

  init(_ claims: PaperClaims, kind: KindEntry?, bodies: [BodyEntry], zone: OfficeZone) {
    let halfDay: Int64 = 43_200
    document = kind?.id ?? claims.document
    number = claims.number
    copy = claims.copy
    name = claims.name
    nameCut = claims.name.map(SealedName.wasCut) ?? false
    passport = claims.passport
    citizenship = claims.citizenship
    validFrom = claims.notBefore.map { zone.date(of: $0 + halfDay) }
    validUntil = claims.expires.map { zone.date(of: $0 - halfDay) }
    sealedAt = zone.stamp(claims.sealedAt)
    issuer = claims.issuer
    issuingBody = claims.body.flatMap { bodies.indices.contains($0) ? bodies[$0] : nil }
    further = claims.further.sorted { $0.key < $1.key }.map { key, value in
      let declared = kind?.further.first { Int64($0.key) == key }
      let shown: JSONValue =
        switch value {
        case .text(let text): .text(text)
        case .count(let count): .integer(Int64(clamping: count))
        case .bytes(let bytes): .text(Hex.text(bytes))
        }
      return Further(
        name: declared?.field ?? "claim-\(key)", label: declared?.label, value: shown)
    }
  }

  /// The claims of a paper that was looked up: no passport, because the asker may hold nothing.
  init(_ facts: RegisterFacts, office: String, bodies: [BodyEntry]) {
    document = facts.document
    number = facts.number
    copy = facts.copy
    name = facts.name
    nameCut = false
    passport = nil
    citizenship = facts.citizenship
    validFrom = facts.validFrom
    validUntil = facts.validUntil
    sealedAt = nil
    issuer = office
    issuingBody = facts.body.flatMap { bodies.indices.contains($0) ? bodies[$0] : nil }
    further = []
  }
}
