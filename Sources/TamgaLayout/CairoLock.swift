internal import Foundation

/// One thread at a time uses fonts through cairo, be it for Pango or for a page.
///
/// Cairo 1.16 locks a font and then its cache of glyphs, or the cache and then a font that it puts out of it:
/// two threads that do so at once wait for each other for ever. The same thread may take the lock again.
public enum CairoLock {
  private static let lock = NSRecursiveLock()

  /// What `body` gives, with no other thread in cairo's fonts.
  public static func alone<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    lock.lock()
    defer { lock.unlock() }
    return try body()
  }
}
