public import TamgaDomain
public import TamgaFormats

extension JSONFault.Code: ProblemCode {}

extension JSONFault: Problem {
  /// Line and column, as editors write them.
  public var place: String { "\(line):\(column)" }
  public var message: Message { code.message }
  public var hint: Message? { code.hint }
}

extension JSONFault.Code {
  var message: Message {
    switch self {
    case .empty: Message(kk: "жазба бос", ru: "запись пуста", en: "the record is empty")
    case .unexpectedEnd:
      Message(
        kk: "жазба ортасынан үзілген", ru: "запись обрывается", en: "the record breaks off")
    case .unexpectedCharacter:
      Message(
        kk: "бұл жерде мұндай таңба тұра алмайды", ru: "такой знак здесь стоять не может",
        en: "this character cannot stand here")
    case .trailingData:
      Message(
        kk: "жазбадан кейін артық мәтін бар (әр жолда бір жазба болса, файл атауы .jsonl болсын)",
        ru: "после записи есть лишний текст (если запись на строку, назовите файл .jsonl)",
        en: "something follows the record (one record a line belongs in a file named .jsonl)")
    case .number:
      Message(kk: "сан қате жазылған", ru: "число записано неверно", en: "this is no JSON number")
    case .escape:
      Message(
        kk: "кері қиғаш сызықтан кейінгі таңба қате",
        ru: "неверный знак после обратной косой черты",
        en: "the character after the backslash is wrong")
    case .control:
      Message(
        kk: "мәтін ішінде басқару таңбасы тұр", ru: "внутри текста стоит управляющий знак",
        en: "a control character stands inside a text")
    case .encoding:
      Message(
        kk: "мәтін UTF-8 кодтауында емес", ru: "текст не в кодировке UTF-8",
        en: "the text is not UTF-8")
    case .irregular:
      Message(
        kk: "шектен асқан, кілті қайталанған немесе рұқсат етілмеген таңбасы бар",
        ru: "превышен предел, ключ стоит дважды или знак не разрешён",
        en: "a limit is exceeded, a key stands twice, or a character is not allowed")
    case .bracket:
      Message(
        kk: "жақшалар сәйкес келмейді", ru: "скобки не соответствуют друг другу",
        en: "the brackets do not match")
    }
  }

  var hint: Message {
    switch self {
    case .empty, .unexpectedEnd:
      Message(
        kk: "файл қысқарып қалған болуы мүмкін, оны қайта шығарыңыз",
        ru: "файл мог быть обрезан, выгрузите его снова",
        en: "the file may have been cut short; export it again")
    case .trailingData:
      Message(
        kk: "әр жолда бір жазба болса, файл атауы .jsonl болсын",
        ru: "если запись на строку, назовите файл .jsonl",
        en: "one record a line belongs in a file named .jsonl")
    case .encoding:
      Message(
        kk: "файлды UTF-8 кодтауында сақтаңыз", ru: "сохраните файл в кодировке UTF-8",
        en: "save the file as UTF-8")
    case .unexpectedCharacter, .number, .escape, .control, .bracket, .irregular:
      Message(
        kk: "шешімді шығарған жүйеде осы жерді түзетіңіз",
        ru: "исправьте это место в системе, которая выгружает решения",
        en: "correct this place in the exporting system")
    }
  }
}
