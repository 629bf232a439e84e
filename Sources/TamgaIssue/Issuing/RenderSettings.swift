import TamgaDomain
import TamgaLayout
import TamgaSeal
import TamgaTemplates

/// What stands on every paper of an office beside the decision.
struct RenderSettings: Sendable {
  let library: TemplateLibrary
  /// The id of the office, in the seal.
  let issuer: String
  /// The host of the check page, in the code and under it.
  let host: String
  let zone: OfficeZone?
  /// Loads the fonts, which are confirmed to be the pinned ones.
  let typesetter: @Sendable () throws -> Typesetter

  init(_ office: Office) {
    library = office.library
    issuer = office.configuration.office
    host = office.configuration.verifyHost
    zone = office.configuration.zone
    typesetter = { try office.typesetter() }
  }

  private init(library: TemplateLibrary, issuer: String, host: String) {
    self.library = library
    self.issuer = issuer
    self.host = host
    zone = OfficeZone("Asia/Almaty")
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
