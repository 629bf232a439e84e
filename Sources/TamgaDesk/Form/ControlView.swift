import TamgaDomain
import TamgaTemplates

/// Draws one control with its words, its value and what was found in it.
struct ControlView {
  let form: KindForm
  let values: FormValues
  let findings: [Finding]
  let language: MessageLanguage
  var words: FormWords { Words.form }

  /// The id of the element that takes the focus for a place.
  static func id(_ place: String) -> String {
    "c" + String(place.map { $0 == "/" ? "-" : $0 })
  }

  func field(_ control: FormControl) -> HTML {
    let own = findings.filter { form.control(at: $0.place)?.place == control.place }
    let worst: Level? =
      own.contains { $0.level == .error }
      ? .error : own.contains { $0.level == .warning } ? .warning : nil
    let attributes: [Attribute] =
      [.class("field " + width(control)), .data("field", control.place)]
      + (worst.map { [.data("level", $0.rawValue)] } ?? [])
    let notes = own.isEmpty ? nil : Self.id(control.place) + "-notes"
    let inner = HTML {
      drawn(control, notes: notes, isWrong: worst == .error)
      Tag.div(.class("findings"), .id(Self.id(control.place) + "-notes")) {
        for finding in own {
          FindingView(finding: finding, language: language).beside(control, form)
        }
      }
    }
    return isGroup(control)
      ? Tag.fieldset.with(attributes) { inner } : Tag.div.with(attributes) { inner }
  }

  /// Controls of several elements, with a legend in place of a label.
  private func isGroup(_ control: FormControl) -> Bool {
    switch control.content {
    case .pair, .choices, .pairs, .papers, .grounds, .languages, .conclusions, .steps: true
    default: false
    }
  }

  private func width(_ control: FormControl) -> String {
    switch control.content {
    case .pair, .pairs, .papers, .grounds, .choices, .conclusions, .steps, .body: "wide"
    case .flag: "tick"
    case .text where control.place.hasSuffix("ullName"), .text(lines: true): "wide"
    default: "half"
    }
  }

  // MARK: Kinds of control

  private func drawn(_ control: FormControl, notes: String?, isWrong: Bool) -> HTML {
    let place = control.place
    let marks: [Attribute] =
      (notes.map { [.aria("describedby", $0)] } ?? []) + (isWrong ? [.aria("invalid", "true")] : [])
      + (control.isRequired ? [.aria("required", "true")] : [])
    switch control.content {
    case .text(let lines): return line(control, marks + plain(place), lines: lines)
    case .iin:
      return line(
        control,
        marks + [.inputmode("numeric"), .maxlength(20), .placeholder(words.iinHint[language])])
    case .date:
      return line(control, marks + day(words.dateHint))
    case .partialDate: return line(control, marks + day(words.partialHint))
    case .time: return line(control, marks + day(words.timeHint))
    case .count:
      return line(control, marks + [.inputmode("numeric"), .maxlength(12), .class("short")])
    case .country:
      return line(
        control,
        marks + [
          .list("countries-" + language.rawValue), .placeholder(words.countryHint[language]),
          .data("country"),
        ])
    case .openChoice(let choices):
      let list = Self.id(place) + "-words"
      return HTML {
        line(control, marks + [.list(list)])
        Tag.datalist(.id(list)) {
          for choice in choices { Tag.option(.value(choice.words[language])) { choice.code } }
        }
      }
    case .flag: return flag(control, marks)
    case .choice(let choices): return select(control, choices, marks)
    case .body(let choices): return select(control, choices, marks)
    case .choices(let choices): return boxes(control, choices)
    case .grounds(let choices): return boxes(control, choices, showsCodes: true)
    case .languages:
      return boxes(
        control,
        Language.allCases.map { FormControl.Choice($0.rawValue, Words.record.language($0)) },
        whenEmpty: Language.allCases.map(\.rawValue))
    case .papers(let papers): return self.papers(control, papers)
    case .pair(let lines): return pair(control, lines: lines, marks)
    case .pairs(let lines, _): return rows(control, lines: lines)
    case .previous: return previous(control, marks)
    case .conclusions: return conclusions(control)
    case .steps: return steps(control)
    }
  }

  func plain(_ place: String) -> [Attribute] {
    let isLatin = place.hasSuffix("latinFullName")
    let isNumber = ["assportSeriesNumber", "umber", "/id"].contains(where: place.hasSuffix)
    return (isLatin ? [.lang("en"), .autocapitalize("characters")] : [])
      + (isNumber ? [.class("code"), .autocapitalize("characters")] : [])
  }

  func day(_ hint: Message) -> [Attribute] {
    [.placeholder(hint[language]), .inputmode("numeric"), .data("day")]
  }

  /// The words, with a sign at what must be filled.
  func label(_ control: FormControl) -> HTML {
    HTML {
      control.label[language].capitalised
      if control.isRequired {
        Tag.span(.class("must"), .title(words.isRequired[language]), .aria("hidden", "true")) {
          "*"
        }
      }
    }
  }

  func line(
    _ control: FormControl, _ attributes: [Attribute], lines: Bool = false
  ) -> HTML {
    let id = Self.id(control.place)
    let fixed: [Attribute] = [
      .id(id), .name(control.place), .autocomplete("off"), .spellcheck(false),
    ]
    let value = values.all(control.place).first ?? ""
    return HTML {
      Tag.label(.for(id)) { label(control) }
      if lines || value.contains("\n") {
        Tag.textarea.with(fixed + attributes + [.rows(3)]) { value }
      } else {
        Tag.input.with(fixed + attributes + [.type("text"), .value(value)])
      }
    }
  }

