internal import Crypto
public import TamgaDomain
internal import TamgaFormats

/// The keys under which the register finds the papers of a person: what ``Folding`` leaves of number
/// and name, so that a passport typed otherwise evades nothing.
///
/// Three letters tell them apart: `I` the IIN, `P` citizenship and passport, `N` citizenship, year of
/// birth and name, `R` citizenship, birth date and the first letters of two words of the name. The
/// last one finds names that are nearly alike; who compares the persons says whether they are.
public enum PersonKeys {
  /// At most ``RegisterLimits/personKeys``, none for a person of whom too little is known.
  public static func of(_ person: Person) -> [String] {
    var keys: [String] = []
    if let iin = person.iin, !iin.isEmpty { keys.append(bounded("I|", iin)) }
    guard let country = person.citizenship else { return keys }
    if let passport = person.passport {
      let number = Folding.number(passport)
      // A country gives a number once, also where the record lacks the birth date.
      if !number.isEmpty { keys.append(bounded("P|\(country)|", number)) }
    }
    if let name = person.name, let birth = person.birth {
      keys += named(country, birth, Folding.name(name))
    }
    return keys
  }

  private static func named(_ country: String, _ birth: PartialDate, _ name: String) -> [String] {
    guard !name.isEmpty else { return [] }
    // The year alone: of a passport without a day the rest is not known.
    let year = birth.iso.prefix(4)
    let initials = name.split(separator: " ").prefix(2).compactMap(\.first).map(String.init)
    return [
      bounded("N|\(country)|\(year)|", name),
      "R|\(country)|\(birth.iso)|\(initials.sorted().joined())",
    ]
  }

  /// A key of any length that a record may give: of a long one the SHA-256 stands for the text, so that
  /// the register's limit is nobody's.
  private static func bounded(_ prefix: String, _ text: String) -> String {
    let key = prefix + text
    guard key.utf8.count > RegisterLimits.personKeyBytes else { return key }
    return prefix + hashMark + Hex.text(Array(SHA256.hash(data: Array(text.utf8))))
  }

  private static let hashMark = "#"

  /// What a key of the second schema becomes, which had the name and the number in capitals, and the
  /// whole birth date beside the name.
  static func folded(_ key: String) -> [String] {
    let parts = key.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count >= 3 else { return [key] }
    if parts[0] == "P" {
      let number = parts[2...].joined(separator: "|")
      return number.hasPrefix(hashMark)
        ? [key] : [bounded("P|\(parts[1])|", Folding.number(number))]
    }
    guard parts[0] == "N", parts.count == 4, let birth = CalendarDate(iso: parts[2]) else {
      return [key]
    }
    // Of a hash the name cannot be read.
    return parts[3].hasPrefix(hashMark)
      ? [key] : named(parts[1], PartialDate(birth), Folding.name(parts[3]))
  }
}
