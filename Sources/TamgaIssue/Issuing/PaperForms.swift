import Synchronization
import TamgaDomain
import TamgaRegister
import TamgaTemplates

/// The kinds and forms of an office's papers: the first paper of each enters them in the register, so that a
/// template that is changed under issued papers is found.
final class PaperForms: Sendable {
  private let office: Office
  private let state: Mutex<State>

  private struct State {
    var kinds: [String: RegisteredKind.Words]
    /// Hashes of the forms that the register holds.
    var entered: Set<[UInt8]>
    /// By edition, as the templates have them now.
    var current: [String: RegisteredForm] = [:]
  }

  init(_ office: Office) throws(RegisterError) {
    self.office = office
    state = Mutex(
      State(
        kinds: Self.words(try office.register.kinds()),
        entered: Set(try office.register.forms().map(\.hash))))
  }

  private static func words(_ kinds: [RegisteredKind]) -> [String: RegisteredKind.Words] {
    Dictionary(
      kinds.compactMap { kind in kind.words.map { (kind.document, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The form of an edition; nil for one that the templates do not have.
  func form(ofEdition id: String) -> RegisteredForm? {
    state.withLock { state in
      if let known = state.current[id] { return known }
      let form = office.library.files(ofEdition: id).map {
        RegisteredForm(edition: id, texts: $0)
      }
      state.current[id] = form
      return form
    }
  }

  /// Enters what is new of these papers.
  ///
  /// - Parameter agent: Nil for a check: nothing is entered.
  /// - Returns: The ids of those kinds whose papers say something else than the templates now.
  func enter(
    _ papers: [(kind: DocumentKind, edition: String)], by agent: String?
  ) throws(RegisterError) -> Set<String> {
    let kinds = Dictionary(
      papers.map { ($0.kind.id, RegisteredKind($0.kind)) }, uniquingKeysWith: { first, _ in first })
    let forms = Set(papers.map(\.edition)).compactMap(form)
    let (newKinds, newForms) = state.withLock { state in
      (
        kinds.values.filter { state.kinds[$0.document] == nil },
        forms.filter { !state.entered.contains($0.hash) }
      )
    }
    if let agent, !newKinds.isEmpty || !newForms.isEmpty {
      let all = try office.register.add(
        newKinds.sorted { $0.document < $1.document }, newForms.sorted { $0.edition < $1.edition },
        by: agent, at: office.now())
      state.withLock { state in
        state.kinds = Self.words(all)
        state.entered.formUnion(newForms.map(\.hash))
      }
    }
    return state.withLock { state in
      Set(
        kinds.values.filter { kind in
          state.kinds[kind.document].map { $0 != kind.words } ?? false
        }.map(\.document))
    }
  }
}
