public import TamgaDomain

extension LogFault {
  /// What was found, in one sentence.
  public var message: Message {
    switch self {
    case .index:
      Message(
        kk: "журналда мұндай жазба жоқ", ru: "в журнале нет такой записи",
        en: "the log has no such entry")
    case .sizes:
      Message(
        kk: "журналдың өлшемдері бір-біріне сай емес",
        ru: "размеры журнала не подходят друг к другу",
        en: "the sizes of the log do not fit each other")
    case .proofLength:
      Message(
        kk: "дәлелдің ұзындығы журналға сай емес", ru: "длина доказательства не подходит к журналу",
        en: "the proof is too short or too long for the log")
    case .otherRoot:
      Message(
        kk: "дәлел журналдың түбіріне жеткізбейді", ru: "доказательство не ведёт к корню журнала",
        en: "the proof does not lead to the root of the log")
    case .otherOldRoot:
      Message(
        kk: "журналдың бұрынғы жазбалары өзгертілген", ru: "прежние записи журнала изменены",
        en: "earlier entries of the log were changed")
    case .missingHashes(let level, let range):
      Message(
        kk: "журналдың хэштері жетіспейді: \(level)-деңгей, \(range)",
        ru: "не хватает хэшей журнала: уровень \(level), \(range)",
        en: "hashes of the log are missing: level \(level), \(range)")
    case .tooLarge:
      Message(
        kk: "мәтін тым ұзын", ru: "текст слишком велик", en: "the text is too large")
    case .key:
      Message(
        kk: "бұл журналдың кілті емес", ru: "это не ключ журнала", en: "this is no key of a log")
    case .note:
      Message(
        kk: "бұл қол қойылған бақылау нүктесі емес", ru: "это не подписанная контрольная точка",
        en: "this is no signed checkpoint")
    case .notSigned:
      Message(
        kk: "бақылау нүктесіне сенімді кілтпен қол қойылмаған",
        ru: "контрольная точка не подписана доверенным ключом",
        en: "no trusted key signed the checkpoint")
    case .signature:
      Message(
        kk: "бақылау нүктесінің қолтаңбасы дұрыс емес", ru: "подпись контрольной точки неверна",
        en: "the signature of the checkpoint does not hold")
    case .checkpoint:
      Message(
        kk: "бақылау нүктесі бүлінген", ru: "контрольная точка повреждена",
        en: "the checkpoint is malformed")
    case .otherOrigin:
      Message(
        kk: "бақылау нүктесі басқа журналдікі", ru: "контрольная точка другого журнала",
        en: "the checkpoint belongs to another log")
    case .entryVersion:
      Message(
        kk: "журнал жазбасының нұсқасы белгісіз", ru: "версия записи журнала неизвестна",
        en: "the version of the log entry is unknown")
    case .entry:
      Message(
        kk: "журнал жазбасы бүлінген", ru: "запись журнала повреждена",
        en: "the log entry is malformed")
    case .entryField(let field):
      Message(
        kk: "журнал жазбасының өрісі жарамсыз: \(field)",
        ru: "поле записи журнала негодно: \(field)",
        en: "a field of the log entry breaks its limit: \(field)")
    case .evidence:
      Message(
        kk: "бұл журналдың дәлелі емес", ru: "это не доказательство из журнала",
        en: "this is no evidence of a log")
    case .otherIndex:
      Message(
        kk: "жазба журналдағы өз орнында тұрған жоқ",
        ru: "запись стоит не на своём месте в журнале",
        en: "the entry does not stand at its own place in the log")
    }
  }

  /// What to do about it.
  public var hint: Message? {
    switch self {
    case .index, .sizes:
      Message(
        kk: "жаңа бақылау нүктесін және оған арналған дәлелді алыңыз",
        ru: "возьмите новую контрольную точку и доказательство к ней",
        en: "take a newer checkpoint and the proof that belongs to it")
    case .missingHashes, .entryField:
      Message(
        kk: "тізілімді тексеріңіз: «tamga register audit»",
        ru: "проверьте реестр: «tamga register audit»",
        en: "examine the register: 'tamga register audit'")
    case .entryVersion:
      Message(
        kk: "Tamga бағдарламасын жаңартыңыз", ru: "обновите Tamga", en: "update Tamga")
    case .key, .notSigned, .otherOrigin:
      Message(
        kk: "журналдың кілтін кеңседен сұраңыз", ru: "спросите ключ журнала в ведомстве",
        en: "ask the office for the key of its log")
    case .tooLarge, .note, .checkpoint, .entry, .evidence, .proofLength:
      Message(
        kk: "файлды кеңседен қайта алыңыз", ru: "получите файл в ведомстве заново",
        en: "get the file from the office again")
    case .otherRoot, .otherOldRoot, .signature, .otherIndex:
      Message(
        kk: "бұған сенбеңіз және кеңсеге хабарлаңыз", ru: "не доверяйте этому и сообщите ведомству",
        en: "do not trust this and tell the office")
    }
  }
}
