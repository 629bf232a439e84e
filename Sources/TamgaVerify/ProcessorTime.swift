#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What this process and its ended children have used of the processors.
enum ProcessorTime {
  static var used: Duration {
    var total = Duration.zero
    // Glibc has them as an enumeration, others as numbers.
    #if canImport(Glibc)
      let both = [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].map(
        Int32.init(truncatingIfNeeded:))
    #else
      let both = [RUSAGE_SELF, RUSAGE_CHILDREN]
    #endif
    for who in both {
      var usage = rusage()
      guard getrusage(who, &usage) == 0 else { continue }
      for time in [usage.ru_utime, usage.ru_stime] {
        total += .seconds(time.tv_sec) + .microseconds(Int(time.tv_usec))
      }
    }
    return total
  }
}
