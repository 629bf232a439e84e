import Foundation
import Glibc
import TamgaToken
import Testing

@testable import TamgaKeys

/// The sources of a passphrase.
@Suite struct PassphraseTests {
  /// Hands `body` a descriptor from which these bytes can be read.
  private func reading<Value>(
    _ bytes: [UInt8], _ body: (Int32) throws -> Value
  ) throws -> Value {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    return try body(ends[0])
  }

  private func text(_ secret: SecretBytes) -> String {
    secret.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aLineForEach() throws {
    try reading(Array("first one\nсекунда\r\n third \nrest".utf8)) { descriptor in
      let lines = try (0..<4).map { _ in text(try Passphrases.line(of: descriptor)) }
      #expect(lines == ["first one", "секунда", " third ", "rest"], "blanks count")
      #expect(throws: KeyError.self) { try Passphrases.line(of: descriptor) }
    }
  }

  @Test(arguments: [[], [0x0A], [0x0D, 0x0A], [UInt8](repeating: 0x61, count: 1025)])
  func noPassphrase(_ bytes: [UInt8]) throws {
    let error = try reading(bytes) { descriptor in
      #expect(throws: KeyError.self) { try Passphrases.line(of: descriptor) }
    }
    #expect(error?.code == .passphraseUnreadable)
  }

  @Test func aDescriptorThatIsNotOpen() {
    let error = #expect(throws: KeyError.self) { try Passphrases.line(of: 987) }
    #expect(error?.code == .passphraseUnreadable && error?.place == "987")
  }

  @Test func aCredentialOfTheSystem() throws {
    let place = try KeyPlace()
    try place.write("from the system\nmore\n", to: "tamga-passphrase")
    let secret = try Passphrases.credential(place.keys + "/tamga-passphrase")
    #expect(secret.map(text) == "from the system")
    #expect(try Passphrases.credential(place.keys + "/none") == nil)
  }

  @Test func howLongANewOneIs() {
    for weak in ["", "short", "elevenchars", "ұзынқұпиясө"] {
      let error = #expect(throws: KeyError.self) { try Passphrases.check(KeyPlace.secret(weak)) }
      #expect(error?.code == .passphraseWeak, "\(weak)")
    }
    for strong in ["twelve chars", "ұзынқұпиясөз"] {
      #expect(throws: Never.self) { try Passphrases.check(KeyPlace.secret(strong)) }
    }
  }
}
