import TamgaDomain
import TamgaSeal
import TamgaTemplates

extension IssuingBody {
  /// One of `issuingBodies`, under its code.
  static func read(_ map: YAMLMap, code: String) -> IssuingBody? {
    let genitive = map.optionalBilingual("nameGenitive")
    let isMigrationUnit = map.optionalFlag("isMigrationUnit") == true
    let kind = map.word("kind", Kind.self)
    let (place, name) = (map.text("place"), map.bilingual("name"))
    guard let kind, let place, let name else { return nil }
    guard (1...SealLimits.place).contains(place.utf8.count),
      place.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
    else {
      map.fault(
        .wrongValue, at: "place",
        kk: "орын коды A-Z және 0-9 таңбаларынан тұрады, \(SealLimits.place) таңбадан аспайды",
        ru: "код места – до \(SealLimits.place) знаков из A-Z и 0-9",
        en: "a place has at most \(SealLimits.place) characters of A-Z and 0-9")
      return nil
    }
    return IssuingBody(
      code: code, kind: kind, place: place, name: name, nameGenitive: genitive,
      isMigrationUnit: isMigrationUnit)
  }
}
