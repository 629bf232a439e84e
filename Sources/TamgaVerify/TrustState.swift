public import TamgaDomain
public import TamgaSeal

/// Everything that a verifier knows besides the paper and the clock: a bundle, or the office's own
/// register put into the same shape.
public struct TrustState: Sendable {
  public enum Source: String, Hashable, Sendable {
    case bundle, register
  }

  public let source: Source
  /// The office id, the only issuer that the keys may name.
  public let office: String
  public let officeName: Bilingual
  public let zone: OfficeZone
  public let host: String
  public let keys: [TrustedKey]
  /// The keys are for trials: their papers give no right.
  public let isTest: Bool
  /// By their short codes.
  public let kinds: [String: KindEntry]
  public let sequence: UInt64
  /// Seconds since 1970.
  public let issuedAt: Int64
  /// Seconds since 1970; nil for a register, which is never stale.
  public let nextUpdate: Int64?
  /// The fonts of the papers; nil where they are not known. Asked when a PDF is read.
  public let fonts: @Sendable () -> FontsPart?
  let status: @Sendable (StatusIndex) -> PaperStatus?
  let replacement: @Sendable (StatusIndex) -> String?
  let isLogged: @Sendable (_ cti: [UInt8], PublicKey) -> Bool

  /// The state of a bundle whose signatures hold.
  public init(_ bundle: TrustBundle) {
    var lists: [Int: StatusList] = [:]
    for list in bundle.status.lists { lists[list.number] = list }
    let replacements = bundle.status.replacements
    let logged = bundle.status.logged
    let fonts = bundle.fonts
    self.init(
      source: .bundle, office: bundle.root.office, officeName: bundle.status.officeName,
      zone: bundle.status.zone, host: bundle.status.host, keys: bundle.root.issuingKeys,
      isTest: bundle.root.isTest, kinds: bundle.status.kinds, sequence: bundle.status.sequence,
      issuedAt: bundle.status.issuedAt, nextUpdate: bundle.status.nextUpdate, fonts: { fonts },
      status: { [lists] in lists[$0.list]?[position: $0.position] },
      replacement: { replacements[$0] },
      isLogged: { cti, key in logged[key.thumbprint]?.contains(cti: cti) ?? false })
  }

  /// The state of an office that asks its own register.
  ///
  /// - Parameters:
  ///   - fonts: Nil where the office has kept none.
  ///   - status: Nil for a position that no paper has.
  ///   - replacement: `NUMBER` or `NUMBER~2` of the paper that has taken the place.
  ///   - isLogged: Whether the log held the seal with that cti before its key was compromised.
  public static func register(
    office: String, officeName: Bilingual, zone: OfficeZone, host: String, keys: [TrustedKey],
    isTest: Bool = false, kinds: [KindEntry], sequence: UInt64, now: Int64,
    fonts: @escaping @Sendable () -> FontsPart? = { nil },
    status: @escaping @Sendable (StatusIndex) -> PaperStatus?,
    replacement: @escaping @Sendable (StatusIndex) -> String?,
    isLogged: @escaping @Sendable (_ cti: [UInt8], PublicKey) -> Bool
  ) -> TrustState {
    TrustState(
      source: .register, office: office, officeName: officeName, zone: zone, host: host,
      keys: keys, isTest: isTest, kinds: kinds, sequence: sequence, issuedAt: now, nextUpdate: nil,
      fonts: fonts, status: status, replacement: replacement, isLogged: isLogged)
  }

  private init(
    source: Source, office: String, officeName: Bilingual, zone: OfficeZone, host: String,
    keys: [TrustedKey], isTest: Bool, kinds: [KindEntry], sequence: UInt64, issuedAt: Int64,
    nextUpdate: Int64?, fonts: @escaping @Sendable () -> FontsPart?,
    status: @escaping @Sendable (StatusIndex) -> PaperStatus?,
    replacement: @escaping @Sendable (StatusIndex) -> String?,
    isLogged: @escaping @Sendable (_ cti: [UInt8], PublicKey) -> Bool
  ) {
    self.source = source
    self.office = office
    self.officeName = officeName
    self.zone = zone
    self.host = host
    self.keys = keys
    self.isTest = isTest
    var table: [String: KindEntry] = [:]
    for kind in kinds where table[kind.code] == nil { table[kind.code] = kind }
    self.kinds = table
    self.sequence = sequence
    self.issuedAt = issuedAt
    self.nextUpdate = nextUpdate
    self.fonts = fonts
    self.status = status
    self.replacement = replacement
    self.isLogged = isLogged
  }
}
