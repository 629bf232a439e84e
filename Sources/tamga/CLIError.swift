import TamgaDomain

/// What only the command line finds wrong: files that a command names, and commands that do not fit.
struct CLIError: Problem, Hashable {
  enum Code: String, ProblemCode {
    case noOffice = "cli-no-office"
    case noTemplates = "cli-no-templates"
    case unreadable = "cli-unreadable"
    case notWritten = "cli-not-written"
    case unknownBatch = "cli-unknown-batch"
    case unknownKind = "cli-unknown-kind"
    case unknownService = "cli-unknown-service"
    case sealedKind = "cli-sealed-kind"
    case testBundle = "cli-test-bundle"
    case unconfirmedRoot = "cli-unconfirmed-root"
    case emptyStore = "cli-empty-store"
    case noServer = "cli-no-server"
    case noKindToday = "cli-no-kind-today"
    case handedOver = "cli-handed-over"
    case noTrust = "cli-no-trust"
  }

  let code: Code
  let place: String
  let message: Message
  let hint: Message?
  let exitStatus: ExitStatus

  private init(
    _ code: Code, _ place: String = "", _ message: Message, hint: Message? = nil,
    exit: ExitStatus = .failure
  ) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
    exitStatus = exit
  }
}

extension CLIError {
  static let noOffice = CLIError(
    .noOffice, "",
    Message(
      kk: "кеңсе қалтасы көрсетілмеген", ru: "не указана папка ведомства", en: "no office is named"),
    hint: Message(
      kk: "--office немесе TAMGA_OFFICE қосыңыз", ru: "добавьте --office или TAMGA_OFFICE",
      en: "add --office or set TAMGA_OFFICE"), exit: .usage)

  static func noTemplates(_ place: String) -> CLIError {
    CLIError(
      .noTemplates, place,
      Message(
        kk: "үлгілер қалтасы табылмады", ru: "папка шаблонов не найдена",
        en: "the templates folder was not found"),
      hint: Message(
        kk: "оны --templates немесе TAMGA_TEMPLATES арқылы көрсетіңіз",
        ru: "укажите её через --templates или TAMGA_TEMPLATES",
        en: "name it by --templates or TAMGA_TEMPLATES"), exit: .input)
  }

  /// An input that is not there or may not be read.
  static func unreadable(_ path: String, because reason: SystemReason? = nil) -> CLIError {
    let words = Message(kk: "оқылмайды", ru: "не читается", en: "cannot be read")
    return CLIError(
      .unreadable, path, reason.map { words.because($0.message) } ?? words,
      hint: Message(
        kk: "жолды және оқу құқығын тексеріңіз", ru: "проверьте путь и право на чтение",
        en: "check the path and the right to read it"), exit: .input)
  }

  static func notWritten(_ path: String, because reason: SystemReason? = nil) -> CLIError {
    let words = Message(kk: "жазылмады", ru: "не записано", en: "could not be written")
    return CLIError(
      .notWritten, path, reason.map { words.because($0.message) } ?? words,
      hint: Message(
        kk: "жолды, жазу құқығын және дискідегі орынды тексеріңіз",
        ru: "проверьте путь, право на запись и место на диске",
        en: "check the path, the right to write and the room on the disk"))
  }

  static func unknownBatch(_ batch: String) -> CLIError {
    CLIError(
      .unknownBatch, batch,
      Message(
        kk: "кезекте мұндай топтама жоқ", ru: "в очереди нет такой партии",
        en: "the queue has no such batch"),
      hint: Message(
        kk: "«tamga queue status» барлығын көрсетеді", ru: "«tamga queue status» покажет все",
        en: "'tamga queue status' shows them all"), exit: .input)
  }

  static func unknownKind(_ kind: String, among kinds: some Sequence<String>) -> CLIError {
    CLIError(
      .unknownKind, kind,
      Message(
        kk: "мұндай құжат түрі жоқ", ru: "такого вида документа нет", en: "there is no such kind"),
      hint: NearestName.of(kind, among: kinds).map(UsageError.meant)
        ?? Message(
          kk: "«tamga templates list» барлығын көрсетеді",
          ru: "«tamga templates list» покажет все", en: "'tamga templates list' shows them all"))
  }

  static func unknownService(_ service: String, among services: [String]) -> CLIError {
    let all = services.joined(separator: ", ")
    return CLIError(
      .unknownService, service,
      Message(kk: "мұндай қызмет жоқ", ru: "такой услуги нет", en: "there is no such service"),
      hint: NearestName.of(service, among: services).map(UsageError.meant)
        ?? Message(kk: "қызметтер: \(all)", ru: "услуги: \(all)", en: "the services: \(all)"),
      exit: .usage)
  }

