/// What a paper is looked for by; every text as it was typed.
public enum SearchQuery: Hashable, Sendable {
  /// In any case, with blanks, without hyphens, with look-alikes; `NUMBER~2` for one copy, else all of them.
  case number(String)
  /// Without zeros, check digit, year or place (`ala-26-98`, `ala 98`, `98`): the numbers of every series that may
  /// be meant, originals and copies.
  case shortNumber(String)
  /// The id of the decision.
  case decision(String)
  /// The whole number of a passport, of whatever country.
  case passport(String)
  /// Beginnings of words of a name, in any order.
  case name(String)
}
