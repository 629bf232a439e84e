internal import GRDB
package import TamgaDomain

extension RegisterError {
  /// Translates what a transaction threw. SQLite's own text is dropped: it may quote a value.
  init(_ error: any Error, at path: String, seconds: Double) {
    if let error = error as? RegisterError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(
        .storage, at: path, kk: "тізілімнің ақауы", ru: "сбой реестра", en: "the register failed",
        hint: .runAgain)
      return
    }
    let result = error.extendedResultCode.rawValue
    switch error.resultCode {
    case .SQLITE_BUSY:
      self.init(
        .busy, at: path,
        kk: "тізілімді басқа бағдарлама \(Int(seconds)) секундтан ұзақ ұстап тұрды",
        ru: "реестр дольше \(Int(seconds)) с занимала другая программа",
        en: "another process held the register for longer than \(Int(seconds)) seconds",
        hint: .waitForOthers)
    case .SQLITE_LOCKED:
      self.init(
        .locked, at: path, kk: "тізілімнің кестесі бұғатталған",
        ru: "таблица реестра заблокирована",
        en: "a table of the register is locked", hint: .runAgain)
    case .SQLITE_FULL:
      self.init(
        .diskFull, at: path, kk: "дискіде орын жоқ: топтан ештеңе сақталмады",
        ru: "на диске нет места: из группы ничего не сохранено",
        en: "the disk is full: nothing of the group was stored",
        hint: Message(
          kk: "орын босатып, пәрменді қайталаңыз", ru: "освободите место и повторите команду",
          en: "make room and run the command again"))
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
      self.init(
        .missing, at: path, kk: "ашық тұрған тізілім жылжытылған немесе жойылған",
        ru: "реестр переместили или удалили, пока он был открыт",
        en: "the register was moved or removed while it was open", hint: .putBack)
    case .SQLITE_READONLY:
      self.init(
        .readOnly, at: path, kk: "тізілімге немесе оның қалтасына жазуға рұқсат жоқ",
        ru: "в реестр или его папку нельзя писать",
        en: "the register or its folder may not be written", hint: .checkRights)
    case .SQLITE_CORRUPT:
      self.init(
        .corrupt, at: path, kk: "тізілім бүлінген (SQLite \(result))",
        ru: "реестр повреждён (SQLite \(result))", en: "the register is damaged (SQLite \(result))",
        hint: .restoreBackup)
    case .SQLITE_NOTADB:
      self.init(
        .notARegister, at: path, kk: "бұл файл дерекқор емес", ru: "этот файл не база данных",
        en: "the file is not a database",
        hint: Message(
          kk: "кеңсенің тізілімін атаңыз", ru: "назовите реестр ведомства",
          en: "name the office's register"))
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .cannotOpen, at: path, kk: "тізілім ашылмайды (SQLite \(result))",
        ru: "реестр не открывается (SQLite \(result))",
        en: "the register cannot be opened (SQLite \(result))", hint: .checkRights)
    case .SQLITE_IOERR:
      self.init(
        .storage, at: path, kk: "дискінің ақауы (SQLite \(result)): топтан ештеңе сақталмады",
        ru: "сбой диска (SQLite \(result)): из группы ничего не сохранено",
        en: "the disk failed (SQLite \(result)): nothing of the group was stored",
        hint: Message(
          kk: "дискіні тексеріп, пәрменді қайталаңыз", ru: "проверьте диск и повторите команду",
          en: "check the disk and run the command again"))
    case .SQLITE_CONSTRAINT:
      self.init(
        .inconsistent, at: path, kk: "тізілім жолды қабылдамады (SQLite \(result))",
        ru: "реестр не принял строку (SQLite \(result))",
        en: "the register refused a row (SQLite \(result))", hint: .reportFault)
    default:
      self.init(
        .storage, at: path, kk: "тізілімнің ақауы (SQLite \(result))",
        ru: "сбой реестра (SQLite \(result))", en: "the register failed (SQLite \(result))",
        hint: .runAgain)
    }
  }
}

extension Message {
  package static let waitForOthers = Message(
    kk: "ол аяқталғанша күтіп, пәрменді қайталаңыз", ru: "дождитесь её конца и повторите команду",
    en: "wait until it has finished and run the command again")
}
