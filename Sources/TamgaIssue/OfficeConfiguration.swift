public import TamgaDomain
public import TamgaKeys
public import TamgaSeal
public import TamgaTemplates

/// `tamga.yaml`: what an office settles. Unknown keys are errors.
public struct OfficeConfiguration: Hashable, Sendable {
  /// The issuer of every seal, for example `KZ-ALA`.
  public let office: String
  /// Shown with verdicts; the first issuing body's unless the file says otherwise.
  public let name: Bilingual
  public let zone: OfficeZone
  /// The host of the check page, ASCII.
  public let verifyHost: String
  /// Made without a configuration and not edited since: the host is one of RFC 2606, where no check page is.
  public var isSample: Bool { verifyHost == "example" || verifyHost.hasSuffix(".example") }
  /// By code.
  public let bodies: [String: IssuingBody]
  public let policy: OfficePolicy
  public let algorithm: SignatureAlgorithm
  /// Days for which an exported trust bundle counts as current.
  public let bundleDays: Int
  /// Where numbers, papers and events are kept.
  public let register: RegisterPlace
  /// The folder of the issued files; nil for `store` in the office folder. Machines that share a
  /// register share it.
  public let store: String?
  /// Where the papers of a batch are put.
  public let batchPapers: BatchPapers
  /// Months for which the file of a paper is kept after its end, by service; a service that is not
  /// here keeps its papers for good.
  public let retentionMonths: [Service: Int]
  /// What the server keeps to.
  public let serve: ServeRules
  /// The ordinals at which series begin, by prefix (`ALA-26`): an office that numbered its papers before goes on.
  public let seriesFirst: [String: Int64]

  /// Where the papers of a batch are put.
  public enum BatchPapers: String, CaseIterable, Sendable {
    /// In the folder of the batch, and the office's own copy in the store.
    case files
    /// In the store alone: a desk, a print run or another system hands them out.
    case store
  }

  /// What the acts ask at least: order 76, rules paragraph 12.
  static let leastRetentionMonths: [Service: Int] = [.labourImmigrant: 12]
  /// Its papers give no right: it has test keys, which no other office takes.
  public let isTest: Bool
  /// The certificates with which papers are signed, by the code of the issuing body.
  public let signatures: [String: SignatureRule]

  public var keyRules: KeyRules {
    KeyRules(office: office, zone: zone, algorithm: algorithm, isTest: isTest)
  }

  /// The folder of the issued files of the office in `folder`.
  package func store(of folder: String) -> String { store ?? folder + "/store" }

  /// With a host of this length the longest lawful record fits the symbol (contract `seal.md`).
  public static let maxHostLength = 30

  /// Reads the text of `tamga.yaml`.
  ///
  /// - Throws: ``TemplateFaults`` with every fault and its line.
  public static func read(_ text: String, file: String) throws(TemplateFaults) -> Self {
    try YAMLMap.read(text, file: file) { map in configuration(map) }
  }

