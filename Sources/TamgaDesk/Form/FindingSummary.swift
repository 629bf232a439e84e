import TamgaDomain
import TamgaLaw

/// The list of findings on top of a form.
struct FindingSummary {
  let form: KindForm
  /// Nil before anything was checked.
  let findings: [Finding]?
  let language: MessageLanguage
  private var words: FormWords { Words.form }

  var html: HTML {
    guard let findings else {
      return Tag.section(.id("summary"), .tabindex(-1), .data("state", "none"), .hidden)
    }
    let errors = findings.filter { $0.level == .error }
    let others = findings.filter { $0.level == .warning }
    let notes = findings.filter { $0.level == .information && !$0.notChecked }
    let unchecked = findings.filter(\.notChecked)
    let state = errors.isEmpty ? others.isEmpty ? "clear" : "noted" : "refused"
    return Tag.section(
      .id("summary"), .tabindex(-1), .data("state", state), .aria("labelledby", "summary-title"),
      errors.isEmpty ? nil : .autofocus
    ) {
      Tag.h2(.id("summary-title")) { headline(errors: errors.count, others: others.count) }
      list(errors)
      list(others)
      folded(words.notes, notes)
      folded(words.unchecked, unchecked)
    }
  }

  /// What nobody has to act on.
  private func folded(_ title: Message, _ findings: [Finding]) -> HTML? {
    findings.isEmpty
      ? nil
      : Tag.details(.class("unchecked")) {
        Tag.summary { title[language] + ": \(findings.count)" }
        list(findings)
      }
  }

  private func headline(errors: Int, others: Int) -> String {
    if errors > 0 { return words.cannotIssue[language] + " \(errors)" }
    return others > 0 ? words.lookAt[language] + ": \(others)" : words.canIssue[language]
  }

  private func list(_ findings: [Finding]) -> HTML? {
    findings.isEmpty
      ? nil
      : Tag.ul {
        for finding in findings {
          FindingView(finding: finding, language: language).line(to: target(finding.place))
        }
      }
  }

  /// The element that takes the focus for a place.
  private func target(_ place: String) -> String {
    guard let control = form.control(at: place) else { return "decision" }
    if case .pair = control.content, place.hasSuffix("/ru") { return ControlView.id(place) }
    return ControlView.id(control.place)
  }
}
