import TamgaDomain

/// Takes the parts out of a file for archives: its streams where they stand, and of the packed objects what
/// is a part.
struct ArchiveReader {
  /// Bytes of the packed objects: those of the longest papers have a quarter of a megabyte.
  private static let limit = 2 << 20

  private var scanner: FileScanner
  /// The packed objects, as they stand in the file and unpacked.
  private var packed: [UInt8] = []
  private var plain: [UInt8] = []
  /// The file inside.
  private var data: PaperParts.DataFile?
  private var signature: PaperParts.Signature?

  init(_ file: [UInt8]) { scanner = FileScanner(file) }

  /// What the file has for the very objects that it has: zlib streams may differ and say the same.
  func packing(_ objects: [UInt8]) -> [UInt8] { objects == plain ? packed : [] }

  mutating func parts() -> PaperParts? {
    guard scanner.take("%PDF-1.7\n%"), scanner.run(5) != nil else { return nil }
    var contents: [[UInt8]] = []
    var programs: [(program: [UInt8], length: Int, letters: [[UInt8]])] = []
    var symbol: ModuleGrid?
    while let (head, data) = stream() {
      // The code is the last of them.
      guard symbol == nil else { return nil }
      if head.isEmpty {
        // A page, or letters of the font before.
        if programs.isEmpty {
          contents.append(data)
        } else {
          programs[programs.count - 1].letters.append(data)
        }
      } else if let length = Self.length(head) {
        programs.append((data, length, []))
      } else {
        guard let code = Self.symbol(head, data) else { return nil }
        symbol = code
      }
      let letters = programs.last?.letters.count ?? 0
      guard contents.count <= PaperParts.limits.pages, programs.count <= PaperParts.limits.fonts,
        letters <= PaperParts.limits.fonts
      else { return nil }
    }
    guard !contents.isEmpty, !plain.isEmpty, let id = trailer() else { return nil }
    var objects = PackedObjects(plain)
    return objects.parts(contents, programs, symbol, id: id, data: data, signature)
  }

  /// What the dictionary of the next stream says besides its length and the usual filter, and its data. The
  /// colours and the metadata are passed over; the packed objects, which come last, are kept.
  private mutating func stream() -> (head: [UInt8], data: [UInt8])? {
    while true {
      if let found = scanner.signature() {
        guard signature == nil else { return nil }
        signature = found
      }
      guard scanner.integer() != nil, scanner.take(" 0 obj\n<< /Length "),
        let length = scanner.integer()
      else { return nil }
      if scanner.take(" /N 3 >>\nstream\n")
        || scanner.take(" /Type /Metadata /Subtype /XML >>\nstream\n")
      {
        guard data(length) != nil else { return nil }
        continue
      }
      if scanner.take(PaperParts.DataFile.head) {
        guard data == nil, let size = scanner.integer(), size >= 0,
          scanner.run(until: " >>\nstream\n") != nil, let content = data(length)
        else { return nil }
        data = PaperParts.DataFile(content: content, length: size)
        continue
      }
      if scanner.take(" /Type /ObjStm") {
        guard scanner.run(until: " >>\nstream\n") != nil, let data = data(length),
          let objects = Inflater.inflated(data[...], limit: Self.limit)
        else { return nil }
        (packed, plain) = (data, objects)
        return nil
      }
      let isPacked = scanner.take(" /Filter /FlateDecode")
      guard let head = scanner.run(until: " >>\nstream\n"), let data = data(length) else {
        return nil
      }
      guard isPacked || !head.isEmpty else { return nil }
      return (Array(head), data)
    }
  }

  private mutating func data(_ length: Int) -> [UInt8]? {
    guard let data = scanner.run(length), scanner.take("\nendstream\nendobj\n") else { return nil }
    return data
  }

  private static func length(_ head: [UInt8]) -> Int? {
    var scanner = FileScanner(head)
    guard scanner.take(" /Length1 "), let length = scanner.integer(), scanner.isAtEnd else {
      return nil
    }
    return length
  }

  private static func symbol(_ head: [UInt8], _ dots: [UInt8]) -> ModuleGrid? {
    var scanner = FileScanner(head)
    guard scanner.take(" /Type /XObject /Subtype /Image /ImageMask true /Width "),
      let side = scanner.integer(), (21...177).contains(side),
      case let stride = (side + 7) / 8, dots.count == stride * side
    else { return nil }
    let modules = (0..<side * side).map { index in
      let (row, column) = (index / side, index % side)
      return dots[row * stride + column / 8] >> UInt8(7 - column % 8) & 1 == 1
    }
    return ModuleGrid(side: side, modules: modules)
  }

  /// The file's identifier.
  private mutating func trailer() -> [UInt8]? {
    guard scanner.run(until: " /ID [ <") != nil else { return nil }
    var id: [UInt8] = []
    while let part = scanner.hex() {
      id += [UInt8(part >> 8), UInt8(part & 0xFF)]
      guard id.count <= 16 else { return nil }
    }
    return id.count == 16 ? id : nil
  }
}
