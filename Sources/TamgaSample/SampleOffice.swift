import TamgaDomain

/// Makes the lawful decisions of one run, one after another. Each kind has its maker in a file of its
/// own; what they share stands here.
struct SampleOffice {
  let seed: UInt64
  let bodies: SampleBodies
  /// Lands whose people need no visa for three months.
  let visaFree: [Land]
  /// The days on which decisions are made; nil for those of the editions that the kinds know.
  let days: ClosedRange<CalendarDate>?
  var random: SplitMix64
  /// Counts the people of the run.
  var people = 0
  /// Counts the numbers that papers of the run give themselves.
  var numbers = 0
  /// Papers that a later record may name.
  var shelves = Shelves()

  init(
    seed: UInt64, bodies: SampleBodies, days: ClosedRange<CalendarDate>? = nil
  ) throws(SampleError) {
    self.days = days
    self.seed = seed
    self.bodies = bodies
    visaFree = Land.of(bodies.visaFree)
    guard !visaFree.isEmpty else { throw .noVisaFreeCountry }
    random = SplitMix64(seed: seed)
  }

  mutating func person(of lands: [Land]) -> SamplePerson {
    people += 1
    return SamplePerson(people, seed: seed, of: lands, &random)
  }

  /// A number that the exporting system gave.
  mutating func ownNumber() -> String {
    numbers += 1
    return "\(seed % 100_000)-\(numbers)"
  }

  /// A number that another office gave.
  mutating func outsideNumber() -> String { "OUT-20-\(random.number(1_000_000...9_999_999))" }

  /// A day of decisions between two days, both included or a little before the first.
  mutating func decisionDay(_ first: CalendarDate, _ last: CalendarDate) -> CalendarDate {
    if let days { return Calendar2020s.decisionDay(within: days, &random) }
    return Calendar2020s.decisionDay(
      onOrBefore: first.adding(days: random.number(0...first.days(to: last))))
  }

  /// The last day of `months` from `first`: the corresponding day or the one before (rules.md A).
  mutating func end(of months: Int, from first: CalendarDate) -> CalendarDate {
    first.adding(months: months).adding(days: random.once(in: 2) ? 0 : -1)
  }

  /// Position and name of an officer, as most forms print them.
  mutating func sign(_ record: inout SampleRecord, position: Bool = true, rank: Bool = false) {
    let officer = SampleOfficer(&random)
    if position { record.field("officerPosition", officer.position) }
    if rank { record.field("officerRank", officer.rank) }
    record.field("officerFullName", officer.name)
  }

  /// A few papers are printed in one language.
  mutating func chooseLanguages(_ record: inout SampleRecord) {
    if random.once(in: 40) { record.languages = [random.once(in: 3) ? "ru" : "kk"] }
  }

  /// Receipt and decision within half an hour of a day.
  mutating func withinHalfAnHour(_ record: inout SampleRecord, on day: CalendarDate) {
    let hour = random.number(10...17)
    let minute = random.number(10...29)
    record.fact("receivedAt", "\(day.iso)T\(hour):\(minute):00+06:00")
    record.fact("decidedAt", "\(day.iso)T\(hour):\(minute + random.number(3...29)):00+06:00")
  }
}

/// A labour immigrant's permit that may be extended, with what its extension repeats.
struct PermitChain: Sendable {
  let person: SamplePerson
  let employer: String
  let employerBirthYear: Int
  let employerAddress: String
  let firstFrom: CalendarDate
  let from: CalendarDate
  let until: CalendarDate
  let issued: CalendarDate
  /// The number, when the record gave it or another office did.
  let number: String?
  /// The id of the decision, when it is in this run; an outside paper otherwise.
  let decision: String?
}
