import TamgaDomain

/// A paper, its history and what can be done with it.
struct PaperWords {
  let number = Message(kk: "№", ru: "№", en: "No.")
  let issued = Message(kk: "Берілді", ru: "Выдан", en: "Issued")
  let copy = Message(kk: "дана", ru: "экземпляр", en: "copy")
  let duplicateCopy = Message(kk: "телнұсқа", ru: "дубликат", en: "duplicate")
  let person = Message(kk: "Иесі", ru: "Владелец", en: "Holder")
  let passport = Message(kk: "Паспорт", ru: "Паспорт", en: "Passport")
  let term = Message(kk: "Мерзімі", ru: "Срок действия", en: "Term")
  let issueDate = Message(kk: "Ресімделген күні", ru: "Дата оформления", en: "Issue date")
  let body = Message(kk: "Берген орган", ru: "Выдавший орган", en: "Issuing body")
  let decision = Message(kk: "Шешім", ru: "Решение", en: "Decision")
  let history = Message(kk: "Тарихы", ru: "История", en: "History")
  let chain = Message(kk: "Тізбегі", ru: "Цепочка", en: "Chain")
  let this = Message(kk: "осы құжат", ru: "этот документ", en: "this paper")
  let removed = Message(
    kk: "сақтау мерзімі өтіп, жойылған", ru: "удалено по истечении срока хранения",
    en: "removed after retention")
  let picture = Message(
    kk: "Құжаттың бірінші беті", ru: "Первая страница документа", en: "First page")
  let paper = Message(kk: "Құжат", ru: "Документ", en: "Paper")
  let pages = Message(kk: "бет", ru: "стр.", en: "pages")
  let sameBytes = Message(
    kk: "Әр басылғанда сол файл", ru: "При каждой печати тот же файл",
    en: "The same file at every print")

  let print = Message(kk: "Басып шығару", ru: "Печать", en: "Print")
  let openPDF = Message(kk: "PDF ашу", ru: "Открыть PDF", en: "Open the PDF")
  let again = Message(
    kk: "Осы адамға жаңа құжат", ru: "Новый документ этому лицу", en: "New paper for this person")
  let cameOut = Message(
    kk: "Басып шығаруға жіберілді. Қағаз шықты ма?",
    ru: "Отправлено на печать. Бумага вышла?", en: "Sent to the printer. Did the paper come out?")
  let cameOutLead = Message(
    kk: "Жауабыңыз журналға жазылады.", ru: "Ваш ответ записывается в журнал.",
    en: "Your answer goes into the log.")
  let handOver = Message(kk: "Қолына берілді", ru: "Выдано на руки", en: "Handed over")
  let later = Message(kk: "Кейін беремін", ru: "Выдам позже", en: "Later")
  let spoil = Message(kk: "Бүлінген", ru: "Испорчено", en: "Spoilt")
  let handOverReason = Message(
    kk: "Кімге, қандай құжат бойынша берілді (есімін жазбаңыз)",
    ru: "Кому и по какому документу выдано (без имени)",
    en: "To whom and by what document (no name)")
  let handOverUsual = Message(
    kk: "жеке өзіне, паспорт бойынша", ru: "лично, по паспорту", en: "in person, by passport")
  let spoilReason = Message(
    kk: "Не болды", ru: "Что случилось", en: "What happened")
  let spoilUsual = Message(
    kk: "принтер қағазды бүлдірді", ru: "принтер испортил бумагу", en: "the printer spoilt it")
  let duplicate = Message(kk: "Телнұсқа", ru: "Дубликат", en: "Duplicate")
  let duplicateReason = Message(
    kk: "Телнұсқа беру себебі", ru: "Причина выдачи дубликата", en: "Cause of the duplicate")
  let propose = Message(kk: "Ұсыну", ru: "Предложить", en: "Propose")
  let proposeTitle = Message(
    kk: "Тоқтата тұру, қайтарып алу, жою", ru: "Приостановить, отозвать, погасить",
    en: "Suspend, revoke, void")
  let proposeLead = Message(
    kk: "Сіз ұсынасыз, басшы растайды: бір адам өзі шеше алмайды.",
    ru: "Вы предлагаете, руководитель подтверждает: один человек не может.",
    en: "You propose, a supervisor confirms: one person alone cannot.")
  let move = Message(kk: "Не істеу керек", ru: "Что сделать", en: "What to do")
  let reason = Message(kk: "Себебі", ru: "Причина", en: "Reason")
  let reasonHint = Message(
    kk: "кемінде 10 таңба", ru: "не короче 10 знаков", en: "10 characters at least")
  let correct = Message(kk: "Қатесін түзету", ru: "Исправить ошибку", en: "Correct a mistake")
  let correctLead = Message(
    kk: "Бұл құжат жойылады, оның деректерімен жаңасы ресімделеді.",
    ru: "Этот документ погашается, по его данным оформляется новый.",
    en: "This paper is voided and a new one is made from its data.")

