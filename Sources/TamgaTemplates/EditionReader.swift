import TamgaDomain

/// Reads the dated folders of a kind.
struct EditionReader {
  let folder: TemplateFolder
  let log: FaultLog

  func editions(of kind: DocumentKind) -> [TemplateEdition] {
    var editions: [TemplateEdition] = []
    for name in folder.folders(in: kind.id) where name != Self.examples {
      guard let from = CalendarDate(iso: name) else {
        reportName(name, kind)
        continue
      }
      if let edition = edition(of: kind, from: from) { editions.append(edition) }
    }
    editions.sort { $0.edition.from < $1.edition.from }
    checkDays(editions, kind)
    return editions
  }

  /// Records that show a kind; the only folder of a kind that is no edition.
  private static let examples = "examples"

  private func reportName(_ name: String, _ kind: DocumentKind) {
    log.add(
      .wrongValue, "\(kind.id)/\(name)", 0, kk: "қалта атауы күн емес",
      ru: "имя папки – не дата", en: "the name of the folder is no date",
      hint: Message(
        kk:
          "редакция қалтасы алғашқы күнімен аталады: жжжж-аа-кк; басқа қалталар үлгілерден тыс тұрсын",
        ru: "папка редакции называется её первым днём: гггг-мм-дд; прочее храните вне шаблонов",
        en: "an edition is named by its first day, yyyy-MM-dd; keep other folders elsewhere"))
  }

  private func edition(of kind: DocumentKind, from: CalendarDate) -> TemplateEdition? {
    let place = "\(kind.id)/\(from.iso)"
    let read: (Edition, String)?? = folder.map("\(place)/edition.yaml", log: log) { map in
      let until = map.optionalDate("until")
      let form = map.optionalText("form") ?? place
      let act = map.message("act")
      if let until, until < from {
        map.fault(
          .wrongValue, at: "until", kk: "соңғы күн бірінші күннен бұрын",
          ru: "последний день раньше первого", en: "the last day is before the first")
      }
      return act.map { (Edition(id: place, from: from, until: until, act: $0), form) }
    }
    guard case let (edition, formPlace)?? = read else { return nil }
    var forms: [Language: Form] = [:]
    var files = ["\(place)/edition.yaml"]
    for language in Language.allCases {
      let file = "\(formPlace)/\(language.rawValue).form"
      guard let text = folder.text(file, log: log) else { continue }
      files.append(file)
      forms[language] = FormReader.read(text, language: language, file: file, log: log)
    }
    FormCheck(kind: kind, log: log).check(forms)
    return TemplateEdition(edition: edition, forms: forms, files: files)
  }

  /// No day has two editions, and between two editions no day is without one.
  private func checkDays(_ editions: [TemplateEdition], _ kind: DocumentKind) {
    if editions.isEmpty {
      log.add(
        .noEdition, "\(kind.id)/manifest.yaml", 0, kk: "редакция қалтасы (жжжж-аа-кк) жоқ",
        ru: "нет папки редакции (гггг-мм-дд)", en: "there is no edition folder (yyyy-MM-dd)")
    }
    for (earlier, later) in zip(editions, editions.dropFirst()) {
      let file = "\(earlier.edition.id)/edition.yaml"
      guard let until = earlier.edition.until, until < later.edition.from else {
        log.add(
          .editionsOverlap, file, 0, kk: "редакция келесісімен қабаттасады",
          ru: "редакция пересекается со следующей", en: "the edition overlaps the next one")
        continue
      }
      if until.adding(days: 1) != later.edition.from {
        log.add(
          .editionsGap, file, 0, kk: "редакциядан кейін бос күндер бар",
          ru: "после редакции есть дни без редакции", en: "days without an edition follow")
      }
    }
  }
}
