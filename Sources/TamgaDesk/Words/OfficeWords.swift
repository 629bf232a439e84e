import TamgaDomain

/// Proposals that need four eyes.
struct ProposalWords {
  let title = Message(kk: "Растауға берілгендер", ru: "На подтверждение", en: "To confirm")
  let one = Message(kk: "Ұсыныс", ru: "Предложение", en: "Proposal")
  let none = Message(
    kk: "Растауды күтіп тұрған ұсыныс жоқ.", ru: "Предложений, ждущих подтверждения, нет.",
    en: "No proposal waits for confirmation.")
  let by = Message(kk: "Ұсынған", ru: "Предложил", en: "Proposed by")
  let at = Message(kk: "Ұсынылған уақыты", ru: "Когда предложено", en: "Proposed at")
  let until = Message(kk: "Дейін жарамды", ru: "Действует до", en: "Good until")
  let what = Message(kk: "Не істеледі", ru: "Что будет сделано", en: "What will be done")
  let effect = Message(
    kk: "Тексеруші не көреді", ru: "Что увидит проверяющий", en: "What inspectors will see")
  let code = Message(
    kk: "Телефондағы растау коды", ru: "Код подтверждения с телефона", en: "Code from your phone")
  let last4 = Message(
    kk: "Құжат нөмірінің соңғы төрт таңбасы", ru: "Последние четыре знака номера документа",
    en: "Last four characters of the paper's number")
  let confirm = Message(kk: "Растау", ru: "Подтвердить", en: "Confirm")
  let refuse = Message(kk: "Қабылдамау", ru: "Отклонить", en: "Refuse")
  let own = Message(
    kk: "Бұл – сіздің ұсынысыңыз: оны басқа басшы растайды.",
    ru: "Это ваше предложение: подтвердить его может другой руководитель.",
    en: "This is your own proposal: another supervisor confirms it.")
  let open = Message(kk: "растауды күтуде", ru: "ждёт подтверждения", en: "open")
  let confirmed = Message(kk: "расталды", ru: "подтверждено", en: "confirmed")
  let refused = Message(kk: "қабылданбады", ru: "отклонено", en: "refused")
  let expired = Message(kk: "мерзімі өтті", ru: "срок истёк", en: "expired")
  let wrongCode = Message(
    kk: "Код не нөмірдің соңғы таңбалары қате.", ru: "Неверен код или последние знаки номера.",
    en: "The code or the last characters of the number are wrong.")
  let stale = Message(
    kk: "Ұсыныстан кейін құжат өзгерді. Қайта ұсыну керек.",
    ru: "После предложения документ изменился. Нужно предложить заново.",
    en: "The paper has changed since. It must be proposed again.")

  let seenSuspended = Message(
    kk: "«Қолданысы тоқтатыла тұрған»", ru: "«Действие приостановлено»", en: "'Suspended'")
  let seenValid = Message(kk: "«Күшінде»", ru: "«Действует»", en: "'In force'")
  let seenRevoked = Message(kk: "«Қайтарып алынған»", ru: "«Отозван»", en: "'Revoked'")

  func state(_ state: ProposalView.State) -> Message {
    switch state {
    case .open: open
    case .confirmed: confirmed
    case .refused: refused
    case .expired: expired
    }
  }

  func seen(after move: PaperView.Move) -> Message {
    switch move {
    case .suspend: seenSuspended
    case .resume: seenValid
    case .void, .revoke: seenRevoked
    }
  }
}

/// Charts and the log.
struct ReviewWords {
  let statistics = Message(kk: "Статистика", ru: "Статистика", en: "Statistics")
  let from = Message(kk: "Бастап", ru: "С", en: "From")
  let to = Message(kk: "Дейін", ru: "По", en: "To")
  let show = Message(kk: "Көрсету", ru: "Показать", en: "Show")
  let nothing = Message(
    kk: "Бұл кезеңде дерек жоқ.", ru: "За этот период данных нет.", en: "No data for this period.")
  let table = Message(kk: "Кесте", ru: "Таблица", en: "Table")
  let what = Message(kk: "Не", ru: "Что", en: "What")
  let count = Message(kk: "Саны", ru: "Количество", en: "Number")
  let total = Message(kk: "Барлығы", ru: "Всего", en: "Total")
  let noPersonal = Message(
    kk: "Мұнда жеке деректер жоқ.", ru: "Личных данных здесь нет.",
    en: "There is no personal data here.")

  let byKind = Message(
    kk: "Құжаттар түрлері бойынша", ru: "Документы по видам", en: "Papers by kind")
  let byDay = Message(kk: "Құжаттар күндер бойынша", ru: "Документы по дням", en: "Papers by day")
  let byGround = Message(
    kk: "Бас тарту негіздері", ru: "Основания отказов", en: "Grounds of refusals")
  let byRule = Message(
    kk: "Қабылданбау ережелері", ru: "Правила отклонений", en: "Rules of rejects")
  let prints = Message(
    kk: "Басып шығару және қолға беру", ru: "Печать и выдача на руки",
    en: "Prints and hand-overs")
  let proof = Message(
    kk: "Жазбаның қол қойылған журналда тұрғанының дәлелі",
    ru: "Доказательство, что запись стоит в подписанном журнале",
    en: "Proof that the entry stands in the signed log")
  let waiting = Message(
    kk: "Беруден қолға бергенге дейін", ru: "От выдачи до вручения",
    en: "From issue to hand-over")

