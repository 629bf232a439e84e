internal import TamgaDomain
public import TamgaSeal

/// What the configuration of an office says about its keys.
public struct KeyRules: Hashable, Sendable {
  /// The office id that the root key vouches for.
  public let office: String
  /// In whose calendar signing periods end.
  public let zone: OfficeZone
  /// Of new keys.
  public let algorithm: SignatureAlgorithm
  /// A test office has test keys and no others.
  public let isTest: Bool

  public init(office: String, zone: OfficeZone, algorithm: SignatureAlgorithm, isTest: Bool) {
    self.office = office
    self.zone = zone
    self.algorithm = algorithm
    self.isTest = isTest
  }

  /// An issuing key signs for this many months unless it is rotated earlier.
  public static let issuingMonths = 24
  /// Status and root keys.
  public static let otherMonths = 12 * 20
  /// Days before a key's last day from which its rotation is announced.
  public static let warningDays = 30
  /// Seconds for which a retiring key still covers papers that were on their way: a run on this
  /// machine changes keys within one group of records.
  public static let overlap: Int64 = 300
  /// Seconds: signing and writing the new list must end within them.
  public static let leastOverlap: Int64 = 60
  /// Seconds by which clocks of an office's machines may differ.
  public static let clockTolerance: Int64 = 300

  /// The last moment at which a key made now may sign.
  func end(of role: KeyRole, madeAt moment: Int64) -> Int64 {
    let months = role == .issuing ? Self.issuingMonths : Self.otherMonths
    return zone.endOfDay(zone.date(of: moment).adding(months: months))
  }
}
