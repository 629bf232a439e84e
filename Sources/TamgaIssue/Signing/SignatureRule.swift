import TamgaDomain
public import TamgaSignature
import TamgaTemplates

/// How papers of one issuing body are signed: an entry of `signatures` in `tamga.yaml`.
public struct SignatureRule: Hashable, Sendable {
  /// A PKCS #12 file, absolute or below the office's folder.
  public let key: String
  /// Files with the certificates at one of which the signer's chain ends, likewise.
  public let roots: [String]
  /// Nil where signatures get no time stamp.
  public let stamps: TimeStampService?

  private static let standardSeconds = 10
  private static let mostSeconds = 120

  /// By the code of the body.
  static func read(_ map: YAMLMap, bodies: Set<String>) -> [String: SignatureRule] {
    guard map.has("signatures") else { return [:] }
    var rules: [String: SignatureRule] = [:]
    _ = map.inside("signatures") { list in
      for code in list.keys {
        if !bodies.contains(code) {
          list.fault(
            .wrongValue, at: code, kk: "issuingBodies ішінде «\(code)» органы жоқ",
            ru: "в issuingBodies нет органа «\(code)»",
            en: "issuingBodies has no body '\(code)'")
        }
        rules[code] = list.inside(code, rule)
      }
      return true
    }
    return rules
  }

  private static func rule(_ map: YAMLMap) -> SignatureRule? {
    let key = map.text("key")
    let roots = map.texts("roots")
    if roots.isEmpty {
      map.fault(
        .missingKey, at: "roots", kk: "бірде-бір түбір сертификат жоқ",
        ru: "нет ни одного корневого сертификата", en: "there is no root certificate")
    }
    var stamps: TimeStampService?
    if map.has("timeStamp") {
      stamps = map.inside("timeStamp", service)
    } else {
      _ = map.optionalText("timeStamp")
    }
    guard let key, !roots.isEmpty else { return nil }
    return SignatureRule(key: key, roots: roots, stamps: stamps)
  }

  private static func service(_ map: YAMLMap) -> TimeStampService? {
    let url = map.text("url")
    let seconds = map.optionalCount("seconds") ?? standardSeconds
    guard let url else { return nil }
    guard url.hasPrefix("http://"), (1...mostSeconds).contains(seconds) else {
      map.fault(
        .wrongValue, at: "url", kk: "мекенжай http:// деп басталады, seconds 1–\(mostSeconds)",
        ru: "адрес начинается с http://, seconds от 1 до \(mostSeconds)",
        en: "the address begins with http://, and seconds are 1 to \(mostSeconds)")
      return nil
    }
    return TimeStampService(address: url, seconds: seconds)
  }
}
