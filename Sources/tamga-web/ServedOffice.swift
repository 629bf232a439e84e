import TamgaDomain
import TamgaInput
import TamgaIssue
import TamgaSeal
import TamgaService
import TamgaTemplates
import TamgaVerify

/// The office that the server answers for: its register and its public keys. It holds no secret.
struct ServedOffice: Sendable {
  let office: Office
  let templates: String

  /// - Throws: what opening the office throws.
  init(_ settings: ServeSettings) throws {
    templates = settings.templates
    office = try Office.openPublic(
      settings.office, library: TemplateLibrary.read(folder: settings.templates))
  }

  /// What judges papers as the register knows them at this moment. Blocks.
  func verifier(on day: CalendarDate?) -> Verifier {
    Verifier(
      trust: office.trustState(), now: office.now(), on: day,
      signatures: CheckedSignatures.reader)
  }
}
