import TamgaDomain
import TamgaFormats
public import TamgaSignature
import TamgaTemplates
public import TamgaToken

/// How papers of one issuing body are signed: an entry of `signatures` in `tamga.yaml`.
public struct SignatureRule: Hashable, Sendable {
  /// Where the key and its certificate lie; files are absolute or below the office's folder.
  public enum Key: Hashable, Sendable {
    /// A PKCS #12 file with both.
    case file(String)
    /// A token with the key, and a file with the certificate and those between it and the root, DER or PEM.
    case token(TokenReference, certificates: String)

    /// The file with the certificate.
    var file: String {
      switch self {
      case .file(let file), .token(_, certificates: let file): file
      }
    }
  }

  public let key: Key
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
    let key = key(map)
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

  private static func key(_ map: YAMLMap) -> Key? {
    guard map.has("token") else {
      let file = map.text("key")
      _ = map.optionalText("certificate")
      return file.map { .file($0) }
    }
    if map.optionalText("key") != nil {
      map.fault(
        .wrongValue, at: "key", kk: "key не token: екеуінің бірі ғана жазылады",
        ru: "пишется либо key, либо token", en: "either key or token is given")
    }
    let reference = map.inside("token", token)
    let certificates = map.text("certificate")
    guard let reference, let certificates else { return nil }
    return .token(reference, certificates: certificates)
  }

  private static func token(_ map: YAMLMap) -> TokenReference? {
    let (label, module, object) = (map.text("label"), map.text("module"), map.text("object"))
    guard let label, let module, let object else { return nil }
    guard
      let reference = Hex.bytes(object).flatMap({
        TokenReference(module: module, label: label, object: $0)
      })
    else {
      map.fault(
        .wrongValue, at: "module",
        kk:
          "module – толық жол, label 32 байттан аспайды, object – он алтылық цифрлардың жұп саны",
        ru:
          "module – полный путь, label не длиннее 32 байт, object – чётное число шестнадцатеричных цифр",
        en:
          "module is a full path, label has at most 32 bytes, and object is an even number of hexadecimal digits"
      )
      return nil
    }
    return reference
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
