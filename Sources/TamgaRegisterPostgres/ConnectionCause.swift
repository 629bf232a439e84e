internal import TamgaDomain

/// Why no connection came about, read from the words of libpq, which come without a code.
enum ConnectionCause: CaseIterable {
  case refused, unknownHost, password, noPassword, noDatabase, noRole, notAdmitted, time, full
  case starting

  /// The first cause whose mark stands in `text`; nothing for words that are not known.
  init?(_ text: String) {
    guard let found = Self.marks.first(where: { text.contains($0.mark) }) else { return nil }
    self = found.cause
  }

  private static let marks: [(mark: String, cause: ConnectionCause)] = [
    ("Connection refused", .refused), ("No such file or directory", .refused),
    ("could not translate host name", .unknownHost),
    ("password authentication failed", .password), ("no password supplied", .noPassword),
    ("database \"", .noDatabase), ("role \"", .noRole), ("pg_hba.conf", .notAdmitted),
    ("timeout expired", .time), ("timed out", .time), ("too many", .full), ("remaining", .full),
    ("starting up", .starting), ("shutting down", .starting),
  ]

  var message: Message {
    switch self {
    case .refused:
      Message(
        kk: "бұл мекенжайда сервер жауап бермейді", ru: "по этому адресу сервер не отвечает",
        en: "no server answers at this address")
    case .unknownHost:
      Message(
        kk: "сервердің аты белгісіз", ru: "имя сервера неизвестно",
        en: "the name of the server is not known")
    case .password:
      Message(
        kk: "сервер құпиясөзді қабылдамады", ru: "сервер не принял пароль",
        en: "the server did not accept the password")
    case .noPassword:
      Message(
        kk: "сервер құпиясөз сұрайды", ru: "сервер требует пароль",
        en: "the server asks for a password")
    case .noDatabase:
      Message(kk: "дерекқор жоқ", ru: "базы данных нет", en: "there is no such database")
    case .noRole:
      Message(
        kk: "серверде мұндай пайдаланушы жоқ", ru: "на сервере нет такого пользователя",
        en: "the server knows no such user")
    case .notAdmitted:
      Message(
        kk: "сервер бұл машинаны қабылдамайды (pg_hba.conf)",
        ru: "сервер не допускает эту машину (pg_hba.conf)",
        en: "the server does not admit this machine (pg_hba.conf)")
    case .time:
      Message(
        kk: "сервер уақытында жауап бермеді", ru: "сервер не ответил вовремя",
        en: "the server did not answer in time")
    case .full:
      Message(
        kk: "серверде бос қосылу жоқ", ru: "у сервера нет свободных подключений",
        en: "the server has no connection left")
    case .starting:
      Message(
        kk: "сервер іске қосылып не тоқтап жатыр", ru: "сервер запускается или останавливается",
        en: "the server is starting or stopping")
    }
  }
}
