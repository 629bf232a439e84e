import TamgaDomain

/// What the desk says, by its parts. The test of words looks at every one of them in three languages.
enum Words {
  static let record = RecordWords()
  static let frame = FrameWords()
  static let signIn = SignInWords()
  static let form = FormWords()
  static let paper = PaperWords()
  static let batch = BatchWords()
  static let search = SearchWords()
  static let proposal = ProposalWords()
  static let review = ReviewWords()
  static let users = UserWords()
  static let problem = ProblemWords()
  static let subjects: [FormSubject: Message] = [
    .body: Message(kk: "Орган және күні", ru: "Орган и дата", en: "Body and date"),
    .person: Message(kk: "Кім", ru: "Кто", en: "Person"),
    .term: Message(kk: "Мерзімі", ru: "Срок", en: "Term"),
    .host: Message(
      kk: "Қабылдаушы тарап", ru: "Принимающая сторона", en: "Host"),
    .work: Message(kk: "Жұмысы", ru: "Работа", en: "Work"),
    .grounds: Message(kk: "Негіздер", ru: "Основания", en: "Grounds"),
    .papers: Message(kk: "Құжаттар", ru: "Документы", en: "Papers"),
    .paper: Message(kk: "Мазмұны", ru: "Содержание", en: "Content"),
    .signature: Message(kk: "Қол қоятын адам", ru: "Кто подписывает", en: "Signature"),
    .facts: Message(
      kk: "Тексеруге арналған мән-жайлар", ru: "Сведения для проверки", en: "Facts for the rules"),
    .further: Message(kk: "Қосымша", ru: "Дополнительно", en: "Further"),
  ]
}

/// Members of a record that are no fields.
struct RecordWords {
  let id = Message(kk: "шешімнің белгісі", ru: "обозначение решения", en: "decision id")
  let languages = Message(kk: "құжат тілдері", ru: "языки документа", en: "languages")
  let issuingBody = Message(
    kk: "берген орган", ru: "орган, выдавший документ", en: "issuing body")
  let issueDate = Message(kk: "ресімделген күні", ru: "дата оформления", en: "issue date")
  let previous = Message(
    kk: "бұрынғы құжаттың нөмірі", ru: "номер прежнего документа", en: "number of earlier document")
  let kazakh = Message(kk: "қазақша", ru: "на казахском", en: "in Kazakh")
  let russian = Message(kk: "орысша", ru: "на русском", en: "in Russian")

  func language(_ language: Language) -> Message {
    switch language {
    case .kk: kazakh
    case .ru: russian
    }
  }
}

/// What stands around every page.
struct FrameWords {
  let skip = Message(kk: "Мазмұнына өту", ru: "К содержанию", en: "Skip to content")
  let search = Message(kk: "Іздеу", ru: "Поиск", en: "Search")
  let searchHint = Message(
    kk: "Нөмірі, паспорт, тегі, шешім…", ru: "Номер, паспорт, фамилия, решение…",
    en: "Number, passport, name, decision…")
  let newPaper = Message(kk: "Жаңа құжат", ru: "Новый документ", en: "New document")
  let batches = Message(kk: "Партиялар", ru: "Партии", en: "Batches")
  let proposals = Message(kk: "Растауға", ru: "На подтверждение", en: "To confirm")
  let statistics = Message(kk: "Статистика", ru: "Статистика", en: "Statistics")
  let log = Message(kk: "Журнал", ru: "Журнал", en: "Log")
  let users = Message(
    kk: "Қолданушылар мен жүйелер", ru: "Пользователи и системы", en: "Users and systems")
  let checkPage = Message(kk: "Құжатты тексеру", ru: "Проверка документа", en: "Check a paper")
  let signOut = Message(kk: "Шығу", ru: "Выйти", en: "Sign out")
  let languages = Message(kk: "Тіл", ru: "Язык", en: "Language")
  let sections = Message(kk: "Бөлімдер", ru: "Разделы", en: "Sections")
  let working = Message(kk: "Орындалуда…", ru: "Выполняется…", en: "Working…")
  let found = Message(kk: "Табылды", ru: "Найдено", en: "Found")
  let back = Message(kk: "Артқа", ru: "Назад", en: "Back")

