import TamgaDomain

extension HelpCatalogue {
  static let accounts: [Message] = [
    Message(
      kk: "Сервердің жұмыс орнында істейтіндердің есептік жазбалары.",
      ru: "Учётные записи тех, кто работает на сервере.",
      en: "Accounts of those who work at the desk of the server."),
    Message(kk: "Есептік жазба жасау.", ru: "Создать учётную запись.", en: "Make an account."),
    Message(
      kk:
        "Құпиясөз жүйе оны өзі жасаған жағдайда ғана шығарылады (алғаш кіргенде ауыстыру керек), екінші фактордың құпиясы тек осы жолы көрсетіледі; терминалда – адамға арналған түрде, басқа жерде – бір JSON жолы. Рөлдер: «operator» (оператор), «clerk» (маман), «supervisor» (басшы), «auditor» (аудитор), «administrator» (әкімші).",
      ru:
        "Выводит пароль, только если его составила система (при первом входе его надо сменить), и секрет второго фактора, только в этот раз; на терминале – для людей, иначе одной строкой JSON. Роли: «operator» (оператор), «clerk» (специалист), «supervisor» (руководитель), «auditor» (аудитор), «administrator» (администратор).",
      en: """
        Prints the password only when it was drawn (it must be changed at the first sign-in), the secret
        of the second factor this once; on a terminal for people, elsewhere one line of JSON. Roles:
        operator, clerk, supervisor, auditor, administrator.
        """),
    Message(
      kk: "Кіргенде терілетін ат.", ru: "Имя, которое вводят при входе.",
      en: "The name that is typed to sign in."),
    Message(
      kk: "Есептік жазбаға не рұқсат етілген.", ru: "Что разрешено учётной записи.",
      en: "What the account may do."),
    Message(
      kk: "Адамның аты-жөні, бетте көрсетіледі.", ru: "Имя человека, как его показывает страница.",
      en: "The person's name, as the desk shows it."),
    Message(
      kk:
        "Тек осы берген органдардың құжаттары, белгілері үтірмен бөлінеді; болмаса – барлығы.",
      ru: "Только документы этих органов, обозначения через запятую; без неё – все.",
      en: "Only papers of these issuing bodies, ids with commas between; without it all."),
    Message(
      kk:
        "Жолында 12–256 таңбалы құпиясөз берілетін дескриптордың нөмірі; болмаса, құпиясөзді жүйе жасайды.",
      ru:
        "Номер дескриптора, в строке которого передан пароль, 12–256 знаков; без неё пароль составляет система.",
      en:
        "A descriptor with the password on a line, 12 to 256 characters; without it one is drawn."
    ),
    Message(
      kk:
        "«totp» – бір реттік кодтар; «none» – кеңсе операторлар мен мамандарға рұқсат еткен жағдайда.",
      ru:
        "«totp» – одноразовые коды; «none» – где ведомство позволяет это операторам и специалистам.",
      en: "totp: one-time codes; none where the office allows that to operators and clerks."),
    Message(
      kk: "Барлық есептік жазбаны көрсету; құпиясы көрсетілмейді.",
      ru: "Показать все учётные записи; секреты не показываются.",
      en: "Show every account; never a secret."),
    Message(
      kk: "Есептік жазбаны бұғаттау; ашық жұмысы бірден тоқтайды.",
      ru: "Заблокировать учётную запись; её сеансы сразу завершаются.",
      en: "Lock an account; its sessions end at once."),
    Message(kk: "Есептік жазба.", ru: "Учётная запись.", en: "The account."),
    Message(
      kk: "Есептік жазбаның бұғатын ашу, қате құпиясөздерден бұғатталғанын да.",
      ru: "Разблокировать учётную запись, в том числе после неверных паролей.",
      en: "Unlock an account, also one locked by wrong passwords."),
    Message(
      kk: "Есептік жазбаға жаңа құпиясөз бен жаңа екінші фактор беру.",
      ru: "Дать учётной записи новый пароль и новый второй фактор.",
      en: "Give an account a new password and a new second factor."),
    Message(
      kk: "Ашық жұмысы бірден тоқтайды. «users add» сияқты мәлімет шығарады.",
      ru: "Её сеансы сразу завершаются. Выводит то же, что «users add».",
      en: "Its sessions end at once. Prints the same as users add."),
    Message(
      kk: "Есептік жазбаны өшіру; ашық жұмысы бірден тоқтайды.",
      ru: "Удалить учётную запись; её сеансы сразу завершаются.",
      en: "Remove an account; its sessions end at once."),
    Message(
      kk: "Оның істегені кеңсенің журналында біржола қалады.",
      ru: "Сделанное ею навсегда остаётся в журнале ведомства.",
      en: "What it did stands in the log of the office for good."),
    Message(
      kk: "Сервердің интерфейсін пайдаланатын басқа жүйелер.",
      ru: "Другие системы, которые обращаются к интерфейсу сервера.",
      en: "Other systems that use the server's interface."),
    Message(
      kk: "Жүйені тіркеп, оның токенін шығару, тек осы жолы.",
      ru: "Подключить систему и вывести её токен, только в этот раз.",
      en: "Make a client and print its token, this once."),
    Message(
      kk:
        "Рұқсаттар: «verify» (шектеусіз тексеру), «issue» (шешімдер), «papers» (іздеу, басып шығару), «feed» (шығарылған және тоқтатылған құжаттар), «metrics» (серверді бақылауға арналған сандар).",
      ru:
        "Разрешения: «verify» (проверка без ограничений), «issue» (решения), «papers» (поиск, печать), «feed» (что выпущено и прекращено), «metrics» (показатели сервера).",
      en: """
        Scopes: verify (checking without a limit), issue (decisions), papers (looking up, printing),
        feed (what was issued and ended), metrics (figures for those who watch the server).
        """),
    Message(kk: "Жүйенің атауы.", ru: "Имя системы.", en: "The name of the system."),
    Message(
      kk: "Оған не рұқсат етілген, сөздер үтірмен бөлінеді.",
      ru: "Что ей разрешено, слова через запятую.",
      en: "What it may do, words with commas between."),
    Message(
      kk: "Токенінің соңғы күні.", ru: "Последний день её токена.",
      en: "The last day of its token."),
    Message(
      kk: "Барлық жүйені көрсету; токені көрсетілмейді.",
      ru: "Показать все системы; токены не показываются.", en: "Show every client; never a token."),
    Message(
      kk: "Жүйені өшіру; токені енді ештеңе ашпайды.",
      ru: "Удалить систему; её токен больше ничего не открывает.",
      en: "Remove a client; its token opens nothing any more."),
    Message(kk: "Жүйе.", ru: "Система.", en: "The client."),
  ]
}
