import TamgaDomain

/// Everything that rules read from a record, each declared once: name, type, and words for people.
///
/// A rule reads `context[\.borderCrossingDate]`. The first part are the facts (contract `facts.md`): the
/// reader of records, the schema of a kind and the page of facts take them from here. Words stand
/// beside the declaration, because a fact without a rule that reads it says nothing: whoever adds
/// one writes Swift anyway.
public struct Inputs: Sendable {
  // MARK: Facts

  let channel = Fact.word(
    Channel.self,
    "channel", "өтініш берілген арна", "канал обращения", "channel of the application")
  let applicationDate = Fact.date(
    "applicationDate", "өтініш берген күн", "дата подачи заявления", "application date")
  let acceptanceDate = Fact.date(
    "acceptanceDate", "құжаттар қабылданған күн", "дата приема документов", "acceptance date")
  let decisionDate = Fact.date("decisionDate", "шешімнің күні", "дата решения", "decision date")
  let receivedAt = Fact.time(
    "receivedAt", "өтінім түскен уақыт", "время поступления заявки", "time of receipt")
  let decidedAt = Fact.time(
    "decidedAt", "шешім қабылданған уақыт", "время принятия решения", "time of the decision")
  let requestedMonths = Fact.count(
    "requestedMonths", "өтініште сұралған мерзім (ай)", "срок по заявлению (месяцев)",
    "months asked for")
  let taxPaidMonths = Fact.count(
    "taxPaidMonths", "салық алдын ала төленген айлар",
    "месяцев, за которые внесен предварительный платеж по налогу", "months of prepaid tax")
  let borderCrossingDate = Fact.date(
    "borderCrossingDate", "Мемлекеттік шекараны кесіп өту күні",
    "дата пересечения Государственной границы", "border crossing date")
  let leftInTime = Fact.flag(
    "leftInTime", "алдыңғы рұқсаттан кейін уақтылы шыққаны",
    "своевременный выезд после прежнего разрешения", "left in time after the earlier permit")
  let hasConviction = Fact.flag(
    "hasConviction", "соттылығы бар", "наличие судимости", "has a conviction")
  let isWanted = Fact.flag("isWanted", "іздестірілуде", "нахождение в розыске", "is wanted")
  let fingerprintCertificate = Fact.flag(
    "fingerprintCertificate", "дактилоскопиялау туралы анықтама бар",
    "наличие справки о дактилоскопировании", "has the fingerprint certificate")
  let previousPermitYear = Fact.count(
    "previousPermitYear", "алдыңғы рұқсат берілген жыл", "год прежнего разрешения",
    "year of the earlier permit")
  let firstValidFrom = Fact.date(
    "firstValidFrom", "бірінші рұқсаттың басталған күні", "дата начала первого разрешения",
    "first day of the first permit")
  let previousValidFrom = Fact.date(
    "previousValidFrom", "бұрынғы құжаттың басталған күні", "дата начала прежнего документа",
    "first day of the earlier document")
  let previousValidUntil = Fact.date(
    "previousValidUntil", "бұрынғы құжаттың аяқталған күні", "дата окончания прежнего документа",
    "last day of the earlier document")
  let previousChecked = Fact.flag(
    "previousChecked", "бұрынғы құжат ақпараттық жүйеде тексерілген",
    "прежний документ проверен по информационной системе",
    "the earlier document is checked in the information system")
  let previousExtended = Fact.flag(
    "previousExtended", "бұрынғы құжат ұзартылған", "прежний документ уже продлен",
    "the earlier document is extended already")
  let previousStatus = Fact.word(
    PreviousStatus.self, "previousStatus", "бұрынғы құжаттың мәртебесі",
    "статус прежнего документа", "status of the earlier document")
  let previousIssueDate = Fact.date(
    "previousIssueDate", "бұрынғы құжаттың ресімделген күні", "дата оформления прежнего документа",
    "issue date of the earlier document")
  let previousBirthDate = Fact.partialDate(
    "previousBirthDate", "бұрынғы құжаттағы туған күні", "дата рождения в прежнем документе",
    "date of birth in the earlier document")
  let previousFullName = Fact.text(
    "previousFullName", "бұрынғы құжаттағы Т.А.Ә.", "Ф.И.О. в прежнем документе",
    "name in the earlier document")
  let previousPassportSeriesNumber = Fact.text(
    "previousPassportSeriesNumber", "бұрынғы құжаттағы паспорт нөмірі",
    "номер паспорта в прежнем документе", "passport in the earlier document")
  let previousCitizenship = Fact.openWord(
    "previousCitizenship", "бұрынғы құжаттағы азаматтығы", "гражданство в прежнем документе",
    "citizenship in the earlier document")
  let employerKind = Fact.word(
    EmployerKind.self,
    "employerKind", "жұмыс берушінің түрі", "вид работодателя", "kind of employer")
  let workKind = Fact.openWord("workKind", "жұмыстың түрі", "вид работы", "kind of work")
  let employerName = Fact.text(
    "employerName", "жұмыс берушінің атауы (Т.А.Ә.)", "наименование (Ф.И.О.) работодателя",
    "employer")
  let employerBirthYear = Fact.count(
    "employerBirthYear", "жұмыс берушінің туған жылы", "год рождения работодателя",
    "employer's year of birth")
  let employerAddress = Fact.text(
    "employerAddress", "жұмыс берушінің мекенжайы", "адрес работодателя", "employer's address")
  let applicantSigned = Fact.flag(
    "applicantSigned", "өтініш беруші ЭЦҚ қойған", "заявитель подписал ЭЦП",
    "signed by the applicant (EDS)")
  let employerSigned = Fact.flag(
    "employerSigned", "жұмыс беруші ЭЦҚ қойған", "работодатель подписал ЭЦП",
    "signed by the employer (EDS)")
  let quotaLeft = Fact.count("quotaLeft", "квотаның қалғаны", "остаток квоты", "quota left")
  let cause = Fact.openWord(
    "cause", "телнұсқа беру (қайта ресімдеу) себебі", "причина выдачи дубликата (переоформления)",
    "cause of the duplicate or reissue")
  let changeDate = Fact.date(
    "changeDate", "өзгерген (жоғалған, бүлінген) күн", "дата изменения (утраты, порчи)",
    "date of the change or loss")
  let informationReceivedDate = Fact.date(
    "informationReceivedDate", "қайтарып алу туралы ақпарат алынған күн",
    "дата получения информации об отзыве", "day on which the information was received")
  let entryBasis = Fact.word(
    EntryBasis.self,
    "entryBasis", "келу негізі", "основание въезда", "basis of entry")
  let workBasis = Fact.word(
    WorkBasis.self, "workBasis", "жұмысқа негіз", "основание для работы", "basis of the work")
  let basisUntil = Fact.date(
    "basisUntil", "іссапар бұйрығының (аккредиттеудің) соңғы күні",
    "последний день приказа о командировании (аккредитации)",
    "last day of the order or accreditation")
  let contractDate = Fact.date(
    "contractDate", "еңбек шартының күні", "дата трудового договора", "contract date")
  let workPermitRequired = Fact.flag(
    "workPermitRequired", "жұмысқа рұқсат қажет", "требуется разрешение на работу",
    "needs a work permit")
  let workPermitUntil = Fact.date(
    "workPermitUntil", "жұмысқа рұқсаттың соңғы күні", "последний день разрешения на работу",
    "last day of the work permit")
  let contractUntil = Fact.date(
    "contractUntil", "еңбек (азаматтық-құқықтық) шартының соңғы күні",
    "последний день трудового (гражданско-правового) договора", "last day of the contract")
  let certificateUntil = Fact.date(
    "certificateUntil", "біліктілік анықтамасының соңғы күні",
    "последний день справки о квалификации", "last day of the qualification certificate")
  let aifc = Fact.word(
    AIFCStanding.self,
    "aifc", "АХҚО-дағы мәртебесі", "статус в МФЦА", "standing at the AIFC")
  let residentUntil = Fact.date(
    "residentUntil", "инвестициялық резидент рұқсатының соңғы күні",
    "последний день разрешения инвестиционного резидента", "last day of the resident's permit")
  let studyUntil = Fact.date(
    "studyUntil", "оқудың соңғы күні", "последний день обучения", "last day of the study")
  let treatmentUntil = Fact.date(
    "treatmentUntil", "емделудің соңғы күні", "последний день лечения", "last day of the treatment")
  let requestedUntil = Fact.date(
    "requestedUntil", "өтінішхатта көрсетілген соңғы күн", "последний день по ходатайству",
    "last day asked for in the petition")
  let prApplicationDate = Fact.date(
    "prApplicationDate", "тұрақты тұруға өтініш берілген күн",
    "дата заявления о постоянном проживании", "date of the application for permanent residence")
  let petitionerKind = Fact.word(
    PetitionerKind.self,
    "petitionerKind", "өтінішхат берушінің түрі", "вид ходатайствующего лица", "kind of petitioner")
  let fingerprintRegistered = Fact.flag(
    "fingerprintRegistered", "дактилоскопиялық тіркеуден өткен",
    "дактилоскопическая регистрация пройдена", "fingerprints are registered")
  let medicalInsurance = Fact.flag(
    "medicalInsurance", "медициналық сақтандыруы бар", "наличие медицинской страховки",
    "has medical insurance")
  let checksDone = Fact.flag(
    "checksDone", "тексерулер жүргізілген", "проверки проведены", "checks are done")
  let domesticWorkersOfEmployer = Fact.count(
    "domesticWorkersOfEmployer", "осы жұмыс берушінің үй жұмыскерлерінің саны",
    "число домашних работников этого работодателя", "domestic workers of this employer")
  let stayUntil = Fact.date(
    "stayUntil", "рұқсат етілген болудың соңғы күні", "последний день разрешенного пребывания",
    "last day of the permitted stay")
  let failureAct = Fact.flag(
    "failureAct", "ақпараттық жүйелердің іркіліс актісі бар",
    "наличие акта о сбое информационных систем", "there is a failure act")
  let article517Case = Fact.flag(
    "article517Case", "ӘҚБтК 517-бабы бойынша жауаптылыққа тартылған",
    "привлечен по статье 517 КоАП", "held liable under art. 517")
  let isTraffickingVictim = Fact.flag(
    "isTraffickingVictim", "адам саудасының құрбаны", "жертва торговли людьми",
    "victim of trafficking")
  let solvencyDate = Fact.date(
    "solvencyDate", "төлем қабілеттілігі туралы құжаттың күні",
    "дата документа о платежеспособности", "date of the solvency paper")
  let criminalRecordDate = Fact.date(
    "criminalRecordDate", "соттылық туралы құжаттың күні", "дата документа о судимости",
    "date of the criminal record paper")
  let medicalDate = Fact.date(
    "medicalDate", "медициналық анықтаманың күні", "дата медицинской справки",
    "date of the medical certificate")
  let dwellingFrom = Fact.date(
    "dwellingFrom", "тұрғын үй берілген мерзімнің басы", "начало срока предоставления жилья",
    "first day of the dwelling")
  let dwellingUntil = Fact.date(
    "dwellingUntil", "тұрғын үй берілген мерзімнің соңы", "конец срока предоставления жилья",
    "last day of the dwelling")
  let childConsent = Fact.flag(
    "childConsent", "баланың нотариалды келісімі бар", "наличие нотариального согласия ребенка",
    "consent of the child")
  let photo = Fact.flag("photo", "фотосурет бар", "наличие фотографии", "photograph")
  let dutyPaidMci = Fact.count(
    "dutyPaidMci", "төленген мемлекеттік баж (АЕК)", "уплаченная государственная пошлина (МРП)",
    "state duty paid (MCI)")
  let exemptGroup = Fact.wordList(
    ExemptGroup.self,
    "exemptGroup", "ерекше санат", "льготная категория", "exempt group")
  let accompaniedMinor = Fact.flag(
    "accompaniedMinor", "ата-анасымен келген кәмелетке толмаған",
    "несовершеннолетний, прибывший с родителем", "minor who came with a parent")
  let exCitizenThroughMission = Fact.flag(
    "exCitizenThroughMission", "өзге азаматтықты ҚР-дағы мекеме арқылы алған",
    "принял иное гражданство через представительство в РК",
    "took another citizenship through a mission in Kazakhstan")
  let expulsionDate = Fact.date(
    "expulsionDate", "шығарып жіберілген күн", "дата выдворения", "date of expulsion")
  let residenceDays12Months = Fact.count(
    "residenceDays12Months", "он екі айда тұрған күндері", "дней проживания за двенадцать месяцев",
    "days of residence in twelve months")
  let score = Fact.count("score", "бағалау балы", "балл оценки", "score")
  let professionListed = Fact.flag(
    "professionListed", "кәсіп тізбеде бар", "профессия есть в перечне", "the profession is listed")
  let minutesNumber = Fact.text(
    "minutesNumber", "комиссия хаттамасының нөмірі", "номер протокола комиссии",
    "number of the commission's minutes")
  let minutesDate = Fact.date(
    "minutesDate", "комиссия хаттамасының күні", "дата протокола комиссии",
    "date of the commission's minutes")
  let inspectionActNumber = Fact.text(
    "inspectionActNumber", "уәкілетті мемлекеттік орган актісінің нөмірі",
    "номер акта уполномоченного государственного органа", "number of the inspection act")
  let inspectionActDate = Fact.date(
    "inspectionActDate", "уәкілетті мемлекеттік орган актісінің күні",
    "дата акта уполномоченного государственного органа", "date of the inspection act")
  let isMarried = Fact.flag("isMarried", "некеде тұрады", "состоит в браке", "is married")
  let isMilitaryLiable = Fact.flag(
    "isMilitaryLiable", "әскери міндетті", "военнообязанный", "liable for military service")
  let militaryCertificate = Fact.flag(
    "militaryCertificate", "әскери есептен шығарылғаны туралы анықтама бар",
    "наличие справки о снятии с воинского учета", "has the military certificate")
  let conclusions = Fact.conclusions(
    "conclusions", "уәкілетті органдардың қорытындылары", "заключения уполномоченных органов",
    "conclusions of the agencies")
  let falseDataUntil = Fact.date(
    "falseDataUntil", "жалған мәліметтер бойынша бас тартудың соңғы күні",
    "последний день отказа из-за ложных сведений", "last day of the bar for false data")
  let stepDates = Fact.stepDates(
    "stepDates", "қадамдардың күндері", "даты этапов", "dates of the steps")
  let addressChangeDate = Fact.date(
    "addressChangeDate", "мекенжайын ауыстырған күн", "дата перемены адреса",
    "date of the change of address")
  let contractEndDate = Fact.date(
    "contractEndDate", "еңбек шарты тоқтатылған күн", "дата прекращения трудового договора",
    "day on which the contract ended")

