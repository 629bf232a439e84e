/// The name in the seal: as printed, but short enough for the symbol.
public enum SealedName {
  /// Stands at the end of a name that was cut.
  public static let mark = "…"

  /// The name itself when it has at most 64 bytes of UTF-8; otherwise its longest beginning of whole
  /// characters that leaves room for the mark.
  public static func cut(_ printed: String) -> (name: String, wasCut: Bool) {
    guard printed.utf8.count > ClaimLimit.name else { return (printed, false) }
    let room = ClaimLimit.name - mark.utf8.count
    var name = ""
    var bytes = 0
    for character in printed {
      bytes += character.utf8.count
      guard bytes <= room else { break }
      name.append(character)
    }
    return (name + mark, true)
  }

  /// True when a sealed name was cut. No printed name ends with the mark: the record refuses it.
  public static func wasCut(_ sealed: String) -> Bool { sealed.hasSuffix(mark) }
}
