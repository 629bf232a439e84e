import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaTemplates

/// Whether a paper is printed for people or for programs.
struct PaperForm: ParsableArguments {
  @Flag(help: "Print JSON, for programs.") var json = false

  func print(_ paper: PaperEntry, _ office: Office) {
    if json {
      Terminal.print(paper.json)
    } else {
      PaperSheet.lines(paper, office).forEach { tamga.print($0) }
    }
  }
}

/// What the register says of a paper, for people and without personal data.
enum PaperSheet {
  static func lines(_ paper: PaperEntry, _ office: Office) -> [String] {
    let language = Terminal.language
    let body = office.configuration.bodies[paper.issuingBody]?.name
    var rows: [(Message, String)] = [
      (Message(kk: "Нөмірі", ru: "Номер", en: "Number"), paper.number.description),
      (
        Message(kk: "Құжат", ru: "Документ", en: "Document"),
        office.library.kind(paper.document)?.title[language] ?? paper.document
      ),
      (Message(kk: "Мәртебесі", ru: "Статус", en: "Status"), paper.condition.words[language]),
      (Message(kk: "Шешім", ru: "Решение", en: "Decision"), paper.decision),
      (
        Message(kk: "Берген орган", ru: "Орган", en: "Issuing body"),
        body.map { language == .kk ? $0.kk : $0.ru } ?? paper.issuingBody
      ),
      (Message(kk: "Берілген күні", ru: "Дата выдачи", en: "Issued on"), paper.issueDate.iso),
    ]
    if let from = paper.validFrom ?? paper.validUntil {
      let until = paper.validUntil.map { paper.validFrom == nil ? "" : " – " + $0.iso } ?? ""
      rows.append(
        (Message(kk: "Қолданылу мерзімі", ru: "Срок действия", en: "Valid"), from.iso + until))
    }
    if let end = paper.endedBy {
      rows.append((Message(kk: "Орнына", ru: "Заменён или отозван", en: "Ended by"), "\(end)"))
    }
    if let batch = paper.batch {
      rows.append((Message(kk: "Топтама", ru: "Партия", en: "Batch"), batch))
    }
    return TextTable.lines(rows.map { [$0.0[language], $0.1] })
  }

  /// A line for each paper, without personal data.
  static func table(_ papers: [PaperEntry], _ office: Office) -> [String] {
    let language = Terminal.language
    return TextTable.lines(
      papers.map { paper in
        let kind = office.library.kind(paper.document)?.title[language] ?? paper.document
        let isMade = paper.state == .issued || paper.state == .void
        let status = isMade ? paper.words(on: office.today) : paper.condition.words
        return [
          paper.number.description, paper.issueDate.iso, status[language], kind, paper.decision,
        ]
      })
  }

  /// The papers before it, and what happened to it.
  static func history(
    _ chain: [PaperEntry], _ events: [RegisterEvent], _ zone: OfficeZone
  ) -> [String] {
    let language = Terminal.language
    var lines: [String] = []
    if chain.count > 1 {
      lines += ["", Message(kk: "Тізбек", ru: "Цепочка", en: "Chain")[language]]
      lines += TextTable.lines(
        chain.map {
          [$0.number.description, $0.issueDate.iso, $0.condition.words[language]]
        }, indent: 2)
    }
    lines += ["", Message(kk: "Оқиғалар", ru: "События", en: "Events")[language]]
    return lines
      + TextTable.lines(
        events.map { [zone.stamp($0.at), $0.words[language], $0.who, $0.reason ?? ""] }, indent: 2
      ).map { line in
        // Most events have no reason.
        String(line.reversed().drop { $0 == " " }.reversed())
      }
  }
}
