import TamgaDomain

/// Holds the forms of an edition against their kind: every variable known, every required field
/// printed, blanks allowed only where the form says so, both languages alike.
struct FormCheck {
  let kind: DocumentKind
  let log: FaultLog

  func check(_ forms: [Language: Form]) {
    let names = forms.mapValues(names)
    // What one form misspells the other is not to blame for.
    let known = names.mapValues { $0.filter { Variables.shape(of: $0, in: kind) != nil } }
    let misspelt = names.mapValues { $0.count }.merging(known.mapValues { $0.count }) { $0 - $1 }
    for language in Language.allCases {
      if let form = forms[language] { check(form, names: names[language] ?? []) }
    }
    guard let kk = forms[.kk], let ru = forms[.ru], let namesKk = known[.kk],
      let namesRu = known[.ru]
    else { return }
    let onlyKk = misspelt[.ru] == 0 ? namesKk.subtracting(namesRu) : []
    let onlyRu = misspelt[.kk] == 0 ? namesRu.subtracting(namesKk) : []
    for (form, missing) in [(ru, onlyKk), (kk, onlyRu)] {
      for name in missing.sorted() {
        log.add(
          .languagesDiffer, form.file, 0, kk: "«\(name)» екінші тілде бар, мұнда жоқ",
          ru: "«\(name)» есть в другом языке, а здесь нет",
          en: "'\(name)' is printed in the other language but not here")
      }
    }
  }

  private func names(_ form: Form) -> Set<String> {
    Set(form.blocks.flatMap { $0.parts.flatMap(\.variables) })
  }

  private func check(_ form: Form, names printed: Set<String>) {
    for block in form.blocks {
      for (index, part) in block.parts.enumerated() {
        check(part, isLast: index == block.parts.count - 1, in: block, of: form)
      }
    }
    for field in kind.fields where field.isRequired && field.isPrinted {
      if case .grounds = field.type { continue }
      if !printed.contains(field.name) {
        log.add(
          .unprintedField, form.file, 0, kk: "міндетті «\(field.name)» өрісі басылмайды",
          ru: "обязательное поле «\(field.name)» не печатается",
          en: "the required field '\(field.name)' is not printed")
      }
    }
    if kind.isSealed, !form.blocks.contains(where: { $0.kind == .seal }) {
      log.add(
        .unprintedField, form.file, 0, kk: "«seal» жолы жоқ", ru: "нет строки «seal»",
        en: "the form has no 'seal' line")
    }
  }

  private func check(_ part: Phrase, isLast: Bool, in block: Block, of form: Form) {
    for segment in part.segments {
      if case .option(let name, let value, _) = segment { check(name, value, block, form) }
      guard case .variable(let name, let mayBeBlank) = segment else { continue }
      switch Variables.shape(of: name, in: kind) {
      case nil:
        log.add(
          .unknownVariable, form.file, block.line, kk: "белгісіз атау {\(name)}",
          ru: "неизвестное имя {\(name)}", en: "unknown name {\(name)}",
          hint: TemplateFault.meant(name, among: kind.fields.map(\.name))
            ?? Message(
              kk: "оны manifest.yaml ішіндегі required немесе optional тізіміне қосыңыз",
              ru: "добавьте его в required или optional в manifest.yaml",
              en: "add it to 'required' or 'optional' in manifest.yaml"))
      case .list(let blank)?:
        if block.kind != .list || !isLast || part.segments.count != 1 {
          log.add(
            .wrongParts, form.file, block.line, kk: "{\(name)} тізім: оны «list» жолына жазыңыз",
            ru: "{\(name)} – перечень: пишите его в строке «list»",
            en: "{\(name)} is a list: write it alone in a 'list' line")
        } else if blank && !block.isOptional {
          reportBlank(name, block, form)
        }
      case .text(let blank)?:
        if blank && !mayBeBlank && !block.isOptional { reportBlank(name, block, form) }
        if block.kind == .list && isLast {
          log.add(
            .wrongParts, form.file, block.line, kk: "{\(name)} тізім емес",
            ru: "{\(name)} не перечень", en: "{\(name)} is not a list")
        }
      }
    }
  }

  /// An option is a value that its field may have.
  private func check(_ name: String, _ value: String, _ block: Block, _ form: Form) {
    let isKnown: Bool
    switch kind.field(name)?.type {
    case .code(let words)?: isKnown = words.contains { $0.code == value }
    case .count?: isKnown = Int(value).map { String($0) == value && $0 >= 0 } ?? false
    default: isKnown = false
    }
    guard !isKnown else { return }
    log.add(
      .unknownVariable, form.file, block.line, kk: "{\(name)=…} өрісінде «\(value)» мәні жоқ",
      ru: "у поля {\(name)=…} нет значения «\(value)»",
      en: "{\(name)=…} is no field with the value '\(value)'")
  }

  private func reportBlank(_ name: String, _ block: Block, _ form: Form) {
    log.add(
      .mayBeBlank, form.file, block.line, kk: "{\(name)} бос болуы мүмкін",
      ru: "{\(name)} может быть пустым", en: "{\(name)} may be blank",
      hint: Message(
        kk: "{\(name)?} немесе «\(block.kind.rawValue)?:» деп жазыңыз",
        ru: "пишите {\(name)?} или «\(block.kind.rawValue)?:»",
        en: "write {\(name)?} or '\(block.kind.rawValue)?:'"))
  }
}
