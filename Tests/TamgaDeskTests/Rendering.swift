import Foundation
import TamgaDomain
import TamgaTemplates

@testable import TamgaDesk

/// The project's templates, and a context without a server.
enum Desk {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let library: TemplateLibrary = {
    do { return try TemplateLibrary.read(folder: root.appending(path: "Templates").path()) } catch {
      fatalError("\(error)")
    }
  }()

  static let countries = CountryNames(library.shared.countries)

  static let bodies = [
    IssuingBody(
      code: "ALA-MPS-01", kind: .police, place: "ALA",
      name: Bilingual(
        kk: "Алматы қаласы Полиция департаментінің Көші-қон қызметі басқармасы",
        ru: "Управление миграционной службы Департамента полиции города Алматы"))
  ]

  static func form(_ kind: DocumentKind, bodies: [IssuingBody] = Desk.bodies) -> KindForm {
    KindForm(kind, shared: library.shared, bodies: bodies, countries: countries)
  }

  static var kinds: [DocumentKind] {
    library.templates.values.map(\.kind).sorted { $0.id < $1.id }
  }

  static func context(
    _ language: MessageLanguage = .ru, role: DeskRole? = .clerk, root: String = "assets"
  ) -> DeskContext {
    DeskContext(
      language: language,
      account: role.map {
        DeskAccount(
          login: "aigul", name: "А. Үлгі", role: $0,
          place: Bilingual(kk: "Алматы ПД КҚҚБ", ru: "УМС ДП Алматы"))
      }, csrf: "csrf-token", style: Link(root, "desk.css"), script: Link(root, "desk.js"),
      counts: .init(proposals: 2, rejects: 7))
  }
}
