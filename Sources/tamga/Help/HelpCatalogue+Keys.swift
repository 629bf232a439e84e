import TamgaDomain

extension HelpCatalogue {
  static let keys: [Message] = [
    Message(kk: "Кеңсенің кілттері.", ru: "Ключи ведомства.", en: "The keys of an office."),
    Message(
      kk: "Барлық кілтті көрсету; құпиясы көрсетілмейді. Құпиясөз керек емес.",
      ru: "Показать все ключи; секреты не показываются. Пароль не нужен.",
      en: "Show every key; never a secret. Needs no passphrase."),
    Message(
      kk: "Жаңа шығару немесе мәртебе кілтін жасау; бұрынғысы қолданыстан шығады.",
      ru: "Создать новый ключ выпуска или статусов; прежний выводится из действия.",
      en: "Make a new issuing or status key; the former one retires."),
    Message(
      kk:
        "Түпкі кілт керек. Қолданыстан шыққан кілтпен куәландырылған құжаттар жарамды болып қалады; оның құпиясы жойылады. Жүріп жатқан жұмыс кілтті өзі ауыстырады. Жаңа кілт бұрынғысы сияқты сақталады: ашық, сол құпиясөзбен шифрланған немесе сол токенде.",
      ru:
        "Нужен корневой ключ. Документы выведенного ключа остаются действительными; его секрет удаляется. Идущие сейчас работы меняют ключ сами. Новый ключ хранится как прежний: открыто, под тем же паролем или в том же токене.",
      en: """
        Needs the root key. Papers of a retired key stay good; its secret is removed. Runs of this
        moment go on and change keys by themselves. The new key is kept as the former one: plain,
        encrypted with the same passphrase, or in the same token.
        """),
    Message(
      kk: "Түпкі кілт keys/ ішінде болмаса, оның файлы.",
      ru: "Файл корневого ключа, если он не в keys/.",
      en: "The root key's file, when it is not in keys/."),
    Message(
      kk: "Қай кілт: «issuing» (шығару) немесе «status» (мәртебелер).",
      ru: "Какой ключ: «issuing» (выпуск) или «status» (статусы).",
      en: "Which key: issuing or status."),
    Message(
      kk: "Кілтті осы токенде жасау.", ru: "Создать ключ в этом токене.",
      en: "Make the key in this token."),
    Message(
      kk: "Токеннің PKCS #11 модулі, толық жолы.", ru: "Модуль PKCS #11 токена, полный путь.",
      en: "The token's PKCS #11 module, a full path."),
    Message(
      kk: "keys/ көшірмелері бірнеше машинада болса, бұрынғы кілт әлі неше минут жарамды.",
      ru: "Сколько минут прежний ключ ещё действует, если копии keys/ есть на нескольких машинах.",
      en:
        "How long the former key still covers papers, where several machines have copies of keys/."),
    Message(
      kk: "Шығару кілтін жаңасынсыз қолданыстан шығару; құжаттары жарамды болып қалады.",
      ru: "Вывести ключ выпуска из действия без нового; его документы остаются действительными.",
      en: "End an issuing key without a new one; its papers stay good."),
    Message(
      kk: "Түпкі кілт керек. Кілттің құпиясы жойылады.",
      ru: "Нужен корневой ключ. Секрет ключа удаляется.",
      en: "Needs the root key. The secret is removed."),
    Message(
      kk: "Он алтылық 16 цифр.", ru: "16 шестнадцатеричных цифр.", en: "16 hex digits."),
    Message(
      kk: "Шығару кілтін бөтеннің қолына түскен деп жариялау.",
      ru: "Объявить ключ выпуска скомпрометированным.", en: "Declare an issuing key compromised."),
    Message(
      kk:
        "Тізілім журналына сол сәтке дейін жазылған куәландырулар ғана жарамды болып қалады. Түпкі кілт керек, жоғалған кілттің құпиясөзі керек емес. Кеңсенің бұдан былай шынайы саналмайтын құжаттарының нөмірлерін шығарады. --reissue болса, олар жойылып, шешімдері бойынша құжаттар бірден жаңа белгілермен, жаңа нөмірлермен, қажет болса жаңа кілтпен қайта шығарылады; ол болмаса, мұны кейін --reissue қосылған сол пәрмен істейді. Содан кейін сенім бумасын шығарыңыз.",
      ru:
        "Действительными остаются только заверения, записанные в журнал реестра до этого момента. Нужен корневой ключ, пароль утраченного ключа не нужен. Выводит номера документов ведомства, которые больше не считаются подлинными. С --reissue они погашаются, и по их решениям сразу выпускаются документы под новыми номерами, при необходимости с новым ключом; без неё это позже делает та же команда с --reissue. Затем выпустите пакет доверия.",
      en: """
        Only seals that the register logged before that moment stay good. Needs the root key, and no
        passphrase of the lost one. Prints the numbers of the office's own papers that are not genuine
        any more. With --reissue they are voided and their decisions issued again at once, under new ids
        and numbers, with a new key where there is none; without it the same command with --reissue does
        so later. Then export a trust bundle.
        """),
    Message(
      kk:
        "Қай сәттен: 2026-03-01T09:00:00+05:00 немесе 1970 жылдан бергі секунд; әдепкіде – қазір.",
      ru: "С какого момента: 2026-03-01T09:00:00+05:00 или секунды с 1970 года; обычно сейчас.",
      en: "Since when: 2026-03-01T09:00:00+05:00, or seconds since 1970; now by default."),
    Message(
      kk: "Жарамсыз болған құжаттарды жойып, шешімдері бойынша қайта шығару.",
      ru: "Погасить утраченные документы и выпустить их по решениям заново.",
      en: "Void the papers that are lost and issue their decisions again."),
    Message(
      kk: "Қайта шығарылған құжаттардың қалтасы.", ru: "Папка вывода заново выпущенных документов.",
      en: "The output folder of the papers made again."),
    Message(
      kk: "Кілттер тізіміне түпкі кілтпен қайта қол қою.",
      ru: "Заново подписать список ключей корневым ключом.",
      en: "Let the root key sign the list of keys again."),
    Message(
      kk: "tamga.yaml файлындағы кеңсе белгісі алғашқы құжатқа дейін түзетілгеннен кейін.",
      ru: "После исправления обозначения ведомства в tamga.yaml, до первого документа.",
      en: "After the office id in tamga.yaml was corrected, before the first paper."),
    Message(
      kk: "Ашық кілт файлдарын құпиясөзбен шифрлау.",
      ru: "Зашифровать открытые файлы ключей паролем.",
      en: "Put the plain key files under a passphrase."),
    Message(
      kk:
        "Файлдардың атауларын шығарады. Бұрынғы ашық байттар дискіде оқылатын күйде қалуы мүмкін: алғашқы құжатқа дейін шифрлаңыз немесе кейін кілтті ауыстырыңыз. Жоғалған құпиясөз қалпына келмейді.",
      ru:
        "Выводит имена файлов. Прежние открытые байты могут остаться читаемыми на диске: шифруйте до первого документа или затем смените ключ. Утраченный пароль не восстановить.",
      en: """
        Prints the names of the files. The former plain bytes may stay readable on the disk: encrypt
        before the first paper, or rotate the key afterwards. A lost passphrase cannot be recovered.
        """),
    Message(
      kk: "Бір рөлдің кілттері: «issuing», «status» немесе «root»; әдепкіде – бәрі.",
      ru: "Ключи одной роли: «issuing», «status» или «root»; по умолчанию все.",
      en: "The keys of one role: issuing, status or root; all by default."),
    Message(
      kk:
        "scrypt шығынының екілік логарифмі; әр қадам уақыт пен жадты екі еселейді (17 – 128 МБ).",
      ru: "Двоичный логарифм затрат scrypt; каждый шаг удваивает время и память (17 – 128 МБ).",
      en: "The binary logarithm of scrypt's N; each step doubles time and memory (17: 128 MB)."),
    Message(
      kk: "Шифрланған кілттердің құпиясөзін ауыстыру.", ru: "Сменить пароль зашифрованных ключей.",
      en: "Change the passphrase of encrypted keys."),
    Message(
      kk:
        "Бұрынғысы --passphrase-fd немесе жүйе деректері арқылы беріледі. Екеуі бір дескриптордан келуі мүмкін, бұрынғысы бірінші жолда. Файлдардың атауларын шығарады.",
      ru:
        "Прежний передаётся через --passphrase-fd или учётные данные системы. Оба могут идти из одного дескриптора, прежний в первой строке. Выводит имена файлов.",
      en: """
        The former one comes through --passphrase-fd or a credential. Both may come from one
        descriptor, the former on the first line. Prints the names of the files.
        """),
    Message(
      kk: "Жаңа құпиясөз берілетін дескриптор.", ru: "Дескриптор с новым паролем.",
      en: "A descriptor with the new passphrase."),
    Message(
      kk: "Түпкі кілттің файлын кеңседен тыс жерге көшіру.",
      ru: "Вынести файл корневого ключа из ведомства.",
      en: "Move the root key's file out of the office."),
    Message(
      kk:
        "Жаңа файл сейфте сақталатын тасымалдағышта болуы керек. Құжат шығару, мәртебелер мен сенім бумалары онсыз жүре береді; «rotate», «retire» және «compromise» оны --root-key арқылы сұрайды. Алдымен оны шифрлаңыз.",
      ru:
        "Новый файл создаётся на носителе, который потом запирают. Выпуск, статусы и пакеты доверия обходятся без него; «rotate», «retire» и «compromise» спрашивают его через --root-key. Сначала зашифруйте его.",
      en: """
        FILE is a new file on a medium that is then locked away. Issuing, statuses and trust bundles go
        on without it; rotate, retire and compromise ask for it by --root-key. Encrypt it first.
        """),
    Message(
      kk: "Кеңседен тыс жаңа файл.", ru: "Новый файл вне ведомства.",
      en: "A new file outside the office."),
  ]
}
