public import TamgaDomain

/// What a seal says about a paper (contract `seal.md`, "The signed object").
public struct PaperClaims: Hashable, Sendable {
  /// `iss`: the office id.
  public var issuer: String
  /// `nbf`: seconds since 1970, the start of the first valid day; nil when the paper has none.
  public var notBefore: Int64?
  /// `exp`: seconds since 1970, the last second of the last valid day; nil without a term.
  public var expires: Int64?
  /// `iat`: seconds since 1970, the real sealing time.
  public var sealedAt: Int64
  /// `cti`: 16 random bytes, drawn after the text is final.
  public var id: [UInt8]
  /// The short code of the kind.
  public var document: String
  /// The number as printed, without the mark of a copy; at most 64 bytes.
  public var number: String
  /// 0 is the original, 1 the first duplicate.
  public var copy: Int
  /// The name as printed, cut by ``SealedName/cut(_:)``.
  public var name: String?
  /// The passport or identity document, where the form prints it.
  public var passport: String?
  /// ISO 3166-1 alpha-3, or `XXA` for stateless persons (ICAO 9303-3).
  public var citizenship: String?
  /// The place of the paper in the status lists of its office.
  public var status: StatusIndex
  /// ``PrintedDigest`` of the paper, 8 bytes.
  public var digest: [UInt8]
  /// Claim -1: the place of the issuing body in ``StatusPart/bodies``; nil in seals from before that.
  public var body: Int?
  /// Claim 23: ``PrintedDigest/of(files:cti:)``, 8 bytes; nil where no file is inside the paper, and in seals
  /// from before that.
  public var files: [UInt8]?
  /// Claim -2: the file carries the signature of the issuing body; without one it is altered.
  public var isSigned: Bool
  /// Claims that the manifest names, by key: 10 and above.
  public var further: [Int64: FurtherValue]

  /// Claims of these values; what the contract forbids is refused when they are signed.
  public init(
    issuer: String, notBefore: Int64?, expires: Int64?, sealedAt: Int64, id: [UInt8],
    document: String, number: String, copy: Int, name: String?, passport: String?,
    citizenship: String?, status: StatusIndex, digest: [UInt8], body: Int? = nil,
    files: [UInt8]? = nil, isSigned: Bool = false, further: [Int64: FurtherValue] = [:]
  ) {
    self.issuer = issuer
    self.notBefore = notBefore
    self.expires = expires
    self.sealedAt = sealedAt
    self.id = id
    self.document = document
    self.number = number
    self.copy = copy
    self.name = name
    self.passport = passport
    self.citizenship = citizenship
    self.status = status
    self.digest = digest
    self.body = body
    self.files = files
    self.isSigned = isSigned
    self.further = further
  }

  /// The number, or `NUMBER~2` for a duplicate: how a paper is called in registers and file names.
  public var paper: String { copy == 0 ? number : "\(number)~\(copy)" }

  /// The code printed beside the number.
  public var checkCode: CheckCode { CheckCode(cti: id) }
}
