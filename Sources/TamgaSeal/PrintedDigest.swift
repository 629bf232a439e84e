internal import TamgaDomain

/// The digest of everything that a paper prints: claim 8 of its seal.
///
/// The input is, for each page in order, the `PrintedText.words(of:)` of the printed characters in
/// the order of drawing, as UTF-8, and one byte 0x0C ends the page. Attachments
/// follow in the byte order of their names, where no claim of their own covers them: 0x1C, the name in UTF-8,
/// 0x00, and the 32 bytes of the SHA-256 of the content. The digest is the first 8 bytes of SHA-256 over the
/// cti and that input.
public enum PrintedDigest {
  /// A machine-readable file inside the paper.
  public struct Attachment: Hashable, Sendable {
    /// Its name inside the PDF.
    public let name: String
    /// Its bytes, unpacked.
    public let content: [UInt8]

    /// A file of that name.
    public init(name: String, content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  /// - Parameters:
  ///   - pages: The text of each page in the order of drawing.
  ///   - cti: The 16 bytes of claim 7, so that equal texts have different digests.
  /// - Returns: 8 bytes.
  public static func of(
    pages: [String], attachments: [Attachment] = [], cti: [UInt8]
  ) -> [UInt8] {
    var sum = SHA256Sum()
    sum.add(cti)
    for page in pages {
      sum.add(PrintedText.wordBytes(of: page))
      sum.add([0x0C])
    }
    add(attachments, to: &sum)
    return Array(sum.bytes.prefix(ClaimLimit.digest))
  }

  /// Claim 23: the digest of the files inside the paper, apart from its words, so that a print without them can
  /// still be held against its seal. The first 8 bytes of SHA-256 over the cti and the files as above.
  ///
  /// - Returns: 8 bytes.
  public static func of(files: [Attachment], cti: [UInt8]) -> [UInt8] {
    var sum = SHA256Sum()
    sum.add(cti)
    add(files, to: &sum)
    return Array(sum.bytes.prefix(ClaimLimit.digest))
  }

  private static func add(_ attachments: [Attachment], to sum: inout SHA256Sum) {
    let sorted = attachments.map { (Array($0.name.utf8), $0.content) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    for (name, content) in sorted {
      sum.add([0x1C] + name + [0x00] + SHA256Sum.of(content))
    }
  }
}
