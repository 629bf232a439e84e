import HTTPTypes
import TamgaDomain
import TamgaFormats
import TamgaVerify

/// What the server answers in place of what was asked: a problem document (RFC 9457) with a stable code.
/// Nothing of the request is repeated in it.
struct WebProblem: Error, Sendable {
  static let mediaType = "application/problem+json"

  let code: String
  let status: HTTPResponse.Status
  let title: Message
  let detail: Message
  /// Further members of the document.
  var members: [JSONValue.Member] = []
  /// Fields of the answer: `Retry-After`, `Allow`.
  var fields: [(HTTPField.Name, String)] = []

  init(
    _ code: String, _ status: HTTPResponse.Status, _ title: Message, _ detail: Message,
    members: [JSONValue.Member] = [], fields: [(HTTPField.Name, String)] = []
  ) {
    self.code = code
    self.status = status
    self.title = title
    self.detail = detail
    self.members = members
    self.fields = fields
  }

  func body(request: String, in language: MessageLanguage) -> [UInt8] {
    JSONWriter.bytes(
      .object(
        [
          .init("type", .text("urn:tamga:problem:\(code)")), .init("title", .text(title[language])),
          .init("status", .integer(Int64(status.code))), .init("detail", .text(detail[language])),
          .init("code", .text(code)), .init("messages", .of(detail)),
        ] + members + [.init("request", .text(request))]))
  }
}

extension WebProblem {
  /// What of a request cannot be read.
  enum Part {
    case request, json, payload, day, lookup, file, query, length, form, search, reason
  }

  static func malformed(_ part: Part, because reason: Message? = nil) -> WebProblem {
    let detail =
      reason
      ?? {
        switch part {
        case .request:
          Message(
            kk: "сұрау HTTP ережесіне сай емес", ru: "запрос не по правилам HTTP",
            en: "the request is no HTTP")
        case .json:
          Message(
            kk: "дене JSON нысаны емес немесе кілт қайталанған",
            ru: "тело не является объектом JSON или ключ повторён",
            en: "the body is no JSON object, or a key stands twice")
        case .payload:
          Message(
            kk: "«payload» мәтіні керек", ru: "нужен текст «payload»",
            en: "the text 'payload' is needed")
        case .day:
          Message(
            kk: "«on» – yyyy-MM-dd түріндегі күн", ru: "«on» – дата вида yyyy-MM-dd",
            en: "'on' is a date yyyy-MM-dd")
        case .lookup:
          Message(
            kk: "«number» мен «code» мәтіндері керек", ru: "нужны тексты «number» и «code»",
            en: "the texts 'number' and 'code' are needed")
        case .file:
          Message(
            kk: "дене жарияланған түрдегі файл емес", ru: "тело – не файл объявленного вида",
            en: "the body is no file of the kind that it is said to be")
        case .query:
          Message(
            kk: "мекенжайдың сұрау бөлігі оқылмайды", ru: "не читается строка запроса в адресе",
            en: "the query of the address cannot be read")
        case .form:
          Message(
            kk: "дене толтырылған форма емес", ru: "тело – не отправленная форма",
            en: "the body is no sent form")
        case .search:
          Message(
            kk: "«number», «decision», «passport» біреуі керек",
            ru: "нужно одно из «number», «decision», «passport»",
            en: "one of 'number', 'decision', 'passport' is needed")
        case .reason:
          Message(
            kk: "«reason» мәтіні керек: 1–1000 белгі", ru: "нужен текст «reason»: 1–1000 знаков",
            en: "the text 'reason' is needed: 1 to 1000 characters")
        case .length:
          Message(
            kk: "сұрауда бір ғана Host болуы керек", ru: "в запросе должен быть один Host",
            en: "a request names one Host")
        }
      }()
    return WebProblem(
      "malformed", .badRequest,
      Message(kk: "Сұрау оқылмады", ru: "Запрос не прочитан", en: "The request cannot be read"),
      detail)
  }

  static let notFound = WebProblem(
    "not-found", .notFound, Message(kk: "Табылмады", ru: "Не найдено", en: "Not found"),
    Message(
      kk: "бұл мекенжайда ештеңе жоқ", ru: "по этому адресу ничего нет",
      en: "there is nothing at this address"))

  static func method(_ allowed: [String]) -> WebProblem {
    let list = allowed.joined(separator: ", ")
    return WebProblem(
      "method", .methodNotAllowed,
      Message(kk: "Басқа әдіс керек", ru: "Нужен другой метод", en: "Another method is needed"),
      Message(
        kk: "мұнда мүмкін әдістер: \(list)", ru: "здесь возможны методы: \(list)",
        en: "the methods here: \(list)"), fields: [(.allow, list)])
  }

