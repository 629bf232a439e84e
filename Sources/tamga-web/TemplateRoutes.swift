import Hummingbird
import TamgaDomain
import TamgaFormats
import TamgaTemplates

/// The kinds of paper, and the schema of a kind's decision.
struct TemplateRoutes: Sendable {
  private let library: TemplateLibrary

  init(_ library: TemplateLibrary) { self.library = library }

  /// `GET /api/v1/templates`, as `tamga templates list --json`.
  func list(_ call: Call) async throws -> Response {
    Response(.array(library.templates.values.sorted { $0.kind.id < $1.kind.id }.map(\.json)))
  }

  /// `GET /api/v1/templates/{document}/schema`, as `tamga templates schema`.
  func schema(_ call: Call) async throws -> Response {
    guard let kind = call.words["document"].flatMap(library.kind) else {
      throw WebProblem.notFound
    }
    switch try call.query("of") {
    case nil, "decision": return Response(KindSchema.schema(of: kind, in: library))
    case "paper": return Response(PaperSchema.schema(of: kind, in: library))
    default: throw WebProblem.malformed(.query)
    }
  }
}
