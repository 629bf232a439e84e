public import TamgaDomain
public import TamgaLaw

/// Puts the values of an examined decision into its form.
public struct TemplateFiller {
  public let library: TemplateLibrary
  /// The host of the check page, for the line that tells how to check.
  public let host: String
  /// The office has a signer of documents.
  public let isSignedElectronically: Bool
  /// A value that is not there yet leaves a line to be filled in: a preview of what is being typed.
  public let leavesBlanks: Bool
  /// The line that tells how to check a paper.
  private let howToCheck: Bilingual

  public init(
    library: TemplateLibrary, host: String, isSignedElectronically: Bool = false,
    leavesBlanks: Bool = false
  ) {
    self.leavesBlanks = leavesBlanks
    self.library = library
    self.host = host
    self.isSignedElectronically = isSignedElectronically
    howToCheck = library.shared.phrases.howToCheck.map {
      Slot("{host}").filled(in: $0, with: host + "/v")
    }
  }

  /// Fills every language that the decision asks for.
  ///
  /// - Parameters:
  ///   - setting: Fields that Tamga itself knows: the number of the decision's first paper.
  ///   - certificate: Of the signature that the file is going to have.
  /// - Throws: ``TemplateFaults`` when a value is missing where the form cannot do without it.
  public func fill(
    _ examined: ExaminedDecision, number: String, copy: Int, setting: [String: FieldValue] = [:],
    certificate: ShownCertificate? = nil
  ) throws(TemplateFaults) -> FilledDocument {
    guard let edition = library.edition(id: examined.edition.id)?.1 else {
      throw TemplateFaults([
        TemplateFault(
          .noEdition, file: examined.edition.id, line: 0,
          Message(
            kk: "редакция табылмады", ru: "редакция не найдена", en: "the edition is not there"))
      ])
    }
    let decision = examined.decision.asPaper(of: examined.decision.kind, setting: setting)
    let values = TemplateValues(
      decision: decision, number: number, issueDate: examined.issueDate, body: examined.body,
      original: original(examined.history), shared: library.shared, howToCheck: howToCheck,
      isSignedElectronically: isSignedElectronically || certificate != nil,
      certificate: certificate)
    return try fill(
      TemplateEdition(edition: examined.edition, forms: edition.forms, files: edition.files),
      copy: copy, author: examined.body.name, values, set: Set(setting.keys)
    ) { parts in
      guard decision.kind.isSealed else { return nil }
      return PaperData(
        of: values, printing: parts.map { ($0.language, edition.printed(in: $0.language)) },
        first: Set(setting.keys))
    }
  }

  /// Fills a decision that nobody has judged: for a preview, or for a form that an applicant signs.
  /// It bears no number.
  ///
  /// - Parameter body: What stands in a letterhead.
  /// - Parameter isOfBody: False where `body` is an example: the file then names no author.
  public func draft(
    _ decision: Decision, edition: TemplateEdition, issueDate: CalendarDate, body: IssuingBody,
    isOfBody: Bool = true
  ) throws(TemplateFaults) -> FilledDocument {
    // An example day where the record gives none.
    let original =
      decision.fields[Variables.originalIssueDate] == nil
      ? TemplateValues.Original(issueDate: issueDate, kind: nil) : nil
    return try fill(
      edition, copy: 0, author: isOfBody ? body.name : nil,
      TemplateValues(
        decision: decision, number: Self.noNumber, issueDate: issueDate, body: body,
        original: original, shared: library.shared, howToCheck: howToCheck,
        isSignedElectronically: isSignedElectronically))
  }

  private func original(_ history: History) -> TemplateValues.Original? {
    let paper = history.original?.paper
    return (paper ?? history.previous).map {
      .init(issueDate: $0.issueDate, kind: paper.flatMap { library.kind($0.document) })
    }
  }

  private static let noNumber = "————"

  private func fill(
    _ edition: TemplateEdition, copy: Int, author: Bilingual?, _ values: TemplateValues,
    set: Set<String> = [], data: ([FilledPart]) -> PaperData? = { _ in nil }
  ) throws(TemplateFaults) -> FilledDocument {
    let decision = values.decision
    let log = FaultLog()
    var parts: [FilledPart] = []
    for language in decision.languages.sorted() {
      guard let form = edition.forms[language] else { continue }
      var blocks = form.blocks.compactMap { fill($0, form, values, language, set, log) }
      if let certificate = values.certificate {
        let words = certificate.words(library.shared.phrases.signing.certificate[language])
        // Behind all that the act says, before how to check the paper.
        let end = blocks.firstIndex { $0.kind == .seal } ?? blocks.count
        blocks.insert(
          FilledBlock(
            kind: .note, parts: [[.init(text: words, isValue: true)]], items: [], closing: [],
            hasPlaces: true, place: form.file), at: end)
      }
      parts.append(FilledPart(language: language, blocks: blocks))
    }
    guard log.faults.isEmpty else { throw TemplateFaults(log.faults) }
    return FilledDocument(
      kind: decision.kind, edition: edition.edition, number: values.number, copy: copy,
      issueDate: values.issueDate, body: values.body.name, author: author,
      holder: holder(decision),
      parts: parts, host: host, phrases: library.shared.phrases, data: data(parts))
  }

  private func holder(_ decision: Decision) -> Bilingual? {
    guard let field = decision.kind.claims.name, case .text(let name)? = decision.fields[field]
    else { return nil }
    return name
  }

