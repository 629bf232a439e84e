/// Why the reader gave no answer.
public enum ReaderFailure: Error, Hashable, Sendable {
  /// The time by the clock or of a processor was over.
  case time
  /// The child that read the file died (memory limit, a fault in a library), or what it said is no answer.
  case lost
  /// The program `tamga-reader` is not there, or cannot be run here.
  case missing
  /// The program is of another version than this one, or no reader at all.
  case version
}
