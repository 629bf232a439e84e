import TamgaDomain
import TamgaFormats

/// A form that applicants sign, filled with what an office knows before it is printed. These carry no
/// seal and come only when they are asked for.
struct SampleApplication: Sendable {
  let kind: String
  /// The field of the name: a few forms ask for it as the passport has it.
  let name: String
  let days: ClosedRange<CalendarDate>
  /// Further fields that the form has, of those of ``SampleOffice/application(_:id:)``.
  let also: Set<String>

  init(_ kind: String, name: String, _ days: ClosedRange<CalendarDate>, also: Set<String>) {
    self.kind = kind
    self.name = name
    self.days = days
    self.also = also
  }

  private static let labour =
    Calendar2020s.day(2021, 2, 3)...Calendar2020s.day(2022, 4, 20)
  private static let residence =
    Calendar2020s.day(2024, 4, 3)...Calendar2020s.day(2025, 12, 12)
  private static let qualification =
    Calendar2020s.day(2026, 1, 22)...Calendar2020s.day(2026, 5, 15)
  private static let exit = Calendar2020s.day(2013, 2, 26)...Calendar2020s.day(2014, 3, 12)

  static let all = [
    SampleApplication(
      "labour-immigrant-application", name: "fullName", labour,
      also: ["temporaryAddress", "employerName"]),
    SampleApplication(
      "labour-immigrant-duplicate-application", name: "fullName", labour,
      also: ["temporaryAddress", "applicationDate"]),
    SampleApplication(
      "temporary-residence-application", name: "latinFullName", residence,
      also: ["residenceAddress", "sex", "iin", "hostName", "applicationDate", "acceptanceDate"]),
    SampleApplication(
      "temporary-residence-petition", name: "latinFullName", residence,
      also: ["residenceAddress", "temporaryAddress", "hostName"]),
    SampleApplication(
      "residence-change-notice", name: "latinFullName", residence,
      also: ["temporaryAddress", "hostName", "applicationDate"]),
    SampleApplication(
      "permanent-residence-application", name: "latinFullName", residence,
      also: ["temporaryAddress", "sex", "iin", "applicationDate", "acceptanceDate"]),
    SampleApplication(
      "qualification-certificate-application", name: "fullName", qualification,
      also: ["applicationDate", "applicantContacts"]),
    SampleApplication(
      "employer-change-notice", name: "fullName", qualification,
      also: ["applicationDate", "applicantContacts", "employerName"]),
    SampleApplication(
      "contract-termination-notice", name: "fullName", qualification,
      also: ["applicationDate", "applicantContacts", "employerName"]),
    SampleApplication(
      "exit-pr-application", name: "fullName", exit,
      also: ["permanentAddress", "iin", "applicationDate", "acceptanceDate"]),
  ]
}

extension SampleOffice {
  mutating func application(_ application: SampleApplication, id: String) -> SampleRecord {
    let day = decisionDay(application.days.lowerBound, application.days.upperBound)
    let isExit = application.kind.hasPrefix("exit")
    let isQualification = application.days.lowerBound == Self.qualificationFirst
    let person = person(of: isExit ? ExitCase.citizens : Land.all)
    var record = SampleRecord(
      id: id, document: application.kind,
      issuingBody: isQualification ? bodies.localExecutiveBody : bodies.police, issueDate: day)
    chooseLanguages(&record)
    record.field(
      "addressee", Bilingual(kk: "Алматы қаласының бөлімі", ru: "Отдел города Алматы"))
    record.field(application.name, person.name)
    record.field("birthDate", person.birthDate)
    record.field("passportSeriesNumber", person.passport)
    if !isExit { record.field("citizenship", person.citizenship) }
    let values: [(String, JSONValue)] = [
      ("temporaryAddress", SampleRecord.json(SamplePlace.address(&random))),
      ("residenceAddress", SampleRecord.json(SamplePlace.address(&random))),
      ("permanentAddress", SampleRecord.json(SamplePlace.address(&random))),
      ("applicantContacts", SampleRecord.json(SamplePlace.address(&random))),
      ("hostName", SampleRecord.json(SamplePlace.company(&random))),
      ("employerName", SampleRecord.json(SamplePlace.company(&random))),
      ("sex", .text(person.isMale ? "male" : "female")), ("iin", .text(person.iin)),
      ("applicationDate", .text(day.iso)), ("acceptanceDate", .text(day.iso)),
    ]
    for (key, value) in values where application.also.contains(key) { record.field(key, value) }
    return record
  }
}
