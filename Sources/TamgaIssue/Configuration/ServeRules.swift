import Foundation
import TamgaDomain
import TamgaTemplates

/// What an office settles for its server: the key `serve` of `tamga.yaml`.
public struct ServeRules: Hashable, Sendable {
  public enum SecondFactor: String, CaseIterable, Hashable, Sendable {
    case required, optional
  }

  /// Whether accounts of operators and clerks may do without a second factor.
  public let secondFactor: SecondFactor
  /// Addresses of proxies, besides those on the same machine, whose `X-Forwarded-For` is believed.
  public let proxies: Set<String>

  public init(secondFactor: SecondFactor = .required, proxies: Set<String> = []) {
    self.secondFactor = secondFactor
    self.proxies = proxies
  }

  /// `{secondFactor: required, proxies: []}`; either may be absent.
  static func read(_ map: YAMLMap) -> ServeRules {
    guard map.has("serve") else {
      // Marks the key as known.
      _ = map.optionalText("serve")
      return ServeRules()
    }
    return map.inside("serve") { map in
      let factor = map.optionalWord("secondFactor", SecondFactor.self)
      var proxies: Set<String> = []
      for text in map.texts("proxies") {
        if let address = address(text) {
          proxies.insert(address)
        } else {
          map.fault(
            .wrongValue, at: "proxies", kk: "прокси IP мекенжайымен беріледі: \(text)",
            ru: "прокси задаётся адресом IP: \(text)",
            en: "a proxy is given by its IP address: \(text)")
        }
      }
      return ServeRules(secondFactor: factor ?? .required, proxies: proxies)
    } ?? ServeRules()
  }

  /// The address as the system writes it; nil for anything else.
  private static func address(_ text: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: 16)
    for family in [AF_INET, AF_INET6] where inet_pton(family, text, &bytes) == 1 {
      var written = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      guard inet_ntop(family, bytes, &written, socklen_t(INET6_ADDRSTRLEN)) != nil else { continue }
      return String(
        decoding: written.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return nil
  }
}
