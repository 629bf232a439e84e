import TamgaDomain

/// How the application came.
enum Channel: String, FactWord {
  case stateCorporation = "state-corporation"
  case portal
  case serviceProvider = "service-provider"

  var words: Message {
    switch self {
    case .stateCorporation:
      Message(
        kk: "Мемлекеттік корпорация", ru: "Государственная корпорация", en: "State Corporation")
    case .portal:
      Message(
        kk: "«электрондық үкімет» порталы", ru: "портал «электронного правительства»",
        en: "e-government portal")
    case .serviceProvider:
      Message(kk: "көрсетілетін қызметті беруші", ru: "услугодатель", en: "service provider")
    }
  }
}

/// What the employer is.
enum EmployerKind: String, FactWord {
  case naturalPerson = "natural-person"
  case legalEntity = "legal-entity"

  var words: Message {
    switch self {
    case .naturalPerson: Message(kk: "жеке тұлға", ru: "физическое лицо", en: "natural person")
    case .legalEntity: Message(kk: "заңды тұлға", ru: "юридическое лицо", en: "legal entity")
    }
  }
}

/// On what the person entered the country.
enum EntryBasis: String, FactWord {
  case visaFree = "visa-free"
  case visa

  var words: Message {
    switch self {
    case .visaFree: Message(kk: "визасыз", ru: "без визы", en: "without a visa")
    case .visa: Message(kk: "виза бойынша", ru: "по визе", en: "on a visa")
    }
  }
}

/// The standing at the Astana International Financial Centre.
enum AIFCStanding: String, FactWord {
  case activity
  case investor
  case investorFamily = "investor-family"

  var words: Message {
    switch self {
    case .activity:
      Message(
        kk: "АХҚО-да қызметін жүзеге асырады", ru: "осуществляет деятельность в МФЦА",
        en: "works at the AIFC")
    case .investor:
      Message(
        kk: "АХҚО инвестициялық резиденті", ru: "инвестиционный резидент МФЦА",
        en: "AIFC investment resident")
    case .investorFamily:
      Message(
        kk: "инвестициялық резиденттің отбасы мүшесі", ru: "член семьи инвестиционного резидента",
        en: "family of an investment resident")
    }
  }
}

/// Who petitions for a stay.
enum PetitionerKind: String, FactWord {
  case naturalPerson = "natural-person"
  case legalPerson = "legal-person"
  case educationOrganisation = "education-organisation"
  case healthOrganisation = "health-organisation"
  case religiousOrganisation = "religious-organisation"
  case localExecutiveBody = "local-executive-body"
  case aifcAdministration = "aifc-administration"

  var words: Message {
    switch self {
    case .naturalPerson: Message(kk: "жеке тұлға", ru: "физическое лицо", en: "natural person")
    case .legalPerson: Message(kk: "заңды тұлға", ru: "юридическое лицо", en: "legal person")
    case .educationOrganisation:
      Message(kk: "білім беру ұйымы", ru: "организация образования", en: "education organisation")
    case .healthOrganisation:
      Message(
        kk: "денсаулық сақтау ұйымы", ru: "организация здравоохранения", en: "health organisation")
    case .religiousOrganisation:
      Message(kk: "діни бірлестік", ru: "религиозное объединение", en: "religious organisation")
    case .localExecutiveBody:
      Message(
        kk: "жергілікті атқарушы орган", ru: "местный исполнительный орган",
        en: "local executive body")
    case .aifcAdministration:
      Message(
        kk: "«Астана» халықаралық қаржы орталығының әкімшілігі",
        ru: "администрация Международного финансового центра «Астана»", en: "AIFC administration")
    }
  }
}

/// The groups of people to whom some grounds and papers do not apply (MIA order 992, annex 3).
enum ExemptGroup: String, FactWord {
  case ethnicKazakh = "ethnic-kazakh"
  case formerCompatriot = "former-compatriot"
  case bornInKazakhstan = "born-in-kazakhstan"
  case simplifiedCitizenshipTreaty = "simplified-citizenship-treaty"
  case inDemandProfession = "in-demand-profession"
  case statelessNoPapers = "stateless-no-papers"
  case ussrPassport1974 = "ussr-passport-1974"
  case marriedWomenConvention = "married-women-convention"
  case refugee

  var words: Message {
    switch self {
    case .ethnicKazakh: Message(kk: "этникалық қазақ", ru: "этнический казах", en: "ethnic Kazakh")
    case .formerCompatriot:
      Message(kk: "бұрынғы отандас", ru: "бывший соотечественник", en: "former compatriot")
    case .bornInKazakhstan:
      Message(
        kk: "Қазақстанда туған немесе бұрын оның азаматы болған",
        ru: "родившийся или ранее состоявший в гражданстве Казахстана",
        en: "born in or former citizen of Kazakhstan")
    case .simplifiedCitizenshipTreaty:
      Message(
        kk: "шарт бойынша азаматтықты жеңілдетілген тәртіппен алуға құқылы",
        ru: "имеющий право на гражданство в упрощенном порядке по договору",
        en: "entitled to citizenship under a treaty")
    case .inDemandProfession:
      Message(
        kk: "сұранысқа ие кәсібі бар", ru: "имеющий востребованную профессию",
        en: "in-demand profession")
    case .statelessNoPapers:
      Message(
        kk: "құжаттары болмағандықтан азаматтығы жоқ",
        ru: "лицо без гражданства из-за отсутствия документов", en: "stateless for lack of papers")
    case .ussrPassport1974:
      Message(
        kk: "КСРО 1974 жылғы үлгідегі паспорты бар", ru: "имеющий паспорт СССР образца 1974 года",
        en: "USSR passport of 1974")
    case .marriedWomenConvention:
      Message(
        kk: "Тұрмыстағы әйелдердің азаматтығы туралы конвенцияға жататын",
        ru: "подпадающая под Конвенцию о гражданстве замужней женщины",
        en: "Convention on the nationality of married women")
    case .refugee:
      Message(
        kk: "Қазақстанда босқын мәртебесі бар", ru: "имеющий статус беженца в Казахстане",
        en: "refugee status in Kazakhstan")
    }
  }
}
/// The status of an earlier paper that the register does not hold.
enum PreviousStatus: String, FactWord {
  case valid
  case suspended
  case superseded
  case revoked
  case annulled
  case void

