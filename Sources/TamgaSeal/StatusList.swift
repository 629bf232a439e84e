public import TamgaDomain
import TamgaFormats

/// The statuses of all papers of one list (IETF Token Status List, CWT form, two bits).
public struct StatusList: Hashable, Sendable {
  /// Bits of one status.
  public static let bits = 2
  /// Bytes of a list with every position in use.
  public static let byteLimit = StatusIndex.listSize * bits / 8
  static let type = "application/statuslist+cwt"

  /// The number of the list, as seals name it.
  public let number: Int
  private let statuses: [UInt8]

  /// Positions that the list covers, a multiple of four.
  public var size: Int { statuses.count * 4 }

  /// A list of `size` positions, all valid but those given.
  ///
  /// - Precondition: 1 to 2^20 positions, and none of the given lies outside.
  public init(number: Int, size: Int, _ given: [Int: PaperStatus]) {
    precondition((0..<StatusIndex.listLimit).contains(number), "a list number")
    precondition((1...StatusIndex.listSize).contains(size), "a list size")
    var statuses = [UInt8](repeating: 0, count: (size + 3) / 4)
    for (position, status) in given {
      precondition((0..<size).contains(position), "a position of the list")
      // The first status has the lowest bits (draft section 4.1).
      statuses[position / 4] |= UInt8(status.rawValue) << UInt8(position % 4 * 2)
    }
    self.number = number
    self.statuses = statuses
  }

  /// Nil for a position that the list does not cover.
  public subscript(position position: Int) -> PaperStatus? {
    guard (0..<size).contains(position) else { return nil }
    return PaperStatus(rawValue: Int(statuses[position / 4] >> UInt8(position % 4 * 2) & 3))
  }

  /// The list's address, the claim `sub`. It names the list; no verifier opens it.
  public static func address(host: String, number: Int) -> String {
    "https://\(host)/status/\(number)"
  }

  /// The number of the list for a paper that ends in `year`, or for one without a term.
  ///
  /// - Parameter ordinal: 0 to 15: a year has as many lists as its papers need.
  /// - Returns: (year − 2000) × 16 + ordinal; `ordinal` itself for papers without a term. Nil for
  ///   years before 2001 or after 2511.
  public static func number(expiring year: Int?, ordinal: Int = 0) -> Int? {
    guard (0..<StatusIndex.listsOfYear).contains(ordinal) else { return nil }
    guard let year else { return ordinal }
    let number = (year - 2000) * StatusIndex.listsOfYear + ordinal
    return year > 2000 && number < StatusIndex.listLimit ? number : nil
  }

  /// The year in which every paper of a list has ended by its last day; nil without a term.
  public static func year(of number: Int) -> Int? { StatusIndex.year(ofList: number) }

  /// Whether a list belongs into a bundle on that day: it leaves when its year is over, because no
  /// paper in it can be in force again.
  public static func isKept(_ number: Int, on day: CalendarDate) -> Bool {
    year(of: number).map { $0 >= day.year } ?? true
  }

  /// The status list token (draft section 5.2).
  ///
  /// - Parameters:
  ///   - issuedAt: Seconds since 1970, `iat`.
  ///   - expires: Seconds since 1970, `exp`, after `issuedAt`; the difference is `ttl`.
  public func signed(
    host: String, issuedAt: Int64, expires: Int64, by signer: some Signer
  ) throws -> [UInt8] {
    let claims = CBOR.claims([
      2: .text(Self.address(host: host, number: number)), 4: .integer(expires),
      6: .integer(issuedAt),
      65533: .map([
        .init(.text("bits"), .unsigned(UInt64(Self.bits))),
        .init(.text("lst"), .bytes(Deflate.compressed(statuses))),
      ]),
      65534: .integer(expires - issuedAt),
    ])
    return try Sign1.signed(claims.encoded, type: Self.type, by: signer)
  }

  /// Reads a token that `key` has signed; nil when anything about it is wrong.
  init?(_ token: [UInt8], number: Int, host: String, key: PublicKey) {
    guard
      let object = try? Sign1(token, limit: 2 * Self.byteLimit, type: Self.type),
      (try? object.signer(among: [key], { $0 })) != nil,
      let value = try? CBORReader.read(object.payload, limit: 2 * Self.byteLimit),
      var claims = ClaimMap(value),
      claims.take(2)?.text == Self.address(host: host, number: number),
      let expires = claims.take(4)?.unsigned, let issuedAt = claims.take(6)?.unsigned,
      issuedAt <= expires, let ttl = claims.take(65534)?.unsigned, ttl == expires - issuedAt,
      let list = claims.take(65533)?.entries, claims.rest.isEmpty, list.count == 2,
      // The shorter key comes first.
      list[0].key == .text("lst"), let packed = list[0].value.bytes,
      list[1].key == .text("bits"), list[1].value == .unsigned(UInt64(Self.bits)),
      let statuses = Deflate.inflated(packed, limit: Self.byteLimit), !statuses.isEmpty
    else { return nil }
    self.number = number
    self.statuses = statuses
  }
}