  let operatorRole = Message(kk: "оператор", ru: "оператор", en: "operator")
  let clerk = Message(kk: "қызметкер", ru: "сотрудник", en: "clerk")
  let supervisor = Message(kk: "басшы", ru: "руководитель", en: "supervisor")
  let auditor = Message(kk: "аудитор", ru: "аудитор", en: "auditor")
  let administrator = Message(kk: "әкімші", ru: "администратор", en: "administrator")

  func role(_ role: DeskRole) -> Message {
    switch role {
    case .operator: operatorRole
    case .clerk: clerk
    case .supervisor: supervisor
    case .auditor: auditor
    case .administrator: administrator
    }
  }
}

/// Sign-in, second factor, change of password.
struct SignInWords {
  let title = Message(kk: "Кіру", ru: "Вход", en: "Sign in")
  let login = Message(kk: "Логин", ru: "Логин", en: "Login")
  let password = Message(kk: "Құпиясөз", ru: "Пароль", en: "Password")
  let enter = Message(kk: "Кіру", ru: "Войти", en: "Sign in")
  let refused = Message(
    kk: "Кіру мүмкін болмады. Логин мен құпиясөзді тексеріңіз.",
    ru: "Войти не удалось. Проверьте логин и пароль.",
    en: "Sign-in failed. Check login and password.")
  let tooMany = Message(
    kk: "Әрекеттер тым көп. Кейінірек қайталаңыз.",
    ru: "Слишком много попыток. Повторите позже.", en: "Too many tries. Try again later.")
  let lead = Message(
    kk: "Көші-қон қызметінің жұмыс орны", ru: "Рабочее место миграционной службы",
    en: "Desk of the migration service")
  let secondTitle = Message(kk: "Растау коды", ru: "Код подтверждения", en: "Confirmation code")
  let secondLead = Message(
    kk: "Телефоныңыздағы қосымша көрсететін алты цифрды енгізіңіз.",
    ru: "Введите шесть цифр из приложения на вашем телефоне.",
    en: "Enter the six digits that the app on your phone shows.")
  let code = Message(kk: "Код", ru: "Код", en: "Code")
  let confirm = Message(kk: "Растау", ru: "Подтвердить", en: "Confirm")
  let codeRefused = Message(
    kk: "Код қабылданбады. Келесі кодты күтіп, қайталаңыз.",
    ru: "Код не принят. Дождитесь следующего кода и повторите.",
    en: "The code was refused. Wait for the next one and try again.")
  let passwordTitle = Message(
    kk: "Жаңа құпиясөз", ru: "Новый пароль", en: "New password")
  let passwordLead = Message(
    kk: "Берілген құпиясөзді өз құпиясөзіңізге ауыстырыңыз: 12-ден 256 таңбаға дейін.",
    ru: "Замените выданный пароль своим: от 12 до 256 знаков.",
    en: "Replace the password that you were given by one of your own: 12 to 256 characters.")
  let oldPassword = Message(
    kk: "Қазіргі құпиясөз", ru: "Текущий пароль", en: "Current password")
  let newPassword = Message(kk: "Жаңа құпиясөз", ru: "Новый пароль", en: "New password")
  let again = Message(
    kk: "Жаңа құпиясөз тағы бір рет", ru: "Новый пароль ещё раз", en: "New password again")
  let change = Message(kk: "Ауыстыру", ru: "Сменить", en: "Change")
  let passwordShort = Message(
    kk: "Құпиясөз 12-ден 256 таңбаға дейін болады және ескісінен өзгеше.",
    ru: "Пароль содержит от 12 до 256 знаков и отличается от прежнего.",
    en: "A password has 12 to 256 characters and is not the old one.")
  let passwordDiffers = Message(
    kk: "Екі жаңа құпиясөз бірдей емес.", ru: "Новые пароли не совпадают.",
    en: "The two new passwords differ.")
  let passwordRefused = Message(
    kk: "Қазіргі құпиясөз қате.", ru: "Текущий пароль неверен.",
    en: "The current password is wrong.")
}
