import Testing

@testable import TamgaLog

@Suite struct VerifierKeyTests {
  /// C2SP signed-note, "Example" of the verifier keys.
  static let example = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  static let exampleNote = """
    This is an example message.

    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

    """

  @Test func exampleOfTheSpecification() throws {
    let key = try VerifierKey(Self.example)
    #expect(key.name == "example.com/foo" && key.description == Self.example)
    let note = try SignedNote(Array(Self.exampleNote.utf8))
    try note.verify(by: [key])
    #expect(String(decoding: note.body, as: UTF8.self) == "This is an example message.\n")
    // Signed, but no checkpoint.
    #expect(throws: LogFault.checkpoint) {
      try SignedCheckpoint(Self.exampleNote, signedBy: [key])
    }
  }

  /// The example of the package golang.org/x/mod/sumdb/note; its text has an empty line and a dash.
  @Test func exampleOfGo() throws {
    let key = try VerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    let text = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """
    try SignedNote(Array(text.utf8)).verify(by: [key])
    let changed = text.replacing("don't", with: "do")
    #expect(throws: LogFault.signature) { try SignedNote(Array(changed.utf8)).verify(by: [key]) }
  }

  static let refused = [
    "", "example.com/foo", "example.com/foo+530d903a",
    // Another id, also of the same value.
    "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo++AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    // Another name.
    "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/f o+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    // Another type, a byte less, a byte more, a space.
    "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2kAA==",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k+",
    // ECDSA as registered.
    "rekor.example+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA==",
  ]

  @Test(arguments: refused) func refuses(_ text: String) {
    #expect(throws: LogFault.key) { try VerifierKey(text) }
  }

  static let names: [(String, Bool)] = [
    ("tamga.example/log/kz-ala", true), ("a", true), (String(repeating: "a", count: 255), true),
    ("", false), (String(repeating: "a", count: 256), false), ("a b", false), ("a+b", false),
    ("a\n", false), ("a\u{A0}b", false), ("журнал", false), ("a\u{7F}", false), ("a\u{301}", false),
  ]

  @Test(arguments: names) func name(_ row: (name: String, isName: Bool)) {
    #expect(VerifierKey.isName(row.name) == row.isName)
  }
}
