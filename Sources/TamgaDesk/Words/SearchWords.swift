import TamgaDomain

/// Search, the list of kinds.
struct SearchWords {
  let title = Message(kk: "Іздеу", ru: "Поиск", en: "Search")
  let home = Message(kk: "Жұмыс орны", ru: "Рабочее место", en: "Desk")
  let lead = Message(
    kk: "Құжаттың немесе паспорттың нөмірін, тегінің басын не шешімнің белгісін енгізіңіз.",
    ru: "Введите номер документа или паспорта, начало фамилии или обозначение решения.",
    en: "Enter the number of a paper or passport, the beginning of a name or the id of a decision.")
  let find = Message(kk: "Табу", ru: "Найти", en: "Find")
  let found = Message(kk: "Табылған құжаттар", ru: "Найденные документы", en: "Papers found")
  let none = Message(
    kk: "Ештеңе табылмады. Нөмірді не тегінің жазылуын тексеріңіз.",
    ru: "Ничего не найдено. Проверьте номер или написание фамилии.",
    en: "Nothing was found. Check the number or the spelling of the name.")
  let more = Message(
    kk: "20 құжат көрсетілді. Іздеуді нақтылаңыз.",
    ru: "Показаны 20 документов. Уточните запрос.",
    en: "20 papers are shown. Search for more words.")
  let number = Message(kk: "Нөмірі", ru: "Номер", en: "Number")
  let holder = Message(kk: "Иесі", ru: "Владелец", en: "Holder")
  let passport = Message(kk: "Паспорт", ru: "Паспорт", en: "Passport")
  let kind = Message(kk: "Құжат түрі", ru: "Вид документа", en: "Kind")
  let day = Message(kk: "Күні", ru: "Дата", en: "Day")
  let status = Message(kk: "Мәртебесі", ru: "Статус", en: "Status")
  let tonight = Message(kk: "Соңғы партия", ru: "Последняя партия", en: "Latest batch")
  let awaited = Message(kk: "Беруге", ru: "К выдаче", en: "To be handed over")

  let proposals = Message(
    kk: "Растауыңызды күтуде", ru: "Ждут вашего подтверждения", en: "Wait for your confirmation")

  let kinds = Message(kk: "Жаңа құжат", ru: "Новый документ", en: "New document")
  let kindsLead = Message(
    kk: "Құжат түрін таңдаңыз.", ru: "Выберите вид документа.", en: "Choose the kind of paper.")
  let filter = Message(
    kk: "Атауы немесе коды бойынша сүзу", ru: "Отбор по названию или коду",
    en: "Filter by name or code")
  let noKind = Message(
    kk: "Мұндай құжат түрі жоқ.", ru: "Такого вида нет.", en: "There is no such kind.")

  let grant = Message(kk: "беру", ru: "выдача", en: "grant")
  let extend = Message(kk: "ұзарту", ru: "продление", en: "extension")
  let reissue = Message(kk: "қайта ресімдеу", ru: "переоформление", en: "reissue")
  let duplicate = Message(kk: "телнұсқа беру", ru: "выдача дубликата", en: "duplicate")
  let refuse = Message(kk: "бас тарту", ru: "отказ", en: "refusal")
  let decline = Message(kk: "қабылдаудан бас тарту", ru: "отказ в приеме", en: "refusal to accept")
  let revoke = Message(kk: "қайтарып алу", ru: "отзыв", en: "revocation")
  let annul = Message(kk: "күшін жою", ru: "аннулирование", en: "annulment")
  let inform = Message(kk: "хабарлау", ru: "извещение", en: "information")
  let apply = Message(kk: "өтініш", ru: "обращение", en: "application")

  func action(_ action: DecisionAction) -> Message {
    switch action {
    case .grant: grant
    case .extend: extend
    case .reissue: reissue
    case .duplicate: duplicate
    case .refuse: refuse
    case .decline: decline
    case .revoke: revoke
    case .annul: annul
    case .inform: inform
    case .apply: apply
    }
  }

  let labourImmigrant = Message(
    kk: "Еңбекші көшіп келушілер", ru: "Трудовые иммигранты", en: "Labour immigrants")
  let temporaryResidence = Message(
    kk: "Уақытша тұру", ru: "Временное проживание", en: "Temporary residence")
  let permanentResidence = Message(
    kk: "Тұрақты тұру", ru: "Постоянное проживание", en: "Permanent residence")
  let qualification = Message(
    kk: "Біліктілік сәйкестігі", ru: "Соответствие квалификации", en: "Qualification")
  let exit = Message(
    kk: "Тұрақты тұруға шығу", ru: "Выезд на постоянное жительство",
    en: "Exit for permanent residence")

  func service(_ service: Service) -> Message {
    switch service {
    case .labourImmigrant: labourImmigrant
    case .temporaryResidence: temporaryResidence
    case .permanentResidence: permanentResidence
    case .qualification: qualification
    case .exit: exit
    }
  }
}
