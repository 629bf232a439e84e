import TamgaDomain
import TamgaLayout
import TamgaRegister
import TamgaSeal
import TamgaSignature
import TamgaTemplates

/// What stands on every paper of an office beside the decision.
struct RenderSettings: Sendable {
  let library: TemplateLibrary
  /// The id of the office, in the seal.
  let issuer: String
  /// The host of the check page, in the code and under it.
  let host: String
  let zone: OfficeZone?
  /// The places of the issuing bodies in the register's list, by their codes; those that have issued or are
  /// about to.
  let bodies: [String: Int]
  let isSignedElectronically: Bool
  /// Nil where there is no office.
  let signing: OfficeSigning?
  /// What papers print of a certificate.
  let shown: @Sendable (SigningCertificate) -> ShownCertificate?
  /// Loads the fonts, which are confirmed to be the pinned ones.
  let typesetter: @Sendable () throws -> Typesetter

  init(_ office: Office) throws {
    library = office.library
    issuer = office.configuration.office
    host = office.configuration.verifyHost
    zone = office.configuration.zone
    let registered = try office.register.bodies()
    bodies = office.configuration.bodies.compactMapValues { body in
      registered.firstIndex(of: RegisteredBody(body))
    }
    isSignedElectronically = office.configuration.policy.hasDocumentSigner
    signing = office.signing
    let configuration = office.configuration
    shown = { ShownCertificate($0, configuration) }
    // Not the office, which closes its register when nobody holds it any more.
    let (fonts, list, now) = (office.fonts, office.library.shared.fonts, office.now)
    typesetter = { try fonts.typesetter(list, at: now()) }
  }

  private init(library: TemplateLibrary, issuer: String, host: String) {
    self.library = library
    self.issuer = issuer
    self.host = host
    zone = OfficeZone("Asia/Almaty")
    bodies = [:]
    isSignedElectronically = false
    signing = nil
    shown = { _ in nil }
    let fonts = library.shared.fonts
    typesetter = {
      try fonts.check()
      return try Typesetter(fonts: fonts)
    }
  }

  /// For a check without an office: the longest id that an office may have.
  static func example(_ library: TemplateLibrary) -> RenderSettings {
    RenderSettings(
      library: library, issuer: String(repeating: "K", count: SealLimits.office),
      host: "tamga.example")
  }
}

extension RegisteredBody {
  init(_ body: IssuingBody) { self.init(code: body.code, name: body.name) }
}

extension Office {
  /// Gives every issuing body of the configuration its place in the list that seals name.
  func addBodies(by agent: String) throws(RegisterError) {
    let bodies = configuration.bodies.values.sorted { $0.code < $1.code }
    _ = try register.add(bodies.map(RegisteredBody.init), by: agent, at: now())
  }
}