  var words: Message {
    switch self {
    case .valid: Message(kk: "күшінде", ru: "действует", en: "valid")
    case .suspended: Message(kk: "тоқтатыла тұрған", ru: "приостановлен", en: "suspended")
    case .superseded: Message(kk: "ауыстырылған", ru: "заменен", en: "superseded")
    case .revoked: Message(kk: "қайтарып алынған", ru: "отозван", en: "revoked")
    case .annulled: Message(kk: "күші жойылған", ru: "аннулирован", en: "annulled")
    case .void:
      Message(kk: "жойылған (қате шығарылған)", ru: "погашен (выпущен ошибочно)", en: "void")
    }
  }
}

/// On what a person works in the country.
enum WorkBasis: String, FactWord {
  case foreignLabourPermit = "foreign-labour-permit"
  case labourImmigrantPermit = "labour-immigrant-permit"
  case qualificationCertificate = "qualification-certificate"
  case contract
  case secondmentOrder = "secondment-order"
  case journalistAccreditation = "journalist-accreditation"

  /// Whether this is one of the permits of decree 148, para 10 part 4.
  var isWorkPermit: Bool { self == .foreignLabourPermit || self == .labourImmigrantPermit }

  var words: Message {
    switch self {
    case .foreignLabourPermit:
      Message(
        kk: "шетелдік жұмыс күшін тартуға рұқсат",
        ru: "разрешение на привлечение иностранной рабочей силы", en: "foreign-labour permit")
    case .labourImmigrantPermit:
      Message(
        kk: "еңбекші көшіп келушіге рұқсат", ru: "разрешение трудовому иммигранту",
        en: "labour immigrant's permit")
    case .qualificationCertificate:
      Message(
        kk: "біліктілік сәйкестігі туралы анықтама", ru: "справка о соответствии квалификации",
        en: "qualification certificate")
    case .contract:
      Message(
        kk: "еңбек немесе азаматтық-құқықтық шарт (рұқсат талап етілмейді)",
        ru: "трудовой или гражданско-правовой договор (разрешение не требуется)",
        en: "contract (no permit needed)")
    case .secondmentOrder:
      Message(
        kk: "қызметтік іссапарға жіберу туралы бұйрық",
        ru: "приказ о направлении в служебную командировку", en: "secondment order")
    case .journalistAccreditation:
      Message(
        kk: "журналистің аккредиттелуі", ru: "аккредитация журналиста",
        en: "journalist's accreditation")
    }
  }
}

/// Why a paper is duplicated or reissued; an office may have further words.
enum Cause: String, CaseIterable, Sendable, NamedWord {
  case lost, damaged
  case nameChanged = "name-changed"
  case documentChanged = "document-changed"
  case employerChanged = "employer-changed"

  var words: Message {
    switch self {
    case .lost: Message(kk: "жоғалған", ru: "утрата", en: "lost")
    case .damaged: Message(kk: "бүлінген", ru: "порча", en: "damaged")
    case .nameChanged:
      Message(
        kk: "тегі, аты, әкесінің аты өзгерген", ru: "изменение фамилии, имени, отчества",
        en: "name changed")
    case .documentChanged:
      Message(
        kk: "жеке басын куәландыратын құжат өзгерген",
        ru: "изменение документа, удостоверяющего личность", en: "identity document changed")
    case .employerChanged:
      Message(kk: "жұмыс беруші ауысқан", ru: "смена работодателя", en: "employer changed")
    }
  }
}

/// The kind of work that a labour permit is for; every other word is another kind.
enum WorkKind {
  static let domestic = "domestic"
}

/// What a conclusion found.
enum ConclusionResult {
  static let none = "none"
}

/// Kinds of passport that rules tell apart.
enum PassportKind {
  static let ofDiplomats: Set<String> = ["diplomatic", "service"]
  static let stateless = "stateless"
  static let refugee = "refugee"
}

/// A word with what people call it.
protocol NamedWord {
  var words: Message { get }
}

extension Sequence where Element: NamedWord {
  /// The names, separated by commas.
  var listed: Message {
    let all = map(\.words)
    return Message(
      kk: all.map(\.kk).joined(separator: ", "), ru: all.map(\.ru).joined(separator: ", "),
      en: all.map(\.en).joined(separator: ", "))
  }
}
