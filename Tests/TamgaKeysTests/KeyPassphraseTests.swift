import Foundation
import Synchronization
import TamgaDomain
import TamgaFormats
import TamgaSeal
import TamgaToken
import Testing

@testable import TamgaKeys

/// Key files under a passphrase, from encryption to its change.
@Suite struct KeyPassphraseTests {
  static let now = KeyPlace.start
  static let password = KeyPlace.password

  private func encrypted(_ roles: Set<KeyRole> = Set(KeyRole.allCases)) throws -> KeyPlace {
    let place = try KeyPlace()
    _ = try place.made()
    let done = try place.ring(opening: Self.password).encrypt(roles, cost: KeyPlace.cost)
    #expect(done.count == roles.count)
    return place
  }

  @Test func whatNeedsThePassphraseAndWhatDoesNot() throws {
    let place = try KeyPlace()
    let secrets = try place.made().files.map { file in
      try #require(try place.text(file.fileName).firstMatch(of: /secret: ([0-9a-f]+)/)).1
    }.map(String.init)
    let names = try place.ring(opening: Self.password)
      .encrypt(Set(KeyRole.allCases), cost: KeyPlace.cost)
    #expect(names.count == 3)
    for name in try place.names() {
      let bytes = try Data(contentsOf: URL(filePath: place.keys + "/" + name))
      for secret in secrets {
        #expect(bytes.firstRange(of: Data(secret.utf8)) == nil)
        #expect(bytes.firstRange(of: Data(try #require(Hex.bytes(secret)))) == nil)
      }
    }
    let ring = try place.ring()
    #expect(ring.files.allSatisfy { $0.custody.word == "encrypted" })
    #expect(ring.issuing.count == 1 && ring.daysLeft(at: Self.now) == 731)
    #expect(try ring.signingKey(at: Self.now).publicKey == ring.issuing[0].publicKey)
    let steps: [() throws -> Void] = [
      { _ = try ring.signer(at: Self.now) }, { _ = try ring.bundleParts() },
      { _ = try ring.rotate(.issuing) }, { try ring.sign() },
    ]
    for step in steps {
      let error = #expect(throws: KeyError.self) { try step() }
      #expect(error?.code == .passphraseMissing && error?.hint != nil)
    }
    let open = try place.ring(opening: Self.password)
    let signer = try open.signer(at: Self.now)
    #expect(signer.publicKey.accepts(try signer.signature(over: [7]), over: [7]))
    #expect(throws: Never.self) { try open.bundleParts() }
  }

  @Test func aSecretIsOpenedOnce() throws {
    let place = try encrypted()
    let asked = Mutex(0)
    let ring = try place.ring(
      Passphrases { _ in
        asked.withLock { $0 += 1 }
        return KeyPlace.secret(Self.password)
      })
    for _ in 0..<5 { _ = try ring.signer(at: Self.now) }
    #expect(asked.withLock { $0 } == 1)
  }

  @Test func aWrongPassphraseChangesNothing() throws {
    let place = try encrypted([.issuing, .root])
    let before = try place.contents()
    let ring = try place.ring(opening: "another passphrase")
    let fresh = KeyPlace.secret("the next passphrase")
    let steps: [() throws -> Void] = [
      { _ = try ring.signer(at: Self.now) }, { _ = try ring.signer(at: Self.now) },
      { _ = try ring.rotate(.issuing) }, { _ = try ring.rotate(.status) },
      { try ring.retire(ring.issuing[0].publicKey.id) },
      { _ = try ring.encrypt(Set(KeyRole.allCases), cost: KeyPlace.cost) },
      { _ = try ring.changePassphrase(Set(KeyRole.allCases), to: fresh, cost: KeyPlace.cost) },
    ]
    for step in steps {
      let error = #expect(throws: KeyError.self) { try step() }
      #expect(error?.code == .passphraseWrong)
      #expect(error?.description.contains("another") == false)
    }
    #expect(try place.contents() == before)
  }

