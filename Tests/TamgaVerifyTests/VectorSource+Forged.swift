import TamgaFormats
import TamgaVerify

@testable import TamgaSeal

/// A seal taken apart, to be put together in ways in which no office does.
struct Parts {
  var tag: UInt64? = 18
  var protected: [UInt8]
  var unprotected = CBOR.map([])
  var payload: [UInt8]
  var signature: [UInt8]

  init(_ seal: [UInt8]) {
    guard case .tagged(_, .array(let parts))? = try? CBORReader.read(seal, limit: 1024),
      let protected = parts[0].bytes, let payload = parts[2].bytes, let signature = parts[3].bytes
    else { preconditionFailure("a seal of this folder") }
    self.protected = protected
    self.payload = payload
    self.signature = signature
  }

  var bytes: [UInt8] {
    let object = CBOR.array([
      .bytes(protected), unprotected, .bytes(payload), .bytes(signature),
    ])
    return (tag.map { .tagged($0, object) } ?? object).encoded
  }

  /// Where the payload begins in ``bytes`` of an unchanged seal.
  static func region(_ part: [UInt8], in seal: [UInt8]) -> Int {
    (0...seal.count - part.count).first { Array(seal[$0..<$0 + part.count]) == part } ?? 0
  }
}

extension VectorSource {
  private static func changed(_ change: (inout Parts) -> Void) -> String {
    var parts = Parts(Scene.seal())
    change(&parts)
    return Scene.link(parts.bytes)
  }

  static func refused(_ why: String, _ text: String, _ reason: String) -> Vector {
    payload(why, text, "not-genuine", [reason])
  }

  private static func header(_ alg: Int64, _ key: SigningKey) -> [UInt8] {
    CBOR.claims([1: .integer(alg), 4: .bytes(key.publicKey.id.bytes)]).encoded
  }

  /// The issuing key's own signature over claims that are none.
  private static func signed(_ payload: [UInt8]) -> String {
    // safe: the key is in memory
    Scene.link(try! Sign1.signed(payload, by: Scene.issuing))
  }

  private static func entries(_ change: (inout [CBOR.Entry]) -> Void) -> [UInt8] {
    guard var entries = (try? CBORReader.read(Scene.claims().encoded, limit: 1024))?.entries else {
      preconditionFailure("claims of this folder")
    }
    change(&entries)
    return CBOR.map(entries).encoded
  }

  /// The issuing key's seal with one claim of the paper changed or added.
  static func withPaper(
    _ key: Int64, _ value: CBOR, _ change: (inout PaperClaims) -> Void = { _ in }
  ) -> String {
    guard
      var outer = (try? CBORReader.read(Scene.claims(change).encoded, limit: 1024))?.entries,
      var inner = outer.last?.value.entries
    else { preconditionFailure("claims of this folder") }
    inner.removeAll { $0.key == .integer(key) }
    inner.append(.init(.integer(key), value))
    outer[outer.count - 1] = .init(outer[outer.count - 1].key, .map(inner))
    return signed(CBOR.map(outer).encoded)
  }