  private func fill(
    _ block: Block, _ form: Form, _ values: TemplateValues, _ language: Language,
    _ set: Set<String>,
    _ log: FaultLog
  ) -> FilledBlock? {
    let place = "\(form.file):\(block.line)"
    var list = ListValue(items: [], closing: [])
    var parts: [[FilledBlock.Run]] = []
    var sawValue = false
    var sawVariable = false
    for part in block.parts {
      var runs: [FilledBlock.Run] = []
      for segment in part.segments {
        switch segment {
        case .text(let text): runs.append(.init(text: text, isValue: false))
        case .option(let name, let value, let words):
          let chosen = values.choice(name)
          if let chosen, !options(of: name, in: form).contains(chosen) {
            log.add(
              .wrongValue, form.file, block.line, kk: "{\(name)}: бұл нысанда мұндай таңдау жоқ",
              ru: "{\(name)}: в этой форме нет такого варианта",
              en: "{\(name)}: the form has no such option")
          }
          runs.append(
            .init(text: words, isValue: false, isStruck: chosen.map { $0 != value } ?? false))
        case .variable(let name, let mayBeBlank):
          sawVariable = true
          if let value = values.list(name, language) {
            list = value
            sawValue = sawValue || !list.items.isEmpty
            continue
          }
          let value = values.text(name, language) ?? ""
          if !value.isEmpty { sawValue = true }
          if value.isEmpty, leavesBlanks || !values.decision.kind.isSealed, !mayBeBlank {
            runs.append(.init(text: Self.handLine(in: block.kind), isValue: true))
            continue
          }
          if value.isEmpty, !mayBeBlank, !block.isOptional {
            log.add(
              .mayBeBlank, form.file, block.line, kk: "{\(name)} мәні жоқ",
              ru: "нет значения {\(name)}", en: "{\(name)} has no value")
          }
          // A number that is missing leaves no «№» behind.
          if value.isEmpty, values.decision.kind.isSealed, let last = runs.last,
            last.text.hasSuffix("№ ")
          {
            runs[runs.count - 1] = .init(
              text: String(last.text.dropLast("№ ".count)), isValue: last.isValue,
              isStruck: last.isStruck, number: last.number)
          }
          let number: PrintedNumber? =
            name == values.decision.kind.number.field ? .own : set.contains(name) ? .first : nil
          runs.append(.init(text: value, isValue: true, number: number))
        }
      }
      parts.append(Self.tidied(runs))
    }
    if block.isOptional, sawVariable, !sawValue { return nil }
    return FilledBlock(
      kind: block.kind, parts: parts, items: list.items, closing: list.closing,
      hasPlaces: sawVariable, place: place)
  }

  /// The values among which a form lets one choose.
  private func options(of field: String, in form: Form) -> Set<String> {
    Set(
      form.blocks.flatMap(\.parts).flatMap(\.segments).compactMap { segment in
        if case .option(field, let value, _) = segment { value } else { nil }
      })
  }

  /// What stands where a form is filled by hand: rows and lines draw one themselves.
  private static func handLine(in kind: BlockKind) -> String {
    [.row, .line, .addressee].contains(kind) ? "" : "____________________"
  }

  /// Drops the spaces that a blank value leaves at either end or doubled.
  static func tidied(_ runs: [FilledBlock.Run]) -> [FilledBlock.Run] {
    if areTidy(runs) { return runs }
    var tidy: [FilledBlock.Run] = []
    var endsWithSpace = true
    for run in runs where !run.text.isEmpty {
      let isAfterSpace = endsWithSpace
      let isTidy = isTidy(run.text, &endsWithSpace)
      let text = isTidy ? run.text : withoutDoubledSpaces(run.text, isAfterSpace: isAfterSpace)
      if !text.isEmpty {
        tidy.append(
          .init(text: text, isValue: run.isValue, isStruck: run.isStruck, number: run.number))
      }
    }
    while let last = tidy.last, last.text.hasSuffix(" ") {
      tidy.removeLast()
      let text = String(last.text.dropLast())
      if !text.isEmpty {
        tidy.append(
          .init(text: text, isValue: last.isValue, isStruck: last.isStruck, number: last.number))
      }
    }
    return tidy
  }

  private static func areTidy(_ runs: [FilledBlock.Run]) -> Bool {
    guard let last = runs.last, last.text.utf8.last != UInt8(ascii: " ") else { return false }
    var endsWithSpace = true
    return runs.allSatisfy { !$0.text.isEmpty && isTidy($0.text, &endsWithSpace) }
  }

  /// Whether a text has no space that stands behind another or behind a line's end.
  ///
  /// - Parameter endsWithSpace: Whether one of these stands before the text; then, whether it ends with one.
  private static func isTidy(_ text: String, _ endsWithSpace: inout Bool) -> Bool {
    var text = text
    var (isAfterSpace, isTidy) = (endsWithSpace, true)
    text.withUTF8 { bytes in
      for byte in bytes {
        let isSpace = byte == UInt8(ascii: " ")
        if isSpace, isAfterSpace { isTidy = false }
        isAfterSpace = isSpace || byte == UInt8(ascii: "\n")
      }
    }
    endsWithSpace = isAfterSpace
    return isTidy
  }

  /// - Parameter isAfterSpace: Whether a space or a line's end stands before the text.
  private static func withoutDoubledSpaces(_ text: String, isAfterSpace: Bool) -> String {
    var endsWithSpace = isAfterSpace
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") && endsWithSpace { continue }
      endsWithSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
