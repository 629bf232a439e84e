import TamgaDomain
import TamgaRegister

/// Findings that only the register can make.
enum RegisterFindings {
  /// The decision has a paper made from another record.
  static let conflict = "REC-ID-CONFLICT"

  /// The same id with another record: nobody hands out the old data for the new.
  static func changed(_ number: DocumentNumber) -> Finding {
    Finding(
      conflict, .error, at: "/id",
      Message(
        kk:
          "осы шешім бойынша басқа жазбадан \(number) құжаты шығарылған: дұрысы осы жазба болса, шешімге жаңа белгі беріп, құжатты жойыңыз; дұрысы құжат болса, ештеңе істеу керек емес",
        ru:
          "по этому решению уже выдан документ \(number) по другой записи: если верна эта запись, дайте решению новое обозначение, а документ погасите; если верен документ, делать ничего не нужно",
        en:
          "paper \(number) was made from another record of this id: where this record is the right one, give it a new id and void the paper; where the paper is right, there is nothing to do"
      ))
  }

  /// The same, where this record was rejected before the paper was made.
  static func issuedSince(_ number: DocumentNumber) -> Finding {
    Finding(
      conflict, .error, at: "/id",
      Message(
        kk:
          "кейін осы шешім бойынша \(number) құжаты шығарылды: ештеңе істеу керек емес",
        ru:
          "позже по этому решению выдан документ \(number): делать ничего не нужно",
        en:
          "paper \(number) was issued since for this decision: there is nothing to do"
      ))
  }

  /// The same of a check, which gives no numbers.
  static let changedAbove = Finding(
    conflict, .error, at: "/id",
    Message(
      kk: "файлда жоғарырақ осы белгімен басқа жазба тұр: түзетілген шешімге жаңа белгі беріңіз",
      ru:
        "выше в файле с этим обозначением стоит другая запись: дайте исправленному решению новое обозначение",
      en: "a line above has this id and another record: give the corrected decision a new id"))

  static func voided(_ number: DocumentNumber) -> Finding {
    Finding(
      "REC-ID-VOID", .error, at: "/id",
      Message(
        kk: "осы шешімнің \(number) құжаты жойылған: түзетілген шешімге жаңа белгі беріңіз",
        ru:
          "документ \(number) этого решения погашен: дайте исправленному решению новое обозначение",
        en: "paper \(number) of this decision is void: give the corrected decision a new id"))
  }

  /// A field that a decision was given without what it says.
  static func unreadable(_ field: String) -> Finding {
    Finding(
      "REC-TYPE", .error, at: "/fields/\(field)",
      Message(
        kk: "мән оқылмады", ru: "значение не прочитано", en: "the value could not be read"))
  }

  /// The decision that `previous` names has no paper. A number may be an outside paper; an id may
  /// not.
  static func noPredecessor(_ level: Level) -> Finding {
    Finding(
      "REC-PREVIOUS", level, at: "/previous/decision",
      Message(
        kk: "бұл шешімнің құжаты тізілімде жоқ: оны бұрын немесе осы файлда жоғарырақ шығарыңыз",
        ru: "в реестре нет документа этого решения: выдайте его раньше или выше в этом же файле",
        en: "the register has no paper of that decision: issue it before, or on an earlier line"))
  }

  /// The paper was issued and its file went with its retention.
  static func purged(_ number: DocumentNumber) -> Finding {
    Finding(
      "REC-PURGED", .error, at: "/id",
      Message(
        kk: "\(number) құжаты шығарылған, оның файлы сақтау мерзімі өткен соң жойылған",
        ru: "документ \(number) был выдан, его файл удалён по истечении срока хранения",
        en: "paper \(number) was issued and its file removed after its retention"))
  }

  /// The template says something else than the papers of the kind that are out.
  static func kindChanged(_ kind: String) -> Finding {
    Finding(
      "ISSUE-KIND-CHANGED", .error, at: "/document",
      Message(
        kk:
          "\(kind): берілген құжаттардың әсері, атауы немесе коды үлгіде өзгерген: бұрынғысын қайтарыңыз",
        ru:
          "\(kind): в шаблоне изменены действие, название или код выданных документов: верните прежнее",
        en:
          "\(kind): the template has another effect, title or code than the papers that are out: put the former one back"
      ))
  }

