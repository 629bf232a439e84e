import Foundation
import TamgaToken
import Testing

@testable import TamgaSignature

/// Signatures as they are made and read again, with a synthetic authority of OpenSSL's.
@Suite struct CMSSignerTests {
  private static let content = Array("%PDF-1.7 and all that a ByteRange covers".utf8)

  @Test(arguments: ["ec", "rsa"])
  func aSignatureHoldsAndLeadsToItsRoot(_ name: String) throws {
    let authority = try Authority.shared()
    let signer = try authority.signer(name)
    let signature = try signer.signature(over: Self.content)
    let root = try authority.bytes("root.pem")
    let facts = try #require(
      SignatureCheck.facts(of: signature, over: Self.content, roots: [root]))
    #expect(facts.subject == "СЫНАҚОВА ҮЛГІ" && facts.sha256 == signer.certificate.sha256)
    #expect(facts.serial == signer.certificate.serial && facts.serial.count == 40)
    let window = try #require(facts.window)
    #expect(window == signer.certificate.validFrom...signer.certificate.validUntil)
    #expect(window.contains(Int64(Date().timeIntervalSince1970)))
    #expect(facts.stampedAt == nil)
    // Another root says nothing of it.
    let other = try authority.bytes("other.pem")
    let strange = SignatureCheck.facts(of: signature, over: Self.content, roots: [other])
    #expect(strange != nil && strange?.window == nil)
  }

  /// RFC 5652 and EN 319 122-1: what is signed, and what must not be.
  @Test(arguments: ["ec", "rsa"])
  func theAttributesAreThoseOfTheBaseline(_ name: String) throws {
    let authority = try Authority.shared()
    let signature = try authority.signer(name).signature(over: Self.content)
    let text = try authority.openssl(
      ["cms", "-cmsout", "-print", "-noout", "-inform", "DER"], input: signature)
    for wanted in [
      "contentType (1.2.840.113549.1.9.3)", "messageDigest (1.2.840.113549.1.9.4)",
      "id-smime-aa-signingCertificateV2 (1.2.840.113549.1.9.16.2.47)",
    ] {
      #expect(text.contains(wanted), "\(wanted)")
    }
    #expect(!text.contains("signingTime") && !text.contains("SMIMECapabilities"))
    #expect(text.contains("eContent: <ABSENT>"))
    // The signer and the authority, not the root.
    #expect(text.components(separatedBy: "d.certificate:").count == 3)
  }

  @Test func whatIsChangedDoesNotHold() throws {
    let authority = try Authority.shared()
    let root = try authority.bytes("root.pem")
    let signature = try authority.signer("ec").signature(over: Self.content)
    func holds(_ signature: [UInt8], _ content: [UInt8]) -> Bool {
      SignatureCheck.facts(of: signature, over: content, roots: [root]) != nil
    }
    for index in Self.content.indices {
      var content = Self.content
      content[index] ^= 1
      let isFound = !holds(signature, content)
      #expect(isFound, "content \(index)")
    }
    #expect(!holds(signature, Self.content + [0]) && !holds([], Self.content))
    // Bytes of certificates that are not signed over by the signer may differ; the signer's last ones, and
    // those of the signature, may not.
    for index in signature.indices.suffix(200) {
      var changed = signature
      changed[index] ^= 1
      let isFound = !holds(changed, Self.content)
      #expect(isFound, "signature \(index)")
    }
    for length in 0..<signature.count where length % 7 == 0 {
      #expect(!holds(Array(signature[..<length]), Self.content))
    }
  }

  @Test(arguments: [
    ("signin", SignatureError.Code.usage), ("short", .algorithm), ("stranger", .noChain),
  ])
  func aCertificateThatDoesNotDoIsRefused(_ name: String, _ code: SignatureError.Code) throws {
    let authority = try Authority.shared()
    let error = #expect(throws: SignatureError.self) { try authority.signer(name) }
    #expect(error?.code == code && error?.place == name + ".p12")
  }

  @Test(arguments: [(nil, SignatureError.Code.noPIN), ("wrong", .wrongPIN), ("", .wrongPIN)])
  func withoutItsPINAKeyIsNotOpened(_ pin: String?, _ code: SignatureError.Code) throws {
    let authority = try Authority.shared()
    let error = #expect(throws: SignatureError.self) { try authority.signer("ec", pin: pin) }
    #expect(error?.code == code)
    // No message tells the PIN.
    #expect(error.map { "\($0)".contains("wrong\"") } == false)
  }

  @Test func aFileThatIsNoKeyIsUnreadable() throws {
    let error = #expect(throws: SignatureError.self) {
      try CMSSigner(file: Array("no key".utf8), pin: nil, roots: [], place: "x.p12")
    }
    #expect(error?.code == .unreadable)
  }

  @Test func theRoomIsThatOfATrialAndSomeMore() throws {
    let authority = try Authority.shared()
    for name in ["ec", "rsa"] {
      let signer = try authority.signer(name)
      let room = try signer.room()
      for count in [0, 1, 70_000] {
        let signature = try signer.signature(over: [UInt8](repeating: 7, count: count))
        #expect(signature.count <= room && room < signature.count + 2_048)
      }
    }
  }

  @Test func aServiceThatIsNotThereIsSaid() throws {
    let authority = try Authority.shared()
    let signer = try authority.signer(
      "ec", stamps: TimeStampService(address: "http://127.0.0.1:9/", seconds: 2))
    let error = #expect(throws: SignatureError.self) {
      try signer.signature(over: Self.content)
    }
    #expect(error?.code == .noTimeStamp && error?.place == "http://127.0.0.1:9/")
  }
}
