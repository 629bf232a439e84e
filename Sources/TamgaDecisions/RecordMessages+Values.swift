import TamgaDomain
import TamgaFormats
import TamgaLaw

// Messages about limits, unknown names and types.
extension RecordProblem {
  static func limit(_ kind: JSONIrregularity.Kind) -> Message {
    switch kind {
    case .nesting:
      let limit = RecordLimits.nesting
      return Message(
        kk: "мәндер бір-бірінің ішінде \(limit) деңгейден терең; жазбаны ықшамдаңыз",
        ru: "значения вложены глубже \(limit) уровней; упростите запись",
        en: "values stand more than \(limit) levels inside one another; make the record simpler")
    case .text:
      let limit = RecordLimits.textScalars
      return Message(
        kk: "мәтін \(limit) таңбадан ұзын; қысқартыңыз",
        ru: "текст длиннее \(limit) знаков; сократите его",
        en: "the text is longer than \(limit) characters; shorten it")
    case .list:
      let limit = RecordLimits.listItems
      return Message(
        kk: "тізімде \(limit) жолдан көп; қысқартыңыз",
        ru: "в списке больше \(limit) пунктов; сократите его",
        en: "the list has more than \(limit) items; shorten it")
    case .key, .keyCharacters:
      let limit = RecordLimits.keyScalars
      return Message(
        kk: "мұндағы бір кілттің атауы \(limit) таңбадан ұзын; оны түзетіңіз",
        ru: "название одного из ключей здесь длиннее \(limit) знаков; исправьте его",
        en: "the name of a key in here is longer than \(limit) characters; correct it")
    case .number, .duplicateKey, .characters:
      return Message(
        kk: "сан тым үлкен; оны тексеріңіз", ru: "число слишком велико; проверьте его",
        en: "the number is too large; check it")
    }
  }

  static func unknown(_ suggestion: Suggestion?, isFact: Bool) -> Message {
    let hint: Message =
      switch suggestion {
      case .name(let name):
        Message(kk: "бәлкім, \(name)", ru: "возможно, \(name)", en: "did you mean \(name)")
      case .top:
        Message(
          kk: "ол жазбаның жоғарғы деңгейінде тұруы тиіс", ru: "его место на верхнем уровне записи",
          en: "it belongs at the top of the record")
      case .fields:
        Message(
          kk: "ол өрістердің (fields) ішінде тұруы тиіс", ru: "его место среди полей (fields)",
          en: "move it into fields")
      case .facts:
        Message(
          kk: "ол мән-жайлардың (facts) ішінде тұруы тиіс", ru: "его место среди сведений (facts)",
          en: "move it into facts")
      case .derived:
        Message(
          kk: "оны Tamga өзі жазады, алып тастаңыз", ru: "это Tamga пишет сама, уберите ключ",
          en: "Tamga writes it itself, take it out")
      case nil:
        isFact
          ? Message(
            kk: "ешбір ереже оны оқымайды", ru: "ни одно правило его не читает",
            en: "no rule uses it")
          : Message(
            kk: "атауын түзетіңіз немесе x- деп бастаңыз", ru: "исправьте имя или начните его с x-",
            en: "correct the name or begin it with x-")
      }
    return isFact
      ? Message(
        kk: "мұндай мән-жай атауы жоқ; \(hint.kk)", ru: "нет сведения с таким именем; \(hint.ru)",
        en: "there is no fact of this name; \(hint.en)")
      : Message(
        kk: "бұл кілт бұл жерде белгісіз; \(hint.kk)",
        ru: "такой ключ здесь не предусмотрен; \(hint.ru)",
        en: "this key is not known here; \(hint.en)")
  }

  static func type(_ expected: Expected) -> Message {
    let what = words(expected)
    return Message(
      kk: "мән түрі сәйкес емес; керегі – \(what.kk)",
      ru: "значение не того вида; нужно: \(what.ru)",
      en: "the value is of the wrong type; expected: \(what.en)")
  }

