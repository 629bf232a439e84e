internal import Glibc
import TamgaTemplates

/// The faces of the papers, by role.
enum Face: Hashable, CaseIterable {
  case serif, serifBold, serifItalic, sans, sansBold, monoBold

  var role: FontRole {
    switch self {
    case .serif: .serif
    case .serifBold: .serifBold
    case .serifItalic: .serifItalic
    case .sans: .sans
    case .sansBold: .sansBold
    case .monoBold: .monoBold
    }
  }
}

/// A face in a size (points).
struct Letters: Hashable {
  let face: Face
  let size: Double

  init(_ face: Face, _ size: Double) {
    self.face = face
    self.size = size
  }
}

/// A stretch of text in one kind of letters.
struct Stretch {
  let text: String
  let letters: Letters
  /// Not broken over lines where a line holds it: a number, a date.
  var keepsTogether = false
  /// Drawn with a line through it.
  var isStruck = false
}

extension [Stretch] {
  /// All of it.
  var text: String { reduce(into: "") { $0 += $1.text } }
}

/// Stretches are equal when their bytes are: two spellings of one letter are drawn as they are
/// written, although Swift calls such strings equal.
extension Stretch: Hashable {
  static func == (one: Stretch, other: Stretch) -> Bool {
    one.keepsTogether == other.keepsTogether && one.isStruck == other.isStruck
      && one.letters == other.letters && haveSameBytes(one.text, other.text)
  }

  private static func haveSameBytes(_ one: String, _ other: String) -> Bool {
    one.utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { other -> Bool in
        guard let start = one.baseAddress, let otherStart = other.baseAddress else {
          return one.count == other.count
        }
        return one.count == other.count && memcmp(start, otherStart, one.count) == 0
      }
    }.flatMap(\.self) ?? one.utf8.elementsEqual(other.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(letters)
    hasher.combine(keepsTogether)
    hasher.combine(isStruck)
    hasher.combine(text.utf8.count)
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
