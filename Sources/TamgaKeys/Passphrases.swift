internal import Glibc
public import TamgaToken

/// What opens the keys of an office, asked for when a key is first used.
public struct Passphrases: Sendable {
  private let answer: @Sendable (KeyRole) throws(KeyError) -> SecretBytes?
  /// The PIN of the key with which an issuing body signs documents, by its code; nil when nobody gave one.
  public let document: @Sendable (String) throws(KeyError) -> SecretBytes?

  /// - Parameters:
  ///   - document: As the property of the name.
  ///   - answer: The passphrase or PIN of a role; nil when nobody gave one.
  public init(
    document: @escaping @Sendable (String) throws(KeyError) -> SecretBytes? = { _ in nil },
    _ answer: @escaping @Sendable (KeyRole) throws(KeyError) -> SecretBytes?
  ) {
    self.document = document
    self.answer = answer
  }

  /// For keys that need none.
  public static let none = Passphrases { _ in nil }

  /// Characters that a passphrase has at least when a key is encrypted with it.
  public static let leastCharacters = 12
  /// Bytes of a passphrase or PIN at most.
  public static let mostBytes = 1024

  /// - Parameter place: The key, for the error.
  func passphrase(for role: KeyRole, _ place: String) throws(KeyError) -> SecretBytes {
    guard let passphrase = try answer(role) else {
      throw .passphraseMissing(role, place)
    }
    return passphrase
  }

  /// Refuses a passphrase that a machine would guess in hours.
  static func check(_ passphrase: SecretBytes) throws(KeyError) {
    // Bytes that go on with a character do not count.
    let characters = passphrase.withBytes { bytes in bytes.count { $0 & 0xC0 != 0x80 } }
    guard characters >= leastCharacters else {
      throw KeyError(
        .passphraseWeak, "", kk: "құпиясөз кемінде \(leastCharacters) таңбадан тұруы керек",
        ru: "в пароле должно быть не меньше \(leastCharacters) знаков",
        en: "a passphrase has at least \(leastCharacters) characters")
    }
  }

  /// The next line of a descriptor, without its end; reads not a byte further, so that several
  /// passphrases may follow each other.
  ///
  /// - Throws: ``KeyError`` `passphraseUnreadable` when there is none or it is too long.
  public static func line(of descriptor: Int32) throws(KeyError) -> SecretBytes {
    var bytes = [UInt8](repeating: 0, count: mostBytes + 1)
    defer { bytes.wipe() }
    var count = 0
    while count < bytes.count {
      let result = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress! + count, 1)  // safe: count is below its size
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else { throw unreadable(descriptor) }
      if result == 0 || bytes[count] == 0x0A { break }
      count += 1
    }
    if count > 0, bytes[count - 1] == 0x0D { count -= 1 }
    guard (1...mostBytes).contains(count) else { throw unreadable(descriptor) }
    return SecretBytes(count: count) { $0.copyBytes(from: bytes[..<count]) }
  }

  /// The first line of a file that the system's manager keeps for this service; nil when there is no
  /// such file.
  public static func credential(_ path: String) throws(KeyError) -> SecretBytes? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try line(of: descriptor)
  }

  private static func unreadable(_ descriptor: Int32) -> KeyError {
    KeyError(
      .passphraseUnreadable, "\(descriptor)", kk: "құпиясөз оқылмады",
      ru: "пароль не прочитан", en: "no passphrase could be read")
  }
}