  static let notAcceptable = WebProblem(
    "not-acceptable", .notAcceptable,
    Message(kk: "Мұндай жауап жоқ", ru: "Такого ответа нет", en: "There is no such answer"),
    Message(
      kk: "Accept өрісі осы жауаптың түрін қабылдамайды",
      ru: "поле Accept не допускает вид этого ответа",
      en: "the field Accept does not allow the kind of this answer"))

  static func mediaType(_ known: [String]) -> WebProblem {
    let list = known.joined(separator: ", ")
    return WebProblem(
      "media-type", .unsupportedMediaType,
      Message(kk: "Белгісіз түр", ru: "Неизвестный вид", en: "Unknown media type"),
      Message(
        kk: "Content-Type мына түрлердің бірі: \(list)",
        ru: "Content-Type – один из видов: \(list)", en: "Content-Type is one of: \(list)"))
  }

  static let host = WebProblem(
    "host", .misdirectedRequest,
    Message(kk: "Басқа хост", ru: "Чужой хост", en: "Another host"),
    Message(
      kk: "бұл сервер сұралған хосттың атынан жауап бермейді",
      ru: "этот сервер не отвечает за названный хост",
      en: "this server does not answer for the host that was named"))

  static let slow = WebProblem(
    "slow", .requestTimeout, Message(kk: "Тым баяу", ru: "Слишком медленно", en: "Too slow"),
    Message(
      kk: "сұрау уақытында келіп бітпеді", ru: "запрос не пришёл целиком вовремя",
      en: "the request did not arrive in time"))

  static func tooLarge(_ limit: Int) -> WebProblem {
    WebProblem(
      "too-large", .contentTooLarge,
      Message(kk: "Тым үлкен", ru: "Слишком велико", en: "Too large"),
      Message(
        kk: "дене \(limit) байттан аспауы керек", ru: "тело запроса – не больше \(limit) байт",
        en: "a body has at most \(limit) bytes"),
      members: [.init("limit", .integer(Int64(limit)))], fields: [(.connection, "close")])
  }

  static func headTooLarge(_ limit: Int) -> WebProblem {
    WebProblem(
      "header-too-large", .requestHeaderFieldsTooLarge,
      Message(kk: "Тақырып тым үлкен", ru: "Заголовок слишком велик", en: "The head is too large"),
      Message(
        kk: "сұраудың тақырыбы \(limit) байттан аспауы керек",
        ru: "заголовок запроса – не больше \(limit) байт",
        en: "the head of a request has at most \(limit) bytes"),
      members: [.init("limit", .integer(Int64(limit)))])
  }

  static func tooMany(retryAfter seconds: Int) -> WebProblem {
    WebProblem(
      "too-many", .tooManyRequests,
      Message(kk: "Тым жиі", ru: "Слишком часто", en: "Too many requests"),
      Message(
        kk: "\(seconds) секундтан кейін қайталаңыз", ru: "повторите через \(seconds) с",
        en: "try again in \(seconds) seconds"), fields: [(.retryAfter, String(seconds))])
  }

  static func busy(_ detail: Message, retryAfter seconds: Int = 5) -> WebProblem {
    WebProblem(
      "busy", .serviceUnavailable,
      Message(kk: "Қазір мүмкін емес", ru: "Сейчас невозможно", en: "Not just now"), detail,
      fields: [(.retryAfter, String(seconds))])
  }

  static let tooManyConnections = busy(
    Message(
      kk: "қосылымдар тым көп", ru: "слишком много соединений", en: "there are too many connections"
    ))

  static let tooManyFiles = busy(
    Message(
      kk: "қазір көп файл тексерілуде", ru: "сейчас проверяется много файлов",
      en: "many files are being checked just now"))

  static let noRegister = busy(
    Message(
      kk: "тізілім жауап бермейді", ru: "реестр не отвечает", en: "the register does not answer"))

  static let noBundle = busy(
    Message(
      kk: "сенім бумасы әлі жарияланған жоқ", ru: "пакет доверия ещё не опубликован",
      en: "no trust bundle has been published yet"), retryAfter: 60)

  static let noPage = busy(
    Message(
      kk: "тексеру беті жиналмаған: «make web»", ru: "страница проверки не собрана: «make web»",
      en: "the check page was not built: 'make web'"), retryAfter: 60)

  /// Something that the server did not expect; what it was stands in its log.
  static let fault = WebProblem(
    "busy", .serviceUnavailable, Message(kk: "Қате", ru: "Сбой", en: "A fault"),
    Message(
      kk: "сервер бұл сұрауды орындай алмады", ru: "сервер не смог выполнить этот запрос",
      en: "the server could not do this"), fields: [(.retryAfter, "5")])
}
