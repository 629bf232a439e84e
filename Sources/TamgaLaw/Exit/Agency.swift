import TamgaDomain

/// An agency that concludes on every application; the raw values are the words of `agency` in the
/// fact `conclusions`.
///
/// MIA order 596, para 15 and annex 1 table 1, steps 5 to 8.
enum Agency: String, Sendable, CaseIterable {
  /// ҰҚКД, ДКНБ.
  case nationalSecurity = "national-security"
  /// ҚСжАЕК, КПСиСУ.
  case legalStatistics = "legal-statistics"
  /// САОД, ДИСА.
  case judicialActs = "judicial-acts"
  /// СД, НД.
  case tax

  /// The short name of the act, with the word of the fact in English.
  var name: Message {
    switch self {
    case .nationalSecurity: Message(kk: "ҰҚКД", ru: "ДКНБ", en: "'national-security'")
    case .legalStatistics: Message(kk: "ҚСжАЕК", ru: "КПСиСУ", en: "'legal-statistics'")
    case .judicialActs: Message(kk: "САОД", ru: "ДИСА", en: "'judicial-acts'")
    case .tax: Message(kk: "СД", ru: "НД", en: "'tax'")
    }
  }
}

/// The grounds on which the exit is refused; the raw values are their ids.
///
/// Standard approved by Government decree 199 of 28.02.2011, para 16.
enum ExitGround: String, Sendable, CaseIterable {
  case secrets = "EXIT-R1"
  case suspect = "EXIT-R2"
  case convict = "EXIT-R3"
  case courtDuties = "EXIT-R4"
  case militaryService = "EXIT-R5"
  case falseData = "EXIT-R6"
  case defendant = "EXIT-R7"
  case taxDebt = "EXIT-R8"

  /// The agency that looks for the ground; nil where the act assigns nobody.
  ///
  /// MIA order 596, annex 1 table 3, steps 6, 8, 10 and 12.
  var agency: Agency? {
    switch self {
    case .secrets: .nationalSecurity
    case .suspect, .convict: .legalStatistics
    case .courtDuties, .defendant: .judicialActs
    case .taxDebt: .tax
    case .militaryService, .falseData: nil
    }
  }

  /// True for grounds that hold only until something happens: all numbered ones of para 16.
  var hasEnd: Bool { self != .taxDebt }
}
