/// An input that cannot be read at all. What is wrong with a record in it is a finding, not this.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for programs and tests.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case missing, folder, forbidden
    /// Reading broke off.
    case reading
    /// What came on standard input could not be kept: usually a full disk.
    case spooling
  }

  /// What is wrong.
  public let code: Code
  /// The path as it was given, or `-`.
  public let place: String
  /// The reason that the system gave; empty when it gave none.
  public let reason: String

  /// An error about the input `place`.
  public init(_ code: Code, _ place: String, reason: String = "") {
    self.code = code
    self.place = place
    self.reason = reason
  }

  /// The place, the cause and what to do.
  public var description: String {
    "\(place): \(sentence)" + (reason.isEmpty ? "" : " (\(reason))") + "\nhint: \(hint)"
  }

  private var sentence: String {
    switch code {
    case .missing: "there is no such file"
    case .folder: "this is a folder, not a file of decisions"
    case .forbidden: "the file may not be read"
    case .reading: "reading broke off"
    case .spooling: "standard input could not be kept in a temporary file"
    }
  }

  private var hint: String {
    switch code {
    case .missing: "check the path; `-` reads standard input"
    case .folder: "name the files in it"
    case .forbidden: "ask for the right to read it"
    case .reading: "check the disk or the network share and run the command again"
    case .spooling: "free space in the folder for temporary files, or give the decisions as a file"
    }
  }
}
