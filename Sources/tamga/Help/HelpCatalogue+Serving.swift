import TamgaDomain

extension HelpCatalogue {
  static let serving: [Message] = [
    Message(
      kk: "Құжаттарды тексерушілерге жауап беру: бет және бағдарламаларға арналған интерфейс.",
      ru: "Отвечать тем, кто проверяет документы: страница и интерфейс для программ.",
      en: "Answer those who check papers, by a page and an interface for programs."),
    Message(
      kk:
        "Сұрауларға жауап беруге дайын болғанда стандартты шығысқа бір JSON жолын ғана жазады. Тоқтату белгісінен кейін ағымдағы сұрауларды аяқтап, тоқтайды. Аяқталу коды: 0 – тоқтады; 1 – порт бос емес; 64 – пәрмен жолы дұрыс емес; 66 – кеңсе жоқ.",
      ru:
        "Когда готов отвечать на запросы, пишет в стандартный вывод одну строку JSON и больше ничего. По сигналу остановки завершает начатые запросы и заканчивает работу. Код завершения: 0 – остановлен; 1 – порт занят; 64 – неверная командная строка; 66 – нет ведомства.",
      en: """
        Prints one line of JSON when requests are answered, and nothing else to standard output. Ends
        with SIGTERM or SIGINT after the requests at hand. Exit status: 0 ended; 1 the port is taken;
        64 usage; 66 no office.
        """),
    Message(
      kk: "Тыңдалатын мекенжай.", ru: "Адрес, на котором слушать.", en: "The address to listen on."),
    Message(
      kk: "Порт; 0 бос портты алады.", ru: "Порт; 0 берёт свободный.",
      en: "The port; 0 takes a free one."),
    Message(
      kk: "Адамдар серверге кіретін сілтеме; https болса, шифрлауды прокси аяқтайды.",
      ru: "Ссылка, по которой люди открывают сервер; при https шифрование завершает прокси.",
      en: "What people reach the server by; with https a proxy ends TLS."),
    Message(
      kk: "Қабылданбайды: шифрлауды прокси аяқтайды.",
      ru: "Не принимается: шифрование завершает прокси.", en: "Not taken: a proxy ends TLS."),
    Message(
      kk:
        "Тек тексеру беті, сенім бумасы, тексеру және нөмір бойынша іздеу; жеке кілт ашылмайды.",
      ru:
        "Только страница проверки, пакет доверия, проверка и поиск по номеру; закрытые ключи не открываются.",
      en: "The check page, the trust bundle, verify and lookup alone; opens no private key."),
    Message(
      kk: "Стандартты қате шығысындағы журналдың түрі: «text» немесе «json».",
      ru: "Вид журнала в стандартном выводе ошибок: «text» или «json».",
      en: "The form of the log on standard error: text or json."),
  ]
}
