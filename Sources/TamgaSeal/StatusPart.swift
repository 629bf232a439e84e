public import TamgaDomain
internal import TamgaFormats

/// What the status key says: how each paper stands, and what a verifier without a network shows.
public struct StatusPart: Hashable, Sendable {
  /// Kinds of paper of one office; the acts know fewer than sixty.
  public static let kindLimit = 256
  /// Lists of one office: those of past years leave. Unpacked they take 32 MB.
  public static let listLimit = 128
  /// Bytes of the signed part, most of them for the seals of compromised keys.
  static let byteLimit = 32 << 20
  static let type = "application/tamga-status+cbor"
  /// Since there are bodies, and compromised keys list the hashes of seals.
  private static let version: UInt64 = 2
  /// Lists the cti of the seals of compromised keys and knows no bodies.
  private static let versionWithoutBodies: UInt64 = 1

  /// Grows with every signing; a store that has seen a larger one refuses this one.
  public var sequence: UInt64
  /// Seconds since 1970.
  public var issuedAt: Int64
  /// Seconds since 1970: from then on the statuses are stale.
  public var nextUpdate: Int64
  /// The name of the office, as people are told it.
  public var officeName: Bilingual
  /// The zone of the office: its days begin and end there.
  public var zone: OfficeZone
  /// The host of the links that the office prints.
  public var host: String
  /// The kinds of paper that the office has issued.
  public var kinds: [KindEntry]
  /// The issuing bodies; claim -1 of a seal is a place in it. Empty in parts of version 1.
  public var bodies: [BodyEntry]
  /// The statuses of all papers.
  public var lists: [StatusList]
  /// The number of the paper that has taken the place of the one with that status index.
  public var replacements: [StatusIndex: String]
  /// For each compromised key, by its thumbprint, what was logged before the moment.
  public var logged: [[UInt8]: LoggedSeals]
  /// SHA-256 of the signed ``FontsPart`` that belongs here; nil in bundles of version 1.
  public internal(set) var fonts: [UInt8]?
  /// ``SignersPart/bytes``; nil for an office that signs no files.
  public var signers: [UInt8]?

  /// A part of these values, unsigned and without fonts.
  public init(
    sequence: UInt64, issuedAt: Int64, nextUpdate: Int64, officeName: Bilingual,
    zone: OfficeZone, host: String, kinds: [KindEntry], bodies: [BodyEntry] = [],
    lists: [StatusList],
    replacements: [StatusIndex: String] = [:], logged: [[UInt8]: LoggedSeals] = [:]
  ) {
    self.sequence = sequence
    self.issuedAt = issuedAt
    self.nextUpdate = nextUpdate
    self.officeName = officeName
    self.zone = zone
    self.host = host
    self.kinds = kinds
    self.bodies = bodies
    self.lists = lists
    self.replacements = replacements
    self.logged = logged
  }

  /// The signed bytes, bound to the hash of one signed root part, so that the two cannot be mixed.
  ///
  /// - Precondition: `issuedAt <= nextUpdate`, a host that ``PayloadText/isHost(_:)`` takes, and
  ///   kinds and lists within their limits.
  public func signed(over root: [UInt8], by signer: some Signer) throws -> [UInt8] {
    precondition(issuedAt <= nextUpdate && PayloadText.isHost(host), "a period and a host")
    precondition(kinds.count <= Self.kindLimit && lists.count <= Self.listLimit, "limits")
    precondition(bodies.count <= ClaimLimit.bodies, "bodies")
    precondition(logged.values.allSatisfy { $0.name == .hash }, "seals by their hashes")
    let tokens = try lists.map { list in
      CBOR.Entry(
        .unsigned(UInt64(list.number)),
        .bytes(
          try list.signed(host: host, issuedAt: issuedAt, expires: nextUpdate, by: signer)))
    }
    let part = CBOR.claims([
      1: .unsigned(Self.version), 2: .bytes(SHA256Sum.of(root)),
      3: .unsigned(sequence), 4: .integer(issuedAt), 5: .integer(nextUpdate),
      6: .array([.text(officeName.kk), .text(officeName.ru)]), 7: .text(zone.name),
      8: .text(host), 9: .array(kinds.sorted { $0.code < $1.code }.map { $0.cbor }),
      10: .bytes(SupersededTable.encoded(replacements)), 11: .map(tokens),
      12: .map(logged.map { .init(.bytes($0.key), .bytes($0.value.prefixes)) }),
      13: fonts.map(CBOR.bytes), 14: .array(bodies.map { $0.cbor }),
      15: signers.map(CBOR.bytes),
    ])
    return try Sign1.signed(part.encoded, type: Self.type, by: signer)
  }