  static func sealedKind(_ kind: String) -> CLIError {
    CLIError(
      .sealedKind, kind,
      Message(
        kk: "бұл құжат электрондық куәландырылады, оны «tamga form» шығармайды",
        ru: "этот документ заверяется электронно, «tamga form» его не печатает",
        en: "this paper is sealed, 'tamga form' does not print it"),
      hint: Message(
        kk: "оны «tamga issue» шығарады", ru: "его выдаёт «tamga issue»",
        en: "'tamga issue' makes it"))
  }

  /// - Parameter isFirst: Nobody has confirmed its root key either.
  static func testBundle(_ path: String, isFirst: Bool = false) -> CLIError {
    let options = isFirst ? "--test --trust-on-first-use" : "--test"
    return CLIError(
      .testBundle, path,
      Message(
        kk: "бұл сынақ кеңсесінің сенім бумасы", ru: "это пакет доверия тестового ведомства",
        en: "this is the trust bundle of a test office"),
      hint: Message(
        kk: "сынақ үшін \(options) қосыңыз", ru: "для пробы добавьте \(options)",
        en: "for a trial add \(options)"))
  }

  static func unconfirmedRoot(_ path: String, _ office: String, _ root: String) -> CLIError {
    CLIError(
      .unconfirmedRoot, path,
      Message(
        kk: "\(office) кеңсесінің бумасы бұл жерде бірінші рет: түпкі кілті \(root)",
        ru: "пакет ведомства \(office) здесь впервые: корневой ключ \(root)",
        en: "this is the first bundle of office \(office) here: its root key is \(root)"),
      hint: Message(
        kk:
          "кеңсе хабарлаған кілт ізін --root арқылы атаңыз: осы жолдан көшірілген із ештеңені дәлелдемейді (із белгісіз болса: --trust-on-first-use)",
        ru:
          "назовите в --root отпечаток, который сообщило ведомство: списанный отсюда ничего не доказывает (если он неизвестен: --trust-on-first-use)",
        en:
          "give --root the fingerprint that the office told you: one copied from here proves nothing (where it is not known: --trust-on-first-use)"
      ),
      exit: .usage)
  }

  static func emptyStore(_ path: String) -> CLIError {
    CLIError(
      .emptyStore, path,
      Message(
        kk: "қалтада бірде-бір сенім бумасы жоқ", ru: "в папке нет ни одного пакета доверия",
        en: "the folder holds no trust bundle"),
      hint: Message(
        kk: "«tamga trust import» буманы сақтайды", ru: "пакет сохраняет «tamga trust import»",
        en: "'tamga trust import' keeps one"), exit: .input)
  }

  /// No record of these kinds would be issued by the office today.
  static func noKindToday(_ kinds: [String]) -> CLIError {
    CLIError(
      .noKindToday, kinds.count == 1 ? kinds[0] : "",
      Message(
        kk: "кеңсе мұндай құжаттарды бүгін шығармайды",
        ru: "таких документов ведомство сегодня не выпускает",
        en: "the office issues no such papers today"),
      hint: Message(
        kk: "«tamga init --archive» жасаған кеңсе бұрынғы түрлерді де шығарады",
        ru: "прежние виды выпускает ведомство, созданное «tamga init --archive»",
        en: "an office made by 'tamga init --archive' issues the former kinds too"), exit: .usage)
  }

  /// The paper was given to its holder before.
  static func handedOver(_ number: String, _ moment: String, _ who: String) -> CLIError {
    CLIError(
      .handedOver, number,
      Message(
        kk: "құжат бұрын қолына берілген: \(moment), \(who)",
        ru: "документ уже выдан на руки: \(moment), \(who)",
        en: "the paper was handed over before: \(moment), \(who)"),
      hint: Message(
        kk: "тағы да берілсе, --again қосыңыз", ru: "если его выдают ещё раз, добавьте --again",
        en: "where it is handed over once more, add --again"))
  }

  /// Nothing is named by which papers could be judged.
  static let noTrust = CLIError(
    .noTrust, "",
    Message(
      kk: "құжатты неге қарап тексеру керегі көрсетілмеген",
      ru: "не указано, по чему проверять документ",
      en: "nothing is named by which the paper could be judged"),
    hint: Message(
      kk: "кеңседен алынған сенім бумасын --trust арқылы атаңыз, кеңседе --office қосыңыз",
      ru: "назовите пакет доверия от ведомства: --trust; в самом ведомстве – --office",
      en:
        "name the trust bundle that the office gave you by --trust; at the office itself, --office"),
    exit: .usage)

  static let noServer = CLIError(
    .noServer, "tamga-web",
    Message(
      kk: "сервер бағдарламасы табылмады", ru: "программа сервера не найдена",
      en: "the program of the server was not found"),
    hint: Message(
      kk: "оны «make build» жинайды", ru: "её собирает «make build»", en: "'make build' builds it"))
}
