import TamgaDomain

/// Individual and business identification numbers have a date and a check digit.
///
/// Designed by us; no act here gives the form of the numbers. A warning: the number is another
/// authority's. Judged of every record, whatever rules its kind asks for.
enum IdentityNumbers {
  static let id = "REC-IIN"

  static func findings(in c: RuleContext) -> [Finding] {
    c.decision.fields.keys.sorted().compactMap { name in
      guard isOfNumber(name), case .text(let text)? = c.decision.fields[name], !text.kk.isBlank
      else {
        return nil
      }
      return judge(text.kk, name, c)
    }
  }

  private static func isOfNumber(_ name: String) -> Bool {
    name == Person.iinField
      || ["Iin", "Bin", "IinBin"].contains { name.hasSuffix($0) }
  }

  private static func judge(_ text: String, _ name: String, _ c: RuleContext) -> Finding? {
    func found(kk: String, ru: String, en: String) -> Finding {
      Finding(id, .warning, at: "/fields/\(name)", Message(kk: kk, ru: ru, en: en))
    }
    guard let number = IdentityNumber(text) else {
      return found(
        kk: "ЖСН (БСН) он екі цифрдан тұрады: нөмірді тексеріңіз",
        ru: "ИИН (БИН) состоит из двенадцати цифр: проверьте номер",
        en: "an IIN or BIN has twelve digits: check the number")
    }
    guard number.hasDate else {
      return found(
        kk: "ЖСН (БСН) басындағы күн күнтізбеде жоқ: нөмірді тексеріңіз",
        ru: "в начале ИИН (БИН) стоит несуществующая дата: проверьте номер",
        en: "the IIN or BIN begins with a day that the calendar has not: check the number")
    }
    guard number.hasCheckDigit else {
      return found(
        kk: "ЖСН (БСН) бақылау цифры дұрыс емес: нөмірді тексеріңіз",
        ru: "контрольная цифра ИИН (БИН) неверна: проверьте номер",
        en: "the check digit of the IIN or BIN is wrong: check the number")
    }
    guard name == Person.iinField, let birth = c.decision.person.birth, let own = number.birth,
      !own.contains(where: { birth.agrees(with: PartialDate($0)) })
    else { return nil }
    return found(
      kk: "ЖСН туған күнге сәйкес келмейді: екеуін де тексеріңіз",
      ru: "ИИН не соответствует дате рождения: проверьте оба значения",
      en: "the IIN does not fit the birth date: check both")
  }
}

/// Twelve digits that stand for a person or an organisation in the registers of Kazakhstan.
struct IdentityNumber: Hashable, Sendable {
  private let digits: [Int]

  /// Nil for anything but twelve digits.
  init?(_ text: String) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 12, digits.allSatisfy((0...9).contains) else { return nil }
    self.digits = digits
  }

  /// The last digit: the weighted sum of the others by 11; where that leaves 10, by other weights.
  var hasCheckDigit: Bool {
    let first = remainder(Array(1...11))
    let check = first == 10 ? remainder(Array(3...11) + [1, 2]) : first
    return check == digits[11]
  }

  private func remainder(_ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
  }

  /// An IIN begins with a day, a BIN with a month and a digit of 4 to 6.
  var hasDate: Bool { birth.map { !$0.isEmpty } ?? (1...12).contains(number(2)) }

  /// The birthdays that the digits may mean; nil for a BIN.
  var birth: [CalendarDate]? {
    guard !isBusiness else { return nil }
    return centuries.compactMap { CalendarDate($0 + number(0), number(2), number(4)) }
  }

  /// The fifth digit of a day is 0 to 3.
  private var isBusiness: Bool { (4...6).contains(digits[4]) }

  /// The seventh digit: sex and century; 0 for foreigners.
  private var centuries: [Int] {
    switch digits[6] {
    case 1, 2: [1800]
    case 3, 4: [1900]
    case 5, 6: [2000]
    case 0: [1900, 2000]
    default: []
    }
  }

  private func number(_ place: Int) -> Int { digits[place] * 10 + digits[place + 1] }
}
