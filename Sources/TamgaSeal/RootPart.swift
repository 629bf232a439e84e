import TamgaFormats

/// What the root key says: which keys seal papers and when, and which key signs statuses. Signed
/// rarely, on a machine without a network.
public struct RootPart: Hashable, Sendable {
  /// Maximum number of issuing keys of one office: one a month for twenty years.
  public static let keyLimit = 256
  /// Bytes of the signed part.
  static let byteLimit = 1 << 16
  static let type = "application/tamga-root+cbor"
  private static let version: UInt64 = 1

  /// The office id: the only `iss` that these keys may sign.
  public var office: String
  /// Grows with every signing of this part.
  public var sequence: UInt64
  /// The keys that seal papers, those of former times among them.
  public var issuingKeys: [TrustedKey]
  /// The key that signs statuses and the fonts.
  public var statusKey: PublicKey
  /// The keys are for trials: their papers give no right, and every verifier says so.
  public var isTest: Bool

  /// - Precondition: at most 256 issuing keys.
  public init(
    office: String, sequence: UInt64, issuingKeys: [TrustedKey], statusKey: PublicKey,
    isTest: Bool = false
  ) {
    precondition(issuingKeys.count <= Self.keyLimit, "keys of one office")
    self.office = office
    self.sequence = sequence
    self.issuingKeys = issuingKeys
    self.statusKey = statusKey
    self.isTest = isTest
  }

  /// The signed bytes, which the online side stores and puts into every bundle.
  public func signed(by root: some Signer) throws -> [UInt8] {
    let keys = issuingKeys.map { key in
      CBOR.claims([
        1: key.publicKey.cbor, 2: .integer(key.signFrom), 3: .integer(key.signUntil),
        4: .text(key.state.rawValue), 5: key.compromisedAt.map(CBOR.integer),
      ])
    }
    let part = CBOR.claims([
      1: .unsigned(Self.version), 2: .text(office), 3: .unsigned(sequence), 4: .array(keys),
      5: statusKey.cbor, 6: isTest ? .unsigned(1) : nil,
    ])
    return try Sign1.signed(part.encoded, type: Self.type, by: root)
  }

  /// Reads what `root` has signed.
  ///
  /// - Throws: ``TrustBundleError`` `rootSignature` or `rootPart`.
  public init(_ bytes: [UInt8], signedBy root: PublicKey) throws(TrustBundleError) {
    guard let object = try? Sign1(bytes, limit: Self.byteLimit, type: Self.type),
      (try? object.signer(among: [root], { $0 })) != nil
    else { throw .rootSignature }
    guard let value = try? CBORReader.read(object.payload, limit: Self.byteLimit),
      var map = ClaimMap(value), map.take(1) == .unsigned(Self.version),
      let office = map.take(2)?.text, (1...ClaimLimit.issuer).contains(office.utf8.count),
      let sequence = map.take(3)?.unsigned,
      let keys = map.take(4)?.array, keys.count <= Self.keyLimit,
      let statusKey = map.take(5).flatMap(PublicKey.init(cbor:))
    else { throw .rootPart }
    let test = map.take(6)
    // Present and true, or absent: one value has one encoding.
    guard test == nil || test == .unsigned(1), map.rest.isEmpty else { throw .rootPart }
    var issuingKeys: [TrustedKey] = []
    for key in keys {
      guard let key = TrustedKey(cbor: key) else { throw .rootPart }
      issuingKeys.append(key)
    }
    // One key, one period: two entries of a key would leave open which of them counts.
    guard Set(issuingKeys.map { $0.publicKey }).count == issuingKeys.count else { throw .rootPart }
    self.init(
      office: office, sequence: sequence, issuingKeys: issuingKeys, statusKey: statusKey,
      isTest: test != nil)
  }
}

extension PublicKey {
  var cbor: CBOR { .array([.integer(algorithm.coseNumber), .bytes(raw)]) }

  init?(cbor: CBOR) {
    guard let parts = cbor.array, parts.count == 2,
      let algorithm = parts[0].integer.flatMap(SignatureAlgorithm.init(coseNumber:)),
      let raw = parts[1].bytes
    else { return nil }
    self.init(raw: raw, algorithm: algorithm)
  }
}

extension TrustedKey {
  fileprivate init?(cbor: CBOR) {
    guard var map = ClaimMap(cbor), let publicKey = map.take(1).flatMap(PublicKey.init(cbor:)),
      let signFrom = map.take(2)?.integer, let signUntil = map.take(3)?.integer,
      signFrom <= signUntil, let state = map.take(4)?.text.flatMap(State.init(rawValue:))
    else { return nil }
    let compromised = map.take(5)
    let compromisedAt = compromised?.integer
    guard map.rest.isEmpty, (compromised == nil) == (compromisedAt == nil),
      (state == .compromised) == (compromisedAt != nil)
    else { return nil }
    self.init(
      publicKey: publicKey, signFrom: signFrom, signUntil: signUntil, state: state,
      compromisedAt: compromisedAt)
  }
}