  private static func configuration(_ map: YAMLMap) -> OfficeConfiguration? {
    let office = map.text("office")
    let zoneName = map.optionalText("timeZone") ?? "Asia/Almaty"
    let host = map.text("verifyHost")
    var hasBodies = false
    let bodies = map.inside("issuingBodies") { list in
      hasBodies = !list.keys.isEmpty
      return list.keys.compactMap { code in list.inside(code) { body(code, $0) } }
    }
    let name = map.optionalBilingual("name")
    var policy = policy(map)
    policy?.places = Set((bodies ?? []).map(\.place))
    let algorithm =
      map.has("algorithm") ? map.word("algorithm", SignatureAlgorithm.self) : .edDSA
    let bundleDays = map.optionalCount("bundleDays") ?? 7
    let register = RegisterPlace.read(map)
    let store = map.optionalText("store")
    let batchPapers =
      map.has("batchPapers") ? map.word("batchPapers", BatchPapers.self) : .files
    let retentionMonths = retention(map)
    let serve = ServeRules.read(map)
    let isTest = testOffice(map)
    let seriesFirst = seriesFirst(map)
    let signatures = SignatureRule.read(map, bodies: Set((bodies ?? []).map(\.code)))
    policy?.signingBodies = Set(signatures.keys)
    let zone = OfficeZone(zoneName)
    if zone == nil {
      map.fault(
        .wrongValue, at: "timeZone", kk: "белгісіз уақыт белдеуі",
        ru: "неизвестный часовой пояс", en: "unknown time zone")
    }
    if let host, host.count > maxHostLength || !PayloadText.isHost(host) {
      map.fault(
        .wrongValue, at: "verifyHost",
        kk: "хост \(maxHostLength) ASCII таңбадан аспауы керек",
        ru: "хост – до \(maxHostLength) знаков ASCII",
        en: "the host is a name of at most \(maxHostLength) ASCII characters")
    }
    if let office, office.utf8.count > SealLimits.office {
      map.fault(
        .wrongValue, at: "office", kk: "кеңсе коды \(SealLimits.office) байттан аспауы керек",
        ru: "код ведомства не длиннее \(SealLimits.office) байт",
        en: "an office id has at most \(SealLimits.office) bytes")
    }
    guard let office, let host, let bodies, let zone, let algorithm, let policy, let batchPapers
    else { return nil }
    guard let first = bodies.first else {
      // Of bodies that are there and wrong something is said already.
      guard !hasBodies else { return nil }
      map.fault(
        .missingKey, at: "issuingBodies", kk: "бірде-бір орган жоқ", ru: "нет ни одного органа",
        en: "there is no issuing body")
      return nil
    }
    return OfficeConfiguration(
      office: office, name: name ?? first.name, zone: zone, verifyHost: host,
      bodies: Dictionary(bodies.map { ($0.code, $0) }) { first, _ in first },
      policy: policy, algorithm: algorithm, bundleDays: bundleDays,
      register: register, store: store, batchPapers: batchPapers, retentionMonths: retentionMonths,
      serve: serve, seriesFirst: seriesFirst, isTest: isTest, signatures: signatures)
  }

  private static func testOffice(_ map: YAMLMap) -> Bool {
    guard map.has("testOffice") else { return false }
    let text = map.text("testOffice")
    if text != "true", text != "false" {
      map.fault(
        .wrongValue, at: "testOffice", kk: "true немесе false", ru: "true или false",
        en: "'testOffice' expects true or false")
    }
    return text == "true"
  }

  private static func body(_ code: String, _ map: YAMLMap) -> IssuingBody? {
    let genitive = map.optionalBilingual("nameGenitive")
    let unit = map.optionalText("isMigrationUnit")
    if let unit, unit != "true", unit != "false" {
      map.fault(
        .wrongValue, at: "isMigrationUnit", kk: "true немесе false", ru: "true или false",
        en: "'isMigrationUnit' expects true or false")
    }
    let kind = map.word("kind", IssuingBody.Kind.self)
    let (place, name) = (map.text("place"), map.bilingual("name"))
    guard let kind, let place, let name else { return nil }
    guard (1...SealLimits.place).contains(place.utf8.count),
      place.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
    else {
      map.fault(
        .wrongValue, at: "place",
        kk: "орын коды A-Z және 0-9 таңбаларынан тұрады, \(SealLimits.place) таңбадан аспайды",
        ru: "код места – до \(SealLimits.place) знаков из A-Z и 0-9",
        en: "a place has at most \(SealLimits.place) characters of A-Z and 0-9")
      return nil
    }
    return IssuingBody(
      code: code, kind: kind, place: place, name: name, nameGenitive: genitive,
      isMigrationUnit: unit == "true")
  }

  private static func retention(_ map: YAMLMap) -> [Service: Int] {
    var months = leastRetentionMonths
    guard map.has("retentionMonths") else { return months }
    _ = map.inside("retentionMonths") { list in
      for service in Service.allCases where list.has(service.rawValue) {
        guard let given = list.count(service.rawValue) else { continue }
        let least = leastRetentionMonths[service] ?? 0
        if given < least {
          list.fault(
            .wrongValue, at: service.rawValue,
            kk: "заң бойынша кемінде \(least) ай сақталады",
            ru: "по закону хранится не менее \(least) месяцев",
            en: "the law asks for \(least) months at least")
        }
        months[service] = given
      }
      return true
    }
    return months
  }

