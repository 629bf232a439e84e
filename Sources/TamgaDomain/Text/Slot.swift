/// A place in a phrase for a value, `{day}`.
///
/// By hand, because the library's own search goes character by character, which is a hundredth of a paper's time.
public struct Slot: Sendable {
  private let name: StaticString

  /// - Parameter name: As it stands in the phrase, with its braces; ASCII.
  public init(_ name: StaticString) { self.name = name }

  /// The phrase with `value` in every place of this name.
  public func filled(in phrase: String, with value: String) -> String {
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    guard let first = name.first else { return phrase }
    var phrase = phrase
    var filled: [UInt8] = []
    let isFound = phrase.withUTF8 { bytes in
      var (kept, place) = (0, 0)
      while place + name.count <= bytes.count {
        guard bytes[place] == first, bytes[place..<place + name.count].elementsEqual(name) else {
          place += 1
          continue
        }
        filled += bytes[kept..<place]
        filled += value.utf8
        place += name.count
        kept = place
      }
      guard kept > 0 else { return false }
      filled += bytes[kept...]
      return true
    }
    return isFound ? String(decoding: filled, as: UTF8.self) : phrase
  }
}