  let suspend = Message(kk: "тоқтата тұру", ru: "приостановить", en: "suspend")
  let resume = Message(kk: "қайта қолданысқа енгізу", ru: "возобновить", en: "resume")
  let void = Message(
    kk: "қате шығарылған ретінде жою", ru: "погасить как выпущенный ошибочно",
    en: "void as made in error")
  let revoke = Message(kk: "қайтарып алу", ru: "отозвать", en: "revoke")

  let valid = Message(kk: "күшінде", ru: "действует", en: "valid")
  let suspended = Message(kk: "тоқтатыла тұрған", ru: "приостановлен", en: "suspended")
  let superseded = Message(kk: "ауыстырылған", ru: "заменён", en: "superseded")
  let revoked = Message(kk: "қайтарып алынған", ru: "отозван", en: "revoked")
  let voided = Message(kk: "жойылған", ru: "погашен", en: "voided")

  func move(_ move: PaperView.Move) -> Message {
    switch move {
    case .suspend: suspend
    case .resume: resume
    case .void: void
    case .revoke: revoke
    }
  }

  let over = Message(kk: "мерзімі өткен", ru: "срок истёк", en: "expired")

  /// The word of a status (contract `serve.md`); an unknown one as it stands.
  ///
  /// - Parameter isOver: Whether the term of a valid paper has ended.
  func status(_ status: String, isOver: Bool = false) -> Message {
    switch status {
    case "valid" where isOver: over
    case "valid": valid
    case "suspended": suspended
    case "superseded": superseded
    case "revoked": revoked
    case "voided": voided
    default: Message(both: status)
    }
  }

  /// What an event of the register is called.
  func event(_ what: String) -> Message {
    Self.events[what] ?? Message(both: what)
  }

  static let events: [String: Message] = [
    "reserved": Message(kk: "нөмір берілді", ru: "присвоен номер", en: "number allotted"),
    "sealed": Message(kk: "электрондық куәландырылды", ru: "электронно заверен", en: "sealed"),
    "issued": Message(kk: "берілді", ru: "выдан", en: "issued"),
    "suspended": Message(kk: "тоқтатыла тұрды", ru: "приостановлен", en: "suspended"),
    "resumed": Message(kk: "қайта күшіне енді", ru: "возобновлён", en: "resumed"),
    "superseded": Message(kk: "ауыстырылды", ru: "заменён", en: "superseded"),
    "revoked": Message(kk: "қайтарып алынды", ru: "отозван", en: "revoked"),
    "reinstated": Message(kk: "қалпына келтірілді", ru: "восстановлен", en: "reinstated"),
    "reinstated-suspended": Message(
      kk: "тоқтатыла тұрған күйінде қалпына келтірілді", ru: "восстановлен приостановленным",
      en: "reinstated as suspended"),
    "voided": Message(kk: "жойылды", ru: "погашен", en: "voided"),
    "reprinted": Message(kk: "басып шығарылды", ru: "печать", en: "printed"),
    "spoilt": Message(kk: "бүлінді", ru: "испорчен", en: "spoilt"),
    "handed-over": Message(kk: "қолына берілді", ru: "выдан на руки", en: "handed over"),
    "purged": Message(
      kk: "сақтау мерзімі өтіп, жойылды", ru: "удалён по истечении срока хранения",
      en: "removed after retention"),
  ]
}

