import TamgaDomain

/// The value of a list variable: its items, and what is said after them.
struct ListValue {
  let items: [[FilledBlock.Run]]
  let closing: [FilledBlock.Run]
}

/// The values of one decision, in words.
struct TemplateValues {
  let decision: Decision
  let number: String
  let issueDate: CalendarDate
  let body: IssuingBody
  /// The paper that the decision names, as the register has it.
  let original: Original?
  let shared: SharedWords
  /// The line that tells how to check a paper of the office.
  let howToCheck: Bilingual
  /// The office has a signer of documents: certificates are signed electronically.
  var isSignedElectronically = false
  /// Of the signature that the file is going to have.
  var certificate: ShownCertificate?

  struct Original {
    let issueDate: CalendarDate
    /// Nil where the register does not tell: then the record does.
    let kind: DocumentKind?
  }

  func text(_ name: String, _ language: Language) -> String? {
    switch name {
    case decision.kind.number.field: return number
    case Variables.issuingBody: return body.name[language]
    case Variables.issueDate: return issueDate.printed
    case Variables.issueDateInWords: return inWords(issueDate, language)
    case Variables.extendedMark: return decision.kind.extendedMark?[language]
    case Variables.legalBasis: return legalBasis(language)
    case Variables.howToCheck: return howToCheck[language]
    case Variables.duplicateMark: return shared.phrases.duplicate[language]
    case Variables.signerRole:
      let signing = shared.phrases.signing
      return (isSignedElectronically ? signing.electronicRole : signing.role)[language]
    case Variables.signatureMark:
      return isSignedElectronically
        ? shared.phrases.signing.electronicMark[language] : Self.handLine
    case Variables.handCaption:
      return isSignedElectronically ? nil : shared.phrases.signing.hand[language]
    case Variables.migrationHead: return shared.phrases.migrationHead.words(for: body, language)
    case Variables.originalIssueDateInWords:
      if let original { return inWords(original.issueDate, language) }
      guard case .date(let date)? = decision.fields[Variables.originalIssueDate] else { return nil }
      return inWords(date, language)
    case Variables.originalIssueDate:
      if let original { return original.issueDate.printed }
    case Variables.originalMark:
      if let kind = original?.kind { return kind.extendedMark?[language] }
    default: break
    }
    guard let value = decision.fields[name], let type = decision.kind.type(of: name) else {
      return nil
    }
    switch value {
    case .text(let text): return text[language]
    case .date(let date): return date.printed
    case .partialDate(let date): return date.printed
    case .count(let count): return String(count)
    case .time(let moment): return moment.printed
    case .code(let code):
      if case .code(let words) = type {
        return words.first { $0.code == code }?.words[language]
      }
      return shared.countries[code]?[language]
    case .texts, .grounds: return nil
    }
  }

  /// A line for the hand.
  private static let handLine = "____"

  /// The value of a field among whose options a form lets one choose.
  func choice(_ name: String) -> String? {
    switch decision.fields[name] {
    case .code(let code)?: code
    case .count(let count)?: String(count)
    default: nil
    }
  }

  /// The items of a list variable; nil when the name is none.
  func list(_ name: String, _ language: Language) -> ListValue? {
    if name == Variables.refusalReason || name == Variables.revocationGroundText {
      return reasons(language)
    }
    guard let type = decision.kind.type(of: name), type.isList else { return nil }
    guard case .texts(let texts)? = decision.fields[name] else {
      return ListValue(items: [], closing: [])
    }
    let words = type == .papers ? texts.map(shared.papers.printed) : texts
    return ListValue(
      items: words.map { [.init(text: $0[language], isValue: true)] }, closing: [])
  }

  /// False where a ground is printed without its reasons.
  var givesReasons: Bool { namedGrounds.allSatisfy(\.givesReasons) }

  private var namedGrounds: [Ground] {
    guard case .grounds(let ids)? = decision.fields["groundIds"] else { return [] }
    return ids.compactMap { shared.grounds[$0] }
  }

  /// One item for each ground, then the officer's detail. A ground that the act has applied without
  /// explaining the reasons silences every reason (rules.md H.12).
  private func reasons(_ language: Language) -> ListValue {
    let grounds = namedGrounds
    guard givesReasons else { return ListValue(items: [], closing: []) }
    let ends = untilTexts(language)
    let items: [[FilledBlock.Run]] = grounds.enumerated().map { index, ground in
      let isEnded = index < ends.count && !ends[index].isEmpty
      let text = (isEnded ? ground.stem ?? ground.text : ground.text)[language]
      // Where two closing marks would meet, the acts print one.
      let close = text.hasSuffix("»") ? "" : "»"
      var sentence = ground.reference.map { "\($0[language]) – «\(text)\(close)" } ?? text
      if isEnded {
        sentence = shared.phrases.until[language].replacing("{ground}", with: sentence)
          .replacing("{until}", with: ends[index])
      }
      sentence += "."
      return [.init(text: sentence, isValue: true)]
    }
    if case .text(let detail)? = decision.fields["refusalDetail"], !detail[language].isEmpty {
      return ListValue(items: items, closing: [.init(text: detail[language], isValue: true)])
    }
    return ListValue(items: items, closing: [])
  }

  /// The «until» of each ground, in the order of the grounds (order 596, standard para 16).
  private func untilTexts(_ language: Language) -> [String] {
    switch decision.fields["untilText"] {
    case .texts(let texts)?: texts.map { $0[language] }
    case .text(let text)?: [text[language]]
    default: []
    }
  }

  private func legalBasis(_ language: Language) -> String? {
    let grounds = namedGrounds
    if let silent = grounds.first(where: { !$0.givesReasons }) {
      return silent.legalBasis?[language]
    }
    let bases = grounds.compactMap { $0.legalBasis?[language] }
    if !bases.isEmpty { return LegalBases.joined(bases, language) }
    if case .text(let given)? = decision.fields[Variables.legalBasis] { return given[language] }
    return nil
  }

  private func inWords(_ date: CalendarDate, _ language: Language) -> String {
    let month = shared.phrases.months[date.month - 1][language]
    let words = Slot("{day}").filled(
      in: shared.phrases.dateInWords[language], with: String(date.day))
    return Slot("{year}").filled(
      in: Slot("{month}").filled(in: words, with: month), with: String(date.year))
  }
}