  private func flag(_ control: FormControl, _ marks: [Attribute]) -> HTML {
    let given = values.all(control.place).map { $0.lowercased() }
    let isOn = given.contains { ["on", "true", "1", "yes"].contains($0) }
    let isOff = !isOn && given.contains("false")
    let id = Self.id(control.place)
    let fixed: [Attribute] = [
      .id(id), .name(control.place), .type("checkbox"), .value("true"),
    ]
    return HTML {
      // What the record denies stays denied when the box is left as it is.
      if isOff { Tag.input(.type("hidden"), .name(control.place), .value("false")) }
      Tag.input.with(fixed + marks + (isOn ? [.checked] : []))
      Tag.label(.for(id)) { control.label[language].capitalised }
    }
  }

  func select(
    _ control: FormControl, _ choices: [FormControl.Choice], _ marks: [Attribute]
  ) -> HTML {
    let id = Self.id(control.place)
    let given = values.first(control.place)
    // One body alone needs no choice.
    let isAlone = control.content == .body(choices) && choices.count == 1
    let chosen = given ?? (isAlone ? choices.first?.code : nil)
    let isKnown = chosen.map { code in choices.contains { $0.code == code } } ?? true
    return HTML {
      Tag.label(.for(id)) { label(control) }
      Tag.select.with([.id(id), .name(control.place)] + marks) {
        if !isAlone { Tag.option(.value("")) { words.choose[language] } }
        for choice in choices {
          Tag.option(.value(choice.code), choice.code == chosen ? .selected : nil) {
            choice.words[language]
          }
        }
        if let chosen, !isKnown {
          Tag.option(.value(chosen), .selected) { "\(chosen) – \(words.notOfTheList[language])" }
        }
      }
    }
  }

  /// Boxes to tick; those that are ticked come first, in the order of the record.
  func boxes(
    _ control: FormControl, _ choices: [FormControl.Choice], showsCodes: Bool = false,
    whenEmpty: [String] = []
  ) -> HTML {
    let sent = values.all(control.place).filter { !$0.isEmpty }
    let given = sent.isEmpty ? whenEmpty : sent
    let known = Dictionary(choices.map { ($0.code, $0) }) { first, _ in first }
    let chosen = given.map {
      known[$0] ?? FormControl.Choice($0, words.notOfTheList.prefixed($0))
    }
    let rest = choices.filter { !given.contains($0.code) }
    let ordered = whenEmpty.isEmpty ? chosen + rest : choices
    return HTML {
      Tag.legend(.id(Self.id(control.place)), .tabindex(-1)) { label(control) }
      Tag.ul(.class(showsCodes ? "boxes act" : "boxes")) {
        for (index, choice) in ordered.enumerated() {
          box(control.place, index, choice, isOn: given.contains(choice.code), showsCodes)
        }
      }
    }
  }

  func box(
    _ place: String, _ index: Int, _ choice: FormControl.Choice, isOn: Bool, _ showsCodes: Bool
  ) -> HTML {
    let id = Self.id(place) + "-box\(index)"
    return Tag.li {
      Tag.input(
        .id(id), .type("checkbox"), .name(place), .value(choice.code), isOn ? .checked : nil)
      Tag.label(.for(id)) {
        choice.words[language]
        if showsCodes { Tag.code { choice.code } }
      }
    }
  }

  func papers(_ control: FormControl, _ papers: [FormControl.Choice]) -> HTML {
    let known = Dictionary(papers.map { ($0.code, $0) }) { first, _ in first }
    let expired = ":" + RequiredDocuments.expiredState
    func named(_ code: String) -> FormControl.Choice {
      if let paper = known[code] { return paper }
      if code.hasSuffix(expired), let paper = known[String(code.dropLast(expired.count))] {
        return FormControl.Choice(code, paper.words.suffixed(" – ", words.expired))
      }
      return FormControl.Choice(code, words.notOfTheList.prefixed(code))
    }
    // In the order of the record: ids and further texts as they come.
    var entries: [(code: String?, row: String?)] = []
    var seen: Set<String> = []
    for pair in values.pairs {
      if pair.name == control.place, !pair.value.isEmpty {
        entries.append((pair.value, nil))
      } else if pair.name.hasPrefix(control.place + "/") {
        let row = String(pair.name.dropFirst(control.place.count + 1).prefix { $0 != "/" })
        if seen.insert(row).inserted { entries.append((nil, row)) }
      }
    }
    let given = Set(entries.compactMap(\.code))
    let base = papers.map(\.code).filter { !given.contains($0) && !given.contains($0 + expired) }
    let next = (seen.compactMap { Int($0) }.max() ?? -1) + 1
    return HTML {
      Tag.legend(.id(Self.id(control.place)), .tabindex(-1)) { label(control) }
      Tag.ul(.class("boxes act")) {
        for (index, entry) in entries.enumerated() {
          if let code = entry.code {
            box(control.place, index, named(code), isOn: true, false)
          } else if let row = entry.row {
            Tag.li(.class("text")) { pairRow(control.place + "/" + row, lines: false) }
          }
        }
        for (index, code) in base.enumerated() {
          box(control.place, entries.count + index, named(code), isOn: false, false)
        }
        Tag.li(.class("text"), .data("row")) {
          Tag.span(.class("hint")) { words.otherPaper[language] }
          pairRow(control.place + "/\(next)", lines: false)
        }
      }
    }
  }
}

extension String {
  /// With a capital at the beginning, as labels and sentences have it.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension Message {
  func prefixed(_ text: String) -> Message {
    Message(kk: "\(text) – \(kk)", ru: "\(text) – \(ru)", en: "\(text) – \(en)")
  }

  func suffixed(_ sign: String, _ other: Message) -> Message {
    Message(kk: kk + sign + other.kk, ru: ru + sign + other.ru, en: en + sign + other.en)
  }
}
