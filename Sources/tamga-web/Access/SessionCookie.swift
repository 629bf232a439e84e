import HTTPTypes
import Hummingbird

/// The one cookie: a random token, which says nothing.
struct SessionCookie: Sendable {
  static let name = "tamga-session"
  /// Whether people reach the server by https.
  let isSecure: Bool

  /// The token of a request; nil where there is none, or several.
  static func token(of request: Request) -> String? {
    var found: [String] = []
    for field in request.headers[values: .cookie] {
      for pair in field.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == name else { continue }
        found.append(parts[1].filter { !$0.isWhitespace })
      }
    }
    guard found.count == 1, found[0].utf8.count <= 128 else { return nil }
    return found[0]
  }

  func field(_ token: String) -> String {
    "\(Self.name)=\(token); HttpOnly; SameSite=Strict; Path=/" + (isSecure ? "; Secure" : "")
  }

  /// Takes the cookie away.
  var ended: String { field("") + "; Max-Age=0" }
}