/// Batches and their rejects.
struct BatchWords {
  let issueCorrected = Message(
    kk: "Түзетілгенді беру", ru: "Выдать исправленное", en: "Issue the corrected one")
  let title = Message(kk: "Партиялар", ru: "Партии", en: "Batches")
  let one = Message(kk: "Партия", ru: "Партия", en: "Batch")
  let none = Message(kk: "Әзірге партия жоқ.", ru: "Партий пока нет.", en: "There is no batch yet.")
  let upload = Message(
    kk: "Шешімдер файлын беру", ru: "Передать файл решений", en: "Hand in a file of decisions")
  let uploadLead = Message(
    kk: "JSON немесе JSONL, 64 МиБ дейін. Сол файл қайта берілсе, сол партия ашылады.",
    ru: "JSON или JSONL, до 64 МиБ. Тот же файл ещё раз – та же партия.",
    en: "JSON or JSONL, up to 64 MiB. The same file again is the same batch.")
  let file = Message(kk: "Файл", ru: "Файл", en: "File")
  let send = Message(kk: "Жіберу", ru: "Отправить", en: "Send")
  let started = Message(kk: "Басталды", ru: "Начата", en: "Started")
  let state = Message(kk: "Күйі", ru: "Состояние", en: "State")
  let running = Message(kk: "орындалуда", ru: "идёт", en: "running")
  let done = Message(kk: "аяқталды", ru: "завершена", en: "done")
  let broken = Message(kk: "үзілді", ru: "прервана", en: "broken off")
  let issued = Message(kk: "берілді", ru: "выдано", en: "issued")
  let alreadyIssued = Message(kk: "бұрын берілген", ru: "выдано ранее", en: "already issued")
  let rejected = Message(kk: "қабылданбады", ru: "отклонено", en: "rejected")
  let failed = Message(kk: "орындалмады", ru: "сбой", en: "failed")
  let waiting = Message(kk: "кезекте", ru: "ожидает", en: "waiting")
  let rejects = Message(
    kk: "Қабылданбаған шешімдер", ru: "Отклонённые решения", en: "Rejected decisions")
  let line = Message(kk: "жол", ru: "строка", en: "line")
  let correct = Message(kk: "Түзету", ru: "Исправить", en: "Correct")
  let noRejects = Message(
    kk: "Қабылданбаған шешім жоқ.", ru: "Отклонённых решений нет.",
    en: "No decision was rejected.")
  let downloads = Message(kk: "Файлдар", ru: "Файлы", en: "Files")
  let reload = Message(kk: "Жаңарту", ru: "Обновить", en: "Refresh")

  /// What a file of a batch holds.
  func file(_ name: String) -> Message {
    switch name {
    case "rejected.jsonl":
      Message(
        kk: "қабылданбаған шешімдер, келген күйінде", ru: "отклонённые решения, как пришли",
        en: "rejected decisions as they came")
    case "results.jsonl":
      Message(
        kk: "әр шешімнің нәтижесі", ru: "итог по каждому решению", en: "the result of each decision"
      )
    case "summary.json": Message(kk: "қорытынды сандар", ru: "итоговые числа", en: "the figures")
    case "report.html":
      Message(kk: "оқуға арналған есеп", ru: "отчёт для чтения", en: "the report to read")
    case "findings.csv":
      Message(kk: "ескертулер кестесі", ru: "таблица замечаний", en: "the table of findings")
    default:
      Message(
        kk: "партияның барлық құжаттары, принтерге", ru: "все документы партии, для печати",
        en: "all papers of the batch, for the printer")
    }
  }

  func count(_ name: String) -> Message {
    switch name {
    case "issued": issued
    case "already-issued": alreadyIssued
    case "rejected": rejected
    case "failed": failed
    case "waiting": waiting
    default: Message(both: name)
    }
  }
}
