import TamgaFormats
import Testing

@testable import TamgaLog

@Suite struct CheckpointTests {
  static func checkpoint(size: Int = 7) throws -> Checkpoint {
    try Checkpoint(
      origin: Fixture.origin, size: size, root: MerkleTree.root(ofLeaves: Fixture.leaves(size)))
  }

  @Test func bothWays() throws {
    for size in [0, 1, 9, 10, 1000] {
      let checkpoint = try Self.checkpoint(size: size)
      let signed = try Fixture.signed(checkpoint)
      let key = try Fixture.key()
      let again = try SignedCheckpoint(signed.text, signedBy: [key])
      #expect(again == signed && again.checkpoint == checkpoint)
      #expect(signed.text.hasPrefix("\(Fixture.origin)\n\(size)\n"))
    }
  }

  /// Not one byte may differ.
  @Test func everyByte() throws {
    let text = Array(try Fixture.signed(Self.checkpoint()).text.utf8)
    let key = try Fixture.key()
    for place in text.indices {
      for bit in [UInt8(1), 4, 32, 128] {
        var changed = text
        changed[place] ^= bit
        guard let note = String(validating: changed, as: UTF8.self) else { continue }
        #expect(throws: LogFault.self) { try SignedCheckpoint(note, signedBy: [key]) }
      }
      var shorter = text
      shorter.remove(at: place)
      guard let note = String(validating: shorter, as: UTF8.self) else { continue }
      #expect(throws: LogFault.self) { try SignedCheckpoint(note, signedBy: [key]) }
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let body: String
    let why: String
    var testDescription: String { why }
  }

  static let root = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="
  static let empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
  static let origin = Fixture.origin

  /// Each is signed by the log's own key: it is the form that is refused.
  static let refusals = [
    Refusal(body: "\(origin)\n1\n", why: "no root"),
    Refusal(body: "\(origin)\n", why: "nothing but the origin"),
    Refusal(body: "\n1\n\(root)\n", why: "an empty origin"),
    Refusal(body: "\(origin) \n1\n\(root)\n", why: "a space in the origin"),
    Refusal(body: "\(origin)\n01\n\(root)\n", why: "a zero in front of the size"),
    Refusal(body: "\(origin)\n+1\n\(root)\n", why: "a sign before the size"),
    Refusal(body: "\(origin)\n-1\n\(root)\n", why: "a size below zero"),
    Refusal(body: "\(origin)\n0x1\n\(root)\n", why: "a hexadecimal size"),
    Refusal(body: "\(origin)\n\n\(root)\n", why: "no size"),
    Refusal(body: "\(origin)\n1 \n\(root)\n", why: "a space after the size"),
    Refusal(body: "\(origin)\n9223372036854775808\n\(root)\n", why: "2^63 entries"),
    Refusal(body: "\(origin)\n0\n\(root)\n", why: "an empty log with a root"),
    Refusal(body: "\(origin)\n1\n\(root.dropLast())\n", why: "a root without its padding"),
    Refusal(body: "\(origin)\n1\n\(root)=\n", why: "a root with more padding"),
    Refusal(
      body: "\(origin)\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=\n", why: "a spare bit"),
    Refusal(body: "\(origin)\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhev\n", why: "a short root"),
    Refusal(body: "\(origin)\n1\n\(root)\nextension\n", why: "an extension line"),
    Refusal(body: "\(origin)\n1\n\(root)\n\n", why: "an empty line at the end"),
    Refusal(body: "\n\(origin)\n1\n\(root)\n", why: "an empty line at the beginning"),
  ]

  @Test(arguments: refusals) func refusesSigned(_ refusal: Refusal) throws {
    let key = try Fixture.key()
    let signature = try Fixture.signature(3, Array(refusal.body.utf8))
    let text = SignedNote.text(refusal.body, signedBy: key, signature)
    #expect(throws: LogFault.checkpoint) { try SignedCheckpoint(text, signedBy: [key]) }
  }

  @Test func emptyLog() throws {
    let empty = try Checkpoint(origin: Self.origin, size: 0, root: .empty)
    #expect(empty.body == "\(Self.origin)\n0\n\(Self.empty)\n")
    #expect(throws: LogFault.checkpoint) {
      try Checkpoint(origin: Self.origin, size: 0, root: TreeHash(leaf: []))
    }
    #expect(throws: LogFault.checkpoint) {
      try Checkpoint(origin: Self.origin, size: -1, root: .empty)
    }
    #expect(throws: LogFault.checkpoint) { try Checkpoint(origin: "a b", size: 1, root: .empty) }
  }

  /// What is wrong with the note itself; `%` stands for the good signature line.
  static let notes: [(String, LogFault, String)] = [
    ("", .note, "nothing"),
    ("\n", .note, "a newline"),
    ("\n\n", .note, "two newlines"),
    ("body\n", .note, "no signature"),
    ("body\n\n", .note, "an empty line and no signature"),
    ("body\n%", .note, "no empty line"),
    ("body\n\n%\n", .note, "an empty line after the signature"),
    ("body\n\n%junk\n", .note, "a line that is no signature"),
    ("body\n\n% ", .note, "no newline at the end"),
    ("body\n\n- a AAAAAAA=\n", .note, "a hyphen for the dash"),
    ("body\n\n\u{2013} a AAAAAAA=\n", .note, "a short dash"),
    ("body\n\n—a AAAAAAA=\n", .note, "no space after the dash"),
    ("body\n\n— AAAAAAA=\n", .note, "no name"),
    ("body\n\n—  AAAAAAA=\n", .note, "an empty name"),
    ("body\n\n— a+b AAAAAAA=\n", .note, "a plus in a name"),
    ("body\n\n— a\u{2003}b AAAAAAA=\n", .note, "a wide space in a name"),
    ("body\n\n— a AAAAAA==\n", .note, "an id and no signature"),
    ("body\n\n— a AAAAAAA=  \n", .note, "spaces after the signature"),
    ("body\n\n— a  AAAAAAA=\n", .note, "two spaces"),
    ("body\n\n— a AAAAAAA\n", .note, "a signature without its padding"),
    ("bo\tdy\n\n— a AAAAAAA=\n", .note, "a tabulator"),
    ("body\r\n\r\n— a AAAAAAA=\r\n", .note, "carriage returns"),
    ("body\n\n— a AAAAAAA=\n", .notSigned, "a stranger's signature"),
    ("body\n\n— журнал AAAAAAA=\n", .notSigned, "a stranger with another alphabet"),
    ("b\n\n% — \n", .note, "a dash without a line"),
    ("c\n\n%", .signature, "another text under the signature"),
  ]

  @Test(arguments: notes) func refusesNote(_ row: (note: String, fault: LogFault, why: String))
    throws
  {
    let key = try Fixture.key()
    let signed = SignedNote.text(
      "body\n", signedBy: key, try Fixture.signature(3, Array("body\n".utf8)))
    let line = String(signed.dropFirst("body\n\n".count))
    let text = row.note.replacing("%", with: line)
    #expect(throws: row.fault, "\(row.why)") { try SignedCheckpoint(text, signedBy: [key]) }
  }

  @Test func size() throws {
    let key = try Fixture.key()
    let text = try Fixture.signed(Self.checkpoint()).text
    let witness = "— w \(Base64.text([UInt8](repeating: 9, count: 5000)))\n"
    let many = text + String(repeating: witness, count: 16)
    #expect(try SignedCheckpoint(many, signedBy: [key]).text == many)
    #expect(throws: LogFault.tooLarge) {
      try SignedCheckpoint(text + String(repeating: witness, count: 40), signedBy: [key])
    }
  }

  /// Signatures of witnesses and of the log's other keys stand beside ours and change nothing.
  @Test func severalSignatures() throws {
    let (old, new) = (try Fixture.key(3), try Fixture.key(4))
    let checkpoint = try Self.checkpoint()
    let byOld = try Fixture.signed(checkpoint, 3).text
    let byNew = try Fixture.signed(checkpoint, 4).text
    let lines = byNew.dropFirst(checkpoint.body.utf8.count + 1)
    let both = byOld + lines
    for keys in [[old], [new], [old, new], [new, old]] {
      #expect(try SignedCheckpoint(both, signedBy: keys).checkpoint == checkpoint)
    }
    #expect(throws: LogFault.notSigned) { try SignedCheckpoint(byOld, signedBy: [new]) }
    #expect(throws: LogFault.notSigned) { try SignedCheckpoint(byOld, signedBy: []) }
    #expect(try SignedCheckpoint(byOld, signedBy: [new, old]).checkpoint == checkpoint)
    // One known key whose signature fails spoils the note, whatever the others say.
    let bad = Base64.text(new.id + [UInt8](repeating: 1, count: 64))
    let spoilt = byOld + "— \(new.name) \(bad)\n"
    #expect(throws: LogFault.signature) { try SignedCheckpoint(spoilt, signedBy: [old, new]) }
    #expect(try SignedCheckpoint(spoilt, signedBy: [old]).checkpoint == checkpoint)
    // The name or the id alone make no known key.
    let half = Base64.text(new.id + [UInt8](repeating: 1, count: 64))
    let renamed = byOld + "— other.example \(half)\n"
    #expect(try SignedCheckpoint(renamed, signedBy: [old, new]).checkpoint == checkpoint)
  }

  @Test func otherLog() throws {
    let checkpoint = try Self.checkpoint()
    let other = try Fixture.key(3, name: "tamga.example/log/kz-ast")
    #expect(throws: LogFault.otherOrigin) {
      try checkpoint.signed(by: other) { try Fixture.signature(3, $0) }
    }
    // Its key signs our origin all the same.
    let text = SignedNote.text(
      checkpoint.body, signedBy: other, try Fixture.signature(3, Array(checkpoint.body.utf8)))
    #expect(throws: LogFault.otherOrigin) { try SignedCheckpoint(text, signedBy: [other]) }
  }

  struct TokenGone: Error {}

  @Test func token() throws {
    let checkpoint = try Self.checkpoint()
    let key = try Fixture.key(3)
    #expect(throws: LogFault.signature) {
      try checkpoint.signed(by: key) { try Fixture.signature(4, $0) }
    }
    #expect(throws: LogFault.signature) { try checkpoint.signed(by: key) { _ in [1, 2, 3] } }
    #expect(throws: LogFault.note) { try checkpoint.signed(by: key) { _ in [] } }
    #expect(throws: TokenGone.self) { try checkpoint.signed(by: key) { _ in throw TokenGone() } }
  }
}
