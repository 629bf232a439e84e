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
    return objects.parts(contents, programs, symbol, id: id, data: data)
  }

  /// What the dictionary of the next stream says besides its length and the usual filter, and its data. The
  /// colours and the metadata are passed over; the packed objects, which come last, are kept.
  private mutating func stream() -> (head: [UInt8], data: [UInt8])? {
    while true {
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

/// The objects of a file for archives that are no streams: one a line.
private struct PackedObjects {
  private var scanner: FileScanner
  /// The numbers of the objects, in the order of writing.
  private var numbers: [Int] = []
  private var index = 0

  init(_ plain: [UInt8]) { scanner = FileScanner(plain) }

  private mutating func begin() -> Int? {
    guard index < numbers.count else { return nil }
    index += 1
    return numbers[index - 1]
  }

  private mutating func skip() -> Bool { begin() != nil && scanner.run(until: "\n") != nil }

  mutating func parts(
    _ contents: [[UInt8]], _ programs: [(program: [UInt8], length: Int, letters: [[UInt8]])],
    _ symbol: ModuleGrid?, id: [UInt8], data: PaperParts.DataFile?
  ) -> PaperParts? {
    // Number and place of each; an object begins with another byte.
    while let number = scanner.integer() {
      guard scanner.take(" "), scanner.integer() != nil, scanner.take("\n") else { return nil }
      numbers.append(number)
    }
    var pages: [Int: Int] = [:]
    for index in contents.indices {
      guard let number = begin(), scanner.run(until: "\n") != nil else { return nil }
      pages[number] = index
    }
    // The tree of pages.
    guard skip() else { return nil }
    var bare: [(font: PaperParts.Font, numbers: [Int])] = []
    for program in programs {
      guard let font = font(program) else { return nil }
      bare.append(font)
    }
    guard let names = resources(), let structure = structure(pages),
      let tags = structure.tags(pages: contents.count),
      // Parents and root of the structure.
      skip(), skip(), let information = information(),
      // Behind the bookmarks.
      scanner.run(until: "<< /Type /Catalog ") != nil, scanner.run(until: " /Lang (") != nil,
      let language = scanner.run(until: ")")
    else { return nil }
    var fonts: [PaperParts.Font] = []
    for (font, numbers) in bare {
      var maps: [PaperParts.Map] = []
      for (map, number) in zip(font.maps, numbers) {
        guard let name = names[number] else { return nil }
        maps.append(PaperParts.Map(name: name, letters: map.letters))
      }
      fonts.append(
        PaperParts.Font(
          name: font.name, program: font.program, length: font.length, measures: font.measures,
          widths: font.widths, maps: maps))
    }
    return PaperParts(
      pages: zip(contents, tags).map { PaperParts.Page(content: $0, tags: $1) }, fonts: fonts,
      symbol: symbol, information: information,
      archive: PaperParts.Archive(
        id: id, language: String(decoding: language, as: UTF8.self), structure: structure,
        data: data))
  }

  /// The descriptor, the descendant, and the font of each map; the maps' names are not known yet.
  private mutating func font(
    _ program: (program: [UInt8], length: Int, letters: [[UInt8]])
  ) -> (font: PaperParts.Font, numbers: [Int])? {
    guard begin() != nil, scanner.take("<< /Type /FontDescriptor /FontName /"),
      let name = scanner.run(until: " "), let measures = scanner.measures(),
      scanner.run(until: "\n") != nil, begin() != nil, scanner.run(until: " /W ") != nil,
      let widths = scanner.run(until: " >>\n")
    else { return nil }
    var numbers: [Int] = []
    for _ in program.letters {
      guard let number = begin(), scanner.run(until: "\n") != nil else { return nil }
      numbers.append(number)
    }
    let font = PaperParts.Font(
      name: String(decoding: name, as: UTF8.self), program: program.program,
      length: program.length, measures: measures, widths: Array(widths),
      maps: program.letters.map { PaperParts.Map(name: 0, letters: $0) })
    return (font, numbers)
  }

  /// The fonts' names on the pages by the numbers of their objects.
  private mutating func resources() -> [Int: Int]? {
    guard begin() != nil, let names = scanner.fontNames(), scanner.run(until: "\n") != nil else {
      return nil
    }
    return names
  }

  private mutating func information() -> [PaperParts.Entry]? {
    guard begin() != nil, let entries = scanner.information(), scanner.take("\n") else {
      return nil
    }
    return entries
  }

  // MARK: structure

  /// An element as it is written, those in it by their numbers.
  private struct Written {
    let element: PaperElement
    let kids: [Kid]

    enum Kid {
      case number(Int)
      case mark(page: Int, number: Int)
    }
  }

  /// The document; nil where an element has another form.
  private mutating func structure(_ pages: [Int: Int]) -> PaperElement? {
    var written: [Int: Written] = [:]
    while true {
      let start = scanner
      guard scanner.take("<< /S /") else { break }
      scanner = start
      guard let number = begin(), let element = element(pages), written[number] == nil,
        written.count < PaperParts.limits.tags
      else { return nil }
      // The document is behind all others.
      if element.element.tag == .document { return whole(element, &written, depth: 0) }
      written[number] = element
    }
    return nil
  }

  private static let depthLimit = 12

  private func whole(
    _ element: Written, _ written: inout [Int: Written], depth: Int
  ) -> PaperElement? {
    guard depth < Self.depthLimit else { return nil }
    var whole = element.element
    for kid in element.kids {
      switch kid {
      case .mark(let page, let number): whole.kids.append(.mark(page: page, number: number))
      case .number(let number):
        // Each once.
        guard let inner = written.removeValue(forKey: number),
          let kid = self.whole(inner, &written, depth: depth + 1)
        else { return nil }
        whole.kids.append(.element(kid))
      }
    }
    return whole
  }

  private mutating func element(_ pages: [Int: Int]) -> Written? {
    guard scanner.take("<< /S /"), let name = scanner.run(until: " /P "),
      let tag = PaperElement.Tag(rawValue: String(decoding: name, as: UTF8.self)),
      scanner.integer() != nil, scanner.take(" 0 R")
    else { return nil }
    var (language, alternative): (String?, String?)
    var scope: PaperElement.Scope?
    if scanner.take(" /Lang ") {
      language = scanner.text()
      guard language != nil else { return nil }
    }
    if scanner.take(" /Alt ") {
      alternative = scanner.text()
      guard alternative != nil else { return nil }
    }
    if scanner.take(" /A << /O /Table /Scope /") {
      scope = scanner.run(until: " >>").flatMap {
        PaperElement.Scope(rawValue: String(decoding: $0, as: UTF8.self))
      }
      guard scope != nil else { return nil }
    }
    var span: Int?
    if scanner.take(" /A << /O /Table /ColSpan ") {
      span = scanner.integer()
      guard span != nil, scanner.take(" >>") else { return nil }
    }
    var page: Int?
    if scanner.take(" /Pg ") {
      page = scanner.integer().flatMap { pages[$0] }
      guard page != nil, scanner.take(" 0 R") else { return nil }
    }
    guard scanner.take(" /K ["), let kids = kids(pages, on: page), scanner.take(" >>\n") else {
      return nil
    }
    return Written(
      element: PaperElement(
        tag, language: language, alternative: alternative, scope: scope, span: span, kids: []),
      kids: kids)
  }

  private mutating func kids(_ pages: [Int: Int], on page: Int?) -> [Written.Kid]? {
    var kids: [Written.Kid] = []
    while !scanner.take(" ]") {
      if scanner.take(" << /Type /MCR /Pg ") {
        guard let number = scanner.integer(), let page = pages[number],
          scanner.take(" 0 R /MCID "), let mark = scanner.integer(), scanner.take(" >>")
        else { return nil }
        kids.append(.mark(page: page, number: mark))
        continue
      }
      guard scanner.take(" "), let number = scanner.integer() else { return nil }
      if scanner.take(" 0 R") {
        kids.append(.number(number))
      } else {
        guard let page else { return nil }
        kids.append(.mark(page: page, number: number))
      }
      guard kids.count <= PaperParts.limits.tags else { return nil }
    }
    return kids
  }
}
