import TamgaDomain

/// Controls of several inputs.
extension ControlView {
  // MARK: Two languages

  func pair(_ control: FormControl, lines: Bool, _ marks: [Attribute]) -> HTML {
    HTML {
      Tag.legend { label(control) }
      pairRow(control.place, lines: lines, marks)
    }
  }

  func pairRow(
    _ place: String, lines: Bool, _ marks: [Attribute] = []
  ) -> HTML {
    Tag.div(.class("pair")) {
      for tongue in Language.allCases {
        let name = place + "/" + tongue.rawValue
        let value = values.all(name).first ?? values.first(place) ?? ""
        let id = tongue == .kk ? Self.id(place) : Self.id(name)
        let fixed: [Attribute] =
          [.id(id), .name(name), .lang(tongue.rawValue), .autocomplete("off"), .spellcheck(false)]
          + marks
        Tag.div {
          Tag.label(.for(id), .class("tongue")) { Words.record.language(tongue)[language] }
          if lines || value.contains("\n") {
            Tag.textarea.with(fixed + [.rows(3)]) { value }
          } else {
            Tag.input.with(fixed + [.type("text"), .value(value)])
          }
        }
      }
    }
  }

  func rows(_ control: FormControl, lines: Bool) -> HTML {
    let given = values.members(of: control.place)
    let next = (given.compactMap { Int($0) }.max() ?? -1) + 1
    let spare = given.isEmpty ? 2 : 1
    let all = given + (next..<next + spare).map(String.init)
    return HTML {
      Tag.legend(.id(Self.id(control.place)), .tabindex(-1)) { label(control) }
      Tag.ol(.class("rows")) {
        for row in all {
          Tag.li(.data("row")) { pairRow(control.place + "/" + row, lines: lines) }
        }
      }
    }
  }

  // MARK: The others

  func previous(_ control: FormControl, _ marks: [Attribute]) -> HTML {
    let inner = control.place + "/decision"
    return HTML {
      line(control, marks + [.class("code"), .autocapitalize("characters")])
      if values.first(inner) != nil {
        Tag.label(.for(Self.id(inner))) { words.previousDecision[language] }
        Tag.input(
          .id(Self.id(inner)), .name(inner), .type("text"), .class("code"),
          .value(values.first(inner) ?? ""), .autocomplete("off"))
      }
    }
  }

  func conclusions(_ control: FormControl) -> HTML {
    let given = values.members(of: control.place)
    let next = (given.compactMap { Int($0) }.max() ?? -1) + 1
    let all = given + (next..<max(next + 1, 5)).map(String.init)
    return HTML {
      Tag.legend(.id(Self.id(control.place)), .tabindex(-1)) { label(control) }
      Tag.ol(.class("rows")) {
        for row in all {
          let place = control.place + "/" + row
          Tag.li(.class("three")) {
            Tag.div {
              select(
                FormControl(
                  place + "/agency", words.agency, .choice(FormControl.Choice.agencies)),
                FormControl.Choice.agencies, [])
            }
            Tag.div {
              line(FormControl(place + "/date", words.day, .date), day(words.dateHint))
            }
            Tag.div {
              line(
                FormControl(place + "/groundIds", words.grounds, .text(lines: false)),
                [.class("code")])
            }
          }
        }
      }
    }
  }

  func steps(_ control: FormControl) -> HTML {
    let given = values.members(of: control.place)
    let all =
      (1...14).map(String.init) + given.filter { Int($0).map { !(1...14).contains($0) } ?? true }
    return HTML {
      Tag.legend(.id(Self.id(control.place)), .tabindex(-1)) { label(control) }
      Tag.ul(.class("steps")) {
        for step in all {
          Tag.li {
            line(
              FormControl(
                control.place + "/" + step, words.step.suffixed(" ", Message(both: step)), .date),
              day(words.dateHint))
          }
        }
      }
    }
  }
}
