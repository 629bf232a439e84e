import TamgaDomain

/// The one reader of papers' files. It takes the parts out where the writer puts them and believes none of
/// what stands between: the parts must give the very file again.
extension PaperParts {
  /// Bytes of a file: a paper of forty pages with the widest fonts has less than a megabyte.
  package static let byteLimit = 8 << 20
  /// Pages, fonts and structure elements: each more than papers can have.
  static let limits = (pages: 64, fonts: 64, tags: 8_192)

  /// nil unless the file is in the canonical form.
  package init?(_ file: [UInt8]) {
    guard file.count <= Self.byteLimit else { return nil }
    if file.starts(with: "%PDF-1.7\n".utf8) {
      var reader = ArchiveReader(file)
      guard var parts = reader.parts(), case let again = parts.written(packing: reader.packing),
        again.bytes == file
      else { return nil }
      parts.hole = again.hole
      self = parts
    } else {
      var reader = Reader(file)
      guard let parts = reader.parts(), parts.bytes == file else { return nil }
      self = parts
    }
  }

  /// What a tag may be.
  private static let tags: Set<String> = ["H1", "P", "Figure"]

  private struct Reader {
    var scanner: FileScanner

    init(_ file: [UInt8]) { scanner = FileScanner(file) }

    mutating func parts() -> PaperParts? {
      guard scanner.take("%PDF-1.5\n%"), scanner.run(5) != nil else { return nil }
      var contents: [[UInt8]] = []
      while let content = pageContent() {
        contents.append(content)
        guard skipObject(), contents.count <= limits.pages else { return nil }
      }
      // The tree of pages.
      guard !contents.isEmpty, skipObject() else { return nil }
      var bare: [(font: Font, numbers: [Int])] = []
      while let font = font() {
        bare.append(font)
        guard bare.count <= limits.fonts else { return nil }
      }
      guard let names = resources(), let symbol = symbol(), let tags = tags(contents.count),
        // Parents, document and root of the structure.
        skipObject(), skipObject(), skipObject(), let information = information()
      else { return nil }
      var fonts: [Font] = []
      for (font, numbers) in bare {
        var maps: [Map] = []
        for (map, number) in zip(font.maps, numbers) {
          guard let name = names[number] else { return nil }
          maps.append(Map(name: name, letters: map.letters))
        }
        fonts.append(
          Font(
            name: font.name, program: font.program, length: font.length, measures: font.measures,
            widths: font.widths, maps: maps))
      }
      return PaperParts(
        pages: zip(contents, tags).map { Page(content: $0, tags: $1) }, fonts: fonts,
        symbol: symbol, information: information, archive: nil)
    }

    /// `12 0 obj`
    private mutating func begin() -> Int? {
      guard let number = scanner.integer(), scanner.take(" 0 obj\n") else { return nil }
      return number
    }

    private mutating func skipObject() -> Bool {
      begin() != nil && scanner.run(until: "\nendobj\n") != nil
    }

    /// The data of a stream whose dictionary ends here.
    private mutating func data(_ length: Int) -> [UInt8]? {
      guard scanner.take(" >>\nstream\n"), let data = scanner.run(length),
        scanner.take("\nendstream\nendobj\n")
      else { return nil }
      return data
    }

    /// A stream without further entries; nil, and nothing taken, where another object stands.
    private mutating func pageContent() -> [UInt8]? {
      let start = scanner
      guard begin() != nil, scanner.take("<< /Length "), let length = scanner.integer(),
        scanner.take(" /Filter /FlateDecode"), let data = data(length)
      else {
        scanner = start
        return nil
      }
      return data
    }

    /// nil, and nothing taken, where another object stands. The maps' names are not known yet.
    private mutating func font() -> (font: Font, numbers: [Int])? {
      let start = scanner
      guard begin() != nil, scanner.take("<< /Length "), let packed = scanner.integer(),
        scanner.take(" /Filter /FlateDecode /Length1 "), let length = scanner.integer(),
        let program = data(packed), begin() != nil,
        scanner.take("<< /Type /FontDescriptor /FontName /"), let name = scanner.run(until: " "),
        let measures = scanner.measures(), scanner.run(until: "\nendobj\n") != nil,
        begin() != nil, scanner.run(until: " /W ") != nil,
        let widths = scanner.run(until: " >>\nendobj\n")
      else {
        scanner = start
        return nil
      }
      var maps: [Map] = []
      var numbers: [Int] = []
      while maps.count < limits.fonts, let letters = pageContent() {
        guard let number = begin(), scanner.run(until: "\nendobj\n") != nil else { return nil }
        maps.append(Map(name: 0, letters: letters))
        numbers.append(number)
      }
      let font = Font(
        name: String(decoding: name, as: UTF8.self), program: program, length: length,
        measures: measures, widths: Array(widths), maps: maps)
      return (font, numbers)
    }

    /// The fonts' names on the pages by the numbers of their objects.
    private mutating func resources() -> [Int: Int]? {
      guard begin() != nil, let names = scanner.fontNames() else { return nil }
      return scanner.run(until: "\nendobj\n") == nil ? nil : names
    }

    private mutating func symbol() -> ModuleGrid? {
      guard begin() != nil, scanner.take("<< /Length "), let length = scanner.integer(),
        scanner.take(" /Type /XObject /Subtype /Image /ImageMask true /Width "),
        let side = scanner.integer(), (21...177).contains(side), scanner.take(" /Height "),
        scanner.integer() == side,
        scanner.take(" /Interpolate false /BitsPerComponent 1 /Decode [ 1 0 ]"),
        case let stride = (side + 7) / 8, length == stride * side, let dots = data(length)
      else { return nil }
      let modules = (0..<side * side).map { index in
        let (row, column) = (index / side, index % side)
        return dots[row * stride + column / 8] >> UInt8(7 - column % 8) & 1 == 1
      }
      return ModuleGrid(side: side, modules: modules)
    }

    /// The structure elements of each page.
    private mutating func tags(_ pages: Int) -> [[String]]? {
      var tags: [[String]] = []
      while true {
        let start = scanner
        guard begin() != nil, scanner.take("<< /Type /StructElem /S /"),
          let tag = scanner.run(until: " /P "), scanner.integer() != nil,
          scanner.take(" 0 R /Pg "), scanner.integer() != nil, scanner.take(" 0 R /K "),
          let mark = scanner.integer(), scanner.take(" >>\nendobj\n")
        else {
          scanner = start
          break
        }
        let name = String(decoding: tag, as: UTF8.self)
        guard PaperParts.tags.contains(name) else { return nil }
        if mark == 0 { tags.append([]) }
        guard !tags.isEmpty, tags.count <= pages, tags[tags.count - 1].count == mark,
          mark < limits.tags
        else { return nil }
        tags[tags.count - 1].append(name)
      }
      return tags.count == pages ? tags : nil
    }

    private mutating func information() -> [Entry]? {
      guard begin() != nil, let entries = scanner.information(), scanner.take("\nendobj\n") else {
        return nil
      }
      return entries
    }
  }
}
