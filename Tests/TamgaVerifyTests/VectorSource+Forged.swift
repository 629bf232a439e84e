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

  private static func refused(_ why: String, _ text: String, _ reason: String) -> Vector {
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

  static var malformed: [(String, Vector)] {
    let seal = Scene.seal()
    let digits = String(Scene.link(seal).split(separator: "#")[1])
    func frame(_ bytes: [UInt8]) -> String { Scene.link(bytes) }
    let nothing = ["no-seal"]
    return [
      ("trailing-byte_fail", refused("a byte after the seal", frame(seal + [0]), "seal-malformed")),
      (
        "cut-off_fail",
        refused("the last byte is missing", frame(Array(seal.dropLast())), "seal-malformed")
      ),
      (
        "long-length_fail",
        refused(
          "the array's length in two bytes", frame([0xD2, 0x98, 0x04] + seal[2...]),
          "seal-malformed")
      ),
      (
        "indefinite-array_fail",
        refused(
          "an array without length", frame([0xD2, 0x9F] + seal[2...] + [0xFF]), "seal-malformed")
      ),
      (
        "deep_fail",
        refused("arrays in arrays", frame([UInt8](repeating: 0x81, count: 1000)), "seal-malformed")
      ),
      (
        "too-long_fail",
        refused("1025 bytes", frame([UInt8](repeating: 0, count: 1025)), "payload-too-long")
      ),
      (
        "too-many-digits_fail",
        refused(
          "more text than any code holds", String(repeating: "1", count: 8193), "payload-too-long")
      ),
      (
        "block-value_fail",
        refused(
          "a block that is too large",
          "https://tamga.example/v#99999999999999999" + digits.dropFirst(17),
          "payload-malformed")
      ),
      (
        "block-length_fail",
        refused("a digit too many", "https://tamga.example/v#" + digits + "1", "payload-malformed")
      ),
      (
        "letter-among-digits_fail",
        refused("O for 0", "https://tamga.example/v#O" + digits.dropFirst(), "payload-malformed")
      ),
      (
        "no-digits_fail",
        refused("a link without a seal", "https://tamga.example/v#", "payload-malformed")
      ),
      (
        "base45-character_fail",
        refused("lower case", "TG1:" + Base45.encoded(seal).lowercased(), "payload-malformed")
      ),
      (
        "base45-value_fail",
        refused("a group that is too large", "TG1:GGW" + Base45.encoded(seal), "payload-malformed")
      ),
      (
        "base45-length_fail",
        refused(
          "a character left over", "TG1:" + Base45.encoded(seal).prefix(301), "payload-malformed")
      ),
      ("nothing_fail", payload("no text", "", "no-seal", nothing)),
      ("words_fail", payload("some words", "ALA-26-0000017-4", "no-seal", nothing)),
      (
        "other-link_fail",
        payload("a link of somebody", "https://example.com/?v=1", "no-seal", nothing)
      ),
    ]
  }

  /// Pages of a PDF, with their text.
  static var documents: [(String, Vector)] {
    let code = Scene.link(Scene.seal())
    func document(
      _ why: String, _ pages: [(String?, [String])], _ verdict: String, _ reasons: [String],
      altered: [String]? = nil
    ) -> Vector {
      Vector(
        why: why, pages: pages.map { Vector.Page(text: $0.0, codes: $0.1) }, bundle: current,
        now: Scene.now, expect: .init(verdict: verdict, reasons: reasons, altered: altered))
    }
    let (first, second) = (Scene.pages[0], Scene.pages[1])
    let other = Scene.link(Scene.seal { $0.id = Array(50...65) })
    let altered = second.replacing("KARIMOV ANVAR R", with: "KARIMOV ANWAR R")
    return [
      (
        "pdf",
        document("the paper as it was printed", [(first, [code]), (second, [code])], "valid", [])
      ),
      (
        "pdf-code-on-one-page",
        document("the second code is torn off", [(first, [code]), (second, [])], "valid", [])
      ),
      (
        "pdf-scan",
        document("no text", [(nil, [code]), (" ", [code])], "valid", ["text-not-checked"])
      ),
      (
        "pdf-name-altered_fail",
        document(
          "a letter of the name on one page", [(first, [code]), (altered, [code])], "altered",
          ["text-altered"], altered: ["name"])
      ),
      (
        "pdf-page-added_fail",
        document(
          "a page put in", [(first, [code]), ("ерекше белгілер", []), (second, [code])], "altered",
          ["text-altered"])
      ),
      (
        "pdf-page-missing_fail",
        document("a page taken out", [(first, [code])], "altered", ["text-altered"])
      ),
      (
        "several-seals_fail",
        document(
          "two different seals on one page", [(first, [code, other]), (second, [code])],
          "not-genuine", ["several-seals"])
      ),
      (
        "genuine-beside-forged_fail",
        document(
          "a forged code beside the genuine one",
          [(first, [code, Scene.link(Scene.seal(by: Scene.stranger))])], "not-genuine",
          ["several-seals"])
      ),
      (
        "pdf-no-code_fail", document("no code at all", [(first, ["hello"])], "no-seal", ["no-seal"])
      ),
    ]
  }
}
