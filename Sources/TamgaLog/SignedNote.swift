import TamgaFormats

/// A text and the signatures under it; nothing is checked yet but the form.
///
/// - SeeAlso: C2SP signed-note.
struct SignedNote {
  /// Bytes of a note: a checkpoint with sixteen cosignatures of the longest kind has 110,000.
  static let limit = 256 * 1024

  struct Signature {
    let name: [UInt8]
    let id: [UInt8]
    let bytes: [UInt8]
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  // An em dash and a space.
  private static let dash: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

  /// What is signed, with its last newline.
  let body: [UInt8]
  /// In the order of the note.
  let signatures: [Signature]

  init(_ note: [UInt8]) throws(LogFault) {
    guard note.count <= Self.limit else { throw .tooLarge }
    guard String(validating: note, as: UTF8.self) != nil,
      note.allSatisfy({ $0 >= 0x20 || $0 == Self.newline }), note.last == Self.newline,
      let blank = note.indices.dropFirst().last(where: {
        note[$0] == Self.newline && note[$0 - 1] == Self.newline
      })
    else { throw .note }
    body = Array(note[..<blank])
    let lines = note[(blank + 1)...].dropLast()
    guard !lines.isEmpty else { throw .note }
    var signatures: [Signature] = []
    for line in lines.split(separator: Self.newline, omittingEmptySubsequences: false) {
      signatures.append(try Self.signature(line))
    }
    self.signatures = signatures
  }

  private static func signature(_ line: ArraySlice<UInt8>) throws(LogFault) -> Signature {
    guard line.starts(with: dash) else { throw .note }
    let parts = line.dropFirst(dash.count).split(
      separator: space, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), !name.isEmpty,
      name.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && $0 != "+" }),
      let value = Base64.bytes(parts[1]), value.count > 4
    else { throw .note }
    return Signature(name: Array(parts[0]), id: Array(value[..<4]), bytes: Array(value[4...]))
  }

  /// Checks the signatures of the keys, at least one of which must have signed. Those of strangers
  /// are passed over: witnesses and the keys before and after a rotation.
  ///
  /// - Throws: ``LogFault`` of code `log-not-signed` or `log-signature`.
  func verify(by keys: [VerifierKey]) throws(LogFault) {
    var isSigned = false
    for signature in signatures {
      for key in keys where Array(key.name.utf8) == signature.name && key.id == signature.id {
        guard key.accepts(signature.bytes, over: body) else { throw .signature }
        isSigned = true
      }
    }
    guard isSigned else { throw .notSigned }
  }

  /// The note of a text and one signature.
  static func text(_ body: String, signedBy key: VerifierKey, _ signature: [UInt8]) -> String {
    "\(body)\n— \(key.name) \(Base64.text(key.id + signature))\n"
  }
}
