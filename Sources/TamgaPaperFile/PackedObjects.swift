import TamgaDomain

/// The objects of a file for archives that are no streams: one a line.
struct PackedObjects {
  var scanner: FileScanner
  /// The numbers of the objects, in the order of writing.
  private var numbers: [Int] = []
  private var index = 0

  init(_ plain: [UInt8]) { scanner = FileScanner(plain) }

  mutating func begin() -> Int? {
    guard index < numbers.count else { return nil }
    index += 1
    return numbers[index - 1]
  }

  private mutating func skip() -> Bool { begin() != nil && scanner.run(until: "\n") != nil }

  mutating func parts(
    _ contents: [[UInt8]], _ programs: [(program: [UInt8], length: Int, letters: [[UInt8]])],
    _ symbol: ModuleGrid?, id: [UInt8], data: PaperParts.DataFile?,
    _ signature: PaperParts.Signature?
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
        data: data, signature: signature))
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
}
