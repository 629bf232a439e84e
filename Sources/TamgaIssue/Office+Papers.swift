public import TamgaDomain
public import TamgaRegister

extension Office {
  /// The one paper that a text names: `NUMBER` or `NUMBER~2`.
  ///
  /// - Parameter document: The kind, where several kinds have papers of that number.
  public func paper(_ text: String, document: String? = nil) throws -> PaperEntry {
    let typed = TypedNumber(text)
    var papers: [PaperEntry] = []
    for number in typed.spellings where papers.isEmpty {
      papers = try register.papers(number: number)
        .filter { document == nil || $0.document == document }
    }
    guard let paper = papers.first else {
      throw typed.isMistyped ? Self.mistyped(text) : Self.unknown(text)
    }
    if papers.count > 1 {
      let kinds = papers.map(\.document).sorted().joined(separator: ", ")
      throw IssueError(
        .noSuchPaper, text, kk: "бұл нөмір бірнеше құжатта бар",
        ru: "этот номер есть у нескольких документов",
        en: "several papers have this number",
        hint: Message(
          kk: "--document қосыңыз: \(kinds)", ru: "добавьте --document: \(kinds)",
          en: "add --document, one of: \(kinds)"))
    }
    return paper
  }

  private static func mistyped(_ text: String) -> IssueError {
    IssueError(
      .noSuchPaper, text, kk: "нөмір қате терілген: соңғы цифры сай емес",
      ru: "номер набран неверно: последняя цифра не сходится",
      en: "the number is typed wrongly: its last digit does not fit",
      hint: Message(
        kk: "оны құжаттан қайта теріңіз", ru: "наберите его с документа ещё раз",
        en: "type it again from the paper"))
  }

  private static func unknown(_ text: String) -> IssueError {
    IssueError(
      .noSuchPaper, text, kk: "тізілімде мұндай құжат жоқ", ru: "в реестре нет такого документа",
      en: "the register holds no such paper",
      hint: Message(
        kk:
          "нөмірді құжаттағыдай жазыңыз, мысалы ALA-21-0000017-4; қысқа нөмірді «tamga find» табады",
        ru:
          "пишите номер как на документе, например ALA-21-0000017-4; короткий номер найдёт «tamga find»",
        en:
          "write the number as it is printed, for example ALA-21-0000017-4; 'tamga find' takes it short"
      ))
  }

  /// Puts the issued file, byte for byte, below `output` and records the print.
  ///
  /// - Returns: The path of the file.
  public func reprint(
    _ paper: PaperEntry, output: String, agent: String, reason: String
  ) throws -> String {
    let bytes = try file(of: paper)
    let folder = output + "/reprints/" + paper.document
    try OfficeFile.makeOutputFolder(folder)
    let path = folder + "/" + paper.number.fileName + ".pdf"
    try OfficeFile.write(bytes, to: path, mode: 0o640)
    try register.record(.reprint, of: paper.serial, by: agent, reason: reason, at: now())
    signChange()
    return path
  }

  /// Ends a paper that was made in error, so that a corrected decision can follow.
  ///
  /// The further papers of its decision rest on the first one and end with it.
  public func void(_ paper: PaperEntry, agent: String, reason: String) throws -> PaperEntry {
    var serials = [paper.serial]
    var part = 1
    while paper.part == 0,
      let other = try register.paper(decision: paper.decision, part: part)
    {
      serials.append(other.serial)
      part += 1
    }
    let ended = try register.void(serials, by: agent, reason: reason, at: now())
    signChange()
    return ended.first ?? paper
  }

  /// Records something done with a print of the paper.
  ///
  /// - Throws: ``RegisterError`` of code `illegal-move` where the state of the paper forbids it.
  public func record(
    _ act: PrintAct, of paper: PaperEntry, agent: String, reason: String
  ) throws {
    try register.record(act, of: paper.serial, by: agent, reason: reason, at: now())
    signChange()
  }

  /// The entry that says that the paper was given to its holder; nil where that print was spoilt since, or none was.
  public func handOver(of paper: PaperEntry) throws -> RegisterEvent? {
    var found: RegisterEvent?
    var last: Int64 = 0
    while case let page = try register.events(of: paper.serial, after: last, limit: 1000),
      let end = page.last
    {
      for event in page {
        switch PaperMove(rawValue: event.what) {
        case .handOver: found = event
        case .spoil, .reprint: found = nil
        default: break
        }
      }
      last = end.sequence
    }
    return found
  }

  /// The sequence of the last event of a paper; 0 where there is none.
  public func newestEvent(of paper: PaperEntry) throws -> Int64 {
    var last: Int64 = 0
    while let page = try? register.events(of: paper.serial, after: last, limit: 1000),
      let end = page.last
    {
      last = end.sequence
    }
    return last
  }

  /// The stored bytes of an issued paper.
  ///
  /// - Throws: ``IssueError`` where it is not issued, its file went with its retention, or it is lost.
  public func file(of paper: PaperEntry) throws -> [UInt8] {
    guard let file = paper.file else { throw Self.notIssued(paper) }
    guard paper.purgedAt == nil else {
      throw IssueError(
        .filePurged, paper.number.description, kk: "құжат файлы сақтау мерзімі өткен соң жойылған",
        ru: "файл документа удалён по истечении срока хранения",
        en: "the paper's file was removed after its retention")
    }
    return try store.get(file.sha256)
  }

  private static func notIssued(_ paper: PaperEntry) -> IssueError {
    IssueError(
      .noSuchPaper, paper.number.description, kk: "құжат әлі шығарылмаған",
      ru: "документ ещё не выдан", en: "the paper is not issued",
      hint: Message(
        kk: "«tamga issue» пәрменін сол файлмен қайта іске қосыңыз",
        ru: "повторите «tamga issue» с тем же файлом", en: "run 'tamga issue' again with its file"
      ))
  }

  /// The paper as the register has it now.
  public func paper(_ entry: PaperEntry) throws -> PaperEntry {
    try register.paper(serial: entry.serial) ?? entry
  }

  /// Suspends a paper or lets it run again.
  public func setStatus(
    _ paper: PaperEntry, to status: PaperStatus, agent: String, reason: String
  ) throws -> PaperEntry {
    let after = try register.setStatus(
      paper.serial, to: status, by: agent, reason: reason, at: now())
    signChange()
    return after
  }
}
