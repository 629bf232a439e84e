import TamgaDomain

/// A setting of the office that a rule needs and that may be absent.
public enum OfficeSetting: String, Hashable, Sendable {
  case visaFreeThreeMonths, domesticWorkersLimit

  var words: Message {
    switch self {
    case .visaFreeThreeMonths:
      Message(
        kk: "үш айға визасыз елдер тізімі",
        ru: "список стран с безвизовым пребыванием на три месяца",
        en: "list of countries with three months visa-free")
    case .domesticWorkersLimit:
      Message(
        kk: "үй жұмыскерлерінің шегі", ru: "предел числа домашних работников",
        en: "limit of domestic workers")
    }
  }
}
