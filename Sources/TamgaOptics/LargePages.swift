import Glibc

extension UnsafeMutableBufferPointer<UInt8> {
  /// 2 MB on x86-64 and on most of AArch64; elsewhere nothing is lost.
  private static var page: Int { 2 << 20 }

  /// Asks for large pages for memory that nobody has touched yet: a picture of a page fills thousands of
  /// small ones, and each costs a fault.
  func takeLargePages() {
    guard let baseAddress, count >= 2 * Self.page else { return }
    let start = (Int(bitPattern: baseAddress) + Self.page - 1) & ~(Self.page - 1)
    let end = (Int(bitPattern: baseAddress) + count) & ~(Self.page - 1)
    guard end > start else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
  }
}
