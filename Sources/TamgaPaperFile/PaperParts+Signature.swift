/// The signature of a file: its dictionary, which stands as it is, and the field that has no place on the page
/// (ISO 32000-1, 12.7.4.5 and 12.8; ETSI EN 319 142-1, 6.3).
extension PaperParts {
  /// The field's name.
  private static let field = "Signature"
  /// `D:20210209194640Z`
  private static let momentLength = 17

  /// The numbers of its objects.
  struct SignatureNumbers {
    let widget: Int
    let value: Int

    init(_ file: inout PDFFile) {
      widget = file.reserve()
      value = file.reserve()
    }
  }

  /// The entries of the catalog: the form of one field, and that nothing may be changed (12.8.2.2).
  static func catalog(_ numbers: SignatureNumbers) -> [PDFDirectObject.Entry] {
    [
      (
        "AcroForm",
        .dictionary([
          ("Fields", .array([.reference(numbers.widget)])), ("SigFlags", .integer(3)),
        ])
      ), ("Perms", .dictionary([("DocMDP", .reference(numbers.value))])),
    ]
  }

  /// - Parameter page: The number of the first page.
  static func writeField(_ numbers: SignatureNumbers, page: Int, _ file: inout PDFFile) {
    file.object(
      numbers.widget,
      .dictionary([
        ("Type", .name("Annot")), ("Subtype", .name("Widget")), ("FT", .name("Sig")),
        ("T", .text(field)), ("F", .integer(132)),
        ("Rect", .array([.integer(0), .integer(0), .integer(0), .integer(0)])),
        ("P", .reference(page)), ("V", .reference(numbers.value)),
      ]))
  }

  /// Writes the dictionary with an empty hole.
  ///
  /// - Parameter moment: The time that the signer states, the seal's.
  /// - Returns: Where its ByteRange and its hole stand.
  static func writeSignature(
    _ numbers: SignatureNumbers, room: Int, moment: String, _ file: inout PDFFile
  ) -> (ranges: Int, hole: SignatureHole) {
    var ranges = 0
    var hole = SignatureHole(range: 0..<0)
    file.standing(numbers.value) { bytes in
      bytes.write("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (")
      bytes.write(text: moment)
      bytes.write(
        ") /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >> ] /ByteRange [ 0 "
      )
      ranges = bytes.count
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: rangesLength)
      bytes.write("] /Contents ")
      let start = bytes.count
      bytes.write("<")
      bytes += [UInt8](repeating: UInt8(ascii: "0"), count: 2 * room)
      bytes.write(">")
      hole = SignatureHole(range: start..<bytes.count)
      bytes.write(" >>")
    }
    return (ranges, hole)
  }

  /// Three numbers of ten digits, each with its space.
  private static let rangesLength = 33

  /// Writes which bytes are signed, once their number is known.
  static func put(_ hole: SignatureHole, at place: Int, into file: inout [UInt8]) {
    var ranges: [UInt8] = []
    for number in [
      hole.range.lowerBound, hole.range.upperBound, file.count - hole.range.upperBound,
    ] {
      ranges.write(number)
      ranges.write(" ")
    }
    file.replaceSubrange(place..<place + ranges.count, with: ranges)
  }

  /// The moment that the file's description gives.
  var moment: String {
    information.first { $0.key == .created }?.text ?? ""
  }
}

/// Reading it again.
extension FileScanner {
  /// A signature's dictionary; nil, and nothing taken, where another object stands.
  mutating func signature() -> PaperParts.Signature? {
    let start = self
    guard integer() != nil, take(" 0 obj\n<< /Type /Sig "), run(until: " /Contents <") != nil,
      let digits = run(until: ">"), take(" >>\nendobj\n"), digits.count % 2 == 0,
      digits.count / 2 <= PaperParts.Signature.mostBytes, let bytes = Self.bytes(Array(digits))
    else {
      self = start
      return nil
    }
    return PaperParts.Signature(room: bytes.count, cms: Self.value(bytes))
  }

  private static func bytes(_ digits: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      if let half = high {
        bytes.append(half << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// The one value of DER at the beginning; what follows it fills the hole.
  private static func value(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 2, bytes[0] == 0x30 else { return [] }
    var length = Int(bytes[1])
    var head = 2
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...3).contains(count), bytes.count >= 2 + count else { return [] }
      length = bytes[2..<2 + count].reduce(0) { $0 << 8 | Int($1) }
      head += count
    }
    return head + length <= bytes.count ? Array(bytes[..<(head + length)]) : []
  }
}
