public import TamgaDomain
internal import TamgaRegister

/// What keeps accounts from being changed or asked. A wrong password is no such error.
public struct AccountsError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    case login = "accounts-login"
    case clientName = "accounts-client-name"
    case taken = "accounts-taken"
    case noAccount = "accounts-no-account"
    case noClient = "accounts-no-client"
    case password = "accounts-password"
    case samePassword = "accounts-same-password"
    case unreadablePassword = "accounts-unreadable-password"
    case secondFactor = "accounts-second-factor"
    case body = "accounts-body"
    case text = "accounts-text"
    case tooMany = "accounts-too-many"
    case busy = "accounts-busy"
    case storage = "accounts-storage"
  }

  public let code: Code
  public let place: String
  public let message: Message
  public let hint: Message?
  /// Seconds after which another try may be of use; nil where waiting does not help.
  public let retryAfter: Int?

  private init(
    _ code: Code, _ place: String = "", kk: String, ru: String, en: String, hint: Message? = nil,
    retryAfter: Int? = nil
  ) {
    self.code = code
    self.place = place
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
    self.retryAfter = retryAfter
  }

  public var exitStatus: ExitStatus {
    switch code {
    case .login, .clientName, .password, .samePassword, .secondFactor, .body, .text: .usage
    case .unreadablePassword: .input
    case .taken, .noAccount, .noClient, .tooMany, .busy, .storage: .failure
    }
  }
}

extension AccountsError {
  static let login = AccountsError(
    .login, kk: "логин 1–64 таңбадан тұрады: латын әріптері, цифрлар, нүкте, сызықша",
    ru: "логин – 1–64 знака: латинские буквы, цифры, точка, дефис",
    en: "a login has 1 to 64 characters: Latin letters, digits, full stop, hyphen",
    hint: Message(
      kk: "мысалы «a.serikova»", ru: "например «a.serikova»", en: "for example 'a.serikova'"))

  static let clientName = AccountsError(
    .clientName, kk: "жүйенің атауы 1–64 таңбадан тұрады: латын әріптері, цифрлар, нүкте, сызықша",
    ru: "имя системы – 1–64 знака: латинские буквы, цифры, точка, дефис",
    en: "the name of a system has 1 to 64 characters: Latin letters, digits, full stop, hyphen",
    hint: Message(kk: "мысалы «burkit»", ru: "например «burkit»", en: "for example 'burkit'"))

  static func taken(_ name: String) -> AccountsError {
    AccountsError(
      .taken, name, kk: "мұндай атау бұрыннан бар", ru: "такое имя уже есть",
      en: "there is one of this name already",
      hint: Message(
        kk: "басқа атау алыңыз немесе алдымен бұрынғысын өшіріңіз",
        ru: "возьмите другое имя или сначала удалите прежнее",
        en: "take another name, or remove the former one first"))
  }

  static func noAccount(_ login: String) -> AccountsError {
    AccountsError(
      .noAccount, login, kk: "мұндай есептік жазба жоқ", ru: "такой учётной записи нет",
      en: "there is no such account",
      hint: Message(
        kk: "барлығын «tamga users list» көрсетеді", ru: "«tamga users list» покажет все",
        en: "'tamga users list' shows them all"))
  }

  static func noClient(_ name: String) -> AccountsError {
    AccountsError(
      .noClient, name, kk: "мұндай жүйе тіркелмеген", ru: "такая система не подключена",
      en: "there is no such client",
      hint: Message(
        kk: "барлығын «tamga clients list» көрсетеді", ru: "«tamga clients list» покажет все",
        en: "'tamga clients list' shows them all"))
  }

  static let password = AccountsError(
    .password, kk: "құпиясөз 12–256 таңбадан тұрады", ru: "пароль – от 12 до 256 знаков",
    en: "a password has 12 to 256 characters",
    hint: Message(
      kk: "бірнеше сөзден тұратын сөйлем алыңыз", ru: "возьмите фразу из нескольких слов",
      en: "take a phrase of several words"))

  static let samePassword = AccountsError(
    .samePassword, kk: "жаңа құпиясөз бұрынғысымен бірдей", ru: "новый пароль совпадает с прежним",
    en: "the new password is the former one")

  public static let unreadablePassword = AccountsError(
    .unreadablePassword, kk: "құпиясөз оқылмады", ru: "пароль не прочитан",
    en: "no password could be read",
    hint: Message(
      kk: "--password-fd дескрипторынан UTF-8 мәтінінің бір жолын беріңіз",
      ru: "передайте через --password-fd одну строку текста UTF-8",
      en: "give one line of UTF-8 text at --password-fd"))

  static func secondFactor(_ role: Role) -> AccountsError {
    role.needsSecondFactor
      ? AccountsError(
        .secondFactor, role.rawValue, kk: "бұл рөлге екінші фактор міндетті",
        ru: "для этой роли второй фактор обязателен", en: "this role needs a second factor")
      : AccountsError(
        .secondFactor, role.rawValue, kk: "кеңсе екінші факторды талап етеді",
        ru: "ведомство требует второй фактор", en: "the office asks for a second factor",
        hint: Message(
          kk: "tamga.yaml ішіне «serve: {secondFactor: optional}» жазыңыз",
          ru: "запишите в tamga.yaml «serve: {secondFactor: optional}»",
          en: "write 'serve: {secondFactor: optional}' into tamga.yaml"))
  }

  static func body(_ id: String, among known: [String]) -> AccountsError {
    let list = known.sorted().joined(separator: ", ")
    return AccountsError(
      .body, id, kk: "кеңседе мұндай орган жоқ", ru: "у ведомства нет такого органа",
      en: "the office has no such issuing body",
      hint: Message(
        kk: "tamga.yaml ішінде бар: \(list)", ru: "в tamga.yaml есть: \(list)",
        en: "tamga.yaml has: \(list)"))
  }

  static let text = AccountsError(
    .text, kk: "аты-жөні бір жолдан, 128 таңбадан аспауы керек",
    ru: "имя – одна строка, не длиннее 128 знаков",
    en: "a name is one line of at most 128 characters")

  static func tooMany(seconds: Int) -> AccountsError {
    AccountsError(
      .tooMany, kk: "қате әрекет тым көп: \(seconds) секундтан кейін қайталаңыз",
      ru: "слишком много неверных попыток: повторите через \(seconds) с",
      en: "too many wrong tries: wait for \(seconds) seconds", retryAfter: seconds)
  }

  static let busy = AccountsError(
    .busy, kk: "бір мезгілде кіріп жатқандар тым көп", ru: "слишком многие входят одновременно",
    en: "too many people are signing in at once",
    hint: Message(
      kk: "бірнеше секундтан кейін қайталаңыз", ru: "повторите через несколько секунд",
      en: "try again in a few seconds"), retryAfter: 2)

  /// What the tables threw, without the words of a register.
  init(_ error: RegisterError) {
    let isBusy = [.busy, .locked].contains(error.code)
    self.init(
      isBusy ? .busy : .storage, error.place,
      kk: "есептік жазбалар қоймасы жауап бермейді (\(error.message.kk))",
      ru: "хранилище учётных записей недоступно (\(error.message.ru))",
      en: "the store of accounts cannot be used (\(error.message.en))", hint: error.hint,
      retryAfter: isBusy ? 2 : nil)
  }
}
