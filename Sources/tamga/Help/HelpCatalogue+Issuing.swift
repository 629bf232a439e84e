import TamgaDomain

extension HelpCatalogue {
  static let issuing: [Message] = [
    Message(
      kk: "Кеңсе қалтасын жасау: tamga.yaml, кілттер (рұқсаты 0600), тізілім, қойма.",
      ru: "Создать папку ведомства: tamga.yaml, ключи (права 0600), реестр, хранилище.",
      en: "Make an office folder: tamga.yaml, keys (mode 0600), register, store."),
    Message(
      kk:
        "Ештеңе сұрамайды. Түпкі кілт алғашында қалғандарымен бірге жатады: нақты жұмыс үшін оны бөлек сақтаңыз.",
      ru:
        "Ни о чём не спрашивает. Корневой ключ сначала лежит рядом с остальными: для настоящей работы храните его отдельно.",
      en: "Never asks. The root key lies with the others at first: move it away for real use."),
    Message(kk: "Жаңа қалта.", ru: "Новая папка.", en: "The new folder."),
    Message(
      kk: "Бастапқы tamga.yaml файлы.", ru: "Исходный файл tamga.yaml.",
      en: "A tamga.yaml to begin with."),
    Message(
      kk: "Сынақ кілттерін жасау: тексеру мұндай құжаттардың құқық бермейтінін көрсетеді.",
      ru: "Создать тестовые ключи: при проверке видно, что такие документы не дают права.",
      en: "Make test keys: verifiers show that the office's papers give no right."),
    Message(
      kk: "Ресімдеу күнін кері қоюға шек қоймау: мұрағат жұмысы мен сынақтар үшін.",
      ru: "Не ограничивать оформление задним числом: для архивной работы и проб.",
      en: "Set no limit to how far issue dates lie back: for archive work and trials."),
    Message(
      kk: "Бекітілген шешімдер бойынша құжаттар шығару.",
      ru: "Выпустить документы по утверждённым решениям.",
      en: "Issue the papers of approved decisions."),
    Message(
      kk:
        "Шешімдер – JSONL, JSON массиві немесе бір JSON объектісі; «-» стандартты кірісті оқиды. Шығыс қалтасында топтаманың жеке қалтасына documents/, results.jsonl, rejected.jsonl, findings.csv, summary.json, report.html жазылады. Кез келген үзілістен кейін сол пәрмен топтаманы сол нөмірлермен аяқтайды. --print-run топтаманың барлық құжатын бір PDF файлына да жазады: орган бойынша, кіріс ретімен, әрқайсысын актілер талап еткен дана санымен, әр органға ілеспе парағымен; 10 000 құжаттан асса, 001, 002 деп нөмірленген файлдар толтырылады. SIGTERM мен Ctrl-C қолдағы жазбалардан кейін тоқтатады; сол пәрмен жалғастырады. Аяқталу коды: 0 – барлық жазба бойынша құжат шығарылды, 2 – кейбірі қабылданбады, 1 – кейбірі аяқталмады не жұмыс үзілді.",
      ru:
        "Решения – JSONL, массив JSON или один объект JSON; «-» читает стандартный ввод. В папку вывода, в отдельную папку партии, пишутся documents/, results.jsonl, rejected.jsonl, findings.csv, summary.json, report.html. После любого сбоя та же команда завершает партию с теми же номерами. --print-run пишет все документы партии ещё и в один PDF: по органам, в порядке ввода, каждый в стольких экземплярах, сколько требуют акты, с сопроводительным листом для каждого органа; более 10 000 документов занимают файлы с номерами 001, 002 и так далее. SIGTERM и Ctrl-C останавливают её после записей, которые в работе; та же команда продолжит. Код завершения: 0 – выпущены все записи, 2 – часть отклонена, 1 – часть не завершена или работа прервана.",
      en: """
        DECISIONS are JSONL, a JSON array or one JSON object; "-" reads standard input.
        Writes below the output folder, for a batch of its own: documents/, results.jsonl,
        rejected.jsonl, findings.csv, summary.json, report.html. Running the same command again after any crash
        completes it with the same numbers.
        --print-run writes all papers of the batch into one PDF besides, body by body in the order of
        the input, each as often as the acts ask, with a cover sheet for each body; more than
        10,000 papers fill FILE-001.pdf, FILE-002.pdf and so on.
        SIGTERM and Ctrl-C end it after the records at hand; the same command goes on.
        Exit status: 0 every record issued, 2 some rejected, 1 some failed or the run broke off.
        """),
    Message(kk: "Шешімдер файлдары.", ru: "Файлы решений.", en: "Files of decisions."),
    Message(
      kk: "Әр жазбаны тексеріп, нәтижесін шығару; құжат шығармау.",
      ru: "Проверить каждую запись и вывести результаты; документов не выпускать.",
      en: "Judge every record and print the results; issue nothing."),
    Message(
      kk: "Барлық құжат бір PDF файлында, басып шығару үшін.",
      ru: "Один PDF всех документов, для печати.", en: "One PDF of all papers, for the printer."),
    Message(
      kk: "Парақтың екі бетіне басу: әр дана жаңа парақтан басталады.",
      ru: "Печать на обеих сторонах листа: каждый экземпляр начинается с нового.",
      en: "The print run is for both sides of the sheet: every print begins on a new one."),
    Message(
      kk: "Терминалдағы барысы: «auto» – терминал болса, «never» – ешқашан.",
      ru: "Ход работы на терминале: «auto» – если есть терминал, «never» – никогда.",
      en: "Progress on a terminal: auto or never."),
    Message(
      kk: "Көп шешім бойынша құжаттарды бірнеше машинада шығару.",
      ru: "Выпустить документы по множеству решений на нескольких машинах.",
      en: "Issue the papers of many decisions on several machines."),
    Message(
      kk:
        "Тізілім PostgreSQL жүйесінде болуы керек (tamga.yaml файлындағы «register» кілті). Бір пәрмен шешімдерді кезекке қосады, кез келген машиналардағы орындаушылар құжаттарды шығарады, тағы бір пәрмен нәтижелерді жазады.",
      ru:
        "Нужен реестр на PostgreSQL (ключ «register» в tamga.yaml). Одна команда добавляет решения, любое число исполнителей на любых машинах выпускает документы, ещё одна команда пишет результаты.",
      en: """
        Needs a register on PostgreSQL (key "register" of tamga.yaml). One command adds decisions, any
        number of workers on any machines issue them, one command writes the results.
        """),
    Message(
      kk: "Шешімдерді кезекке қосу; топтаманың атауын шығарады.",
      ru: "Добавить решения в очередь; выводит название их партии.",
      en: "Add decisions to the queue; prints the name of their batch."),
    Message(
      kk: "Сол шешімдер қайта берілсе, ештеңе қосылмайды; аяқталмағандары қайта орындалады.",
      ru: "Те же решения повторно ничего не добавляют; незавершённые исполняются снова.",
      en: "The same decisions again add nothing; what had failed is tried again."),
    Message(
      kk: "Кезектегі шешімдер бойынша құжаттар шығару.",
      ru: "Выпустить документы по решениям из очереди.",
      en: "Issue the papers of queued decisions."),
    Message(
      kk:
        "Тоқтатылғанша жұмыс істейді; --until-empty болса, кезектегі барлық шешім нәтижесін алғанша, содан кейін өзі жұмыс істеген әр топтаманың және шығыс қалтасында нәтижесі жоқ басқа топтамалардың нәтижелерін «queue results» сияқты жазады. SIGTERM мен Ctrl-C қолдағы жазбалардан кейін тоқтатады, --until-empty болмаса, 0 кодымен. Орындаушыны кез келген сәтте күштеп тоқтатуға да болады: оның шешімдері басқасына өтеді. --until-empty кезіндегі аяқталу коды: 0 – барлық жазба бойынша құжат шығарылды, 2 – кейбірі қабылданбады, 1 – кейбірі аяқталмады.",
      ru:
        "Работает, пока её не остановят, а с --until-empty – пока у каждого решения очереди не будет результата; затем пишет результаты всех партий, над которыми работала, и тех, чьих результатов нет в папке вывода, как «queue results». SIGTERM и Ctrl-C останавливают её после записей, которые в работе, без --until-empty с кодом 0. Исполнителя можно и прервать в любой момент: его решения перейдут другому. Код завершения с --until-empty: 0 – выпущены все записи, 2 – часть отклонена, 1 – часть не завершена.",
      en: """
        Runs until it is stopped, or with --until-empty until every decision of the queue has its
        result; then it writes the results of every batch that it worked on, and of every other one
        that has none in the output folder, as "queue results" does.
        SIGTERM and Ctrl-C end it after the records at hand, with status 0 without --until-empty. A worker
        may also be killed at any moment: its decisions go to another one.
        Exit status with --until-empty: 0 every record issued, 2 some rejected, 1 some failed.
        """),
    Message(
      kk: "Тоқтап қалған орындаушының шешімдері неше секундтан кейін басқасына өтеді.",
      ru: "Через сколько секунд решения остановившегося исполнителя переходят другому.",
      en: "Seconds after which another worker takes over the decisions of one that stopped."),
    Message(
      kk: "Әр шешім нәтижесін алғанда аяқтау.",
      ru: "Завершить работу, когда у каждого решения есть результат.",
      en: "End when every decision has its result."),
    Message(
      kk:
        "Кезектегі топтамалар: терминалда – адамға арналған түрде, басқа жерде – әрқайсысына бір JSON жолы.",
      ru: "Партии в очереди: на терминале – для людей, иначе по строке JSON на каждую.",
      en: "The batches in the queue: on a terminal for people, else a JSON line each."),
    Message(
      kk:
        "«state»: «filling» – жазбалар қосылып жатыр, «open» – орындаушыларды күтеді, «settled» – аяқталды.",
      ru:
        "«state»: «filling» – записи добавляются, «open» – ждёт исполнителей, «settled» – завершена.",
      en: "state: filling while records are added, open for workers, settled."),
    Message(
      kk: "Іске қосылым туралы жазба, JSON (әдетте кеңсе қалтасындағы last-run.json).",
      ru: "Запись о запуске, JSON (обычно last-run.json в папке ведомства).",
      en: "The record of the run, JSON (default: last-run.json in the office folder)."),
    Message(
      kk: "Prometheus үшін іске қосылым туралы жазба: «node-exporter» оқитын қалтадағы файл.",
      ru: "Запись о запуске для Prometheus: файл в папке, которую читает «node-exporter».",
      en: "The record of the run for Prometheus: a file of node-exporter's textfile folder."),
    Message(
      kk:
        "Адамға арналған сөздердің орнына стандартты қате шығысына журнал жазу: «text» немесе «json».",
      ru: "Вместо слов для людей писать в стандартный вывод ошибок журнал: «text» или «json».",
      en: "Write a log to standard error in place of words for people: text or json."),
    Message(
      kk: "Топтаманың нәтижелерін «issue» сияқты жазу.",
      ru: "Записать результаты партии, как «issue».",
      en: "Write the results of a batch, as issue does."),
    Message(
      kk:
        "Басқа машиналарда шығарылған құжаттар кеңсе қоймасынан көшіріледі. Аяқталу коды: 0 – барлық жазба бойынша құжат шығарылды, 2 – кейбірі қабылданбады, 1 – кейбірі аяқталмады.",
      ru:
        "Документы, выпущенные на других машинах, копируются из хранилища ведомства. Код завершения: 0 – выпущены все записи, 2 – часть отклонена, 1 – часть не завершена.",
      en: """
        Papers made on other machines are copied from the office's store.
        Exit status: 0 every record issued, 2 some rejected, 1 some failed or not finished yet.
        """),
    Message(
      kk: "Топтаманы кезектен алып тастау: оның жазбалары – дербес деректер, енді қажет емес.",
      ru: "Убрать партию из очереди: её записи – персональные данные, больше не нужные.",
      en: "Remove a batch from the queue: its records are personal data and no longer needed."),
    Message(
      kk: "Тізілім, құжаттар және жазылған нәтижелер сақталады.",
      ru: "Реестр, документы и записанные результаты остаются.",
      en: "The register, the papers and the results that were written stay."),
    Message(
      kk: "Шешімдерді схема мен ережелер бойынша тексеру; құжат шығармау.",
      ru: "Проверить решения по схеме и правилам; документов не выпускать.",
      en: "Judge decisions by schema and rules; issue nothing."),
    Message(
      kk:
        "Әр жазбаға бір JSON жолын шығарады (терминалға шығармайды); адамға арналған ескертулер стандартты қате шығысына жазылады. Кеңсе көрсетілмесе, кез келген берген орган қабылданады, ал жоқ мән-жайлар тексерілмеді деп көрсетіледі. Аяқталу коды: 0 – құжатқа кедергі жоқ, 2 – кейбір жазба қабылданбады, 1 – кейбірін тексеру мүмкін болмады.",
      ru:
        "Выводит строку JSON на каждую запись (не на терминал); замечания для людей идут в стандартный вывод ошибок. Без ведомства принимается любой орган, а отсутствующие сведения указываются как непроверенные. Код завершения: 0 – документам ничто не препятствует, 2 – часть записей отклонена, 1 – часть не удалось проверить.",
      en: """
        Prints one JSON line for each record, unless into a terminal; findings for people go to standard
        error.
        Without an office every issuing body passes and absent facts are listed as not checked.
        Exit status: 0 nothing forbids a paper, 2 some records are rejected, 1 some could not be judged.
        """),
    Message(
      kk: "Шығарылған құжатты қайта беру (байтына дейін сол файл) және басылғанын тізілімге жазу.",
      ru: "Выдать выпущенный документ ещё раз, байт в байт, и записать печать в реестр.",
      en: "Give an issued paper again, byte for byte, and record the print."),
    Message(
      kk: "Файл кеңсе қоймасынан алынады, қайта салынбайды.",
      ru: "Файл берётся из хранилища ведомства и заново не создаётся.",
      en: "The issued file comes from the office's store; it is never drawn anew."),
    Message(
      kk: "Басылған дананың бүлініп, жойылғанын жазу.",
      ru: "Записать, что напечатанный экземпляр испорчен и уничтожен.",
      en: "Record that a print was spoilt and destroyed."),
    Message(
      kk: "Құжаттың өзі өзгермейді; «reprint» оны қайта береді.",
      ru: "Сам документ остаётся как есть; «reprint» выдаёт его ещё раз.",
      en: "The paper itself stays as it is; 'reprint' gives another print."),
    Message(
      kk: "Құжаттың иесіне немесе өкіліне берілгенін жазу.",
      ru: "Записать, что документ вручён владельцу или представителю.",
      en: "Record that a paper was given to its holder or a representative."),
    Message(
      kk:
        "--reason кімге және қандай құжат бойынша берілгенін айтады, мысалы «иесіне, паспорт көрсетілді» немесе «өкіліне, 17-2026 сенімхат». Күшінде емес құжат берілмейді; қолына берілген және содан кейін қайта басылмаған құжат --again болмаса екінші рет жазылмайды.",
      ru:
        "--reason говорит, кому и по какому документу, например «владельцу, паспорт предъявлен» или «представителю, доверенность 17-2026». Недействующий документ не вручается; вручённый и с тех пор не печатавшийся – только с --again.",
      en: """
        --reason says to whom and by what document, for example "holder, passport shown" or
        "representative, power of attorney 17-2026". Refused for a paper that is not in force, and,
        without --again, for one that was handed over and not printed again since.
        """),
    Message(
      kk: "Бұрын қолына берілген құжатты тағы бір рет жазу.",
      ru: "Записать ещё раз для документа, который уже вручён.",
      en: "Record it once more for a paper that was handed over before."),
    Message(
      kk: "Құжаттың күшін тоқтата тұру немесе қайта жандандыру.",
      ru: "Приостановить документ или возобновить его действие.",
      en: "Suspend a paper or let it run again."),
    Message(
      kk: "Қайтарып алу мен күшін жою – шешімдер: оларды «issue» арқылы шығарыңыз.",
      ru: "Отзыв и аннулирование – это решения: выпустите их через «issue».",
      en: "Revocation and annulment are decisions: issue them."),
    Message(
      kk: "«suspended» (тоқтата тұру) немесе «valid» (қайта жандандыру).",
      ru: "«suspended» (приостановить) или «valid» (возобновить).", en: "suspended or valid."),
    Message(
      kk: "Қате шығарылған құжатты жою: орнына түзетілген шешім бойынша құжат шығарылады.",
      ru: "Погасить документ, выпущенный ошибочно, чтобы за ним последовало исправленное решение.",
      en: "End a paper that was made in error, so that a corrected decision can follow."),
    Message(
      kk:
        "Нөмір қайта пайдаланылмайды, құжат жойылған болады; түзетілген шешімге өз белгісі керек.",
      ru:
        "Номер остаётся занятым, документ погашен; исправленному решению нужно своё обозначение.",
      en: "The number stays used and the paper is revoked; the corrected decision needs its own id."
    ),
    Message(
      kk: "Синтетикалық шешімдерді JSONL түрінде жасау; бәрі бірге заңға сай.",
      ru: "Создать вымышленные решения в виде JSONL; все вместе они законны.",
      en: "Make synthetic decisions as JSONL, all lawful together."),
    Message(
      kk:
        "Адамдар ойдан шығарылған, құжаттардың күші жоқ: сынау мен тексеруге арналған. Кеңсесіз шешімдер 2013–2026 жылдардікі, барлық түрден: оларды --archive опциясымен жасалған кеңсе шығарады. --office аталса және ол кеңседе ескі күнге шек қойылса, шешімдер соңғы күндердікі және кеңсе бүгін шығаратын түрлерден болады.",
      ru:
        "Люди вымышлены, документы не имеют силы: для проб и проверок. Без ведомства решения 2013–2026 годов, всех видов: их выпускает ведомство, созданное с опцией --archive. С --office, если ведомство ограничивает оформление задним числом, – последних дней и тех видов, которые оно выпускает сегодня.",
      en: """
        The people are invented and the papers of no worth: for trials and tests.
        Without an office they are of 2013 to 2026, all kinds: an office made by 'tamga init
        --archive' issues them. With --office, where that office limits backdating, they are of its
        last days and of the kinds that it issues today.
        """),
    Message(kk: "Саны.", ru: "Сколько.", en: "How many."),
    Message(
      kk: "Бірдей сан бірдей шешімдер береді.", ru: "Одно и то же число даёт одни и те же решения.",
      en: "The same seed gives the same decisions."),
    Message(kk: "Тек осы түрлер.", ru: "Только эти виды.", en: "Only these kinds."),
    Message(
      kk: "Қабылданбауға тиіс жазбалардың пайызы.",
      ru: "Процент записей, которые должны быть отклонены.",
      en: "Percent of records that must be rejected."),
    Message(
      kk: "Құжат шығаруға қажеттінің бәрі дұрыс па – тексеру.",
      ru: "Проверить, всё ли в порядке для выпуска документов.",
      en: "Check whether everything that issuing needs is in order."),
    Message(
      kk:
        "Әр тексеріске бір жол шығарады. --office пен TAMGA_OFFICE болмаса, ағымдағы қалтадағы кеңсені тексереді. Аяқталу коды: 0 – бәрі дұрыс, 1 – кемшілік бар.",
      ru:
        "Выводит строку на каждую проверку. Без --office и TAMGA_OFFICE проверяет ведомство в текущей папке, если оно там есть. Код завершения: 0 – всё в порядке, 1 – есть неисправность.",
      en: """
        Prints a line for everything that was checked. Without --office and TAMGA_OFFICE it checks the
        office of the current folder, where that is one. Exit status: 0 all in order, 1 something is not.
        """),
  ]
}