  static func fileLost(_ number: DocumentNumber) -> Finding {
    Finding(
      "ISSUE-FILE-LOST", .error, at: "",
      Message(
        kk:
          "\(number) құжатының сақталған файлы жоқ немесе өзгертілген: сақтық көшірмеден қалпына келтіріңіз",
        ru:
          "сохранённый файл документа \(number) пропал или изменён: восстановите его из резервной копии",
        en: "the stored file of paper \(number) is missing or was changed: restore it from a backup"
      ))
  }

  /// Still so after several judgements.
  static let personChanged = Finding(
    "ISSUE-PERSON-CHANGED", .error, at: "",
    Message(
      kk: "осы адамға басқа шешімнің құжаты рәсімделіп жатыр: пәрменді қайта орындаңыз",
      ru: "этому лицу сейчас оформляется документ другого решения: повторите команду",
      en: "another decision is getting a paper for this person just now: run the command again"))

  /// Still so after some seconds: the run that makes it stands still or was killed.
  static func unfinished(_ number: DocumentNumber) -> Finding {
    Finding(
      "ISSUE-PREVIOUS-UNFINISHED", .error, at: "/previous",
      Message(
        kk:
          "бұрынғы \(number) құжаты әлі дайын емес: алдымен оның файлын қайта орындаңыз, сосын осы жазбаны",
        ru:
          "прежний документ \(number) ещё не готов: сначала повторите выдачу из его файла, затем эту запись",
        en:
          "the earlier paper \(number) is not finished: first run the file of its decision again, then this one"
      ))
  }

  /// The same, where this run itself could not finish it.
  static let earlierFailed = Finding(
    "ISSUE-PREVIOUS-UNFINISHED", .error, at: "/previous",
    Message(
      kk: "бұрынғы шешім осы орындауда аяқталмады: себебін жойып, пәрменді қайта орындаңыз",
      ru: "прежнее решение в этом прогоне не завершено: устраните причину и повторите команду",
      en: "the earlier decision was not finished in this run: mend that and run the command again"))

  static func finding(_ refusal: ReservationRefusal, _ decision: Decision) -> Finding {
    let field = "/fields/" + decision.kind.number.field
    switch refusal {
    case .numberTaken(let number):
      return Finding(
        "GEN-UNIQUE-NUMBER", .error, at: field,
        Message(
          kk: "\(number) нөмірі басқа құжатқа берілген: нөмірді тексеріңіз",
          ru: "номер \(number) уже у другого документа: проверьте номер",
          en: "the number \(number) belongs to another paper: check it"))
    case .numberDiffers(let original):
      return Finding(
        "GEN-UNIQUE-NUMBER", .error, at: field,
        Message(
          kk: "телнұсқаның нөмірі түпнұсқанікіндей болуы керек: \(original)",
          ru: "номер дубликата должен быть номером подлинника: \(original)",
          en: "a duplicate keeps the number of its original: \(original)"))
    case .personChanged: return personChanged
    case .previousUnknown:
      return Finding(
        "REC-PREVIOUS", .error, at: "/previous",
        Message(
          kk: "бұрынғы құжат тізілімде жоқ", ru: "прежнего документа нет в реестре",
          en: "the earlier paper is not in the register"))
    case .previousEnded(let number, let condition):
      return Finding(
        "REC-PREVIOUS", .error, at: "/previous",
        Message(
          kk: "бұрынғы құжат (\(number)) күшінде емес",
          ru: "прежний документ \(number) не действует",
          en: "the earlier paper \(number) is \(condition)"))
    case .previousReplaced(let number, let other):
      return Finding(
        "REC-PREVIOUS", .error, at: "/previous",
        Message(
          kk: "бұрынғы құжатты (\(number)) \(other) құжаты ауыстырған",
          ru: "прежний документ \(number) заменён документом \(other)",
          en: "the earlier paper \(number) was replaced by \(other)"))
    }
  }
}
