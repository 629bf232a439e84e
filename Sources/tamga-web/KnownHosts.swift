import Foundation

/// The names by which people may ask for this server: another one in a request means that a foreign page or a
/// foreign name points here.
struct KnownHosts: Sendable {
  private let names: Set<String>

  /// - Parameters:
  ///   - publicURL: What links go by; nil where the address is used as it is.
  ///   - address: Where the server listens.
  ///   - verifyHost: The host that the office's papers name.
  init(publicURL: String?, address: String, port: Int, verifyHost: String) {
    var names: Set = [verifyHost.lowercased()]
    if let publicURL, let start = publicURL.range(of: "://") {
      names.insert(
        publicURL[start.upperBound...].prefix { $0 != "/" }.lowercased())
    } else {
      let host = address.contains(":") ? "[\(address)]" : address
      names.formUnion([host.lowercased(), "\(host):\(port)".lowercased()])
      if ["127.0.0.1", "::1", "localhost"].contains(address) {
        names.formUnion(["localhost", "localhost:\(port)"])
      }
    }
    self.names = names
  }

  func holds(_ authority: String?) -> Bool {
    guard let authority else { return false }
    return names.contains(authority.lowercased())
  }
}
