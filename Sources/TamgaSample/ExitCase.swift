import TamgaDomain
import TamgaFormats

/// A citizen who leaves for good, and the days of the service (MIA order 596, annex 1 table 1).
struct ExitCase {
  let name: String
  let person: SamplePerson
  let birthDate: CalendarDate
  let accepted: CalendarDate
  /// The days of steps 1 to 9, of which 5 to 8 are the answers of the agencies.
  let steps: [CalendarDate]

  /// The day of the decision.
  var decided: CalendarDate { steps[8] }

  init(person: SamplePerson, decided: CalendarDate, _ random: inout SplitMix64) {
    self.person = person
    let father = random.pick(Self.fathers)
    let name =
      person.name.count > 80
      ? person.name : "\(person.name) \(father)\(person.isMale ? "ұлы" : "қызы")"
    self.name = name
    // Papers of 2013: those who were no adults then are given other birth days.
    birthDate =
      person.birthDate.year > 1994 ? person.birthDate.adding(months: -20 * 12) : person.birthDate
    let answers = decided.adding(days: -random.number(0...3))
    let asked = answers.adding(days: -random.number(2...10))
    let sent = asked.adding(days: -random.number(0...2))
    let checked = sent.adding(days: -random.number(0...5))
    accepted = checked.adding(days: -random.number(0...2))
    let early = (1...3).map { _ in answers.adding(days: -random.number(0...1)) }
    steps = [accepted, checked, sent, asked] + early + [answers, decided]
  }

  /// The facts by which a decision is judged.
  ///
  /// - Parameter found: Grounds that the agencies report.
  func judge(_ record: inout SampleRecord, found: [String] = []) {
    record.fact("applicationDate", accepted)
    record.fact("acceptanceDate", accepted)
    record.fact("decisionDate", decided)
    record.fact("isMarried", false)
    record.fact("isMilitaryLiable", person.isMale)
    record.fact("militaryCertificate", true)
    record.fact(
      "conclusions",
      .array(
        Self.agencies.enumerated().map { index, agency in
          .object([
            .init("agency", .text(agency.name)), .init("date", .text(steps[index + 4].iso)),
            .init(
              "groundIds",
              .array(agency.grounds.filter(found.contains).map { .text($0) })),
          ])
        }))
    record.fact(
      "stepDates",
      .object(steps.enumerated().map { .init(String($0.offset + 1), .text($0.element.iso)) }))
  }

  /// The agencies of steps 5 to 8 and the grounds that each looks for (annex 1 table 3).
  static let agencies: [(name: String, grounds: [String])] = [
    ("national-security", ["EXIT-R1"]), ("legal-statistics", ["EXIT-R2", "EXIT-R3"]),
    ("judicial-acts", ["EXIT-R4", "EXIT-R7"]), ("tax", ["EXIT-R8"]),
  ]

  /// Kazakhstan's own citizens, as their papers write them.
  static let citizens = [
    Land(
      "KAZ", "N0", .plain,
      family: "Ыбырай Сейітқали Ерғали Көшербай Ұлықпан Бөкейхан Төлеген Әбілқас Жүніс Үмбет",
      men: "Ғани Қуаныш Меңдіғали Өмірзақ Һәкім Жиһангер Әлішер Нұрлан",
      women: "Әсел Ұлжан Үміт Іңкәр Гауһар Жаңыл Күнсұлу Ақмарал")
  ]
  private static let fathers = ["Бекболат", "Серік", "Ғабиден", "Төлеу", "Әміржан", "Қайрат"]

  static let countries = [
    Bilingual(kk: "Германияға", ru: "Германию"), Bilingual(kk: "Ресейге", ru: "Россию"),
    Bilingual(kk: "Израильге", ru: "Израиль"), Bilingual(kk: "Польшаға", ru: "Польшу"),
  ]
}