  // MARK: Printed fields

  let validFrom = Field.of(
    CalendarDate.self,
    "validFrom", "басталған күні", "дата начала", "first valid day")
  let validUntil = Field.of(
    CalendarDate.self,
    "validUntil", "аяқталған күні", "дата окончания", "last valid day")
  let birthDate = Field.of(
    PartialDate.self,
    "birthDate", "туған күні", "дата рождения", "date of birth")
  let passportExpiryDate = Field.of(
    CalendarDate.self,
    "passportExpiryDate", "паспорттың қолданылу мерзімі", "срок действия паспорта",
    "passport expiry date")
  let passportIssueDate = Field.of(
    CalendarDate.self, "passportIssueDate", "құжаттың берілген күні", "дата выдачи документа",
    "passport issue date")
  let permitIssueDate = Field.of(
    CalendarDate.self, "permitIssueDate", "рұқсаттың берілген күні", "дата выдачи разрешения",
    "issue date of the permit")
  let issueDateOfCertificate = Field.of(
    CalendarDate.self, "issueDateOfCertificate", "анықтаманың берілген күні", "дата выдачи справки",
    "issue date of the certificate")
  let originalIssueDate = Field.of(
    CalendarDate.self,
    "originalIssueDate", "түпнұсқаның ресімделген күні", "дата оформления подлинника",
    "issue date of the original")
  let newStayUntil = Field.of(
    CalendarDate.self,
    "newStayUntil", "болу мерзімінің қысқартылған соңғы күні",
    "сокращенный последний день пребывания", "new, earlier last day of the stay")
  let resultDateTime = Field.of(
    Moment.self,
    "resultDateTime", "нәтиже берілетін күн мен уақыт", "дата и время выдачи результата",
    "result date and time")
  let termMonths = Field.of(
    Int.self,
    "termMonths", "мерзім (ай)", "срок (месяцев)", "term in months")
  let citizenship = Field.of(String.self, "citizenship", "азаматтығы", "гражданство", "citizenship")
  let stayPurpose = Field.of(
    String.self,
    "stayPurpose", "болу мақсаты", "цель пребывания", "purpose of stay")
  let passportKind = Field.of(
    String.self,
    "passportKind", "құжаттың түрі", "вид документа", "kind of document of identity")
  let requestedAction = Field.of(
    String.self,
    "requestedAction", "сұралатын әрекет", "испрашиваемое действие", "what is asked for")
  let conclusionResult = Field.of(
    String.self,
    "conclusionResult", "тексеру нәтижесі", "результат проверки", "result of the check")
  let originalMark = Field.of(
    String.self,
    "originalMark", "түпнұсқадағы белгі", "отметка подлинника", "mark of the original")
  let fullName = Field.of(
    Bilingual.self, "fullName", "тегі, аты, әкесінің аты (болған жағдайда)",
    "фамилия, имя, отчество (при наличии)", "full name")
  let passportSeriesNumber = Field.of(
    Bilingual.self, "passportSeriesNumber", "паспорттың сериясы және нөмірі",
    "серия и номер паспорта", "passport series and number")
  let permitNumber = Field.of(
    Bilingual.self, "permitNumber", "рұқсаттың нөмірі", "номер разрешения", "permit number")
  let certificateNumber = Field.of(
    Bilingual.self, "certificateNumber", "анықтаманың нөмірі", "номер справки", "certificate number"
  )
  let previousPermitNumber = Field.of(
    Bilingual.self, "previousPermitNumber", "бұрынғы рұқсаттың нөмірі", "номер прежнего разрешения",
    "number of the earlier permit")
  let iin = Field.of(
    Bilingual.self,
    "iin", "жеке сәйкестендіру нөмірі (ЖСН)", "индивидуальный идентификационный номер (ИИН)",
    "individual identification number (IIN)")
  let latinFullName = Field.of(
    Bilingual.self,
    "latinFullName", "латынша тегі, аты, әкесінің аты", "Ф.И.О. на латинице",
    "name in Latin letters")
  let refusalDetail = Field.of(
    Bilingual.self,
    "refusalDetail", "бас тарту себебінің мән-жайлары", "обстоятельства отказа",
    "circumstances of the refusal")
  let previousCertificateNumber = Field.of(
    Bilingual.self,
    "previousCertificateNumber", "бұрынғы анықтаманың нөмірі", "номер прежней справки",
    "number of the former certificate")
  let employerIinBin = Field.of(
    Bilingual.self,
    "employerIinBin", "жұмыс берушінің БСН/ЖСН", "БИН/ИИН работодателя",
    "BIN or IIN of the employer")
  let serviceName = Field.of(
    Bilingual.self,
    "serviceName", "мемлекеттік қызметтің түрі", "вид государственной услуги", "service")
  let resultPlace = Field.of(
    Bilingual.self,
    "resultPlace", "құжаттарды беру орны", "место выдачи документов", "place of handing out")
  let officerFullName = Field.of(
    Bilingual.self,
    "officerFullName", "қызметкердің Т.А.Ә.", "Ф.И.О. сотрудника", "officer's name")
  let basis = Field.of(
    Bilingual.self, "basis", "анықтаманы беру үшін негіздеме", "основание для выдачи справки",
    "basis of the certificate")
  let groundIds = Field.of([String].self, "groundIds", "негіздер", "основания", "grounds")
  let untilText = Field.of(
    [Bilingual].self,
    "untilText", "негіздердің қолданылу мерзімі (барыс септігінде)",
    "до какого времени действуют основания (в родительном падеже)", "until when the grounds last")
  let missingDocuments = Field.of(
    [Bilingual].self,
    "missingDocuments", "болмаған құжаттар", "отсутствующие документы", "missing documents")
  let acceptedDocuments = Field.of(
    [Bilingual].self,
    "acceptedDocuments", "қабылданған құжаттар", "принятые документы", "accepted documents")
}
