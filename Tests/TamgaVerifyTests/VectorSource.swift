import TamgaDomain
import TamgaFormats
import TamgaVerify

@testable import TamgaSeal

/// Where the vectors come from. What each must give is written here by hand, never taken from a run.
enum VectorSource {
  static let current = "\(VectorFolder.bundles)/current.bundle"
  static let older = "\(VectorFolder.bundles)/older.bundle"
  static let changed = "\(VectorFolder.bundles)/changed-root.bundle"
  static let trial = "\(VectorFolder.bundles)/test-office.bundle"
  /// Signed before bundles named bodies and listed whole seals; its keys and kinds are those of `current`.
  static let formerStatus = "\(VectorFolder.bundles)/status-1.bundle"
  static let retiredClaim = "retired-claim"
  static let leapYear = "\(VectorFolder.bundles)/2024.bundle"
  /// Stands in every verdict on a payload text.
  static let seen = "paper-not-seen"

  struct Made {
    let vectors: [String: Vector]
    let bundles: [String: [UInt8]]
    let pictures: [String: [UInt8]]
  }

  static func all() -> Made {
    var older = Scene.statusPart
    older.sequence = 40
    older.issuedAt -= 86_400
    older.nextUpdate -= 86_400
    var in2024 = Scene.statusPart
    in2024.issuedAt = Scene.start("2024-02-28")
    in2024.nextUpdate = Scene.start("2024-03-10")
    var trialKeys = Scene.rootPart
    trialKeys.isTest = true
    var bundles = [
      trial: Scene.bundle(trialKeys).bytes,
      current: Scene.bundle().bytes, Self.older: Scene.bundle(Scene.rootPart, older).bytes,
      changed: Scene.bundle(by: Scene.stranger).bytes,
      leapYear: Scene.bundle(Scene.rootPart, in2024).bytes,
    ]
    // Made of font files: only to be written.
    if VectorTests.isRecording { bundles.merge(fontBundles) { $1 } }
    var vectors: [String: Vector] = [:]
    for (name, vector) in genuine + zoneChange + standing + forged + malformed + documents + imports
      + fonts
    {
      precondition(vectors[name] == nil, "a name stands twice: \(name)")
      vectors[name] = vector
    }
    for name in taken { vectors[name]?.laxer = ["cwt", "pycose"] }
    var drawn: [String: [UInt8]] = [:]
    for (name, (vector, picture)) in pictures {
      vectors[name] = vector
      drawn[name] = picture
    }
    return Made(vectors: vectors, bundles: bundles, pictures: drawn)
  }

  static func payload(
    _ why: String, _ text: String, _ verdict: String, _ reasons: [String],
    now: Int64 = Scene.now, on: String? = nil, bundle: String = current, replacedBy: String? = nil
  ) -> Vector {
    Vector(
      why: why, payload: text, stages: stages(of: text, verdict), bundle: bundle, now: now, on: on,
      expect: .init(verdict: verdict, reasons: reasons, replacedBy: replacedBy))
  }

  static func link(
    by signer: SigningKey = Scene.issuing, _ change: (inout PaperClaims) -> Void = { _ in }
  ) -> String { Scene.link(Scene.seal(by: signer, change)) }

  // Genuine papers in force

  private static var genuine: [(String, Vector)] {
    let seal = Scene.seal()
    let link = Scene.link(seal)
    let digits = String(link.split(separator: "#")[1])
    return [
      ("link", payload("the default carrier", link, "valid", [seen])),
      ("tg1", payload("the other carrier", PayloadText.prefixed(seal), "valid", [seen])),
      ("digits", payload("the digits alone", digits, "valid", [seen])),
      ("base45", payload("base45 alone", Base45.encoded(seal), "valid", [seen])),
      ("space", payload("white space around it", "\n  \(link)\r\n", "valid", [seen])),
      (
        "es256",
        payload("a P-256 key", Self.link(by: Scene.issuingES256), "valid", [seen])
      ),
      (
        "foreign-host",
        payload(
          "the link of another host: a flag, because the seal is genuine",
          Scene.link(seal, host: "tamga.example.org"), "valid", ["foreign-host", seen])
      ),
      (
        "refusal",
        payload(
          "a genuine refusal is in force and gives no right",
          Self.link {
            $0.document = "LIPR"
            $0.notBefore = nil
            $0.expires = nil
            $0.status = Scene.index(nil, 5)
          }, "valid", [seen, "effect-refuses"])
      ),
      (
        "notice-without-passport",
        payload(
          "a certificate without a term that prints no passport",
          Self.link {
            $0.document = "FPC"
            $0.notBefore = nil
            $0.expires = nil
            $0.passport = nil
            $0.status = Scene.index(nil, 6)
          }, "valid", [seen, "passport-not-printed", "effect-informs"])
      ),
      (
        retiredClaim,
        payload(
          "a seal of former days with claim 9, which is not looked at",
          withPaper(9, .bytes(Array(1...8))) {
            $0.document = "FPC"
            $0.passport = nil
            $0.body = nil
          }, "valid", [seen, "passport-not-printed", "effect-informs"])
      ),
      (
        "body-second",
        payload("the second body of the list", Self.link { $0.body = 1 }, "valid", [seen])
      ),
      (
        "body-not-listed",
        payload(
          "a body that the bundle does not know yet", Self.link { $0.body = 9 }, "valid", [seen])
      ),
      (
        "body-absent",
        payload(
          "a seal from before bodies were named", Self.link { $0.body = nil }, "valid", [seen])
      ),
      (
        "former-bundle",
        payload(
          "a bundle without bodies", Self.link(), "valid", [seen], bundle: formerStatus)
      ),
      (
        "name-cut",
        payload(
          "a name that does not fit",
          Self.link { $0.name = SealedName.cut(String(repeating: "KARIMOVA ", count: 9)).name },
          "valid", [seen, "name-cut"])
      ),
      (
        "first-second",
        payload(
          "the first second of the first day", Self.link { $0.notBefore = Scene.now }, "valid",
          [seen])
      ),
      (
        "last-second",
        payload(
          "the last second of the last day", Self.link { $0.expires = Scene.now }, "valid", [seen])
      ),
      (
        "retired-key",
        payload(
          "a key that signs no more, in its period", Self.link(by: Scene.retired), "valid", [seen])
      ),
      (
        "compromised-key-logged",
        payload(
          "sealed before the key fell into other hands, as the log says",
          Self.link(by: Scene.compromised), "valid", ["key-was-compromised", seen])
      ),
      (
        "test-office",
        payload(
          "a paper of a test office: it gives no right, whatever it says", Self.link(), "valid",
          ["test-office", seen], bundle: trial)
      ),
      (
        "on-a-past-day",
        payload(
          "expired, and asked about a day of its term",
          Self.link { $0.expires = Scene.end("2026-02-20") }, "valid", [seen], on: "2026-02-20")
      ),
    ]
  }
}
