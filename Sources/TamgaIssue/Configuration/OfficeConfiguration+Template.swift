extension OfficeConfiguration {
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
