/// Limits of the claims. Bytes are UTF-8.
public enum ClaimLimit {
  /// Bytes of the office id: `KZ-ALA` and the like.
  public static let issuer = 32
  /// Characters of a kind's short code (contract).
  public static let document = 8
  /// Bytes of a paper's number; outside systems may give long ones.
  public static let number = 64
  /// Copies of one paper; the thousandth duplicate is a mistake.
  public static let copy = 999
  /// Bytes of the name (contract).
  public static let name = 64
  /// Bytes of a passport number; ICAO 9303 has 9 characters, identity papers have more.
  public static let passport = 32
  /// Bytes of a further text or byte string.
  public static let further = 96
  /// Further claims of one kind.
  public static let furtherCount = 16
  /// Keys that a manifest may give its further claims.
  public static let furtherKeys: ClosedRange<Int64> = 10...99
  /// Of those the one that is the digest of the files inside the paper: no manifest names it.
  public static let filesKey: Int64 = 23
  /// Issuing bodies of one office, those of former names and times among them.
  public static let bodies = 4096
  /// Bytes of the cti.
  public static let id = 16
  /// Bytes of the digest.
  public static let digest = 8
  /// Seconds since 1970 of the last second of the year 9999.
  public static let time: Int64 = 253_402_300_799
}
