import HTTPTypes
import Hummingbird

/// From where a request comes. A proxy's word is believed where people reach the server through one.
struct CallerAddress: Sendable {
  /// Addresses whose `X-Forwarded-For` counts; empty where people reach the server itself.
  let proxies: Set<String>

  static let loopback: Set = ["127.0.0.1", "::1"]

  func address(of request: Request, _ peer: String) -> String {
    guard proxies.contains(peer),
      // The last one is what our proxy saw; those before it may be the caller's invention.
      let last = request.headers[.forwardedFor]?.split(separator: ",").last
    else { return peer }
    let text = last.filter { !$0.isWhitespace }
    return text.isEmpty || text.utf8.count > 45 ? peer : text
  }
}
