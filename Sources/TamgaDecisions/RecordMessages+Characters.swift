import TamgaDomain

// A character that may not stand in a text: what it is, where it stands, and what to do.
extension RecordProblem {
  static func characters(_ refused: RefusedCharacter) -> Message {
    let (what, advice) = words(of: refused.refusal)
    let place = Message.character(refused.position)
    // Its name in Unicode is English; in the other languages its description says more.
    let point = refused.scalar.codePoint
    let seen = isSeen(refused.refusal) ? " «\(refused.scalar)»" : ""
    let more = refused.count - 1
    return Message(
      kk: "\(place.kk) – \(what.kk)\(seen) (\(point))"
        + (more == 0 ? "" : ", мәтінде мұндай таңба тағы \(more)") + "; \(advice.kk)",
      ru: "\(place.ru) – \(what.ru)\(seen) (\(point))"
        + (more == 0 ? "" : ", недопустимых знаков в тексте ещё \(more)") + "; \(advice.ru)",
      en: "\(place.en) is \(what.en)\(seen) (\(refused.name))"
        + (more == 0 ? "" : ", and \(more) more may not stand in the text") + "; \(advice.en)")
  }

  private static func isSeen(_ refusal: PermittedCharacters.Refusal) -> Bool {
    refusal == .noFont || refusal == .ligature || refusal == .fraction
  }

  private static let delete = Message(kk: "оны өшіріңіз", ru: "удалите его", en: "delete it")
  private static let space = Message(
    kk: "оның орнына бос орын қойыңыз", ru: "замените его пробелом",
    en: "put a space in its place")
  private static let retype = Message(
    kk: "сөзді қайта теріңіз", ru: "наберите слово заново", en: "type the word anew")

  private static func words(
    of refusal: PermittedCharacters.Refusal
  ) -> (what: Message, advice: Message) {
    switch refusal {
    case .control:
      (Message(kk: "басқару таңбасы", ru: "управляющий знак", en: "a control character"), delete)
    case .tab:
      (Message(kk: "табуляция белгісі", ru: "знак табуляции", en: "a tabulator"), space)
    case .lineBreak:
      (Message(kk: "жолды үзу белгісі", ru: "знак перевода строки", en: "a line break"), space)
    case .direction:
      (
        Message(
          kk: "жазу бағытының көрінбейтін белгісі", ru: "невидимый знак направления письма",
          en: "an invisible mark of writing direction"), delete
      )
    case .softHyphen:
      (
        Message(
          kk: "көрінбейтін тасымал белгісі", ru: "невидимый мягкий перенос",
          en: "an invisible soft hyphen"), delete
      )
    case .joiner:
      (
        Message(
          kk: "көрінбейтін біріктіру белгісі", ru: "невидимый соединительный знак",
          en: "an invisible joiner"), delete
      )
    case .variation:
      (
        Message(
          kk: "таңба түрін таңдайтын көрінбейтін белгі", ru: "невидимый знак выбора начертания",
          en: "an invisible variation selector"), delete
      )
    case .invisible:
      (Message(kk: "көрінбейтін таңба", ru: "невидимый знак", en: "an invisible character"), delete)
    case .space:
      (Message(kk: "ерекше бос орын", ru: "необычный пробел", en: "an unusual space"), space)
    case .mark:
      (
        Message(
          kk: "әріптен бөлек тұрған үстеме белгі", ru: "отдельный надстрочный или подстрочный знак",
          en: "a combining mark apart from its letter"),
        Message(
          kk: "әріпті онсыз немесе паспорттағыдай бір таңбамен теріңіз",
          ru: "наберите букву без него или одним знаком, как в паспорте",
          en: "type the letter without it, or as one character as the passport does")
      )
    case .privateUse:
      (
        Message(
          kk: "басқа бағдарламалар білмейтін таңба", ru: "знак, неизвестный другим программам",
          en: "a character that other programs do not know"), retype
      )
    case .unassigned:
      (
        Message(
          kk: "ешбір таңбаға сай келмейтін код", ru: "код, которому не отвечает никакой знак",
          en: "a code that stands for no character"), retype
      )
    case .broken:
      (
        Message(
          kk: "бүлінген әріптің ізі", ru: "след испорченной буквы",
          en: "what is left of a broken letter"), retype
      )
    case .fraction:
      (
        Message(
          kk: "бөлшек сызығы", ru: "дробная черта", en: "a fraction slash"),
        Message(
          kk: "оның орнына кәдімгі қиғаш сызық қойыңыз", ru: "замените её обычной косой чертой",
          en: "put an ordinary slash in its place")
      )
    case .ligature:
      (
        Message(
          kk: "бірнеше әріп біріккен таңба", ru: "знак из нескольких слитых букв",
          en: "several letters in one character"),
        Message(
          kk: "әріптерді жеке-жеке теріңіз", ru: "наберите буквы по отдельности",
          en: "type the letters one by one")
      )
    case .noFont:
      (
        Message(
          kk: "құжат қаріптерінде жоқ таңба", ru: "знак, которого нет в шрифтах документа",
          en: "one that no font of the papers has"),
        Message(
          kk: "паспорттағыдай латын немесе кирилл әрпімен жазыңыз",
          ru: "запишите латиницей или кириллицей, как в паспорте",
          en: "write it in Latin or Cyrillic as the passport does")
      )
    }
  }
}
