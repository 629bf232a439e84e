import HTTPTypes
import TamgaAccounts
import TamgaDomain
import TamgaFormats

/// An error that says what to answer.
protocol WebProblemSource: Error {
  var webProblem: WebProblem { get }
}

extension WebProblem: WebProblemSource {
  var webProblem: WebProblem { self }
}

extension AccountsError: WebProblemSource {
  var webProblem: WebProblem {
    switch code {
    case .tooMany: .tooMany(retryAfter: retryAfter ?? 60)
    case .noAccount, .noClient: .notFound
    case .busy, .storage: .busy(message, retryAfter: retryAfter ?? 5)
    default: WebProblem.refused(message)
    }
  }
}

extension WebProblem {
  static let unauthenticated = WebProblem(
    "unauthenticated", .unauthorized,
    Message(kk: "Кіру керек", ru: "Нужен вход", en: "Sign in first"),
    Message(
      kk: "жарамды сеанс немесе клиент белгісі керек",
      ru: "нужен действующий сеанс или токен клиента",
      en: "a session or the token of a client is needed"),
    fields: [(.wwwAuthenticate, "Bearer")])

  static let forbidden = WebProblem(
    "forbidden", .forbidden, Message(kk: "Рұқсат жоқ", ru: "Нет права", en: "Not allowed"),
    Message(
      kk: "бұл рөлге мұндай әрекетке рұқсат жоқ", ru: "этой роли такое действие не разрешено",
      en: "this role may not do that"))

  /// A client without a scope of the route.
  static func scopeNeeded(_ scopes: Set<Scope>) -> WebProblem {
    let names = scopes.map(\.rawValue).sorted()
    let list = names.joined(separator: ", ")
    return WebProblem(
      "forbidden", .forbidden, forbidden.title,
      Message(
        kk: "клиентке мына рұқсаттардың бірі керек: \(list)",
        ru: "клиенту нужно одно из разрешений: \(list)",
        en: "the client needs one of these scopes: \(list)"),
      members: [.init("scopes", .array(names.map(JSONValue.text)))])
  }

  /// A client that issues for a body which is not its own.
  static let foreignBody = WebProblem(
    "forbidden", .forbidden, Message(kk: "Рұқсат жоқ", ru: "Нет права", en: "Not allowed"),
    Message(
      kk: "бұл орган атынан беруге рұқсат жоқ", ru: "выдавать за этот орган не разрешено",
      en: "issuing for this body is not allowed"))

  static let csrf = WebProblem(
    "csrf", .forbidden,
    Message(kk: "Сұрау танылмады", ru: "Запрос не признан", en: "The request is not ours"),
    Message(
      kk: "бұл сұрау кеңсенің бетінен жіберілмеген: бетті қайта ашыңыз",
      ru: "запрос отправлен не со страницы ведомства: откройте страницу заново",
      en: "the request was not sent from a page of the office: open the page again"))

  static let passwordChange = WebProblem(
    "password-change", .forbidden,
    Message(kk: "Құпиясөзді ауыстырыңыз", ru: "Смените пароль", en: "Change the password"),
    Message(
      kk: "берілген құпиясөз алдымен ауыстырылуы керек", ru: "выданный пароль надо сначала сменить",
      en: "the password that was given must be changed first"))

  static let keyInUse = WebProblem(
    "key-in-use", .conflict,
    Message(kk: "Кілт бос емес", ru: "Ключ занят", en: "The key is in use"),
    Message(
      kk: "осы Idempotency-Key бар сұрау әлі орындалуда",
      ru: "запрос с этим Idempotency-Key ещё выполняется",
      en: "a request with this Idempotency-Key is still running"), fields: [(.retryAfter, "1")])

  /// The print of a paper is with its holder already.
  static func handedOver(_ moment: String, _ who: String) -> WebProblem {
    WebProblem(
      "handed-over", .conflict,
      Message(kk: "Қолына берілген", ru: "Уже выдан на руки", en: "Handed over already"),
      Message(
        kk:
          "құжат қолына берілген: \(moment), \(who); тағы біреуі керек болса, қайта басып шығарыңыз",
        ru:
          "документ выдан на руки: \(moment), \(who); если нужен ещё один экземпляр, напечатайте его снова",
        en:
          "the paper was handed over: \(moment), \(who); where another print is needed, print it again"
      ))
  }

  static let keyReused = WebProblem(
    "key-reused", .unprocessableContent,
    Message(kk: "Кілт басқа денемен", ru: "Ключ с другим телом", en: "The key had another body"),
    Message(
      kk: "осы Idempotency-Key басқа денемен қолданылған",
      ru: "этот Idempotency-Key уже был с другим телом",
      en: "this Idempotency-Key was used with another body"))

  static func moveNotAllowed(from status: String, move: String, _ detail: Message) -> WebProblem {
    WebProblem(
      "move-not-allowed", .conflict,
      Message(kk: "Бұл күйде болмайды", ru: "В этом состоянии нельзя", en: "Not in this state"),
      detail, members: [.init("from", .text(status)), .init("move", .text(move))])
  }

  static let staleProposal = WebProblem(
    "stale-proposal", .conflict,
    Message(kk: "Ұсыныс ескірген", ru: "Предложение устарело", en: "The proposal is stale"),
    Message(
      kk: "ұсыныстан кейін құжаттың күйі өзгерді", ru: "после предложения документ изменился",
      en: "the paper has moved since it was proposed"))

  static let fourEyes = WebProblem(
    "four-eyes", .forbidden,
    Message(kk: "Екінші адам керек", ru: "Нужен второй человек", en: "A second person is needed"),
    Message(
      kk: "ұсынған адам өзі растай алмайды", ru: "кто предложил, тот не подтверждает",
      en: "who proposed it may not confirm it"))

  static let endsAlone = WebProblem(
    "four-eyes", .forbidden, fourEyes.title,
    Message(
      kk:
        "құжаттың күшін бір адам жоймайды: құжаттың бетінде ұсыныңыз, екінші адам растайды",
      ru:
        "один человек документ не прекращает: предложите это на странице документа, второй подтвердит",
      en: "nobody ends a paper alone: propose it on the paper's page, and a second person confirms")
  )

  /// A value of a form that cannot be taken.
  static func refused(_ detail: Message) -> WebProblem {
    WebProblem(
      "rejected", .unprocessableContent,
      Message(kk: "Қабылданбады", ru: "Не принято", en: "Not accepted"), detail)
  }

  static func rejected(_ findings: JSONValue) -> WebProblem {
    WebProblem(
      "rejected", .unprocessableContent,
      Message(kk: "Шешім қабылданбады", ru: "Решение отклонено", en: "The decision is rejected"),
      Message(
        kk: "бұл құжатты беруге болмайды: себептері «findings» ішінде; ештеңе сақталмады",
        ru: "документ выдать нельзя: причины в «findings»; ничего не зарезервировано",
        en: "the paper cannot be issued: findings say why; nothing was reserved"),
      members: [.init("findings", findings)])
  }

  static func failed(_ findings: JSONValue) -> WebProblem {
    WebProblem(
      "busy", .serviceUnavailable,
      Message(kk: "Қазір мүмкін емес", ru: "Сейчас невозможно", en: "Not just now"),
      Message(
        kk: "құжат шығарылмады: сол сұрауды қайталаңыз",
        ru: "документ не выпущен: повторите запрос",
        en: "the paper was not made: send the same request again"),
      members: [.init("findings", findings)], fields: [(.retryAfter, "5")])
  }
}
