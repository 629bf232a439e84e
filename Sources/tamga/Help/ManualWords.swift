import TamgaDomain

/// The words of the manual pages that no command says itself.
enum ManualWords {
  static let name = Message(kk: "АТАУЫ", ru: "НАЗВАНИЕ", en: "NAME")
  static let synopsis = Message(kk: "ҚОЛДАНЫЛУЫ", ru: "ПРИМЕНЕНИЕ", en: "SYNOPSIS")
  static let description = Message(kk: "СИПАТТАМАСЫ", ru: "ОПИСАНИЕ", en: "DESCRIPTION")
  static let exitStatus = Message(kk: "АЯҚТАЛУ КОДЫ", ru: "КОД ЗАВЕРШЕНИЯ", en: "EXIT STATUS")
  static let environment = Message(
    kk: "ОРТА АЙНЫМАЛЫЛАРЫ", ru: "ПЕРЕМЕННЫЕ СРЕДЫ", en: "ENVIRONMENT")
  static let files = Message(kk: "ФАЙЛДАР", ru: "ФАЙЛЫ", en: "FILES")
  static let seeAlso = Message(kk: "ТАҒЫ ҚАРАҢЫЗ", ru: "СМОТРИТЕ ТАКЖЕ", en: "SEE ALSO")

  /// How the sentence of a help text begins that tells the exit status.
  static let exitMark = Message(kk: "Аяқталу коды", ru: "Код завершения", en: "Exit status")

  /// What the commands take from the environment, for the page of `tamga` itself.
  static let variables: [(name: String, words: Message)] = [
    (
      "TAMGA_OFFICE",
      Message(
        kk: "--office берілмегенде кеңсе қалтасы.",
        ru: "Папка ведомства, если не указан --office.",
        en: "The office folder where --office is not given.")
    ),
    (
      "TAMGA_TEMPLATES",
      Message(
        kk: "--templates берілмегенде үлгілер қалтасы.",
        ru: "Папка шаблонов, если не указан --templates.",
        en: "The templates folder where --templates is not given.")
    ),
    (
      "TAMGA_AGENT",
      Message(
        kk: "Тізілім оқиғаларында көрсетілетін орындаушы; әдетте пайдаланушының аты.",
        ru: "Кто действует, для событий реестра; обычно имя пользователя.",
        en: "Who acts, for the register's events; the name of the user otherwise.")
    ),
    (
      "TAMGA_READER",
      Message(
        kk: "Бөтен файлдарды ашатын бағдарлама.",
        ru: "Программа, которая открывает чужие файлы.",
        en: "The program that opens strangers' files.")
    ),
    (
      "TAMGA_WEB",
      Message(
        kk: "Тексеру бетінің қалтасы.", ru: "Папка страницы проверки.",
        en: "The folder of the check page.")
    ),
    (
      "TAMGA_PATIENCE",
      Message(
        kk: "Тексеру әр кіріске жұмсайтын уақыт, секунд.",
        ru: "Сколько секунд проверка тратит на каждый вход.",
        en: "Seconds that verify tries each input.")
    ),
    (
      "CREDENTIALS_DIRECTORY",
      Message(
        kk: "systemd құпиясөздерді қоятын қалта: tamga-passphrase, tamga-passphrase-issuing.",
        ru: "Папка, в которую systemd кладёт пароли: tamga-passphrase, tamga-passphrase-issuing.",
        en:
          "Where systemd puts the passphrases: tamga-passphrase, tamga-passphrase-issuing and so on."
      )
    ),
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Message(
        kk: "--locale берілмегенде хабарлардың тілі.",
        ru: "Язык сообщений, если не указан --locale.",
        en: "The language of messages where --locale is not given.")
    ),
  ]

  static let paths: [(name: String, words: Message)] = [
    (
      "/usr/share/tamga/Templates",
      Message(
        kk: "Пакетпен бірге орнатылған үлгілер.", ru: "Шаблоны, установленные с пакетом.",
        en: "The templates that came with the package.")
    ),
    (
      "/etc/tamga/tamga.env",
      Message(
        kk: "systemd қызметтерінің баптауы.", ru: "Настройки служб systemd.",
        en: "Settings of the systemd services.")
    ),
    (
      "/var/lib/tamga",
      Message(
        kk: "Қызметтердің деректері: кеңсе office/, кіріс in/, шығыс out/.",
        ru: "Данные служб: ведомство office/, вход in/, вывод out/.",
        en: "What the services keep: the office in office/, decisions in in/, papers in out/.")
    ),
    (
      "/usr/share/doc/tamga",
      Message(
        kk:
          "Құжаттама беттері, ағылшынша: бірінші кеңсе – Install.md, сақтық көшірме – Backup.md, бірдеңе болғанда – WhenThingsGoWrong.md.",
        ru:
          "Страницы документации, по-английски: первое ведомство – Install.md, резервная копия – Backup.md, если что-то случилось – WhenThingsGoWrong.md.",
        en:
          "The pages of documentation: Install.md for the first office, Backup.md, WhenThingsGoWrong.md when something has happened."
      )
    ),
  ]
}
