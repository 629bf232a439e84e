/// What tells one person from another, as a decision or a record of the register gives it.
///
/// Personal data: never part of a message.
public struct Person: Hashable, Sendable {
  /// As the paper prints it; nil when the record does not give it.
  public var name: String?
  /// Series and number as printed, blanks and case as they are; nil when the record does not give it.
  public var passport: String?
  /// Alpha-3.
  public var citizenship: String?
  /// As the passport shows it, a whole day or a part of one; nil when the record does not give it.
  public var birth: PartialDate?
  /// Twelve digits.
  public var iin: String?

  /// What is known of a person; what is not known is nil and is compared with nothing.
  public init(
    name: String? = nil, passport: String? = nil, citizenship: String? = nil,
    birth: PartialDate? = nil, iin: String? = nil
  ) {
    self.name = name
    self.passport = passport
    self.citizenship = citizenship
    self.birth = birth
    self.iin = iin
  }

  /// What two papers say of a person.
  public enum Likeness: Hashable, Sendable {
    /// The same person by what the acts go by.
    case same
    /// By the same IIN, and yet citizenship or birth date are others.
    case sameByNumberAlone
    /// Likely the same, typed otherwise.
    case near
    /// Another person: something that both papers hold differs.
    case other
    /// They hold nothing alike.
    case unknown
  }

  /// The same person has the same IIN, or the same citizenship and birth date with the same name or
  /// passport. What one of the papers does not hold is not compared (rules.md B.2).
  ///
  /// Names and numbers are compared as ``Folding`` has them; names of different scripts are not
  /// compared: then the passport or the birth date has to agree.
  public func likeness(to other: Person) -> Likeness {
    let countries = same(citizenship, other.citizenship) { $0 == $1 }
    let births = same(birth, other.birth) { $0.agrees(with: $1) }
    if let isSame = same(iin, other.iin, { $0 == $1 }) {
      guard isSame else { return .other }
      return countries == false || births == false ? .sameByNumberAlone : .same
    }
    let names = namesAreSame(other)
    let passports = passportsAreSame(other)
    if countries == false {
      return births == true && (names == true || passports == true) ? .near : .other
    }
    // A country gives a number once: a part of the day was typed wrongly.
    if births == false { return passports == true && countries == true ? .near : .other }
    if names == true || passports == true { return .same }
    if names == nil, passports == nil {
      return births == true && name != nil && other.name != nil ? .same : .unknown
    }
    // Names of two scripts beside a new passport.
    if names == nil, births == true, name != nil, other.name != nil { return .same }
    return countries == true && births == true && hasNearName(other) ? .near : .other
  }

  /// Whether the names are the same; nil when one is not known or they are of different scripts.
  public func namesAreSame(_ other: Person) -> Bool? {
    guard let (a, b) = foldedNames(other) else { return nil }
    return a == b
  }

  /// Whether the numbers are the same however they were typed; nil when one is not known. The country is not
  /// looked at.
  public func passportsAreSame(_ other: Person) -> Bool? {
    same(passport, other.passport) { Folding.number($0) == Folding.number($1) }
  }

  private func foldedNames(_ other: Person) -> (String, String)? {
    guard let name, let second = other.name else { return nil }
    let (a, b) = (Folding.name(name), Folding.name(second))
    guard !a.isEmpty, !b.isEmpty, Folding.isLatin(a) == Folding.isLatin(b) else { return nil }
    return (a, b)
  }

  /// Letters by which near names may differ.
  private static let nearLetters = 1

  /// True when the names have one letter more, less or otherwise, other places of the same words, or
  /// one of them lacks a word of the other.
  private func hasNearName(_ other: Person) -> Bool {
    guard let (a, b) = foldedNames(other) else { return false }
    let first = a.split(separator: " ").sorted()
    let second = b.split(separator: " ").sorted()
    let common = Set(first).intersection(second).count
    if common >= 2, common == min(Set(first).count, Set(second).count) { return true }
    return Self.areNear(a, b) || Self.areNear(first.joined(), second.joined())
  }

  private static func areNear(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    return EditDistance.between(a, b, limit: nearLetters) != nil
  }

  /// Nil when one of the two is not known.
  private func same<Value>(
    _ first: Value?, _ second: Value?, _ areSame: (Value, Value) -> Bool
  ) -> Bool? {
    guard let first, let second else { return nil }
    return areSame(first, second)
  }
}

extension Decision {
  /// The person that the decision is about, as far as the record tells.
  public var person: Person {
    func text(_ names: [String?]) -> String? {
      for name in names.compactMap({ $0 }) {
        if case .text(let text)? = fields[name], !text.kk.isEmpty { return text.kk }
        if case .text(let text)? = fields[name], !text.ru.isEmpty { return text.ru }
      }
      return nil
    }
    func code(_ name: String) -> String? {
      if case .code(let code)? = fields[name] { code } else { nil }
    }
    let birth: PartialDate? =
      switch fields[Person.birthField] {
      case .date(let date)?: PartialDate(date)
      case .partialDate(let date)?: date
      default: nil
      }
    let numbered = Person.passportParts.compactMap { text([$0]) }.joined()
    return Person(
      name: text([kind.claims.name] + Person.nameFields.map { Optional($0) }),
      passport: text([kind.claims.passport, Person.passportField])
        ?? (numbered.isEmpty ? nil : numbered),
      citizenship: code(kind.claims.citizenship ?? Person.citizenshipField), birth: birth,
      iin: text([Person.iinField]))
  }
}

extension Person {
  /// The fields of a record that tell a person, whatever its kind.
  public static let nameFields = ["latinFullName", "fullName"]
  /// Series and number in one field.
  public static let passportField = "passportSeriesNumber"
  /// Series and number in two fields, in the order in which they are joined.
  public static let passportParts = ["passportSeries", "passportNumber"]
  /// An alpha-3 code of ISO 3166-1 or one of ``codesWithoutState``.
  public static let citizenshipField = "citizenship"
  /// A ``PartialDate``.
  public static let birthField = "birthDate"
  /// The individual identification number of Kazakhstan, twelve digits.
  public static let iinField = "iin"

  /// Codes for persons without a state: stateless, refugee by the Convention of 1951, another refugee,
  /// not specified (ICAO 9303, part 3, section 5).
  public static let codesWithoutState: Set<String> = ["XXA", "XXB", "XXC", "XXX"]
}
