internal import Foundation

/// One thread at a time uses fonts through cairo, be it for Pango or for a page.
///
/// Cairo 1.16 locks a font and then the cache of all fonts' glyphs; where the cache is full, it puts glyphs of
/// any other font out of it and locks that one, with the cache locked: two threads that do so at once wait
/// for each other for ever. So the lock is held wherever cairo may look for a glyph or give up a font: while
/// Pango shapes and measures (`ShapedText`, `FontMetricsLock`), while a page is drawn (`CairoSurface`,
/// `PaperFile.drawnByCairo`), and while fonts are made and freed. Nothing else is done with it: what Pango
/// has laid out is read, subsets are made and pages are packed without it. The same thread may take it again.
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
