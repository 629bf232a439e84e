import TamgaDomain

/// What the acts are called in findings, by their short names in ``Citation``.
enum ActNames {
  static func words(of act: String) -> Message {
    table[act] ?? Message(kk: act, ru: act, en: act)
  }

  /// Every act that a rule cites.
  static let table: [String: Message] = [
    "MIA order 76": Message(
      kk: "ҚР ІІМ 08.02.2014 № 76 бұйрығы",
      ru: "приказ МВД РК от 08.02.2014 № 76",
      en: "MIA order No. 76 of 08.02.2014"),
    "MIA order 992": Message(
      kk: "ҚР ІІМ 04.12.2015 № 992 бұйрығы",
      ru: "приказ МВД РК от 04.12.2015 № 992",
      en: "MIA order No. 992 of 04.12.2015"),
    "MIA order 219": Message(
      kk: "ҚР ІІМ 11.03.2024 № 219 бұйрығы",
      ru: "приказ МВД РК от 11.03.2024 № 219",
      en: "MIA order No. 219 of 11.03.2024"),
    "Labour ministry order 236": Message(
      kk: "ҚР ЕХӘҚМ 22.06.2023 № 236 бұйрығы",
      ru: "приказ МТСЗН РК от 22.06.2023 № 236",
      en: "Labour ministry order No. 236 of 22.06.2023"),
    "Labour ministry order 426": Message(
      kk: "ҚР ЕХӘҚМ 30.12.2025 № 426 бұйрығы",
      ru: "приказ МТСЗН РК от 30.12.2025 № 426",
      en: "Labour ministry order No. 426 of 30.12.2025"),
    "Labour ministry order 123": Message(
      kk: "ҚР ЕХӘҚМ 15.04.2022 № 123 бұйрығы",
      ru: "приказ МТСЗН РК от 15.04.2022 № 123",
      en: "Labour ministry order No. 123 of 15.04.2022"),
    "Decree 148": Message(
      kk: "ҚР Үкіметінің 21.01.2012 № 148 қаулысы",
      ru: "постановление Правительства РК от 21.01.2012 № 148",
      en: "Government decree No. 148 of 21.01.2012"),
    "Decree 807": Message(
      kk: "ҚР Үкіметінің 10.10.2022 № 807 қаулысы",
      ru: "постановление Правительства РК от 10.10.2022 № 807",
      en: "Government decree No. 807 of 10.10.2022"),
    "Decree 199": Message(
      kk: "ҚР Үкіметінің 28.02.2011 № 199 қаулысы",
      ru: "постановление Правительства РК от 28.02.2011 № 199",
      en: "Government decree No. 199 of 28.02.2011"),
    "MIA order 596": Message(
      kk: "ҚР ІІМ 09.11.2012 № 596 бұйрығы",
      ru: "приказ МВД РК от 09.11.2012 № 596",
      en: "MIA order No. 596 of 09.11.2012"),
    "MIA order 134": Message(
      kk: "ҚР ІІМ 03.03.2014 № 134 бұйрығы",
      ru: "приказ МВД РК от 03.03.2014 № 134",
      en: "MIA order No. 134 of 03.03.2014"),
    "MIA order 259": Message(
      kk: "ҚР ІІМ 27.03.2020 № 259 бұйрығы",
      ru: "приказ МВД РК от 27.03.2020 № 259",
      en: "MIA order No. 259 of 27.03.2020"),
    "Law on Population Migration": Message(
      kk: "«Халықтың көші-қоны туралы» ҚР Заңы",
      ru: "Закон РК «О миграции населения»",
      en: "Law on Population Migration"),
    "Law on State Services": Message(
      kk: "«Мемлекеттік көрсетілетін қызметтер туралы» ҚР Заңы",
      ru: "Закон РК «О государственных услугах»",
      en: "Law on State Services"),
    "Act of the form": Message(
      kk: "нысан актісі",
      ru: "акт, утвердивший форму",
      en: "the act of the form"),
    "Acts of the services": Message(
      kk: "мемлекеттік қызметтердің актілері",
      ru: "акты о государственных услугах",
      en: "the acts of the services"),
    "Tamga": Message(
      kk: "актілерде жоқ, жүйенің ережесі",
      ru: "в актах нет, правило системы",
      en: "not in the acts, a rule of the system"),
  ]
}
