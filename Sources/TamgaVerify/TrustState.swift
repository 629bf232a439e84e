public import TamgaDomain
public import TamgaSeal

/// Everything that a verifier knows besides the paper and the clock: a bundle, or the office's own
/// register put into the same shape.
public struct TrustState: Sendable {
  /// Whether a signed bundle was asked or the office's register.
  public enum Source: String, Hashable, Sendable {
    /// A signed bundle, as of its day.
    case bundle
    /// The register of the office, as of now.
    case register
  }

  /// Who was asked.
  public let source: Source
  /// The office id, the only issuer that the keys may name.
  public let office: String
  /// The name of the office, as people are told it.
  public let officeName: Bilingual
  /// The fingerprint of the root key, which alone tells a stranger's office from the real one.
  public let root: String
  /// The zone of the office: its days begin and end there.
  public let zone: OfficeZone
  /// The host of the links that the office prints.
  public let host: String
  /// The keys that seal papers, those of former times among them.
  public let keys: [TrustedKey]
  /// The keys are for trials: their papers give no right.
  public let isTest: Bool
  /// By their short codes.
  public let kinds: [String: KindEntry]
  /// The issuing bodies; a seal names a place in this list.
  public let bodies: [BodyEntry]
  /// Grows with every bundle of the office.
  public let sequence: UInt64
  /// Seconds since 1970.
  public let issuedAt: Int64
  /// Seconds since 1970; nil for a register, which is never stale.
  public let nextUpdate: Int64?
  /// The fonts of the papers; nil where they are not known. Asked when a PDF is read.
  public let fonts: @Sendable () -> FontsPart?
  /// `SignersPart.bytes`; nil for an office that signs no files.
  public var signers: [UInt8]?
  let status: @Sendable (StatusIndex) -> PaperStatus?
  let replacement: @Sendable (StatusIndex) -> String?
  let isLogged: @Sendable (VerifiedSeal) -> Listing
  /// Whether the register made exactly this seal, nil when it cannot be asked just now; no function for a
  /// bundle, which never knows.
  let isRegistered: (@Sendable (VerifiedSeal) -> Bool?)?

  /// Whether the log held a seal before its key was compromised.
  public enum Listing: Hashable, Sendable {
    /// The log held this very seal.
    case yes
    /// The log did not hold it.
    case no
    /// Its cti was held, as a bundle of an earlier form lists it: a copied one would be held as well.
    case byCTI
  }

  /// The state of a bundle whose signatures hold.
  public init(_ bundle: TrustBundle) {
    var lists: [Int: StatusList] = [:]
    for list in bundle.status.lists { lists[list.number] = list }
    let replacements = bundle.status.replacements
    let logged = bundle.status.logged
    let fonts = bundle.fonts
    self.init(
      source: .bundle, office: bundle.root.office, officeName: bundle.status.officeName,
      root: bundle.rootKey.fingerprint, zone: bundle.status.zone, host: bundle.status.host,
      keys: bundle.root.issuingKeys, isTest: bundle.root.isTest, kinds: bundle.status.kinds,
      bodies: bundle.status.bodies, sequence: bundle.status.sequence,
      issuedAt: bundle.status.issuedAt, nextUpdate: bundle.status.nextUpdate, fonts: { fonts },
      status: { [lists] in lists[$0.list]?[position: $0.position] },
      replacement: { replacements[$0] },
      isLogged: { seal in
        guard let listed = logged[seal.key.publicKey.thumbprint],
          listed.contains(seal: seal.bytes, cti: seal.claims.id)
        else { return .no }
        return listed.name == .hash ? .yes : .byCTI
      }, isRegistered: nil)
    signers = bundle.status.signers
  }

  /// The state of an office that asks its own register.
  ///
  /// - Parameters:
  ///   - root: The fingerprint of the root key.
  ///   - fonts: Nil where the office has kept none.
  ///   - status: Nil for a position that no paper has.
  ///   - replacement: `NUMBER` or `NUMBER~2` of the paper that has taken the place.
  ///   - isLogged: Whether the log held the seal before its key was compromised.
  ///   - isRegistered: Whether the register made exactly this seal; nil when it cannot be asked.
  public static func register(
    office: String, officeName: Bilingual, root: String, zone: OfficeZone, host: String,
    keys: [TrustedKey], isTest: Bool = false, kinds: [KindEntry], bodies: [BodyEntry] = [],
    sequence: UInt64, now: Int64, fonts: @escaping @Sendable () -> FontsPart? = { nil },
    status: @escaping @Sendable (StatusIndex) -> PaperStatus?,
    replacement: @escaping @Sendable (StatusIndex) -> String?,
    isLogged: @escaping @Sendable (VerifiedSeal) -> Bool,
    isRegistered: @escaping @Sendable (VerifiedSeal) -> Bool?
  ) -> TrustState {
    TrustState(
      source: .register, office: office, officeName: officeName, root: root, zone: zone,
      host: host, keys: keys, isTest: isTest, kinds: kinds, bodies: bodies, sequence: sequence,
      issuedAt: now, nextUpdate: nil, fonts: fonts, status: status, replacement: replacement,
      isLogged: { isLogged($0) ? .yes : .no }, isRegistered: isRegistered)
  }

  private init(
    source: Source, office: String, officeName: Bilingual, root: String, zone: OfficeZone,
    host: String, keys: [TrustedKey], isTest: Bool, kinds: [KindEntry], bodies: [BodyEntry],
    sequence: UInt64, issuedAt: Int64, nextUpdate: Int64?,
    fonts: @escaping @Sendable () -> FontsPart?,
    status: @escaping @Sendable (StatusIndex) -> PaperStatus?,
    replacement: @escaping @Sendable (StatusIndex) -> String?,
    isLogged: @escaping @Sendable (VerifiedSeal) -> Listing,
    isRegistered: (@Sendable (VerifiedSeal) -> Bool?)?
  ) {
    self.source = source
    self.office = office
    self.officeName = officeName
    self.root = root
    self.zone = zone
    self.host = host
    self.keys = keys
    self.isTest = isTest
    var table: [String: KindEntry] = [:]
    for kind in kinds where table[kind.code] == nil { table[kind.code] = kind }
    self.kinds = table
    self.bodies = bodies
    self.sequence = sequence
    self.issuedAt = issuedAt
    self.nextUpdate = nextUpdate
    self.fonts = fonts
    self.status = status
    self.replacement = replacement
    self.isLogged = isLogged
    self.isRegistered = isRegistered
  }
}
