import Foundation
import TamgaDecisions
public import TamgaDomain
import TamgaLaw
public import TamgaLayout
public import TamgaTemplates

/// A paper that nobody issues: a preview of a template, or a form for an applicant to sign.
public struct Draft {
  private let library: TemplateLibrary
  private let kind: DocumentKind
  private let edition: TemplateEdition
  private let parsed: ParsedDecision?
  private let office: OfficeConfiguration?
  private let examiner: Examiner
  private let leavesBlanks: Bool
  private let standIn: IssuingBody
  private let day: CalendarDate?

  /// - Parameters:
  ///   - record: A decision or application record; nil for a blank form.
  ///   - day: Takes the form of this day and prints it as the issue date; nil for the record's own.
  ///   - office: Knows the body that the record names, and the holidays of its deadlines.
  ///   - leavesBlanks: A value that is not there yet leaves a line, and is no fault.
  ///   - bodyName: Of a body that the office does not know; nil for words that say so.
  /// - Throws: ``IssueError`` when there is no such kind.
  public init(
    _ kind: String, record: [UInt8]?, library: TemplateLibrary, today: CalendarDate,
    on day: CalendarDate? = nil, office: OfficeConfiguration? = nil, leavesBlanks: Bool = false,
    bodyName: Bilingual? = nil
  ) throws {
    guard let template = library.templates[kind], let newest = template.editions.last else {
      throw IssueError(
        .template, kind,
        Message(
          kk: "мұндай құжат түрі жоқ", ru: "такого вида документа нет",
          en: "there is no such kind"),
        hint: Message(
          kk: "«tamga templates list» барлығын көрсетеді",
          ru: "«tamga templates list» покажет все", en: "'tamga templates list' shows them all"))
    }
    self.library = library
    self.kind = template.kind
    self.office = office
    self.leavesBlanks = leavesBlanks
    standIn = IssuingBody(
      code: "", kind: template.kind.likelyIssuer, place: "",
      name: bodyName ?? Bilingual(kk: "«Үлгі» органы", ru: "Орган «Образец»"))
    var policy = office?.policy ?? OfficePolicy()
    // What only a decision tells is not asked of a form.
    policy.facts = .given
    examiner = Examiner(library: library, bodies: office?.bodies, policy: policy, today: today)
    let known = template.kind
    let parser = DecisionParser(
      bodies: office.map { Set($0.bodies.keys) },
      isCountry: { library.shared.countries[$0] != nil }, papers: library.shared.papers,
      kind: { $0 == known.id ? known : nil })
    let parsed = record.map { parser.parse($0, source: kind) }
    self.parsed = parsed
    self.day = day
    if let day, template.edition(on: day) == nil {
      throw IssueError(
        .template, kind, kk: "\(day.iso) күні қолданыстағы нысан жоқ",
        ru: "на \(day.iso) нет действующей формы", en: "no form is in force on \(day.iso)",
        hint: Message(
          kk: "«tamga templates list» нысандардың күндерін көрсетеді",
          ru: "«tamga templates list» покажет дни форм",
          en: "'tamga templates list' shows the days of the forms"))
    }
    edition =
      (day ?? parsed?.decision?.issueDate).flatMap { template.edition(on: $0) } ?? newest
  }

  /// True for a form that carries no code.
  public var isForm: Bool { !kind.isSealed }
  /// What the record has that the kind does not know, and the like.
  public var findings: [Finding] { parsed?.findings ?? [] }

  /// What the rules of the kind say of a form's record. None of it is an error: the applicant answers
  /// for the form, and the decision is judged anew.
  public func remarks() throws -> [Finding] {
    guard isForm, let parsed else { return [] }
    let (examination, _) = try examiner.examine(parsed)
    return examination.findings.filter { !$0.notChecked && !parsed.findings.contains($0) }.map {
      Finding(
        $0.rule, $0.level == .error ? .warning : $0.level, at: $0.place, $0.message,
        citation: $0.citation)
    }
  }

  /// Lays the draft out, its foot included.
  public func compose(_ typesetter: Typesetter) throws -> Composition {
    let composition = try layOut(typesetter)
    composition.completeWithoutSeal()
    return composition
  }

  /// Lays the draft out without its foot.
  ///
  /// - Parameter number: Printed in place of the dashes of a paper without one.
  public func layOut(_ typesetter: Typesetter, number: String? = nil) throws -> Composition {
    let decision =
      parsed?.decision
      ?? Decision(
        id: nil, kind: kind, languages: Language.allCases, issuingBody: "", issueDate: nil,
        fields: [:], facts: [:], previous: nil, unreadable: [], canonical: [])
    let known = office?.bodies[decision.issuingBody]
    let body = known ?? standIn
    let document = try TemplateFiller(
      library: library, host: "tamga.example", leavesBlanks: leavesBlanks
    ).draft(
      decision, edition: edition, issueDate: day ?? decision.issueDate ?? edition.edition.from,
      body: body, isOfBody: known != nil)
    return try typesetter.compose(number.map { document.numbered($0, copy: 0) } ?? document)
  }
}