  /// Reads what the status key has signed over this root part.
  ///
  /// - Throws: ``TrustBundleError``.
  init(_ bytes: [UInt8], over root: [UInt8], key: PublicKey) throws(TrustBundleError) {
    guard let object = try? Sign1(bytes, limit: Self.byteLimit, type: Self.type),
      (try? object.signer(among: [key], { $0 })) != nil
    else { throw .statusSignature }
    guard let value = try? CBORReader.read(object.payload, limit: Self.byteLimit),
      var map = ClaimMap(value), let version = map.take(1)?.unsigned,
      [Self.version, Self.versionWithoutBodies].contains(version)
    else { throw .statusPart }
    guard map.take(2) == .bytes(SHA256Sum.of(root)) else { throw .otherRootPart }
    guard let sequence = map.take(3)?.unsigned, let issuedAt = map.take(4)?.integer,
      let nextUpdate = map.take(5)?.integer, 0...nextUpdate ~= issuedAt,
      nextUpdate <= ClaimLimit.time,
      let names = map.take(6)?.array, names.count == 2, let kk = names[0].text,
      let ru = names[1].text, let zoneName = map.take(7)?.text,
      let host = map.take(8)?.text, PayloadText.isHost(host),
      let kinds = map.take(9)?.array, kinds.count <= Self.kindLimit,
      let replacements = map.take(10)?.bytes.flatMap(SupersededTable.table),
      let tokens = map.take(11)?.entries, tokens.count <= Self.listLimit,
      let logged = map.take(12)?.entries, logged.count <= RootPart.keyLimit
    else { throw .statusPart }
    let fonts = map.take(13)
    let hasBodies = version != Self.versionWithoutBodies
    let bodies = hasBodies ? map.take(14)?.array?.map(BodyEntry.init(cbor:)) : []
    guard let bodies, bodies.count <= ClaimLimit.bodies, !bodies.contains(nil) else {
      throw .statusPart
    }
    let signers = map.take(15)
    guard map.rest.isEmpty, (signers == nil) == (signers?.bytes == nil),
      fonts == nil || fonts?.bytes?.count == 32
    else { throw .statusPart }
    guard let zone = OfficeZone(zoneName) else { throw .unknownZone(zoneName) }
    self.init(
      sequence: sequence, issuedAt: issuedAt, nextUpdate: nextUpdate,
      officeName: Bilingual(kk: kk, ru: ru), zone: zone, host: host, kinds: [],
      bodies: bodies.compactMap { $0 }, lists: [],
      replacements: replacements)
    self.fonts = fonts?.bytes
    self.signers = signers?.bytes
    for kind in kinds {
      guard let kind = KindEntry(cbor: kind) else { throw .statusPart }
      // Rising codes: no kind stands twice.
      guard self.kinds.last.map({ $0.code < kind.code }) ?? true else { throw .statusPart }
      self.kinds.append(kind)
    }
    for token in tokens {
      guard let number = token.key.unsigned.flatMap({ Int(exactly: $0) }),
        number < StatusIndex.listLimit, let bytes = token.value.bytes
      else { throw .statusPart }
      guard let list = StatusList(bytes, number: number, host: host, key: key) else {
        throw .list(number)
      }
      lists.append(list)
    }
    for entry in logged {
      guard let thumbprint = entry.key.bytes, thumbprint.count == 32,
        let seals = entry.value.bytes.flatMap({
          LoggedSeals(encoded: $0, by: hasBodies ? .hash : .cti)
        })
      else { throw .statusPart }
      self.logged[thumbprint] = seals
    }
  }

  /// The status list tokens of a signed part, by number; its signature is not looked at again.
  static func tokens(in bytes: [UInt8]) -> [Int: [UInt8]] {
    guard let object = try? Sign1(bytes, limit: byteLimit, type: type),
      let value = try? CBORReader.read(object.payload, limit: byteLimit),
      var map = ClaimMap(value), let entries = map.take(11)?.entries
    else { return [:] }
    var tokens: [Int: [UInt8]] = [:]
    for entry in entries {
      guard let number = entry.key.unsigned.flatMap({ Int(exactly: $0) }) else { continue }
      tokens[number] = entry.value.bytes
    }
    return tokens
  }
}