  private static func words(_ expected: Expected) -> Message {
    switch expected {
    case .object: Message(kk: "{…} объектісі", ru: "объект {…}", en: "an object {…}")
    case .text: Message(kk: "тырнақшадағы мәтін", ru: "текст в кавычках", en: "a text in quotes")
    case .plain:
      Message(
        kk: "екі тілге ортақ бір мәтін", ru: "один текст для обоих языков",
        en: "one text for both languages")
    case .bilingual:
      Message(
        kk: "мәтін немесе {\"kk\": …, \"ru\": …}", ru: "текст или {\"kk\": …, \"ru\": …}",
        en: "a text or {\"kk\": …, \"ru\": …}")
    case .dateText:
      Message(
        kk: "\"ЖЖЖЖ-АА-КК\" түріндегі күн", ru: "дата \"ГГГГ-ММ-ДД\"", en: "a date \"yyyy-MM-dd\"")
    case .partialDateText:
      Message(
        kk: "\"ЖЖЖЖ-АА-КК\", \"ЖЖЖЖ-АА\" немесе \"ЖЖЖЖ\" түріндегі күн",
        ru: "дата \"ГГГГ-ММ-ДД\", \"ГГГГ-ММ\" или \"ГГГГ\"",
        en: "a date \"yyyy-MM-dd\", \"yyyy-MM\" or \"yyyy\"")
    case .timeText:
      Message(
        kk: "\"2021-02-09T15:30:00+06:00\" түріндегі уақыт",
        ru: "время \"2021-02-09T15:30:00+06:00\"", en: "a time \"2021-02-09T15:30:00+06:00\"")
    case .count:
      Message(
        kk: "нөлден кем емес бүтін сан, тырнақшасыз", ru: "целое число от нуля без кавычек",
        en: "a whole number from zero up, without quotes")
    case .flag:
      Message(
        kk: "true немесе false, тырнақшасыз", ru: "true или false без кавычек",
        en: "true or false, without quotes")
    case .country:
      Message(
        kk:
          "ISO 3166-1 бойынша үш әріпті ел коды (азаматтығы жоқ адамға XXA, босқынға XXB немесе XXC)",
        ru:
          "код страны из трёх букв по ISO 3166-1 (XXA для лица без гражданства, XXB или XXC для беженца)",
        en:
          "a country code of three letters (ISO 3166-1; XXA for a stateless person, XXB or XXC for a refugee)"
      )
    case .iin: Message(kk: "он екі цифр", ru: "двенадцать цифр", en: "twelve digits")
    case .texts:
      Message(kk: "мәтіндер тізімі […]", ru: "список текстов […]", en: "a list of texts […]")
    case .grounds:
      Message(
        kk: "негіздер тізімі, мысалы [\"LIM-R2\"]", ru: "список оснований, например [\"LIM-R2\"]",
        en: "a list of grounds, for example [\"LIM-R2\"]")
    case .conclusions:
      Message(
        kk: "{\"agency\", \"date\", \"groundIds\"} тізімі",
        ru: "список из {\"agency\", \"date\", \"groundIds\"}",
        en: "a list of {\"agency\", \"date\", \"groundIds\"}")
    case .stepDates:
      Message(
        kk: "қадам нөмірі мен күнінің объектісі {\"1\": \"ЖЖЖЖ-АА-КК\"}",
        ru: "объект из номеров шагов и дат {\"1\": \"ГГГГ-ММ-ДД\"}",
        en: "an object of step numbers and dates {\"1\": \"yyyy-MM-dd\"}")
    case .code(let codes): oneOf(codes)
    }
  }

  private static func oneOf(_ codes: [String]) -> Message {
    // A long list would hide the message; the schema of the kind has it in full.
    let names = codes.prefix(12).map(CodeWords.named)
    let rest = codes.count > 12 ? ", …" : ""
    return Message(
      kk: "мыналардың бірі: " + names.map(\.kk).joined(separator: ", ") + rest,
      ru: "одно из: " + names.map(\.ru).joined(separator: ", ") + rest,
      en: "one of: " + names.map(\.en).joined(separator: ", ") + rest)
  }
}
