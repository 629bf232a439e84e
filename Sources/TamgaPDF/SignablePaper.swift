internal import TamgaPaperFile

/// A paper's file that keeps room for a signature.
public struct SignablePaper: Sendable {
  /// The file with an empty hole.
  public let bytes: [UInt8]
  private let hole: SignatureHole

  init(bytes: [UInt8], hole: SignatureHole) {
    self.bytes = bytes
    self.hole = hole
  }

  /// What a signature covers: the whole file but for the hole.
  public var content: [UInt8] { hole.content(of: bytes) }

  /// The file with its signature, a CMS SignedData in DER; nil where it is longer than the room.
  public func signed(_ cms: [UInt8]) -> [UInt8]? {
    var bytes = bytes
    return hole.put(cms, into: &bytes) ? bytes : nil
  }
}
