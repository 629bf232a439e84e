internal import TamgaDomain

/// The limits of what is handed to the register.
public enum RegisterLimits {
  /// Papers of one group: the write lock is held for as long as one group takes.
  public static let groupPapers = 10_000
  /// Bytes of a canonical record: the 256 KiB of a record (contract `decisions.md`), twice for escapes.
  public static let recordBytes = 512 * 1024
  /// Characters of a decision id (contract `decisions.md`).
  public static let decisionBytes = 64
  /// Papers that one decision makes.
  public static let decisionParts = 16
  /// Duplicates of one paper, as many as the seal can count (`ClaimLimit.copy`).
  public static let copies = 999
  /// Keys under which a person is looked up.
  public static let personKeys = 4
  /// Bytes of a person key: three short values and their separators.
  public static let personKeyBytes = 256
  /// Bytes of a search key: 96 letters and what tells its sort.
  public static let searchKeyBytes = 512
  /// Bytes of a document id, an edition id, a body code, an agent or a batch name.
  public static let nameBytes = 128
  /// Characters of a reason: a sentence or two of a clerk.
  public static let reasonCharacters = 500
  /// Bytes of a seal: a version 13 symbol carries about 300.
  public static let sealBytes = 4_096
  /// Bytes of the signature of a file, with its certificates and a time stamp.
  public static let signatureBytes = 64 << 10
  /// Bytes of a file's path below its batch.
  public static let pathBytes = 512
  /// Rows of a page of a listing.
  public static let pageRows = 1_000
  /// Papers of a chain: monthly extensions of twelve years and more.
  public static let chainPapers = 200

  static func check(_ text: String, _ name: String, max: Int) throws(RegisterError) {
    let bytes = text.utf8.count
    guard (1...max).contains(bytes) else { throw .limit(name, bytes, .bytes("1–\(max)")) }
  }

  static func check(_ bytes: [UInt8], _ name: String, exactly count: Int) throws(RegisterError) {
    guard bytes.count == count else { throw .limit(name, bytes.count, .bytes("\(count)")) }
  }

  static func check(reason: String) throws(RegisterError) {
    let count = reason.count
    guard !reason.allSatisfy(\.isWhitespace), count <= reasonCharacters else {
      throw .limit(
        "reason", count,
        Message(
          kk: "1–\(reasonCharacters) таңба", ru: "1–\(reasonCharacters) знаков",
          en: "1–\(reasonCharacters) characters"))
    }
  }

  static func check(group count: Int) throws(RegisterError) {
    guard count <= groupPapers else { throw .limit("group", count, .count("0–\(groupPapers)")) }
  }

  static func check(page limit: Int) throws(RegisterError) {
    guard (1...pageRows).contains(limit) else {
      throw .limit("page", limit, .count("1–\(pageRows)"))
    }
  }
}
