internal import CProcess

/// Keeps the memory of this process from others while secrets lie in it.
public enum ProcessGuard {
  /// No core file, and no look into the memory by another process of the same user (`prctl(2)`,
  /// `PR_SET_DUMPABLE`). The administrator of the machine can always look.
  public static func forbidDumps() {
    _ = process_limit_core()
    _ = process_forbid_dumps()
  }
}
