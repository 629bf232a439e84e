import Synchronization
import TamgaDesk

/// What an account's next form begins with: the body and the officer of the last paper that it issued. An officer
/// signs all day, and nobody types the same two lines for each person. Kept while the server runs, one row an
/// account.
final class LastSigned: Sendable {
  private let kept = Mutex<[String: [FormValues.Pair]]>([:])

  /// Takes what a form that was issued says.
  func take(_ values: FormValues, of form: KindForm, by login: String) {
    let pairs = values.pairs.filter { Self.stays($0.name, in: form) && !$0.value.isEmpty }
    kept.withLock { $0[login] = pairs }
  }

  /// The values with what stays; what the form does not ask for is left out.
  func added(to values: FormValues, of form: KindForm, by login: String) -> FormValues {
    var values = values
    for pair in kept.withLock({ $0[login] ?? [] }) where Self.stays(pair.name, in: form) {
      values = values.setting(pair.name, pair.value)
    }
    return values
  }

  private static func stays(_ name: String, in form: KindForm) -> Bool {
    guard let place = form.control(at: name)?.place else { return false }
    return place == "/issuingBody"
      || form.sections.contains { section in
        section.subject == .signature && section.controls.contains { $0.place == place }
      }
  }
}
