import TamgaDomain

/// Receipts name the papers that the act of their service asks for, and no others.
///
/// Row 8 of the annexes with the basic requirements (MIA orders 76 and 992, Labour ministry order
/// 236); MIA order 992, rules para 5 part 3: what the information systems hold is asked of nobody.
/// Papers that the record names in words of its own are not judged.
struct PapersAreThoseOfTheAct: PlainRule {
  static let id = "GEN-PAPERS"
  static let citation = Citation("Acts of the services", "lists of papers, row 8")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let papers = try SubmittedDocuments(c)
    var findings = bothLists(papers) + twice(papers.accepted) + twice(papers.missing)
    findings += papers.missing.filter(\.paper.isHeld).map { named in
      found(
        at: named.place,
        kk:
          "бұл мәлімет ақпараттық жүйелерде бар, оны талап етуге болмайды: тізімнен алып тастаңыз",
        ru: "эти сведения есть в информационных системах, требовать их нельзя: уберите из списка",
        en: "the information systems hold this, it may not be asked for: take it off the list")
    }
    findings += papers.accepted.filter(\.item.isExpired).map { named in
      found(
        at: named.place, .warning,
        kk: "мерзімі өткен құжат қабылданған: оны тексеріңіз немесе қабылдаудан бас тартыңыз",
        ru: "принят документ с истёкшим сроком: проверьте его или откажите в приёме",
        en: "an expired paper was accepted: check it, or refuse to accept the papers")
    }
    return findings + strangers(papers, c) + lacking(papers, c)
  }

  private func bothLists(_ papers: SubmittedDocuments) -> [Finding] {
    let accepted = Set(papers.accepted.map(\.paper.id))
    return papers.missing.filter { accepted.contains($0.paper.id) }.map { named in
      found(
        at: named.place,
        kk: "бір құжат әрі қабылданған, әрі болмаған деп көрсетілген: біреуінен алып тастаңыз",
        ru: "один документ назван и принятым, и отсутствующим: уберите его из одного списка",
        en: "one paper is named as accepted and as missing: take it off one of the lists")
    }
  }

  private func twice(_ list: [SubmittedDocuments.Named]) -> [Finding] {
    var seen: Set<String> = []
    return list.filter { !seen.insert($0.paper.id).inserted }.map { named in
      found(
        at: named.place, .warning, kk: "құжат тізімде екі рет тұр: біреуін алып тастаңыз",
        ru: "документ стоит в списке дважды: уберите лишний",
        en: "the paper stands in the list twice: take one away")
    }
  }

  /// Papers of another service, of another application, or of applications that exclude each other.
  private func strangers(_ papers: SubmittedDocuments, _ c: RuleContext) -> [Finding] {
    let all = papers.accepted + papers.missing
    var findings = all.filter { $0.paper.service != papers.service }.map { named in
      found(
        at: named.place, .warning,
        kk: "бұл құжатты басқа мемлекеттік қызмет сұрайды: тізімді тексеріңіз",
        ru: "этот документ требуется для другой государственной услуги: проверьте список",
        en: "another service asks for this paper: check the list")
    }
    guard papers.isOneApplication else {
      findings.append(
        found(
          at: all.first?.place ?? "", .warning,
          kk: "құжаттар әртүрлі өтініштерге жатады (беру, ұзарту, …): тізімді тексеріңіз",
          ru: "документы относятся к разным заявлениям (выдача, продление, …): проверьте список",
          en: "the papers belong to different applications (grant, extension, …): check the list"))
      return findings
    }
    findings += all.filter {
      $0.paper.service == papers.service && !papers.isAsked($0.paper, among: c.papers)
    }.map { named in
      found(
        at: named.place, .warning,
        kk: "мұндай өтінішке акт бұл құжатты сұрамайды: тізімді тексеріңіз",
        ru: "для такого заявления акт этого документа не требует: проверьте список",
        en: "the act does not ask for this paper with such an application: check the list")
    }
    return findings
  }

  /// What an acceptance receipt does not name although every application of its kind needs it.
  private func lacking(_ papers: SubmittedDocuments, _ c: RuleContext) -> [Finding] {
    guard papers.isOneApplication, !papers.accepted.isEmpty else { return [] }
    return papers.lacking(of: c.papers).map { paper in
      found(
        at: c.place(SubmittedDocuments.acceptedList), .warning,
        kk: "акт сұрайтын құжат тізімде жоқ: «\(paper.text.kk)»; тексеріңіз",
        ru: "в списке нет документа, который требует акт: «\(paper.text.ru)»; проверьте",
        en: "the list lacks a paper that the act asks for: \(paper.id); check it")
    }
  }
}
