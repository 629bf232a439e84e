internal import TamgaDomain
internal import TamgaRegister

/// What a connection throws. The server's own text is dropped: it may quote a value.
struct PostgresFailure: Error, Hashable {
  /// SQLSTATE (PostgreSQL, appendix A); `08001` when no connection came about and `08006` when it
  /// broke.
  let state: String
  /// Of a connection that did not come about: libpq's words, which name host and user only.
  var reason: String?

  static let lost = PostgresFailure(state: "08006")

  /// Another transaction was first: the same work may succeed when it is begun anew. A unique value
  /// that was taken in between is one of these.
  var mayBeRepeated: Bool { ["40001", "40P01", "23505"].contains(state) }

  /// The server went away, or is not there yet.
  var isDisconnection: Bool {
    state.hasPrefix("08") || ["57P01", "57P02", "57P03"].contains(state)
  }
}

extension RegisterError {
  /// Translates what a transaction threw.
  init(_ error: any Error, at place: String) {
    if let error = error as? RegisterError {
      self = error
      return
    }
    guard let failure = error as? PostgresFailure else {
      self.init(
        .storage, at: place, kk: "тізілімнің ақауы", ru: "сбой реестра", en: "the register failed",
        hint: .runAgain)
      return
    }
    self.init(failure, at: place)
  }

  private init(_ failure: PostgresFailure, at place: String) {
    let state = failure.state
    switch state {
    case "40001", "40P01":
      self.init(
        .busy, at: place,
        kk:
          "басқа бағдарламалар сол құжаттарды өзгертіп тұрды (\(state)): топтан ештеңе сақталмады",
        ru: "другие программы меняли те же документы (\(state)): из группы ничего не сохранено",
        en:
          "other programs kept changing the same papers (\(state)): nothing of the group was stored",
        hint: .runAgain)
    case "55P03", "57014":
      self.init(
        .busy, at: place, kk: "тізілімді басқа бағдарлама тым ұзақ ұстап тұрды (\(state))",
        ru: "реестр слишком долго занимала другая программа (\(state))",
        en: "another program held the register for too long (\(state))", hint: .waitForOthers)
    case "53300":
      self.init(
        .busy, at: place, kk: "серверде бос қосылу қалмады",
        ru: "у сервера не осталось подключений",
        en: "the server has no connection left",
        hint: Message(
          kk: "max_connections мәнін арттырыңыз немесе орындаушыларды азайтыңыз",
          ru: "увеличьте max_connections или запускайте меньше исполнителей",
          en: "raise max_connections or run fewer workers"))
    case "53100", "53200", "53400":
      self.init(
        .diskFull, at: place, kk: "серверде орын қалмады (\(state)): топтан ештеңе сақталмады",
        ru: "на сервере не осталось места (\(state)): из группы ничего не сохранено",
        en: "the server has no room left (\(state)): nothing of the group was stored",
        hint: Message(
          kk: "серверде орын босатып, пәрменді қайталаңыз",
          ru: "освободите место на сервере и повторите команду",
          en: "make room on the server and run the command again"))
    case "25006":
      self.init(
        .readOnly, at: place,
        kk: "сервер өзгеріс қабылдамайды: ол резервтік немесе тек оқуға арналған",
        ru: "сервер не принимает изменений: он резервный или только для чтения",
        en: "the server takes no changes: it is a standby or read-only",
        hint: Message(
          kk:
            "негізгі серверді атаңыз немесе target_session_attrs=read-write бар бірнеше мекенжай беріңіз",
          ru: "назовите основной сервер или несколько адресов с target_session_attrs=read-write",
          en: "name the primary server, or several hosts with target_session_attrs=read-write"))
    case "42501":
      self.init(
        .readOnly, at: place, kk: "пайдаланушыға тізілімді өзгертуге рұқсат жоқ",
        ru: "пользователю нельзя менять реестр", en: "the user may not change the register",
        hint: Message(
          kk: "тізілімнің рөлін оның схемасының иесі етіңіз",
          ru: "сделайте роль реестра владельцем его схемы",
          en: "make the register's role the owner of its schema"))
    case "XX001", "XX002":
      self.init(
        .corrupt, at: place, kk: "тізілім бүлінген (\(state))", ru: "реестр повреждён (\(state))",
        en: "the register is damaged (\(state))",
        hint: Message(
          kk:
            "сервер файлдарын сақтап қойып, сақтық көшірмені қалпына келтіріңіз де, екеуін салыстырыңыз",
          ru: "сохраните файлы сервера, восстановите резервную копию и сравните их",
          en: "keep the server's files, restore the backup and compare the two"))
    case "08001":
      let found = Message(
        kk: "серверге қосылу мүмкін болмады", ru: "нет подключения к серверу",
        en: "there is no connection to the server")
      let words = failure.reason.flatMap(ConnectionCause.init).map { found.because($0.message) }
      self.init(
        .cannotOpen, at: place, kk: (words ?? found).kk, ru: (words ?? found).ru,
        en: (words ?? found).en,
        hint: Message(
          kk: "сервердің жұмысын, кеңсенің қосылу жолын және құпиясөз файлын тексеріңіз",
          ru: "проверьте, что сервер работает, строку подключения ведомства и файл паролей",
          en:
            "check that the server runs, the connection string of the office and the password file")
      )
    case _ where failure.isDisconnection:
      self.init(
        .storage, at: place, kk: "қосылу үзіліп, қайта орнамады (\(state))",
        ru: "подключение прервалось и не восстановилось (\(state))",
        en: "the connection broke and did not come back (\(state))",
        hint: Message(
          kk: "сервердің жұмысын тексеріп, пәрменді қайталаңыз",
          ru: "проверьте, что сервер работает, и повторите команду",
          en: "check that the server runs and run the command again"))
    case _ where state.hasPrefix("23"):
      self.init(
        .inconsistent, at: place, kk: "тізілім жолды қабылдамады (\(state))",
        ru: "реестр не принял строку (\(state))", en: "the register refused a row (\(state))",
        hint: .reportFault)
    default:
      self.init(
        .storage, at: place, kk: "тізілімнің ақауы (\(state))", ru: "сбой реестра (\(state))",
        en: "the register failed (\(state))", hint: .runAgain)
    }
  }
}
