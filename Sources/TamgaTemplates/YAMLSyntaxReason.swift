import TamgaDomain

/// What libyaml finds wrong with a text: its English words, and ours for the other two languages.
enum YAMLSyntaxReason {
  /// A piece of libyaml's sentence (scanner.c, parser.c, reader.c of 0.2.5) and what is told instead; the
  /// first that fits counts.
  private static let rows: [(pieces: [String], kk: String, ru: String)] = [
    (
      ["tab character"], "шегініс табуляциямен жазылған, бос орын қажет",
      "отступ набран табуляцией, нужны пробелы"
    ),
    (
      ["cannot start any token"],
      "мән бұл белгіден басталмайды (табуляция, «@», «%», «`»): оны тырнақшаға алыңыз",
      "с этого знака значение не начинается (табуляция, «@», «%», «`»): возьмите его в кавычки"
    ),
    (
      ["mapping values are not allowed", "unexpected ':'"],
      "қос нүкте артық: мәтінді тырнақшаға алыңыз",
      "лишнее двоеточие: возьмите текст в кавычки"
    ),
    (["expected ':'"], "кілттен кейін қос нүкте жоқ", "после ключа нет двоеточия"),
    (
      ["',' or ']'"], "тізім жабылмаған: үтір не «]» жоқ",
      "список не закрыт: нет запятой или «]»"
    ),
    (
      ["',' or '}'"], "жақша жабылмаған: үтір не «}» жоқ",
      "скобка не закрыта: нет запятой или «}»"
    ),
    (
      ["'-' indicator", "sequence entries"], "тізім жолдарының шегінісі әртүрлі",
      "у строк списка разные отступы"
    ),
    (
      ["expected key", "mapping keys", "node content"],
      "шегініс дұрыс емес не кілттің жазылуы қате", "неверный отступ или неверно записан ключ"
    ),
    (
      ["end of stream", "document indicator"], "тырнақша не жақша жабылмаған",
      "не закрыты кавычки или скобка"
    ),
    (
      ["escape", "hexdecimal"], "«\\» белгісінен кейінгі таңба белгісіз",
      "после «\\» стоит неизвестный знак"
    ),
    (
      ["UTF-", "surrogate", "Unicode", "control characters"],
      "мәтін UTF-8 емес не басқару таңбалары бар",
      "текст не в UTF-8 или содержит управляющие знаки"
    ),
  ]

  /// `reason` in three languages; what is not in the table is told in general words in kk and ru.
  static func words(_ reason: String) -> Message {
    let row = rows.first { row in row.pieces.contains { reason.contains($0) } }
    return Message(
      kk: row?.kk ?? "жазылу ережесі бұзылған", ru: row?.ru ?? "нарушены правила записи",
      en: reason)
  }
}
