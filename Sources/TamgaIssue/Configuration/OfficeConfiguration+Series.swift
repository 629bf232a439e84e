import TamgaDomain
import TamgaRegister
import TamgaTemplates

extension OfficeConfiguration {
  static func seriesFirst(_ map: YAMLMap) -> [String: Int64] {
    guard map.has("series") else { return [:] }
    var first: [String: Int64] = [:]
    _ = map.inside("series") { list in
      for prefix in list.keys {
        _ = list.inside(prefix) { series in
          guard let ordinal = series.count("first") else { return true }
          guard (1...mostFirst).contains(ordinal),
            AllottedNumber(prefix: prefix, ordinal: Int64(ordinal)) != nil
          else {
            series.fault(
              .wrongValue, at: "first",
              kk: "қатар – «ALA-26» сияқты бастапқы бөлік, алғашқы саны 1–\(mostFirst)",
              ru: "ряд – начало номера вроде «ALA-26», первое число 1–\(mostFirst)",
              en:
                "a series is the beginning of a number like 'ALA-26', and its first ordinal 1–\(mostFirst)"
            )
            return true
          }
          first[prefix] = Int64(ordinal)
          return true
        }
      }
      return true
    }
    return first
  }

  /// A slip of the keyboard must not use up a series of seven digits.
  private static let mostFirst = 9_000_000
}
