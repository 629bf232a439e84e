import TamgaDomain
import TamgaFormats

// What a clerk reads about a record. Names of our own lists may stand in a message, values of the
// record never.
extension RecordProblem {
  var message: Message {
    switch self {
    case .json(let code, let line, let column):
      let what = code.message
      return Message(
        kk: "\(line)-жол, \(column)-таңба: JSON қатесі: \(what.kk); жазбаны қайта экспорттаңыз",
        ru: "строка \(line), знак \(column): ошибка JSON: \(what.ru); выгрузите запись заново",
        en: "line \(line), column \(column): no valid JSON: \(what.en); export the record again")
    case .recordTooLong:
      let size = RecordLimits.recordBytes / 1024
      return Message(
        kk: "жазба \(size) КиБ шегінен асады; артық деректерді алып тастаңыз",
        ru: "запись больше \(size) КиБ; уберите лишние данные",
        en: "the record is larger than \(size) KiB; take out what does not belong in it")
    case .notAnObject:
      return Message(
        kk: "жазба JSON объектісі емес; бір шешімді {…} түрінде жазыңыз",
        ru: "запись не является объектом JSON; запишите одно решение в виде {…}",
        en: "the record is no JSON object; write one decision as {…}")
    case .duplicateKey:
      return Message(
        kk: "бұл кілт екі рет жазылған; екі мәннің дұрысын ғана қалдырыңыз",
        ru: "этот ключ записан дважды; оставьте только верное из двух значений",
        en: "this key stands twice; keep only the value that is right")
    case .limit(let kind): return Self.limit(kind)
    case .count(let limit):
      return Message(
        kk: "сан \(limit) шегінен асады; оны тексеріңіз",
        ru: "число больше \(limit); проверьте его",
        en: "the number is above \(limit); check it")
    case .characters(let refused): return Self.characters(refused)
    case .keyCharacters:
      return Message(
        kk: "мұндағы бір кілттің атауында рұқсат етілмеген таңба бар; оны түзетіңіз",
        ru: "в названии одного из ключей здесь есть недопустимый знак; исправьте его",
        en: "the name of a key in here holds a character that is not allowed; correct it")
    case .newline:
      return Message(
        kk: "бұл жерде жолды үзуге болмайды; мәтінді бір жолға жазыңыз",
        ru: "перевод строки здесь не допускается; запишите текст одной строкой",
        en: "a line break may not stand here; write the text on one line")
    case .furtherUnknownFacts:
      return Message(
        kk: "белгісіз мән-жайлар бұдан да көп, қалғандары аталмады; экспортты тексеріңіз",
        ru: "неизвестных сведений больше, остальные не названы; проверьте выгрузку",
        en: "there are more unknown facts that are not listed; check the export")
    case .furtherFindings:
      return Message(
        kk: "жазбада ескертулер тым көп, қалғандары аталмады; жазбаны тұтас тексеріңіз",
        ru: "замечаний слишком много, остальные не названы; проверьте запись целиком",
        en: "there are too many findings, the others are not listed; check the whole record")
    case .date:
      let (first, last) = (RecordLimits.years.lowerBound, RecordLimits.years.upperBound)
      return Message(
        kk: "күнтізбеде мұндай күн жоқ; күнді ЖЖЖЖ-АА-КК түрінде жазыңыз (\(first)–\(last) жылдар)",
        ru: "такой даты нет; запишите её в виде ГГГГ-ММ-ДД (годы \(first)–\(last))",
        en: "this is no date; write it as yyyy-MM-dd (years \(first) to \(last))")
    case .partialDate:
      return Message(
        kk: "мұндай күн жоқ; паспорттағыдай жазыңыз: ЖЖЖЖ-АА-КК, ЖЖЖЖ-АА немесе ЖЖЖЖ",
        ru: "такой даты нет; запишите её как в паспорте: ГГГГ-ММ-ДД, ГГГГ-ММ или ГГГГ",
        en: "this is no date; write it as the passport has it: yyyy-MM-dd, yyyy-MM or yyyy")
    case .time:
      return Message(
        kk: "бұл күн мен уақыт емес; 2021-02-09T15:30:00+06:00 түрінде жазыңыз",
        ru: "это не дата и время; запишите в виде 2021-02-09T15:30:00+06:00",
        en: "this is no date and time; write it as 2021-02-09T15:30:00+06:00")
    case .unknownKey(let suggestion): return Self.unknown(suggestion, isFact: false)
    case .unknownFact(let suggestion): return Self.unknown(suggestion, isFact: true)
    case .type(let expected): return Self.type(expected)
    default: return headMessage
    }
  }