  private static func policy(_ map: YAMLMap) -> OfficePolicy? {
    var policy = OfficePolicy()
    if map.has("facts") {
      switch map.text("facts") {
      case "strict"?: policy.facts = .strict
      case "given"?: policy.facts = .given
      default:
        map.fault(
          .wrongValue, at: "facts", kk: "strict немесе given", ru: "strict или given",
          en: "'facts' expects strict or given")
      }
    }
    if map.has("visaFreeThreeMonths") {
      for code in map.texts("visaFreeThreeMonths")
      where code.wholeMatch(of: /[A-Z]{3}/) == nil {
        map.fault(
          .wrongValue, at: "visaFreeThreeMonths", kk: "ел үш бас әріппен жазылады: \(code)",
          ru: "страна пишется тремя заглавными буквами: \(code)",
          en: "a country has three capital letters: \(code)")
      }
      policy.visaFreeThreeMonths = Set(map.texts("visaFreeThreeMonths"))
    }
    if map.has("holidays") {
      for text in map.texts("holidays") {
        guard let day = CalendarDate(iso: text) else {
          map.fault(
            .wrongValue, at: "holidays", kk: "«\(text)» күн емес: күн жжжж-аа-кк түрінде жазылады",
            ru: "«\(text)» не дата: она пишется гггг-мм-дд",
            en: "'\(text)' is no date: a holiday is a date yyyy-MM-dd")
          continue
        }
        policy.holidays.insert(day)
      }
    }
    policy.maxBackdatingDays = map.optionalCount("maxBackdatingDays")
    if map.has("backdating") {
      switch map.text("backdating") {
      case "warning"?: policy.backdating = .warning
      case "error"?: policy.backdating = .error
      default:
        map.fault(
          .wrongValue, at: "backdating", kk: "warning немесе error", ru: "warning или error",
          en: "'backdating' expects warning or error")
      }
    }
    policy.maxTermStartDays =
      map.optionalCount("maxTermStartDays") ?? OfficePolicy.standardTermStartDays
    policy.registerSince = map.optionalDate("registerSince")
    policy.formsInUse = forms(map)
    policy.hasDocumentSigner = map.optionalText("documentSigner") != nil
    policy.statutoryFamilyTermMonths = map.optionalCount("statutoryFamilyTermMonths")
    policy.domesticWorkersLimit = map.optionalCount("domesticWorkersLimit")
    return policy
  }

  /// Ended forms that the office goes on with; whether there are such kinds says ``Office``.
  private static func forms(_ map: YAMLMap) -> [String: FormInUse] {
    guard map.has("formsInUse") else { return [:] }
    var forms: [String: FormInUse] = [:]
    for (document, form) in map.each("formsInUse", form) {
      if forms.updateValue(form, forKey: document) != nil {
        map.fault(
          .duplicate, at: "formsInUse", kk: "«\(document)» құжаты екі рет берілген",
          ru: "документ «\(document)» назван дважды", en: "the document '\(document)' stands twice")
      }
    }
    return forms
  }

  private static func form(_ map: YAMLMap) -> (String, FormInUse)? {
    let document = map.text("document")
    let until = map.date("until")
    let basis = map.bilingual("basis")
    guard let document, let until, let basis else { return nil }
    return (document, FormInUse(until: until, basis: basis))
  }

  /// ``template`` without a limit of backdating: for archive work, where issue dates lie far back.
  public static var archiveTemplate: String {
    template.replacing("\nmaxBackdatingDays: ", with: "\n# maxBackdatingDays: ")
      .replacing("\nbackdating: ", with: "\n# backdating: ")
  }

