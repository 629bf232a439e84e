import TamgaDomain

extension HelpCatalogue {
  /// What several commands share.
  static let common: [Message] = [
    Message(
      kk: "Қазақстанның көші-қон органдарының құжаттарын шығару және тексеру.",
      ru: "Выпуск и проверка документов миграционных органов Казахстана.",
      en: "Issue and check the papers of Kazakhstan's migration offices."),
    Message(
      kk:
        "Деректер стандартты шығысқа, адамға арналған хабарлар стандартты қате шығысына жазылады. Аяқталу коды: 64 – пәрмен жолы дұрыс емес, 66 – кіріс файл жоқ немесе оқылмайды; қалғандары әр пәрменнің анықтамасында.",
      ru:
        "Данные идут в стандартный вывод, сообщения для людей – в стандартный вывод ошибок. Код завершения: 64 – неверная командная строка, 66 – входной файл отсутствует или не читается; остальные – в справке каждой команды.",
      en:
        "Data goes to standard output, everything for people to standard error. Exit status: 64 usage, 66 input missing or unreadable; others with each command."
    ),
    Message(kk: "Нұсқасын көрсету.", ru: "Показать версию.", en: "Show the version."),
    Message(
      kk: "Осы анықтаманы көрсету.", ru: "Показать эту справку.", en: "Show help information."),
    Message(
      kk: "Хабарлар тілі: «kk», «ru» немесе «en».", ru: "Язык сообщений: «kk», «ru» или «en».",
      en: "Language of messages: kk, ru or en."),
    Message(kk: "Үлгілер қалтасы.", ru: "Папка шаблонов.", en: "The templates folder."),
    Message(
      kk: "Кеңсе қалтасы (не TAMGA_OFFICE).", ru: "Папка ведомства (или TAMGA_OFFICE).",
      en: "The office folder (or TAMGA_OFFICE)."),
    Message(
      kk:
        "Жолында құпиясөз немесе PIN берілетін дескриптордың нөмірі; бір рөлдің кілттері үшін – рөл, қос нүкте және нөмір (мысалы «issuing:3»).",
      ru:
        "Номер дескриптора, в строке которого передан пароль или PIN; для ключей одной роли – роль, двоеточие и номер (например «issuing:3»).",
      en: "A descriptor with the passphrase or PIN on a line, or ROLE:N for the keys of one role."),
    Message(
      kk:
        "Ол болмаса, жүйенің «tamga-passphrase-issuing» (рөлі бойынша) және «tamga-passphrase» деректері пайдаланылады.",
      ru:
        "Без неё берутся учётные данные системы «tamga-passphrase-issuing» (по роли) и «tamga-passphrase».",
      en: "Without it: the credentials tamga-passphrase-ROLE and tamga-passphrase of the system."),
    Message(kk: "Шығыс қалтасы.", ru: "Папка вывода.", en: "The output folder."),
    Message(
      kk: "Қатар жұмыс істейтін орындаушылар саны, әдетте ядролар санымен бірдей.",
      ru: "Число параллельных исполнителей, обычно по числу ядер процессора.",
      en: "Parallel workers (default: CPU cores)."),
    Message(
      kk: "JSON түрінде шығару, бағдарламаларға арналған.", ru: "Вывести JSON, для программ.",
      en: "Print JSON, for programs."),
    Message(
      kk: "Терминалға да JSON шығару.", ru: "Выводить JSON и на терминал.",
      en: "Print JSON on a terminal too."),
    Message(
      kk: "JSON массивін шығару.", ru: "Вывести массив JSON.", en: "Print a JSON array."),
    Message(kk: "Құжаттың түрі.", ru: "Вид документа.", en: "The kind."),
    Message(kk: "Тек осы топтама.", ru: "Только эта партия.", en: "Only this batch."),
    Message(kk: "Топтаманың атауы.", ru: "Название партии.", en: "The name of the batch."),
    Message(
      kk: "Құжаттың нөмірі; телнұсқа үшін соңында «~» және реті (мысалы «~2»).",
      ru: "Номер документа; для дубликата в конце «~» и порядковый номер (например «~2»).",
      en: "The number, NUMBER~2 for a copy."),
    Message(
      kk: "Осы нөмір бірнеше түрде болса, құжаттың түрі.",
      ru: "Вид документа, если такой номер есть у нескольких видов.",
      en: "The kind, where several have this number."),
    Message(
      kk:
        "Ескі сақтық көшірмеден қалпына келтірілген тізіліммен жұмысты жалғастыру: себебі; тізілімге жазылады.",
      ru:
        "Продолжить с реестром, восстановленным из старой резервной копии: причина; записывается в реестр.",
      en:
        "Go on with a register that was restored from an old backup: why; stands in the register."),
    Message(
      kk: "Кеңсе құжаттарының шығыс қалтасы.", ru: "Папка вывода документов ведомства.",
      en: "The output folder of the office's papers."),
    Message(
      kk: "Себебі; тізілімге жазылады.", ru: "Причина; записывается в реестр.",
      en: "Why; stands in the register."),
  ]
}
