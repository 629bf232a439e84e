import TamgaDomain

extension HelpCatalogue {
  static let verifying: [Message] = [
    Message(
      kk: "Құжаттың шынайы екенін және күшінде екенін айту.",
      ru: "Сказать, подлинный ли документ и действует ли он.",
      en: "Say whether a paper is genuine and in force."),
    Message(
      kk:
        "Кіріс – кодтың мәтіні, сурет, PDF, қалта (--recursive арқылы) немесе «-». Желісіз сенім бумасы бойынша не кеңсенің өз тізілімі бойынша тексеріледі. Аяқталу коды: 0 – жарамды; 3 – шынайы, бірақ күшінде емес; 4 – шынайы емес не өзгертілген; 5 – код табылмады; кіріс бірнешеу болса, ең үлкені. 64 – пәрмен жолы дұрыс емес, 66 – кіріс оқылмайды; қалған кірістер бәрібір тексеріледі. Қалтадағы құжат емес файлдар қалдырылып, саналады.",
      ru:
        "Вход – текст кода, снимок, PDF, папка (с --recursive) или «-». Проверка идёт по пакету доверия без сети или по собственному реестру ведомства. Код завершения: 0 – действителен; 3 – подлинный, но не действует; 4 – не подлинный или изменён; 5 – код не найден; при нескольких входах – наибольший. 64 – неверная командная строка, 66 – вход не читается; остальные входы всё равно проверяются. В папке то, что не документ, пропускается и подсчитывается.",
      en: """
        INPUT is the text of a code, a picture, a PDF, a folder (with --recursive) or "-".
        Judges by a trust bundle without any network, or by an office's own register.
        Exit status: 0 valid; 3 genuine but not in force; 4 not genuine or altered; 5 no seal found;
        several inputs: the highest. 64 usage, 66 input unreadable; the other inputs are judged all
        the same. In a folder what is no paper is left out and counted.
        """),
    Message(kk: "Нені тексеру керек.", ru: "Что проверить.", en: "What to check."),
    Message(
      kk: "Сенім бумасы немесе бумалар қалтасы; бірнеше кеңсенің құжаттары үшін бірнешеу.",
      ru: "Пакет доверия или папка пакетов; несколько – для документов нескольких ведомств.",
      en: "A trust bundle, or a store of bundles; several for papers of several offices."),
    Message(
      kk: "Буманың түпкі кілтінің ізі осындай болуы керек; әр кеңсеге біреуден.",
      ru: "Отпечаток корневого ключа, который должен быть у пакета; по одному на ведомство.",
      en: "The root key's fingerprint that the bundle must have; one for each office."),
    Message(
      kk: "Басқа күннің түс мезгілі бойынша тексеру.", ru: "Проверить на полдень другого дня.",
      en: "Ask about noon of another day."),
    Message(
      kk: "Код бүлінгенде тізілімнен сұрау үшін құжаттың нөмірі.",
      ru: "Номер документа, чтобы спросить реестр, когда код повреждён.",
      en: "The number, to ask the register when the code is damaged."),
    Message(
      kk: "Нөмірдің жанындағы тексеру коды.", ru: "Проверочный код, стоящий рядом с номером.",
      en: "The check code that stands beside the number."),
    Message(
      kk: "Әр кіріске жұмсалатын секунд, әдепкіде шамамен 2 (не TAMGA_PATIENCE).",
      ru: "Сколько секунд тратить на каждый вход, по умолчанию около 2 (или TAMGA_PATIENCE).",
      en: "Seconds to try each input, about 2 by default (or TAMGA_PATIENCE)."),
    Message(
      kk: "Әр құжатқа бір JSON объектісін шығару.",
      ru: "Вывести по объекту JSON на каждый документ.",
      en: "Print one JSON object for each paper."),
    Message(kk: "Қалталардың ішін қарау.", ru: "Просматривать папки.", en: "Look into folders."),
    Message(
      kk: "Мәндері үтірмен бөлінген кестені де жазу.",
      ru: "Записать также таблицу со значениями через запятую.",
      en: "Write a table of comma-separated values as well."),
    Message(
      kk: "PDF беттерінің тексерілген түріндегі суреттерін осы қалтаға жазу.",
      ru: "Записать в эту папку снимки страниц PDF в том виде, в каком они проверены.",
      en: "Write pictures of the pages of PDFs as they were checked into this folder."),
    Message(
      kk: "Бір мезгілде тексерілетін кірістер; әдепкіде әр ядроға біреу.",
      ru: "Сколько входов проверять одновременно; по умолчанию по одному на ядро.",
      en: "Inputs at a time; one for each core by default."),
    Message(
      kk:
        "Tesseract орнатылған болса, суреттегі сөздерді көмекші белгі ретінде оқу: «auto» немесе «never».",
      ru:
        "Читать слова на снимках программой Tesseract как подсказку, если она установлена: «auto» или «never».",
      en:
        "Read the words of pictures by Tesseract as a hint, where it is installed: auto or never."),
    Message(
      kk: "Желісіз жұмыс істейтін инспекторларға арналған сенім бумалары.",
      ru: "Пакеты доверия для инспекторов без сети.",
      en: "Trust bundles for inspectors without a network."),
    Message(
      kk: "Осы сәттегі кілттер мен мәртебелерді қол қойып жазу.",
      ru: "Записать подписанные ключи и статусы на этот момент.",
      en: "Write the signed keys and statuses of this moment."),
    Message(kk: "Жазылатын бума.", ru: "Записываемый пакет.", en: "The bundle to write."),
    Message(
      kk: "Қаріптерді қоспау: PDF файлдарын тексермейтіндер үшін.",
      ru: "Без шрифтов: для тех, кто не проверяет файлы PDF.",
      en: "Leave the fonts out, for those who check no PDF files."),
    Message(
      kk: "Бума жаңарақ болса, сақтау; ескісін және түпкі кілті ауысқанын қабылдамау.",
      ru: "Сохранить пакет, если он новее; не принять старый и с другим корневым ключом.",
      en: "Keep a bundle if it is newer; refuse an older one and a changed root key."),
    Message(kk: "Бума.", ru: "Пакет.", en: "The bundle."),
    Message(
      kk: "Ең жаңасы сақталатын қалта.", ru: "Папка, где хранится самый новый.",
      en: "The folder that keeps the newest."),
    Message(
      kk: "Кеңсе түпкі кілтінің ізі, кеңсенің өзі айтқандай.",
      ru: "Отпечаток корневого ключа ведомства, как его сообщает само ведомство.",
      en: "The fingerprint of the office's root key, as the office tells it."),
    Message(
      kk: "Кеңсенің алғашқы бумасындағы түпкі кілтті тексермей қабылдау.",
      ru: "Принять корневой ключ первого пакета ведомства как есть.",
      en: "Take the root key of an office's first bundle as it comes."),
    Message(
      kk: "Сынақ кеңсесінің бумасын қабылдау: оның құжаттары құқық бермейді.",
      ru: "Принять пакет тестового ведомства: его документы не дают права.",
      en: "Take the bundle of a test office: its papers give no right."),
  ]
}
