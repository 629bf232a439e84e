public import TamgaDomain

extension Outcome {
  /// In place of ``message`` where not all of the file was compared: then nothing is called genuine.
  static let unfinished = Message(
    kk: "ТОЛЫҚ ТЕКСЕРІЛМЕДІ", ru: "ПРОВЕРЕН НЕ ПОЛНОСТЬЮ", en: "NOT FULLY CHECKED")

  /// In place of ``message`` and ``advice`` where the paper names an office of which no bundle is here: nobody has
  /// looked whether it is false.
  static let unjudged = Message(
    kk: "МҰНДА ТЕКСЕРУ МҮМКІН ЕМЕС", ru: "ЗДЕСЬ ПРОВЕРИТЬ НЕЛЬЗЯ", en: "CANNOT BE JUDGED HERE")

  static func adviceWithout(_ office: String) -> Message {
    let name = shown(office)
    return Message(
      kk:
        "құжат расталған да, жоққа шығарылған да жоқ: \(name) кеңсесінің сенім бумасын алыңыз немесе сол кеңседен сұраңыз",
      ru:
        "документ не подтверждён и не опровергнут: получите пакет доверия ведомства \(name) или спросите это ведомство",
      en:
        "the paper is neither confirmed nor disproved: get the trust bundle of office \(name), or ask that office"
    )
  }

  /// The same with a place for the office, for a page that puts it in.
  static let adviceWithoutOffice = adviceWithout("{office}")

  /// An office's id as far as it is one: whoever made the seal wrote it.
  static func shown(_ office: String) -> String {
    let isID =
      office == "{office}"
      || office.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isID && (1...32).contains(office.utf8.count) ? office : "?"
  }

  /// The verdict in a few words. A paper that grants nothing must not be announced by this alone:
  /// see ``Verdict/headline``.
  public var message: Message {
    switch self {
    case .valid: Message(kk: "ЖАРАМДЫ", ru: "ДЕЙСТВИТЕЛЕН", en: "VALID")
    case .statusUnknown:
      Message(
        kk: "МӘРТЕБЕСІ БЕЛГІСІЗ, ШЫНАЙЫ", ru: "СТАТУС НЕИЗВЕСТЕН, ПОДЛИННЫЙ",
        en: "STATUS NOT CURRENT, GENUINE")
    case .notYetValid:
      Message(
        kk: "МЕРЗІМІ БАСТАЛМАҒАН, ШЫНАЙЫ", ru: "СРОК НЕ НАЧАЛСЯ, ПОДЛИННЫЙ",
        en: "NOT YET VALID, GENUINE")
    case .expired:
      Message(kk: "МЕРЗІМІ ӨТКЕН, ШЫНАЙЫ", ru: "СРОК ИСТЁК, ПОДЛИННЫЙ", en: "EXPIRED, GENUINE")
    case .suspended:
      Message(
        kk: "ТОҚТАТЫЛА ТҰРҒАН, ШЫНАЙЫ", ru: "ПРИОСТАНОВЛЕН, ПОДЛИННЫЙ", en: "SUSPENDED, GENUINE")
    case .superseded:
      Message(kk: "АУЫСТЫРЫЛҒАН, ШЫНАЙЫ", ru: "ЗАМЕНЁН, ПОДЛИННЫЙ", en: "SUPERSEDED, GENUINE")
    case .revoked:
      Message(kk: "ҚАЙТАРЫП АЛЫНҒАН", ru: "ОТОЗВАН", en: "REVOKED")
    case .altered: Message(kk: "МӘТІНІ ӨЗГЕРТІЛГЕН", ru: "ТЕКСТ ИЗМЕНЕН", en: "ALTERED")
    case .notGenuine: Message(kk: "ШЫНАЙЫ ЕМЕС", ru: "НЕ ПОДЛИННЫЙ", en: "NOT GENUINE")
    case .noSeal:
      Message(kk: "КОД ТАБЫЛМАДЫ", ru: "КОД НЕ НАЙДЕН", en: "NO CODE FOUND")
    }
  }

  /// What the person with the paper in hand does next.
  public var advice: Message {
    switch self {
    case .valid, .expired, .notYetValid:
      Message(
        kk: "төмендегі деректерді құжатпен және паспортпен салыстырыңыз, паспорттан бастаңыз",
        ru: "сравните данные ниже с документом и паспортом, начните с паспорта",
        en: "compare the data below with the paper and the passport, passport first")
    case .statusUnknown:
      Message(
        kk: "жаңа сенім бумасын алыңыз немесе кеңседен сұраңыз, деректерді салыстырыңыз",
        ru: "получите новый пакет доверия или спросите ведомство, сравните данные",
        en: "get a newer trust bundle or ask the office, and compare the data")
    case .suspended, .revoked:
      Message(
        kk: "құжатты күшінде деп қабылдамаңыз, кеңседен сұраңыз",
        ru: "не принимайте документ как действующий, спросите ведомство",
        en: "do not take the paper as being in force; ask the office")
    case .superseded:
      Message(
        kk: "иесінен жаңа құжатты сұраңыз", ru: "попросите у владельца новый документ",
        en: "ask the holder for the later paper")
    case .altered:
      Message(
        kk: "құжатқа сенбеңіз: тек төмендегі белгіленген деректер шынайы",
        ru: "не верьте документу: подлинны только заверенные данные ниже",
        en: "do not trust the paper: only the sealed data below are genuine")
    case .notGenuine:
      Message(
        kk: "құжатты қабылдамаңыз, кеңсеге хабарлаңыз",
        ru: "не принимайте документ и сообщите ведомству",
        en: "do not accept the paper and tell the office")
    case .noSeal:
      Message(
        kk: "анығырақ сурет түсіріңіз немесе нөмір мен тексеру кодын енгізіңіз",
        ru: "сделайте более чёткий снимок или введите номер и проверочный код",
        en: "take a sharper picture, or enter the number and the check code")
    }
  }
}
