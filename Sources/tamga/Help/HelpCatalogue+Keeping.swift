import TamgaDomain

extension HelpCatalogue {
  static let keeping: [Message] = [
    Message(
      kk: "Кеңсенің осы сәттегі көшірмесін жасау, басқалар құжат шығарып жатса да.",
      ru: "Сделать копию ведомства на этот момент, даже если другие выпускают документы.",
      en: "Copy an office as it is at this moment, also while others issue."),
    Message(
      kk:
        "Қалта жасайды: баптаулар, тізілім, есептік жазбалар, шығарылған файлдар, қаріптер және «sha256sum -c» үшін SHA256SUMS. Ол не толық, не мүлде жоқ. PostgreSQL-дегі тізілім де көшіріледі, кезегі көшірілмейді. Аяқталу коды: қойма бұрын файл жоғалтқан болса да 1.",
      ru:
        "Создаёт папку: настройки, реестр, учётные записи, выданные файлы, шрифты и SHA256SUMS для «sha256sum -c». Она или полная, или её нет. Реестр в PostgreSQL тоже копируется, его очередь – нет. Код завершения: 1 и тогда, когда хранилище раньше потеряло файлы.",
      en: """
        Makes the folder: settings, register, accounts, issued files, fonts, and SHA256SUMS for
        'sha256sum -c'. Complete, or not there. A register on PostgreSQL is copied too; its queue is not.
        Exit status: 1 also when the store had lost files before.
        """),
    Message(
      kk: "Басқа дискідегі жаңа қалта.", ru: "Новая папка на другом диске.",
      en: "The new folder, on another disk."),
    Message(
      kk: "Құпия кілттер де: көшірме кімде болса, сол шынайы құжат жасай алады.",
      ru: "Вместе с секретными ключами: у кого копия, тот может сделать подлинный документ.",
      en: "Private keys too: whoever has the backup can then make genuine papers."),
    Message(
      kk: "Сақтық көшірмеден кеңсе жасап, оны тексеру.",
      ru: "Восстановить ведомство из резервной копии и провести аудит.",
      en: "Make an office of a backup, and audit it."),
    Message(
      kk:
        "Алдымен әр файл SHA256SUMS бойынша тексеріледі. Көшірмеден кейін шығарылған құжаттарды ол білмейді, сондықтан «accept-restore» солардың нөмірлерін өткізбейінше, кеңсе нөмір бермейді. Аяқталу коды: тексеру бірдеңе тапса – 1.",
      ru:
        "Сначала каждый файл проверяется по SHA256SUMS. О документах, выданных после копии, она не знает, поэтому ведомство не даёт номеров, пока «accept-restore» не пропустит их номера. Код завершения: 1, если аудит что-то нашёл.",
      en: """
        Proves every file by SHA256SUMS first. Papers issued after the backup are unknown to it, so that
        the office gives no number until 'tamga register accept-restore' has left theirs out.
        Exit status: 1 when the audit finds something.
        """),
    Message(
      kk: "Сақтық көшірменің қалтасы.", ru: "Папка резервной копии.",
      en: "The folder of the backup."),
    Message(
      kk: "Көшірмеден кейін ең көп дегенде қанша құжат шығарылған; жоғы анық болса – 0.",
      ru: "Сколько документов выдано после копии, не больше; 0, если точно ни одного.",
      en: "Papers issued after the backup, at most; 0 when it is certain that there are none."),
    Message(
      kk: "Кеңсенің тізілімі мен есептік жазбаларын SQLite-тен PostgreSQL-ге көшіру.",
      ru: "Перенести реестр и учётные записи ведомства из SQLite в PostgreSQL.",
      en: "Take the register and the accounts of an office from SQLite to PostgreSQL."),
    Message(
      kk:
        "Барлық жол бір транзакцияда көшіп, екі жағында салыстырылады және тексеріледі; содан кейін tamga.yaml өзгеріп, бұрынғы файлдар басқа атау алады. Бұл кезде кеңсені ешкім пайдаланбауы керек. Қай жерде үзілсе де, сол пәрмен жалғастырады.",
      ru:
        "Все строки переносятся одной транзакцией, сличаются и проверяются с обеих сторон; затем меняется tamga.yaml, а прежние файлы получают другие имена. Никто не должен в это время работать с ведомством. Где бы перенос ни прервался, та же команда его продолжит.",
      en: """
        All rows in one transaction, compared and audited on both sides; then tamga.yaml is changed and
        the former files get other names. Nobody may have the office open. Stopped anywhere, the same
        command goes on.
        """),
    Message(
      kk: "Құпиясөзсіз libpq қосылу жолы: postgresql://HOST/DATABASE.",
      ru: "Строка подключения libpq без пароля: postgresql://HOST/DATABASE.",
      en: "A connection string of libpq without a password: postgresql://HOST/DATABASE."),
    Message(
      kk: "Осы кеңсенің схемасы.", ru: "Схема для этого ведомства.",
      en: "The schema for this office."),
    Message(
      kk:
        "Сақтық көшірмеден қалпына келтірілген кеңсемен жұмысты жалғастыру; кім және неге екені журналда тұрады.",
      ru:
        "Продолжить с ведомством, восстановленным из резервной копии; кто и почему – стоит в журнале.",
      en: "Go on with an office that was restored from a backup; the log says who and why."),
    Message(
      kk:
        "Көшірмеден кейін берілген болуы мүмкін нөмірлер әр қатарда біржола өткізіледі. Ондай нөмірлі құжаттар тізілімге белгісіз болып қалады.",
      ru:
        "Номера, которые могли быть даны после копии, навсегда пропускаются в каждом ряду. Документы с такими номерами остаются неизвестны реестру.",
      en: """
        Numbers that may have been given after the backup are left out of every series for good. Papers of
        those numbers stay unknown to the register.
        """),
    Message(
      kk: "Шығыс қалтасы: топтамаларының бақылау нүктелері қанша жетпейтінін айтады.",
      ru: "Папка вывода: контрольные точки её партий говорят, скольких записей нет.",
      en: "An output folder: the checkpoints of its batches say how much is missing."),
  ]
}
