public import TamgaDomain

/// What a fact may hold (contract `facts.md`).
public enum FactType: Hashable, Sendable {
  /// An ISO date.
  case date
  /// The same, whose day or month may be missing.
  case partialDate
  /// ISO 8601 with an offset.
  case time
  case flag
  /// A whole number, not negative.
  case count
  case text
  /// One of the given words.
  case word([String])
  /// One of the given words, or a list of them.
  case words([String])
  /// A list of `{"agency", "date", "groundIds"}`.
  case conclusions
  /// An object: the number of a step and its date.
  case stepDates
}

/// The facts that rules read, by name: what ``Inputs`` declares.
public enum FactCatalogue {
  private static let facts = Inputs.all.filter { $0.fact != nil }

  /// The type of the fact `name`; nothing for names that no rule reads.
  public static func type(of name: String) -> FactType? { Inputs.byName[name]?.fact }

  /// What people call the fact `name`.
  public static func words(of name: String) -> Message? {
    Inputs.byName[name].flatMap { $0.fact == nil ? nil : $0.words }
  }

  /// The words of an open list that rules know; nil for other facts.
  public static func knownWords(of name: String) -> [String]? {
    switch name {
    case Inputs.table.cause.name: Cause.allCases.map(\.rawValue)
    case Inputs.table.workKind.name: [WorkKind.domestic]
    default: nil
    }
  }

  /// True for a fact that holds the alpha-3 code of a country.
  public static func isCountry(_ name: String) -> Bool { name.hasSuffix("Citizenship") }

  /// The names of all facts, in the order of their declaration.
  public static let names: [String] = facts.map(\.name)
}
