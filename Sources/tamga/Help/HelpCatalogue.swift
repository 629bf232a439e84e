import TamgaDomain

/// Every sentence of the help pages in three languages, found by its English text as it stands beside
/// the command or option, and the words for values.
///
/// English is written twice on purpose: who changes a sentence of a command finds that its
/// translations have to follow, because the lookup and the test of this table fail.
enum HelpCatalogue {
  static let rows: [Message] =
    [common, issuing, verifying, keys, register, keeping, templates, serving, accounts].flatMap(
      \.self)

  private static let byEnglish: [String: Message] = Dictionary(
    rows.map { (key($0.en), $0) }, uniquingKeysWith: { first, _ in first })

  /// Line ends of a sentence are where the source had room.
  static func key(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func words(_ english: String) -> Message? { byEnglish[key(english)] }

  /// What stands for a value between angle brackets.
  static func value(_ name: String) -> Message? { values[name] }

  /// An option as the parser writes it, `--jobs <count>`, with the words for its values.
  static func values(in option: String) -> Message {
    func told(_ language: MessageLanguage) -> String {
      option.replacing(/<([^<>]+)>/) { match in
        "<" + (value(String(match.output.1))?[language] ?? String(match.output.1)) + ">"
      }
    }
    return Message(kk: told(.kk), ru: told(.ru), en: told(.en))
  }

  static let values: [String: Message] = [
    "address": Message(kk: "мекенжай", ru: "адрес", en: "address"),
    "log": Message(kk: "мән", ru: "значение", en: "log"),
    "reason": Message(kk: "себебі", ru: "причина", en: "reason"),
    "url": Message(kk: "сілтеме", ru: "ссылка", en: "url"),
    "15-20": Message(kk: "15–20", ru: "15–20", en: "15-20"),
    "batch": Message(kk: "топтама", ru: "партия", en: "batch"),
    "bundle": Message(kk: "бума", ru: "пакет", en: "bundle"),
    "client": Message(kk: "жүйе", ru: "система", en: "client"),
    "code": Message(kk: "код", ru: "код", en: "code"),
    "count": Message(kk: "саны", ru: "число", en: "count"),
    "country": Message(kk: "ел", ru: "страна", en: "country"),
    "decisions": Message(kk: "шешімдер", ru: "решения", en: "decisions"),
    "edition": Message(kk: "редакция", ru: "редакция", en: "edition"),
    "factor": Message(kk: "мән", ru: "значение", en: "factor"),
    "file": Message(kk: "файл", ru: "файл", en: "file"),
    "folder": Message(kk: "қалта", ru: "папка", en: "folder"),
    "hex": Message(kk: "із", ru: "отпечаток", en: "hex"),
    "ids": Message(kk: "белгілер", ru: "обозначения", en: "ids"),
    "input": Message(kk: "кіріс", ru: "вход", en: "input"),
    "key": Message(kk: "кілт", ru: "ключ", en: "key"),
    "kid": Message(kk: "кілттің белгісі", ru: "номер ключа", en: "kid"),
    "kind": Message(kk: "түрі", ru: "вид", en: "kind"),
    "label": Message(kk: "атауы", ru: "имя", en: "label"),
    "language": Message(kk: "тіл", ru: "язык", en: "language"),
    "login": Message(kk: "логин", ru: "логин", en: "login"),
    "minutes": Message(kk: "минут", ru: "минуты", en: "minutes"),
    "moment": Message(kk: "сәт", ru: "момент", en: "moment"),
    "n": Message(kk: "сан", ru: "число", en: "n"),
    "name": Message(kk: "аты-жөні", ru: "имя", en: "name"),
    "number": Message(kk: "нөмір", ru: "номер", en: "number"),
    "ocr": Message(kk: "мән", ru: "значение", en: "ocr"),
    "office": Message(kk: "кеңсе", ru: "ведомство", en: "office"),
    "percent": Message(kk: "пайыз", ru: "проценты", en: "percent"),
    "progress": Message(kk: "мән", ru: "значение", en: "progress"),
    "role": Message(kk: "рөл", ru: "роль", en: "role"),
    "scopes": Message(kk: "рұқсаттар", ru: "разрешения", en: "scopes"),
    "seconds": Message(kk: "секунд", ru: "секунды", en: "seconds"),
    "seed": Message(kk: "сан", ru: "число", en: "seed"),
    "service": Message(kk: "қызмет", ru: "услуга", en: "service"),
    "set": Message(kk: "мәртебе", ru: "статус", en: "set"),
    "text": Message(kk: "мәтін", ru: "текст", en: "text"),
    "yyyy-MM-dd": Message(kk: "жжжж-аа-кк", ru: "гггг-мм-дд", en: "yyyy-MM-dd"),
  ]
}