  /// What `tamga init` writes when it is given no configuration: every key explained.
  public static let template = """
    # The office. Unknown keys are errors; every line that begins with # is a remark.
    # The issuer in every seal.
    office: KZ-ALA
    timeZone: Asia/Almaty
    # The host of the check page that stands in every code, at most 30 characters.
    verifyHost: tamga.example
    # The bodies that issue papers. kind: police | local-executive-body | state-corporation |
    # internal-affairs; place stands in allotted numbers.
    issuingBodies:
      ALA-MPS-01:
        kind: police
        place: ALA
        name:
          kk: "Алматы қаласы Полиция департаментінің Көші-қон қызметі басқармасы"
          ru: "Управление миграционной службы Департамента полиции города Алматы"
        # For the line of the head under permanent residence: the name in the genitive, and whether
        # the body is itself the migration unit.
        # nameGenitive: {kk: "… басқармасының", ru: "Управления …"}
        # isMigrationUnit: true
      ALA-AKIM-01:
        kind: local-executive-body
        place: ALA
        name:
          kk: "Алматы қаласы әкімдігінің Жұмыспен қамту және әлеуметтік бағдарламалар басқармасы"
          ru: "Управление занятости и социальных программ акимата города Алматы"
      ALA-SC-01:
        kind: state-corporation
        place: ALA
        name:
          kk: "«Азаматтарға арналған үкімет» мемлекеттік корпорациясының Алматы қаласы бойынша филиалы"
          ru: "Филиал Государственной корпорации «Правительство для граждан» по городу Алматы"
    # strict: a fact that a rule needs and the record lacks is an error; given: it is listed as not
    # checked.
    facts: strict
    # Countries whose agreement allows a visa-free stay of three months (alpha-3).
    visaFreeThreeMonths: [UZB, KGZ, TJK, ARM, AZE, GEO, MDA, UKR, RUS, BLR]
    # Days off besides Saturdays and Sundays.
    holidays: []
    # Who signs certificates and their refusals electronically after they are made; the papers then say so.
    # documentSigner: "…"
    # Days by which an issue date may lie back; without this line there is no limit (archive work).
    maxBackdatingDays: 30
    # What an older issue date is: warning or error.
    backdating: error
    # Days after the issue date within which a term begins.
    # maxTermStartDays: 30
    # From this day on the register holds every paper of the office's own bodies.
    # registerSince: 2027-01-01
    # Ended forms that the ministry told the office to go on with; the basis is printed beside the act.
    # 'tamga templates list' shows which forms have ended.
    # formsInUse:
    #   - document: labour-immigrant-permit
    #     until: 2027-03-31
    #     basis: {kk: "…министрлігінің № … хаты", ru: "письмо Министерства … № …"}
    # statutoryFamilyTermMonths: 12
    # domesticWorkersLimit: 5
    # bundleDays: 7
    # Where the register lies: a file of this folder, or a PostgreSQL database for several machines
    # (libpq's connection string, without a password, and the office's own schema).
    # register: {postgresql: "service=tamga", schema: office_ala}
    # The folder of the issued files, where several machines share it.
    # store: /srv/tamga/store
    # 'store' leaves the papers out of the folders of batches, where a desk, a print run or another system
    # hands them out of the store.
    # batchPapers: files
    # Months for which files are kept after the last paper of a chain ends; then 'register purge'
    # may remove them. Services that are not named keep theirs for good.
    # retentionMonths:
    #   labour-immigrant-permit: 12
    # The server. secondFactor: 'optional' lets accounts of operators and clerks do without one-time codes
    # (the other roles never); proxies: addresses of proxies on other machines that end TLS.
    # serve: {secondFactor: required, proxies: []}
    # The ordinal at which a series of numbers begins, where the office numbered papers before: the
    # first one of ALA-26 is then ALA-26-0001200 and its check digit. A series that is further on already
    # goes on as it is, and none ever goes back.
    # series:
    #   ALA-26: {first: 1200}
    # The certificates of the bodies: papers of kinds whose manifest says 'signed' are signed with them when they
    # are made (the page Signatures). key: a PKCS #12 file of this folder, or token: {label, module, object} with
    # certificate: a file; the PIN comes from '--passphrase-fd document:N' or the credential
    # tamga-passphrase-document.
    # signatures:
    #   ALA-AKIM-01:
    #     key: signing/akim.p12
    #     roots: [signing/root.pem]
    #     timeStamp: {url: "http://tsp.example/", seconds: 10}
    # For trials alone: keys and papers of the office are test keys and test papers. Stands here
    # before 'tamga init'.
    # testOffice: true

    """
}