  /// The messages about what stands at the top of a record, and about what is missing.
  private var headMessage: Message {
    switch self {
    case .idMissing:
      return Message(
        kk: "шешімнің белгісі жоқ; экспорттайтын жүйедегі белгісін жазыңыз",
        ru: "нет обозначения решения; укажите обозначение из выгружающей системы",
        en: "the id of the decision is missing; give the one of the exporting system")
    case .id:
      return Message(
        kk: "шешімнің белгісі 1–64 таңбадан тұруы тиіс: A-Z a-z 0-9 . _ : / -",
        ru: "обозначение решения должно состоять из 1–64 знаков: A-Z a-z 0-9 . _ : / -",
        en: "an id has 1 to 64 characters of A-Z a-z 0-9 . _ : / -")
    case .documentMissing:
      return Message(
        kk: "құжат түрі көрсетілмеген; оны жазыңыз",
        ru: "не указан вид документа; укажите его",
        en: "the kind of document is missing; name it in document")
    case .unknownDocument(let near):
      return Message(
        kk: "мұндай құжат түрі жоқ; \(near.map { "бәлкім, \($0)" } ?? "түрлер тізімін қараңыз")",
        ru: "такого вида документа нет; \(near.map { "возможно, \($0)" } ?? "см. список видов")",
        en: "there is no such kind of document; "
          + (near.map { "did you mean \($0)" } ?? "see the list of kinds"))
    case .unknownBody(let near):
      return Message(
        kk: "бұл орган кеңсе баптауында жоқ; "
          + (near.map { "бәлкім, \($0)" } ?? "кодты тексеріңіз немесе органды баптауға қосыңыз"),
        ru: "этого органа нет в настройках; "
          + (near.map { "возможно, \($0)" } ?? "проверьте код или добавьте орган в настройки"),
        en: "the office has no such body; "
          + (near.map { "did you mean \($0)" } ?? "check the code or add the body to the settings"))
    case .unknownPaper(let near):
      return Message(
        kk: "мұндай құжат коды жоқ; "
          + (near.map { "бәлкім, \($0)" } ?? "тізімді қараңыз немесе құжатты сөзбен жазыңыз"),
        ru: "нет документа с таким кодом; "
          + (near.map { "возможно, \($0)" } ?? "смотрите список или запишите документ словами"),
        en: "there is no paper of this id; "
          + (near.map { "did you mean \($0)" } ?? "see the list, or write the paper in words"))
    case .languages:
      return Message(
        kk: "құжат тілдерінің мәні [\"kk\",\"ru\"], [\"kk\"] немесе [\"ru\"] болуы тиіс",
        ru: "языки документа – это [\"kk\",\"ru\"], [\"kk\"] или [\"ru\"]",
        en: "languages is [\"kk\",\"ru\"], [\"kk\"] or [\"ru\"]")
    case .previous:
      return Message(
        kk: "бұрынғы құжат – оның нөмірі, НӨМІР~2 немесе {\"decision\": id}",
        ru: "прежний документ – это его номер, НОМЕР~2 или {\"decision\": id}",
        en: "the previous paper is its number, NUMBER~2 or {\"decision\": id}")
    case .previousIsItself:
      return Message(
        kk: "шешім өзіне алдыңғы болып тұр; бұрынғы құжаттың шешімін көрсетіңіз",
        ru: "решение названо прежним для самого себя; укажите решение прежнего документа",
        en: "the decision is named as its own previous one; name that of the earlier paper")
    case .blankIn(.kk):
      return Message(
        kk: "қазақша мәтіні жоқ; оны толтырыңыз",
        ru: "нет текста на казахском языке; заполните его",
        en: "the Kazakh text is missing; fill it in")
    case .blankIn(.ru):
      return Message(
        kk: "орысша мәтіні жоқ; оны толтырыңыз", ru: "нет текста на русском языке; заполните его",
        en: "the Russian text is missing; fill it in")
    default:
      return Message(
        kk: "бұл өріс құжатта басылады; оны толтырыңыз",
        ru: "это поле печатается в документе; заполните его",
        en: "this field is printed on the paper; fill it in")
    }
  }
}
