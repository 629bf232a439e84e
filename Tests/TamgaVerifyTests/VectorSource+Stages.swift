import TamgaDomain
import TamgaFormats
import TamgaVerify

@testable import TamgaSeal

extension VectorSource {
  /// Cases that stock readers of COSE take, because they look at less: the signature holds, and what
  /// is wrong is the encoding around it, the claims, or what the office says of its key.
  static let taken: Set = [
    "after-key-period_fail", "before-key-period_fail", "body-as-text_fail",
    "body-too-large_fail", "claim-below-minus-one_fail", "claim-missing_fail",
    "compromised-key-copied-cti_fail",
    "claim-of-wrong-type_fail", "claim-unknown_fail", "claims-indefinite_fail",
    "claims-long-number_fail", "claims-not-cbor_fail", "claims-twice_fail", "claims-unsorted_fail",
    "compromised-key-after_fail", "compromised-key-backdated_fail", "foreign-issuer_fail",
    "former-bundle-other-cti_fail", "high-s_fail", "indefinite-array_fail", "long-length_fail",
    "trailing-byte_fail",
    "unprotected-header_fail",
  ]

  /// The steps of a text whose seal is genuine.
  static func stages(of text: String, _ verdict: String) -> Vector.Stages? {
    guard verdict != "not-genuine", verdict != "no-seal", let bytes = try? PayloadText(text).bytes,
      let object = try? Sign1(bytes, limit: UnverifiedSeal.byteLimit),
      let claims = try? PaperClaims(object.payload)
    else { return nil }
    return Vector.Stages(
      cose: Hex.text(bytes), claims: Hex.text(object.payload), fields: fields(of: claims))
  }

  static func fields(of claims: PaperClaims) -> [String: Vector.Field] {
    var fields: [String: Vector.Field] = [
      "iss": .text(claims.issuer), "iat": .number(claims.sealedAt),
      "cti": .text(Hex.text(claims.id)), "document": .text(claims.document),
      "number": .text(claims.number), "copy": .number(Int64(claims.copy)),
      "status": .number(Int64(claims.status.list) << 20 | Int64(claims.status.position)),
      "digest": .text(Hex.text(claims.digest)),
    ]
    fields["nbf"] = claims.notBefore.map(Vector.Field.number)
    fields["exp"] = claims.expires.map(Vector.Field.number)
    fields["name"] = claims.name.map(Vector.Field.text)
    fields["passport"] = claims.passport.map(Vector.Field.text)
    fields["citizenship"] = claims.citizenship.map(Vector.Field.text)
    fields["body"] = claims.body.map { .number(Int64($0)) }
    for (key, value) in claims.further {
      fields[String(key)] =
        switch value {
        case .text(let text): .text(text)
        case .count(let count): .number(Int64(count))
        case .bytes(let bytes): .text(Hex.text(bytes))
        }
    }
    return fields
  }
}