  @Test func aFileThatSomebodyChanged() throws {
    let place = try encrypted([.issuing])
    let name = try place.name(.issuing)
    let good = try place.text(name)
    let changes: [(String) -> String] = [
      { $0.replacing(/signUntil: \d+/, with: "signUntil: 4000000000") },
      { $0.replacing(/signFrom: \d+/, with: "signFrom: 1") },
      { $0.replacing("scrypt: 15", with: "scrypt: 16") },
      { $0.replacing(/box: [0-9a-f]{2}/, with: "box: 00") },
    ]
    for change in changes {
      try place.write(change(good), to: name)
      try #require(change(good) != good)
      let error = #expect(throws: KeyError.self) {
        try place.ring(opening: Self.password).signer(at: Self.now)
      }
      #expect(error?.code == .passphraseWrong)
    }
    // A header that names another key does not fit the file's name; a role neither.
    try place.write(good.replacing("role: issuing", with: "role: status"), to: name)
    #expect(throws: KeyError.self) { try place.ring() }
    try place.write(good, to: name)
    #expect(throws: Never.self) { try place.ring(opening: Self.password).signer(at: Self.now) }
  }

  @Test func aPassphraseForEachRole() throws {
    let place = try KeyPlace()
    _ = try place.made()
    let words: [KeyRole: String] = [
      .issuing: "issuing passphrase", .status: "status passphrase", .root: "root passphrase",
    ]
    let passphrases = Passphrases { words[$0].map(KeyPlace.secret) }
    _ = try place.ring(passphrases).encrypt([.root, .issuing, .status], cost: KeyPlace.cost)
    let daily = try place.ring(
      Passphrases { $0 == .issuing ? KeyPlace.secret("issuing passphrase") : nil })
    #expect(throws: Never.self) { try daily.signer(at: Self.now) }
    #expect(throws: KeyError.self) { try daily.bundleParts() }
    let fresh = try place.ring(passphrases).rotate(.issuing)
    #expect(try place.ring(passphrases).signer(at: Self.now).publicKey.id == fresh)
    #expect(try place.ring().files.allSatisfy { $0.custody.word == "encrypted" })
  }

  @Test func aNewKeyOfAnEncryptedOfficeIsNeverPlain() throws {
    let place = try encrypted()
    let ring = try place.ring(opening: Self.password)
    _ = try ring.rotate(.issuing)
    _ = try ring.rotate(.status)
    try ring.compromise(ring.issuing[1].publicKey.id)
    _ = try ring.rotate(.issuing)
    #expect(ring.files.count == 3)
    #expect(ring.files.allSatisfy { $0.custody.word == "encrypted" })
    #expect(throws: Never.self) { try place.ring(opening: Self.password).signer(at: Self.now) }
  }

  @Test func compromiseNeedsNoPassphraseOfTheLostKey() throws {
    let place = try encrypted([.issuing])
    let ring = try place.ring()
    try ring.compromise(ring.issuing[0].publicKey.id)
    #expect(ring.issuing[0].state == .compromised)
    #expect(try place.names().allSatisfy { !$0.hasPrefix("issuing-") })
  }

  @Test func changeOfThePassphrase() throws {
    let place = try encrypted()
    let ring = try place.ring(opening: Self.password)
    let next = "the next passphrase"
    let weak = #expect(throws: KeyError.self) {
      try ring.changePassphrase([.status], to: KeyPlace.secret("short"), cost: KeyPlace.cost)
    }
    #expect(weak?.code == .passphraseWeak)
    // Broken off after the first file; running it again finishes.
    #expect(
      try ring.changePassphrase([.status], to: KeyPlace.secret(next), cost: KeyPlace.cost).count
        == 1)
    #expect(
      try ring.changePassphrase(
        Set(KeyRole.allCases), to: KeyPlace.secret(next), cost: KeyPlace.cost
      ).count == 2)
    #expect(throws: Never.self) { try place.ring(opening: next).signer(at: Self.now) }
    #expect(throws: Never.self) { try place.ring(opening: next).bundleParts() }
    let old = #expect(throws: KeyError.self) {
      try place.ring(opening: Self.password).signer(at: Self.now)
    }
    #expect(old?.code == .passphraseWrong)
  }

  @Test func encryptingTwice() throws {
    let place = try encrypted([.issuing])
    let ring = try place.ring(opening: Self.password)
    #expect(try ring.encrypt(Set(KeyRole.allCases), cost: KeyPlace.cost).count == 2)
    #expect(try ring.encrypt(Set(KeyRole.allCases), cost: KeyPlace.cost).isEmpty)
    let weak = try KeyPlace()
    _ = try weak.made()
    let error = #expect(throws: KeyError.self) {
      try weak.ring(opening: "short").encrypt([.issuing], cost: KeyPlace.cost)
    }
    #expect(error?.code == .passphraseWeak)
    for cost in [14, 21] {
      let error = #expect(throws: KeyError.self) {
        try weak.ring(opening: Self.password).encrypt([.issuing], cost: cost)
      }
      #expect(error?.code == .parameters)
    }
    #expect(try weak.ring().files.allSatisfy { $0.custody == .plain })
  }
}
