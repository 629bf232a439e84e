import TamgaDomain

/// The form of a decision and what is found in it.
struct FormWords {
  let issue = Message(kk: "Беру", ru: "Выдать", en: "Issue")
  let check = Message(kk: "Тексеру", ru: "Проверить", en: "Check")
  let nextFinding = Message(kk: "келесі ескерту", ru: "следующее замечание", en: "next finding")
  let annex = Message(kk: "дана", ru: "экз.", en: "copies")
  let isRequired = Message(kk: "міндетті", ru: "обязательно", en: "required")
  let isOptional = Message(kk: "болған жағдайда", ru: "при наличии", en: "if there is one")
  let further = Message(
    kk: "Қосымша мәліметтер", ru: "Дополнительные сведения", en: "Further data")
  let dateHint = Message(kk: "кк.аа.жжжж", ru: "дд.мм.гггг", en: "dd.mm.yyyy")
  let partialHint = Message(
    kk: "кк.аа.жжжж, белгілісі ғана: жжжж", ru: "дд.мм.гггг, если известно только – гггг",
    en: "dd.mm.yyyy, or what is known: yyyy")
  let timeHint = Message(kk: "кк.аа.жжжж сс:мм", ru: "дд.мм.гггг чч:мм", en: "dd.mm.yyyy hh:mm")
  let countryHint = Message(
    kk: "елдің атауы немесе коды", ru: "название страны или код", en: "name of a country or code")
  let iinHint = Message(kk: "12 цифр", ru: "12 цифр", en: "12 digits")
  let choose = Message(kk: "– таңдаңыз –", ru: "– выберите –", en: "– choose –")
  let notOfTheList = Message(
    kk: "тізімде жоқ мән", ru: "значения нет в списке", en: "not one of the list")
  let yes = Message(kk: "иә", ru: "да", en: "yes")
  let unticked = Message(
    kk: "Белгі қойылмаған мән-жай «жоқ» деп саналады.",
    ru: "Неотмеченное означает «нет».", en: "What is not ticked means no.")
  let untickedSilent = Message(
    kk: "Белгі қойылмаған мән-жай тексерілмейді.",
    ru: "Неотмеченное не проверяется.", en: "What is not ticked is not checked.")
  let addRow = Message(kk: "Жол қосу", ru: "Добавить строку", en: "Add a row")
  let row = Message(kk: "жол", ru: "строка", en: "row")
  let otherPaper = Message(kk: "басқа құжат", ru: "иной документ", en: "another document")
  let expired = Message(
    kk: "мерзімі өткен", ru: "срок действия истёк", en: "expired")
  let agency = Message(kk: "уәкілетті орган", ru: "уполномоченный орган", en: "agency")
  let day = Message(kk: "күні", ru: "дата", en: "date")
  let grounds = Message(
    kk: "негіздердің белгілері", ru: "обозначения оснований", en: "ids of grounds")
  let step = Message(kk: "қадам", ru: "этап", en: "step")
  let previousDecision = Message(
    kk: "немесе бұрынғы шешімнің белгісі", ru: "или обозначение прежнего решения",
    en: "or the id of the earlier decision")
  let strays = Message(
    kk: "Шешімдегі бұл мәндер нысанға сыймайды және берілмейді:",
    ru: "Эти значения решения в форму не вошли и переданы не будут:",
    en: "These values of the decision have no place in the form and will not be sent:")

  let preview = Message(kk: "Алдын ала көру", ru: "Предпросмотр", en: "Preview")
  let previewNote = Message(
    kk: "нөмірсіз және электрондық куәландырусыз", ru: "без номера и электронного заверения",
    en: "no number, no seal")
  let previewAlt = Message(
    kk: "Құжаттың алдын ала көрінісі, жарамсыз", ru: "Предпросмотр документа, недействителен",
    en: "Preview of the paper, not valid")
  let previewFoot = Message(
    kk: "Құжат берілгеннен кейін ғана жарамды болады",
    ru: "Документ станет действительным после выдачи",
    en: "The paper becomes valid when it is issued")
  let previewEmpty = Message(
    kk: "Өрістер толтырылған соң көрінеді", ru: "Появится, когда поля будут заполнены",
    en: "Appears when the fields are filled")

  let cannotIssue = Message(
    kk: "Беруге болмайды. Себептер саны:", ru: "Выдать нельзя. Причин:",
    en: "It cannot be issued. Reasons:")
  let canIssue = Message(
    kk: "Беруге кедергі жоқ", ru: "Препятствий для выдачи нет", en: "Nothing prevents the issue")
  let lookAt = Message(
    kk: "Назар аударыңыз", ru: "Обратите внимание", en: "Look at this")
  let source = Message(kk: "Заң негізі", ru: "Основание", en: "Source")
  let notes = Message(kk: "Мәліметтер", ru: "К сведению", en: "For information")
  let unchecked = Message(
    kk: "Тексерілмеген ережелер", ru: "Непроверенные правила", en: "Rules that were not checked")
  let use = Message(kk: "Қолдану", ru: "Подставить", en: "Use")
}
