internal import CArgon2
internal import Foundation
internal import Synchronization

/// Passwords as they are kept: argon2id (RFC 9106) with 19 MiB, two passes and one lane (OWASP,
/// "Password Storage Cheat Sheet"), as a string in PHC's form.
///
/// A hash takes tens of milliseconds and blocks its thread. Two are made at once and sixteen wait;
/// whoever comes then is told to come again, so that sign-ins cannot take all memory.
final class PasswordHash: Sendable {
  private static let kibibytes: UInt32 = 19 * 1024
  private static let passes: UInt32 = 2
  private static let saltBytes = 16
  private static let hashBytes = 32
  /// Characters that a password may have.
  static let length = 12...256

  private let slots: Slots

  init(atOnce: Int = 2, waiting: Int = 16) {
    slots = Slots(atOnce: atOnce, waiting: waiting)
  }

  /// Hashes a new password.
  ///
  /// - Throws: ``AccountsError`` of code `password` or `busy`
  func hash(_ password: String) throws(AccountsError) -> String {
    guard Self.length.contains(password.count), !password.contains(where: \.isNewline) else {
      throw .password
    }
    return try slots.run { Self.encoded(Self.bytes(password)) }
  }

  /// Whether `password` is that of `hash`. Without a hash it takes the same time and is false.
  func isRight(_ password: String, _ hash: String?) throws(AccountsError) -> Bool {
    try slots.run {
      // Of absurd length: its first part costs as much as any other.
      let bytes = Self.bytes(String(password.prefix(Self.length.upperBound + 1)))
      let known = argon2id_verify(hash ?? Self.nobody, bytes, bytes.count) == ARGON2_OK.rawValue
      return known && hash != nil
    }
  }

  /// The hash that unknown logins are compared with.
  private static let nobody = encoded(Drawn.bytes(32))

  /// A letter typed as one character or as two is the same letter.
  private static func bytes(_ password: String) -> [UInt8] {
    Array(password.precomposedStringWithCanonicalMapping.utf8)
  }

  private static func encoded(_ password: [UInt8]) -> String {
    let salt = Drawn.bytes(saltBytes)
    let capacity = argon2_encodedlen(
      passes, kibibytes, 1, UInt32(saltBytes), UInt32(hashBytes), Argon2_id)
    var text = [CChar](repeating: 0, count: capacity)
    let result = argon2id_hash_encoded(
      passes, kibibytes, 1, password, password.count, salt, salt.count, hashBytes, &text, capacity)
    // Only memory can be short: its limits are constants.
    precondition(result == ARGON2_OK.rawValue, "argon2 failed: \(result)")
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Places for work that takes memory.
  private final class Slots: Sendable {
    private let free: DispatchSemaphore
    private let most: Int
    private let inside = Mutex(0)

    init(atOnce: Int, waiting: Int) {
      free = DispatchSemaphore(value: atOnce)
      most = atOnce + waiting
    }

    func run<Value>(_ body: () -> Value) throws(AccountsError) -> Value {
      let isAdmitted = inside.withLock { inside in
        guard inside < most else { return false }
        inside += 1
        return true
      }
      guard isAdmitted else { throw .busy }
      free.wait()
      defer {
        free.signal()
        inside.withLock { $0 -= 1 }
      }
      return body()
    }
  }
}
