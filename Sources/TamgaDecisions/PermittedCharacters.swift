/// The characters that may stand in a text of a record.
///
/// Refused is what a reader of the paper cannot see but what changes what he sees, and what no font
/// can print: a name must look the same to the clerk, to the printer and to the inspector.
public enum PermittedCharacters {
  /// True when `scalar` may stand in a text. The line feed may; the field decides about it.
  public static func permits(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case 0x00...0x1F, 0x7F...0x9F: false  // C0, DEL, C1
    case 0x061C, 0x200E, 0x200F: false  // bidirectional marks (UAX #9)
    case 0x202A...0x202E, 0x2066...0x2069: false  // embeddings, overrides and isolates (UAX #9)
    case 0x2028, 0x2029: false  // line and paragraph separators: line breaks in disguise
    case 0xFEFF: false  // a byte order mark inside a text
    case 0xFFFD: false  // what a broken conversion leaves of a letter
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: false  // private use, and noncharacters above it
    case 0xFDD0...0xFDEF: false  // noncharacters
    default: scalar.value & 0xFFFE != 0xFFFE  // noncharacters at the end of each plane
    }
  }
}
