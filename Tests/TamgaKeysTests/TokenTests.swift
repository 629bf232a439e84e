import CPKCS11
import Foundation
import TamgaDomain
import TamgaSeal
import Testing

@testable import TamgaKeys
@testable import TamgaToken

/// Keys in a token. SoftHSM stands for the device: a real PKCS #11 module.
@Suite(.serialized, .enabled(if: SoftToken.isThere, SoftToken.missing))
struct TokenTests {
  static let now = KeyPlace.start

  init() throws { try #require(SoftToken.isReady, "softhsm2-util made no tokens") }

  private func make(
    _ algorithm: SignatureAlgorithm, _ label: SoftToken.Label = .one, pin: String = SoftToken.pin
  ) throws -> (reference: TokenReference, publicKey: PublicKey) {
    try TokenKeys.make(
      algorithm, in: label.rawValue, module: SoftToken.module, name: "test",
      pin: KeyPlace.secret(pin))
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func itSigns(_ algorithm: SignatureAlgorithm) throws {
    let (reference, key) = try make(algorithm)
    #expect(key.algorithm == algorithm)
    let signer = try PKCS11Signer(
      reference, publicKey: key, pin: KeyPlace.secret(SoftToken.pin))
    for length in [0, 1, 31, 32, 64, 1000] {
      let message = [UInt8](repeating: 7, count: length)
      let signature = try signer.signature(over: message)
      #expect(signature.count == 64 && key.accepts(signature, over: message))
      #expect(!key.accepts(signature, over: message + [0]))
    }
    // The list of an office is a signed object of the same make as a seal.
    let part = RootPart(office: "KZ-ALA", sequence: 1, issuingKeys: [], statusKey: key)
    for _ in 0..<16 {
      #expect(throws: Never.self) { try RootPart(part.signed(by: signer), signedBy: key) }
    }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func manyThreads(_ algorithm: SignatureAlgorithm) async throws {
    let (reference, key) = try make(algorithm)
    let signer = try PKCS11Signer(
      reference, publicKey: key, pin: KeyPlace.secret(SoftToken.pin))
    let good = try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          let message = [UInt8(index)]
          return key.accepts(try signer.signature(over: message), over: message)
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(good == 64)
  }

  @Test func aSessionThatAnotherProgramEnds() throws {
    let (reference, key) = try make(.edDSA, .two)
    let signer = try PKCS11Signer(
      reference, publicKey: key, pin: KeyPlace.secret(SoftToken.pin))
    let module = try TokenModule(path: SoftToken.module)
    for _ in 0..<3 {
      let slot = try module.slot(label: "two")
      try module.call("two") { $0.C_CloseAllSessions?(slot) }
      let signature = try signer.signature(over: [9])
      #expect(key.accepts(signature, over: [9]))
    }
  }

  struct Missing: Sendable, CustomTestStringConvertible {
    let why: String
    let code: TokenError.Code
    var module = SoftToken.module
    var label = "one"
    var object: [UInt8]?
    var testDescription: String { why }
  }

  static let missing: [Missing] = [
    Missing(why: "no such module", code: .noModule, module: "/usr/lib/none.so"),
    Missing(
      why: "a library that is no module", code: .noModule, module: "/lib/x86_64-linux-gnu/libz.so.1"
    ),
    Missing(why: "a text", code: .noModule, module: "/etc/passwd"),
    Missing(why: "no such token", code: .noToken, label: "gone"),
    Missing(why: "the beginning of a label", code: .noToken, label: "on"),
    Missing(why: "two tokens of one label", code: .severalTokens, label: "twin"),
    Missing(why: "no such key", code: .noKey, object: [1, 2, 3]),
  ]

  @Test(arguments: missing) func whatIsNotThere(_ row: Missing) throws {
    let (reference, key) = try make(.edDSA)
    let wanted = try #require(
      TokenReference(
        module: row.module, label: row.label, object: row.object ?? reference.object))
    let error = #expect(throws: TokenError.self) {
      try PKCS11Signer(wanted, publicKey: key, pin: KeyPlace.secret(SoftToken.pin))
    }
    #expect(error?.code == row.code, "\(String(describing: error))")
  }

  @Test func anotherKeyUnderItsId() throws {
    let (reference, _) = try make(.edDSA)
    let (_, other) = try make(.edDSA)
    let signer = try PKCS11Signer(
      reference, publicKey: other, pin: KeyPlace.secret(SoftToken.pin))
    let error = #expect(throws: TokenError.self) { try signer.signature(over: [1]) }
    #expect(error?.code == .falseSignature)
  }

  @Test func theSecretStaysInTheToken() throws {
    let (reference, key) = try make(.edDSA)
    let session = try TokenSession.open(
      TokenModule(path: SoftToken.module), label: "one", pin: KeyPlace.secret(SoftToken.pin),
      writes: false)
    let object = try #require(
      try session.object(3, id: reference.object, type: key.algorithm.keyType))
    // CKA_VALUE of a private key.
    let error = #expect(throws: TokenError.self) { try session.value(0x11, of: object) }
    #expect(error?.code == .refused)
  }

  /// Last of this suite's PINs: a token that another signer has opened takes any.
  @Test func aWrongPIN() throws {
    let (reference, key) = try make(.edDSA, .two)
    let module = try TokenModule(path: SoftToken.module)
    let slot = try module.slot(label: "two")
    try module.call("two") { $0.C_CloseAllSessions?(slot) }
    for pin in ["00000", "432100", "1"] {
      let error = #expect(throws: TokenError.self) {
        try PKCS11Signer(reference, publicKey: key, pin: KeyPlace.secret(pin))
      }
      #expect(error?.code == .wrongPIN && error?.hint != nil)
      #expect(error?.description.contains(pin) == false)
    }
    let making = #expect(throws: TokenError.self) { try make(.edDSA, .two, pin: "99999") }
    #expect(making?.code == .wrongPIN)
  }

  @Test func aKeyOfTheOfficeMovesIntoAToken() throws {
    let place = try KeyPlace()
    _ = try place.made()
    let ring = try place.ring(
      Passphrases { $0 == .issuing ? KeyPlace.secret(SoftToken.pin) : nil })
    let custody = NewCustody.token(label: "batch", module: SoftToken.module)
    let fresh = try ring.rotate(.issuing, custody: custody)
    let signer = try ring.signer(at: Self.now)
    #expect(signer is PKCS11Signer && signer.publicKey.id == fresh)
    #expect(throws: Never.self) { try ring.bundleParts() }
    let text = try place.text(try place.name(.issuing))
    #expect(text.contains("token: batch\n") && !text.contains("secret"))
    #expect(!text.contains(SoftToken.pin))
    let next = try ring.rotate(.issuing)
    #expect(try ring.signer(at: Self.now) is PKCS11Signer, "the next one is made there as well")
    #expect(next != fresh)
    let locked = #expect(throws: KeyError.self) { try place.ring().signer(at: Self.now) }
    #expect(locked?.code == .passphraseMissing)
  }
}
