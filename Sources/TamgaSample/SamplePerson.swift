import TamgaDomain

/// A person who does not exist, with a passport that nobody else of the same run has.
struct SamplePerson: Sendable {
  let name: String
  let isMale: Bool
  let citizenship: String
  let birthDate: CalendarDate
  let passport: String
  let iin: String

  /// Characters; names of this length still have to fit the page.
  static let longestName = 120

  /// - Parameters:
  ///   - ordinal: The place of the person in the run: it makes passport and IIN unique.
  ///   - seed: Keeps the passports of different runs apart.
  init(_ ordinal: Int, seed: UInt64, of lands: [Land], _ random: inout SplitMix64) {
    let land = random.pick(lands)
    isMale = random.once(in: 2)
    citizenship = land.code
    var name = land.name(isMale: isMale, &random)
    // Birth days come again: whoever has one of an earlier round has further given names, so that
    // nobody of a run is taken for another.
    var round = ordinal / Self.birthDays
    let further = Array(Set(land.men)).sorted()
    while round > 0 {
      name += " " + further[round % further.count]
      round /= further.count
    }
    if random.once(in: 100) { name = Self.lengthened(name, of: land, isMale: isMale, &random) }
    self.name = name
    birthDate = Self.firstBirthDay.adding(days: ordinal * 7_001 % Self.birthDays)
    passport = land.series + Self.serial(ordinal, seed)
    iin = PersonalNumber.make(
      birthDate: birthDate, isMale: isMale, serial: ordinal / Self.birthDays)
  }

  /// Everybody is from 18 to 70 years old on every day of the editions.
  private static let firstBirthDay = Calendar2020s.day(1958, 1, 1)
  /// Shares no divisor with the step above: every day comes before one comes again.
  private static let birthDays = 16_000

  /// Seven digits and a letter: a bijection of the ordinal, so that no two are alike.
  private static func serial(_ ordinal: Int, _ seed: UInt64) -> String {
    let mixed = (ordinal * 7_654_321 + Int(seed % 10_000_000)) % 10_000_000
    let digits = String(mixed)
    let round = ordinal / 10_000_000
    return String(repeating: "0", count: 7 - digits.count) + digits
      + (round > 0 ? String(round) : "")
  }

  /// A name of many given names, as some passports have, up to ``longestName``.
  private static func lengthened(
    _ name: String, of land: Land, isMale: Bool, _ random: inout SplitMix64
  ) -> String {
    var long = name
    while true {
      let next = long + " " + random.pick(isMale ? land.men : land.women)
      guard next.count <= longestName else { return long }
      long = next
    }
  }
}

/// Individual and business identification numbers with their control digit (Government decree
/// No. 853 of 22.08.2003: weights 1 to 11, then 3 to 2 where the first sum gives 10).
enum PersonalNumber {
  /// The number of a person; `serial` and the day make it unique.
  static func make(birthDate: CalendarDate, isMale: Bool, serial: Int) -> String {
    let century = birthDate.year < 2000 ? 3 : 5
    var head = [birthDate.year % 100, birthDate.month, birthDate.day].flatMap {
      [$0 / 10, $0 % 10]
    }
    head.append(century + (isMale ? 0 : 1))
    return numbered(head, serial: serial)
  }

  /// The number of a legal entity registered in a month.
  static func make(year: Int, month: Int, serial: Int) -> String {
    numbered([year / 10 % 10, year % 10, month / 10, month % 10, 4, 0, 0], serial: serial)
  }

  /// A serial has ten numbers: the first that has a control digit is taken.
  private static func numbered(_ head: [Int], serial: Int) -> String {
    for attempt in 0...9 {
      let value = serial * 10 % 10_000 + attempt
      let digits =
        head + [value / 1000 % 10, value / 100 % 10, value / 10 % 10, value % 10]
      if let control = control(digits) {
        return (digits + [control]).map(String.init).joined()
      }
    }
    return (head + [0, 0, 0, 0, 0]).map(String.init).joined()
  }

  private static func control(_ digits: [Int]) -> Int? {
    let first = zip(digits, 1...11).reduce(0) { $0 + $1.0 * $1.1 } % 11
    if first < 10 { return first }
    let second =
      zip(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
    return second < 10 ? second : nil
  }
}