  static var forged: [(String, Vector)] {
    let seal = Scene.seal()
    let parts = Parts(seal)
    func flipped(_ part: [UInt8], _ offset: Int) -> String {
      var bytes = seal
      bytes[Parts.region(part, in: seal) + offset] ^= 1
      return Scene.link(bytes)
    }
    var highS = Parts(Scene.seal(by: Scene.issuingES256))
    highS.signature.replaceSubrange(32..<64, with: LowS.difference(Array(highS.signature[32...])))
    return [
      (
        "flip-algorithm_fail",
        refused("a bit of the algorithm", flipped(parts.protected, 2), "wrong-algorithm")
      ),
      ("flip-kid_fail", refused("a bit of the key id", flipped(parts.protected, 5), "unknown-key")),
      ("flip-claims_fail", refused("a bit of the cti", flipped(Array(1...16), 4), "bad-signature")),
      (
        "flip-name_fail",
        refused("a letter of the name", flipped(Array("KARIMOV".utf8), 0), "bad-signature")
      ),
      (
        "flip-signature_fail",
        refused("a bit of the signature", flipped(parts.signature, 40), "bad-signature")
      ),
      (
        "unknown-key_fail",
        refused("the key of a stranger", link(by: Scene.stranger), "unknown-key")
      ),
      (
        "stranger-with-our-kid_fail",
        refused(
          "a stranger's signature under our key id",
          changed { $0.signature = Parts(Scene.seal(by: Scene.stranger)).signature },
          "bad-signature")
      ),
      (
        "algorithm-none_fail",
        refused("alg 0", changed { $0.protected = header(0, Scene.issuing) }, "wrong-algorithm")
      ),
      (
        "algorithm-hmac_fail",
        refused(
          "alg HMAC 256/256", changed { $0.protected = header(5, Scene.issuing) }, "wrong-algorithm"
        )
      ),
      (
        "algorithm-not-the-keys_fail",
        refused(
          "ES256 with the id of an Ed25519 key",
          changed { $0.protected = header(-7, Scene.issuing) }, "wrong-algorithm")
      ),
      (
        "high-s_fail",
        refused("the other signature (r, n - s)", Scene.link(highS.bytes), "signature-form")
      ),
      (
        "short-signature_fail",
        refused("63 bytes of signature", changed { $0.signature.removeLast() }, "signature-form")
      ),
      (
        "unprotected-header_fail",
        refused(
          "a key id in the unprotected header",
          changed { $0.unprotected = .claims([4: .bytes(Scene.issuing.publicKey.id.bytes)]) },
          "seal-header")
      ),
      (
        "third-header_fail",
        refused(
          "a content type in the protected header",
          changed {
            $0.protected =
              CBOR.claims([
                1: .integer(-8), 3: .unsigned(61), 4: .bytes(Scene.issuing.publicKey.id.bytes),
              ]).encoded
          }, "seal-header")
      ),
      ("other-tag_fail", refused("tag 17, COSE_Mac0", changed { $0.tag = 17 }, "seal-malformed")),
      ("no-tag_fail", refused("no tag", changed { $0.tag = nil }, "seal-malformed")),
      (
        "foreign-issuer_fail",
        refused("another office's id", link { $0.issuer = "KZ-AST" }, "foreign-issuer")
      ),
      (
        "before-key-period_fail",
        refused(
          "sealed a second before the key's period",
          link(by: Scene.issuingES256) { $0.sealedAt = Scene.start("2026-01-01") - 1 },
          "outside-key-period")
      ),
      (
        "after-key-period_fail",
        refused(
          "a retired key, a second after its period",
          link(by: Scene.retired) { $0.sealedAt = Scene.end("2026-02-15") + 1 },
          "outside-key-period")
      ),
      (
        "compromised-key-backdated_fail",
        refused(
          "dated before the compromise, and in no log",
          link(by: Scene.compromised) { $0.id = Array(2...17) }, "key-compromised")
      ),
      (
        "compromised-key-after_fail",
        refused(
          "sealed after the compromise",
          link(by: Scene.compromised) {
            $0.id = Array(3...18)
            $0.sealedAt = Scene.start("2026-02-21")
          }, "key-compromised")
      ),
      (
        "compromised-key-copied-cti_fail",
        refused(
          "the cti of a logged seal under another name",
          link(by: Scene.compromised) { $0.name = "KARIMOV ANWAR" }, "key-compromised")
      ),
      (
        "unknown-issuer_fail",
        refused(
          "an office of which there is no bundle here, by its own key",
          link(by: Scene.stranger) { $0.issuer = "KZ-AST" }, "foreign-issuer")
      ),
      (
        "body-as-text_fail",
        refused("a body that is no number", withPaper(-1, .text("0")), "claims-malformed")
      ),
      (
        "body-too-large_fail",
        refused("a place beyond every list", withPaper(-1, .unsigned(4096)), "claims-malformed")
      ),
      (
        "claim-below-minus-one_fail",
        refused("a claim that nobody knows", withPaper(-9, .unsigned(1)), "claims-malformed")
      ),
      (
        "claims-not-cbor_fail",
        refused("signed bytes that are no claims", signed([0xFF]), "claims-malformed")
      ),
      (
        "claim-missing_fail",
        refused(
          "no cti", signed(entries { $0.removeAll { $0.key == .unsigned(7) } }), "claims-malformed")
      ),
      (
        "claim-of-wrong-type_fail",
        refused(
          "exp as text",
          signed(
            entries {
              $0.removeAll { $0.key == .unsigned(4) }
              $0.append(.init(.unsigned(4), .text("2026-05-10")))
            }), "claims-malformed")
      ),
      (
        "claim-unknown_fail",
        refused(
          "an audience", signed(entries { $0.append(.init(.unsigned(3), .text("x"))) }),
          "claims-malformed")
      ),
      (
        "claims-twice_fail",
        refused(
          "a claim twice, signed by the key",
          signed([0xA2, 0x01, 0x61, 0x41, 0x01, 0x61, 0x42]), "claims-malformed")
      ),
      (
        "claims-unsorted_fail",
        refused(
          "claims out of order", signed([0xA2, 0x06, 0x01, 0x01, 0x61, 0x41]), "claims-malformed")
      ),
      (
        "claims-indefinite_fail",
        refused("a map without length", signed([0xBF, 0x01, 0x61, 0x41, 0xFF]), "claims-malformed")
      ),
      (
        "claims-long-number_fail",
        refused(
          "a number that could be shorter", signed([0xA1, 0x06, 0x18, 0x01]), "claims-malformed")
      ),
    ]
  }
}
