import TamgaDomain

extension HelpCatalogue {
  static let templates: [Message] = [
    Message(
      kk: "Тек осыларды салу; ешқайсысы аталмаса – барлық түрді.",
      ru: "Нарисовать только эти; если не назван ни один – все виды.",
      en: "Draw these alone; without any, every kind."),
    Message(
      kk: "Осы күнгі нысанды салу; әдетте жазбаның өз күні.",
      ru: "Нарисовать форму этого дня; обычно день самой записи.",
      en: "Draw the form of this day; the record's own by default."),
    Message(
      kk: "Барлық түрдің схемасын осы қалтаға жазу, KIND.schema.json: редакторларға арналған.",
      ru: "Записать схемы всех видов в эту папку, KIND.schema.json: для редакторов.",
      en: "Write the schemas of all kinds into this folder, KIND.schema.json, for editors."),
    Message(
      kk: "Орнына осы түрдегі құжаттардың ішіндегі деректердің схемасы, decision.json.",
      ru: "Вместо этого схема данных внутри документов этого вида, decision.json.",
      en: "The schema of the data inside the kind's papers instead, decision.json."),
    Message(
      kk: "Құжат түрлері және олардың нысандары.", ru: "Виды документов и их формы.",
      en: "The kinds of paper and their forms."),
    Message(
      kk: "Әр түр: редакциялары, атаулары және өрістері.",
      ru: "Каждый вид: его редакции, названия и поля.",
      en: "Every kind with its editions, titles and fields."),
    Message(
      kk: "Нысанының мерзімі аяқталған түр белгіленеді: ондай құжат қазір шығарылмайды.",
      ru: "Вид, форма которого утратила силу, отмечен: такие документы сейчас не выпускаются.",
      en: "A kind whose form has ended is marked: no paper of it is issued now."),
    Message(
      kk: "Тек осы күні шығаруға болатын түрлер.", ru: "Только виды, выпускаемые в этот день.",
      en: "Only kinds that may be issued on this day."),
    Message(
      kk: "Барлық үлгіні оқу; барлық қате файлы мен жолы көрсетіліп, бірден айтылады.",
      ru: "Прочитать все шаблоны; все ошибки сразу, с файлом и строкой.",
      en: "Read every template; all faults at once, with file and line."),
    Message(
      kk:
        "Әр қаріппен құжат шығарып, тексереді: жадта, біржолғы кілттермен. Әр редакцияны түрдің мысалдарымен сызып, мысалдардың өзін тексереді: ешбір қаріпте жоқ әріп, көп бетті нысан, қабылданбайтын мысал; ең ұзын мәндермен де сызады: орны жоқ мәтін.",
      ru:
        "Выпускает и проверяет документы каждым шрифтом: в памяти, одноразовыми ключами. Рисует каждую редакцию с примерами вида и проверяет сами примеры: буква, которой нет ни в одном шрифте, форма на много страниц, пример, который был бы отклонён; и с самыми длинными значениями: текст, которому нет места.",
      en: """
        Issues and verifies papers in each font, in memory and with keys thrown away. Draws every
        edition with the kind's examples and judges these: a letter that no font has, a form of many
        pages, an example that would be rejected; and with the longest values: a text that has no room.
        """),
    Message(
      kk: "Осы түрдегі шешім жазбасының JSON схемасы.", ru: "Схема JSON записи решения этого вида.",
      en: "The JSON Schema of a kind's decision record."),
    Message(
      kk: "Актілер өтініш берушіден талап ететін құжаттар және жазбада көрсетілетін белгілері.",
      ru: "Документы, которые акты требуют от заявителя, с обозначениями для записей.",
      en: "The papers that the acts ask applicants for, with the ids that records may name."),
    Message(
      kk: "Жазбада «lim-passport:expired» сол құжаттың мерзімі өткенін білдіреді.",
      ru: "В записи «lim-passport:expired» называет тот же документ с истёкшим сроком.",
      en: "In a record, ID:expired names the same paper out of date."),
    Message(
      kk: "Бір қызмет, мысалы labour-immigrant-permit.",
      ru: "Одна услуга, например labour-immigrant-permit.",
      en: "One service, for example labour-immigrant-permit."),
    Message(
      kk: "Үлгіні сынақ деректерімен, үстіне «жарамсыз» деп жазып салу.",
      ru: "Нарисовать шаблон с пробными данными и словами «не действительно» поперёк.",
      en: "Draw a template with sample data and the words «not valid» across it."),
    Message(
      kk: "PDF жазады; --output соңы .png болса, әр бетке бір PNG.",
      ru: "Пишет PDF, а если --output оканчивается на .png – по PNG на страницу.",
      en: "Writes a PDF, or a PNG for each page where --output ends in .png."),
    Message(
      kk: "Жазба; әдепкіде examples/ordinary.json.",
      ru: "Запись; по умолчанию examples/ordinary.json.",
      en: "A record; examples/ordinary.json by default."),
    Message(kk: "Жазылатын файл.", ru: "Записываемый файл.", en: "The file to write."),
    Message(
      kk: "Үлгі өзгерген сайын қайта салу.", ru: "Рисовать снова при каждом изменении шаблона.",
      en: "Draw again whenever a template changes."),
    Message(
      kk: "Жаңа түрдің файлдарын жазу: толық жұмыс істейтін негіз.",
      ru: "Записать файлы нового вида: полную рабочую основу.",
      en: "Write the files of a new kind: a complete working skeleton."),
    Message(
      kk: "Атауы: кіші латын әріптері мен сызықшалар.",
      ru: "Его имя: строчные латинские буквы и дефисы.",
      en: "Its name, in small Latin letters and hyphens."),
    Message(
      kk: "Нысанының бірінші күні; әдепкіде – бүгін.",
      ru: "Первый день его формы; по умолчанию сегодня.",
      en: "The first day of its form; today by default."),
    Message(
      kk: "Өтініш нысанын бос күйінде немесе жазба бойынша толтырып басып шығару.",
      ru: "Напечатать форму заявления, пустую или заполненную по записи.",
      en: "Print an application form, blank or filled in from a record."),
    Message(
      kk:
        "Тек коды жоқ түрлерге; тізілімге ештеңе жазылмайды. Ережелердің жазба туралы айтқаны ескерту ретінде көрсетіледі және нысанға кедергі болмайды. Кеңсе көрсетілсе, оның органдары мен мереке күндері ескеріледі.",
      ru:
        "Только для видов без кода; в реестр ничего не пишется. Замечания правил к записи выводятся, но форму не задерживают. С ведомством учитываются его органы и праздничные дни.",
      en: """
        Only for kinds that carry no code; nothing is registered. What the rules say of the record is
        printed as remarks and keeps no form back. With an office its bodies and holidays are known.
        """),
    Message(
      kk: "Шешімнің не өтініштің жазбасы (бір JSON объектісі).",
      ru: "Запись решения или заявления (один объект JSON).",
      en: "A decision or application record (one JSON object)."),
    Message(kk: "Жазылатын PDF.", ru: "Записываемый PDF.", en: "The PDF to write."),
  ]
}