  let log = Message(kk: "Журнал", ru: "Журнал", en: "Log")
  let filter = Message(kk: "Іріктеу", ru: "Отбор", en: "Filter")
  let who = Message(kk: "Кім", ru: "Кто", en: "Who")
  let paper = Message(kk: "Құжат", ru: "Документ", en: "Paper")
  let act = Message(kk: "Әрекет", ru: "Действие", en: "Act")
  let any = Message(kk: "– кез келген –", ru: "– любое –", en: "– any –")
  let at = Message(kk: "Уақыты", ru: "Время", en: "Time")
  let entry = Message(kk: "Жазба", ru: "Запись", en: "Entry")
  let reason = Message(kk: "Себебі", ru: "Причина", en: "Reason")
  let older = Message(kk: "Бұрынғылар", ru: "Более ранние", en: "Older")
  let newer = Message(kk: "Кейінгілер", ru: "Более поздние", en: "Newer")
  let checkpoint = Message(kk: "Бақылау нүктесі", ru: "Контрольная точка", en: "Checkpoint")
  let size = Message(kk: "жазбалар саны", ru: "записей", en: "entries")
  let consistency = Message(
    kk: "Бұрынғы нүктемен үйлесімі", ru: "Согласованность с прежней точкой",
    en: "Consistency with an earlier one")
  let consistencyLead = Message(
    kk: "Өзіңізде сақталған бақылау нүктесін қойыңыз.",
    ru: "Вставьте контрольную точку, которая хранится у вас.",
    en: "Paste the checkpoint that you hold.")
  let compare = Message(kk: "Салыстыру", ru: "Сравнить", en: "Compare")
  let audit = Message(kk: "Аудит нәтижесі", ru: "Результат аудита", en: "Result of the audit")
  let auditClean = Message(
    kk: "Қайшылық табылмады.", ru: "Расхождений не найдено.", en: "No discrepancy was found.")
  let auditFindings = Message(
    kk: "Қайшылықтар табылды:", ru: "Найдены расхождения:", en: "Discrepancies were found:")
  let auditNever = Message(
    kk: "Аудит әлі жүргізілген жоқ.", ru: "Аудит ещё не проводился.",
    en: "There was no audit yet.")
  let download = Message(
    kk: "Дәлелдерді жүктеу", ru: "Скачать доказательства", en: "Download the proofs")
  let nothingLogged = Message(
    kk: "Мұндай жазба жоқ.", ru: "Таких записей нет.", en: "There is no such entry.")
}

/// Accounts and clients.
struct UserWords {
  let title = Message(
    kk: "Қолданушылар мен жүйелер", ru: "Пользователи и системы", en: "Users and systems")
  let users = Message(kk: "Қолданушылар", ru: "Пользователи", en: "Users")
  let clients = Message(kk: "Жүйелер", ru: "Системы", en: "Systems")
  let login = Message(kk: "Логин", ru: "Логин", en: "Login")
  let name = Message(kk: "Аты-жөні", ru: "Имя", en: "Name")
  let role = Message(kk: "Рөлі", ru: "Роль", en: "Role")
  let bodies = Message(
    kk: "Органдар (бос – барлығы)", ru: "Органы (пусто – все)", en: "Bodies (empty: all)")
  let body = Message(kk: "Органдар", ru: "Органы", en: "Bodies")
  let system = Message(kk: "Жүйенің атауы", ru: "Название системы", en: "Name of the system")
  let all = Message(kk: "барлығы", ru: "все", en: "all")
  let state = Message(kk: "Күйі", ru: "Состояние", en: "State")
  let active = Message(kk: "жұмыс істейді", ru: "действует", en: "active")
  let locked = Message(kk: "бұғатталған", ru: "заблокирован", en: "locked")
  let mustChange = Message(
    kk: "құпиясөзді ауыстыруы керек", ru: "должен сменить пароль", en: "must change the password")
  let add = Message(kk: "Қосу", ru: "Добавить", en: "Add")
  let addUser = Message(kk: "Қолданушы қосу", ru: "Добавить пользователя", en: "Add a user")
  let addClient = Message(kk: "Жүйе қосу", ru: "Добавить систему", en: "Add a system")
  let lock = Message(kk: "Бұғаттау", ru: "Заблокировать", en: "Lock")
  let unlock = Message(kk: "Бұғаттан шығару", ru: "Разблокировать", en: "Unlock")
  let reset = Message(kk: "Құпиясөзді жаңарту", ru: "Сбросить пароль", en: "Reset the password")
  let remove = Message(kk: "Жою", ru: "Удалить", en: "Remove")
  let scopes = Message(kk: "Құқықтары", ru: "Права", en: "Scopes")
  let until = Message(kk: "Дейін", ru: "До", en: "Until")
  let secret = Message(
    kk: "Бұл мәліметтер бір рет қана көрсетіледі. Оларды адамға қауіпсіз жолмен беріңіз.",
    ru: "Эти данные показываются один раз. Передайте их человеку надёжным путём.",
    en: "These are shown once. Hand them over in a safe way.")
  let password = Message(kk: "Құпиясөз", ru: "Пароль", en: "Password")
  let totpSecret = Message(
    kk: "Растау қосымшасының құпия кілті", ru: "Секрет для приложения подтверждения",
    en: "Secret for the confirmation app")
  let token = Message(kk: "Токен", ru: "Токен", en: "Token")
  let seesNoPaper = Message(
    kk: "Әкімші құжаттарды көрмейді.", ru: "Администратор не видит документов.",
    en: "An administrator sees no paper.")
}

/// What is said when something cannot be done.
struct ProblemWords {
  let code = Message(kk: "Код", ru: "Код", en: "Code")
  let request = Message(kk: "Сұрау", ru: "Запрос", en: "Request")
  let toDesk = Message(kk: "Жұмыс орнына", ru: "К рабочему месту", en: "To the desk")
  let hint = Message(
    kk: "Қайталанса, әкімшіге сұраудың атын айтыңыз.",
    ru: "Если повторится, назовите администратору имя запроса.",
    en: "If it happens again, tell the administrator the name of the request.")
}
