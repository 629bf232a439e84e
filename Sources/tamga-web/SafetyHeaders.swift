import HTTPTypes

/// The fields of every answer (contract `serve.md`).
struct SafetyHeaders: Sendable {
  /// Whether people reach the server by https.
  let isSecure: Bool

  private static let policy =
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    + "style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; script-src 'self'"
  /// Of a paper's PDF, which a page of ours prints from a frame.
  static let policyOfPaper = policy.replacing(
    "frame-ancestors 'none'", with: "frame-ancestors 'self'")
  /// Of the desk's pages: a preview that was just drawn, and a frame from which a paper is printed.
  static let policyOfDesk =
    policy.replacing("img-src 'self'", with: "img-src 'self' blob:") + "; frame-src 'self'"
  private static let sensors =
    "microphone=(), geolocation=(), usb=(), serial=(), payment=(), display-capture=()"

  /// - Parameter isPage: Of the check page, which runs WebAssembly and asks for the camera.
  func fields(isPage: Bool) -> HTTPFields {
    var fields = HTTPFields()
    fields[.contentSecurityPolicy] = Self.policy + (isPage ? " 'wasm-unsafe-eval'" : "")
    fields[.xContentTypeOptions] = "nosniff"
    fields[.referrerPolicy] = "no-referrer"
    fields[.openerPolicy] = "same-origin"
    fields[.resourcePolicy] = "same-origin"
    fields[.permissionsPolicy] = (isPage ? "camera=(self), " : "camera=(), ") + Self.sensors
    if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    return fields
  }
}

extension HTTPField.Name {
  // safe: tokens of RFC 9110
  static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
  static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
  static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
  static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
  static let serviceWorkerAllowed = HTTPField.Name("Service-Worker-Allowed")!
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
