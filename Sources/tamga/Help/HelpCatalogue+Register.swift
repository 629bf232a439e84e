import TamgaDomain

extension HelpCatalogue {
  static let register: [Message] = [
    Message(
      kk: "Тізілімді қарау, тексеру, үзінді алу және тазарту.",
      ru: "Просмотр, аудит, выписки и очистка реестра.",
      en: "Inspect, audit, export and purge the register."),
    Message(
      kk: "Құжаттарды нөмірі, шешімі, паспорты немесе аты-жөні бойынша табу. Дербес деректер.",
      ru: "Найти документы по номеру, решению, паспорту или имени. Персональные данные.",
      en: "Find papers by number, decision, passport or name. Personal data."),
    Message(
      kk:
        "Нөмір мен паспорт кез келген әріппен және бос орынмен жазылады; нөмірді нөлдерінсіз және бақылау цифрынсыз, жылынсыз немесе орнынсыз да жазуға болады («ala-26-98», «ala 98», 98); аты-жөнінен сөздердің басы жеткілікті. Алдымен ең жаңа құжаттар. Аяқталу коды: 0 – табылды, 1 – ештеңе табылмады.",
      ru:
        "Номер и паспорт – в любом регистре и с любыми пробелами; номер – и без нулей и контрольной цифры, без года или места («ala-26-98», «ala 98», 98); от имени достаточно начала слов. Сначала самые новые документы. Код завершения: 0 – найдено, 1 – ничего не найдено.",
      en: """
        A number or a passport in any case and with any blanks; a number also without its zeros and its
        check digit, its year or its place (ala-26-98, ala 98, 98); of a name the beginnings of its words.
        The newest papers come first. Exit status: 0 found, 1 nothing found.
        """),
    Message(
      kk: "Не іздейтініңіз, өзіңіз тергендей.", ru: "Что ищется, как набрано.",
      en: "What is looked for, as it is typed."),
    Message(
      kk: "Құжаттың ең көп саны, әдетте 20.", ru: "Не больше документов, обычно 20.",
      en: "Papers at most, 20 by default."),
    Message(
      kk: "Әр құжатқа бір JSON жолы.", ru: "По строке JSON на каждый документ.",
      en: "One JSON line for each paper."),
    Message(
      kk: "Барлық құжат, дербес деректерсіз.", ru: "Все документы, без персональных данных.",
      en: "All papers, without personal data."),
    Message(
      kk: "Терминалда әр құжатқа адамға арналған бір жол, басқа жерде – бір JSON жолы.",
      ru: "На терминале по строке на документ для людей, иначе по строке JSON.",
      en: "On a terminal a line each for people, elsewhere a JSON line."),
    Message(kk: "Тек осы түр.", ru: "Только этот вид.", en: "Only this kind."),
    Message(
      kk: "Тек үзілген жұмыстан аяқталмай қалған құжаттар.",
      ru: "Только документы, не законченные прерванной работой.",
      en: "Only papers that a killed run left unfinished."),
    Message(
      kk: "Құжат және онымен болған барлық оқиға.", ru: "Документ и всё, что с ним происходило.",
      en: "A paper and everything that happened to it."),
    Message(
      kk:
        "Тізілімде бір адам немесе бір құжат туралы сақталғанның бәрін шығару. Дербес деректер.",
      ru: "Вывести всё, что реестр хранит об одном лице или документе. Персональные данные.",
      en: "Print everything that the register holds of one person or one paper. Personal data."),
    Message(
      kk:
        "Адамды --citizenship пен --passport немесе --name мен --birth-date арқылы, бір құжатты --number арқылы көрсетіңіз. Әр құжаттың тізілімдегі дерегі, шешімнің жазбасы және оқиғалары: терминалда – адамға арналған түрде, басқа жерде – бір JSON жолы.",
      ru:
        "Укажите лицо через --citizenship и --passport или --name и --birth-date, один документ – через --number. О каждом документе – сведения реестра, запись решения и события: на терминале для людей, иначе строкой JSON.",
      en: """
        Name the person by --citizenship with --passport, or with --name and --birth-date, or one
        paper by --number. Of each paper its entry, the decision's record and its events: on a terminal
        for people, elsewhere a JSON line.
        """),
    Message(
      kk: "Елдің үш әріптік коды.", ru: "Трёхбуквенный код страны.", en: "Alpha-3."),
    Message(kk: "Құжатта басылғандай.", ru: "Как напечатано в документе.", en: "As printed."),
    Message(
      kk: "Латын әріптерімен, құжатта басылғандай.",
      ru: "Латинскими буквами, как напечатано в документе.",
      en: "In Latin letters, as printed."),
    Message(kk: "--name опциясымен бірге.", ru: "Вместе с --name.", en: "With --name."),
    Message(
      kk: "Тізілімді, файлдарды және журналды салыстырып, сәйкес келмегеннің бәрін атау.",
      ru: "Сличить реестр, файлы и журнал и назвать всё, что не сходится.",
      en: "Compare register, files and log, and name everything that does not agree."),
    Message(
      kk:
        "--checkpoint болса, журнал басқа біреу сақтағанмен де салыстырылады: толық қайта жазылған журнал тек осылай табылады. Аяқталу коды: 0 – бәрі сәйкес, 1 – сәйкессіздік бар.",
      ru:
        "С --checkpoint журнал сличается и с тем, что сохранил другой: полностью переписанный журнал находится только так. Код завершения: 0 – всё сходится, 1 – есть расхождение.",
      en: """
        With --checkpoint the log is also held against what somebody else kept: a log that was
        rewritten as a whole is found only so. Exit status: 0 all agree, 1 something does not.
        """),
    Message(
      kk: "Басқа біреу сақтаған бақылау нүктесі.", ru: "Контрольная точка, сохранённая другим.",
      en: "A checkpoint that another holder kept."),
    Message(
      kk: "Осы шығыс қалтасының құжаттарын да салыстыру.",
      ru: "Сличить также документы этой папки вывода.",
      en: "Also compare the papers of this output folder."),
    Message(
      kk: "Әр сәйкессіздікке бір JSON объектісін және жиынын шығару.",
      ru: "Вывести объект JSON на каждое расхождение и один с итогами.",
      en: "Print a JSON object for each finding and one for the sums."),
    Message(
      kk: "Журналдың осы сәттегі күйіне қол қойып, бақылау нүктесін екінші сақтаушыға шығару.",
      ru: "Подписать журнал как он есть и вывести контрольную точку для второго хранителя.",
      en: "Sign the log as it is now and print the checkpoint for a second holder."),
    Message(
      kk:
        "«issue» мен «trust export» та қол қояды. Бақылау нүктесін басқа жерде сақтаған адам оған дейінгі жазбалардың өзгермегенін кейін көрсете алады: «register audit --checkpoint».",
      ru:
        "«issue» и «trust export» тоже подписывают её. Кто хранит контрольную точку в другом месте, тот позже покажет, что до неё ничего не изменено: «register audit --checkpoint».",
      en: """
        'issue' and 'trust export' sign one as well. Whoever keeps a checkpoint elsewhere can show
        later that nothing before it was changed: 'register audit --checkpoint FILE'.
        """),
    Message(
      kk: "Оның орнына журналдың ашық кілтін шығару.",
      ru: "Вместо этого вывести открытый ключ журнала.",
      en: "Print the log's public key instead."),
    Message(
      kk: "Құжатпен болған барлық оқиғаның дәлелін жазу немесе мұндай дәлелді тексеру.",
      ru: "Записать доказательства всего, что было с документом, или проверить их.",
      en: "Write evidence of everything that happened to a paper, or check such evidence."),
    Message(
      kk:
        "Дәлел кеңсесіз тексеріледі: «tamga register prove --check --key» немесе C2SP tlog-proof пішімін оқитын кез келген бағдарлама арқылы. Онда жеке адамның деректері жоқ.",
      ru:
        "Доказательства проверяются без ведомства: «tamga register prove --check --key» или любой программой, читающей C2SP tlog-proof. Данных о лице в них нет.",
      en: """
        The evidence is checked without the office: 'tamga register prove --check FILE --key KEY', or
        by any reader of C2SP tlog-proof. It holds no person.
        """),
    Message(
      kk: "Дәлелдер жазылатын қалта.", ru: "Папка для доказательств.",
      en: "The folder for the evidence."),
    Message(
      kk: "Тексерілетін дәлел.", ru: "Проверяемые доказательства.", en: "Evidence to check."),
    Message(
      kk: "--check үшін журналдың ашық кілті.", ru: "Открытый ключ журнала для --check.",
      en: "The log's public key for --check."),
    Message(
      kk: "Сақтау мерзімі өткен құжаттардың адам деректері мен файлдарын жою.",
      ru: "Удалить данные лиц и файлы документов, срок хранения которых истёк.",
      en: "Remove persons and files of papers whose retention has ended."),
    Message(
      kk:
        "Сақталатын айлар – баптау (retentionMonths); еңбекші көшіп келушінің рұқсаты тізбегінің соңғы құжатынан кейін бір жыл сақталады. Нөмір, мәртебе, бақылау сомалары және журнал қалады.",
      ru:
        "Срок хранения в месяцах – настройка (retentionMonths); разрешение трудового иммигранта хранится год после последнего документа его цепочки. Номер, статус, контрольные суммы и журнал остаются.",
      en: """
        Kept months are a setting (retentionMonths); labour-immigrant permits are kept one year after
        the last paper of their chain. Number, status, digests and the log stay.
        """),
    Message(
      kk: "Ештеңе жоймау; жойылатын нөмірлерді шығару.",
      ru: "Ничего не удалять; вывести номера, подлежащие удалению.",
      en: "Remove nothing; print the numbers that would go."),
    Message(
      kk: "Құжаттар жасалғаннан кейін өзгертілген нысан үшін жауап беру.",
      ru: "Ответить за форму, изменённую после выдачи документов по ней.",
      en: "Answer for a form that was changed after papers had been made from it."),
    Message(
      kk:
        "Тексеру файлдары құжаттар жасалған файлдардан өзгеше нысандарды атайды. Өзгеріс әдейі жасалса, бұл пәрмен журналға кім және неге екенін жазады, тексеру оларды енді атамайды.",
      ru:
        "Аудит называет формы, файлы которых не те, по которым сделаны документы. Если изменение было намеренным, команда записывает в журнал, кто и почему за него отвечает, и аудит их больше не называет.",
      en: """
        The audit names forms whose files are others now than those of their papers. Where the change was
        meant, this enters in the log who says so and why, and the audit names them no more.
        """),
    Message(
      kk: "Редакция: түрі, қиғаш сызық және алғашқы күні.",
      ru: "Редакция: вид, косая черта и её первый день.", en: "The edition, KIND/yyyy-MM-dd."),
  ]
}
