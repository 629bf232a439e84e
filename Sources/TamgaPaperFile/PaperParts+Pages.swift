internal import TamgaDomain

/// The pages, and what they draw with.
extension PaperParts {
  /// Points: A4.
  package static let sheet: StaticString = "[ 0 0 595.275591 841.889764 ]"

  func writePages(_ numbers: PaperNumbers, _ file: inout PDFFile) {
    for (index, page) in pages.enumerated() {
      let stream = file.reserve()
      file.stream(stream, page.content) { $0.write(" /Filter /FlateDecode") }
      file.object(numbers.pages[index]) { bytes in
        bytes.write("<< /Type /Page /Parent ")
        bytes.write(reference: numbers.tree)
        bytes.write(" /MediaBox ")
        bytes.write(Self.sheet)
        bytes.write(" /Contents ")
        bytes.write(reference: stream)
        // As cairo has it on every page.
        bytes.write(
          " /Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >> /Resources ")
        bytes.write(reference: numbers.resources)
        bytes.write(" /StructParents ")
        bytes.write(index)
        if index == 0, let signature = numbers.signature {
          bytes.write(" /Tabs /S /Annots [ ")
          bytes.write(reference: signature.widget)
          bytes.write(" ]")
        }
        bytes.write(" >>")
      }
    }
    file.object(
      numbers.tree,
      .dictionary([
        ("Type", .name("Pages")),
        ("Kids", .array(numbers.pages.map(PDFDirectObject.reference))),
        ("Count", .integer(numbers.pages.count)),
      ]))
  }

  func writeResources(_ numbers: PaperNumbers, _ file: inout PDFFile) {
    var named: [(name: Int, number: Int)] = []
    for font in fonts { named += font.write(&file) }
    file.object(numbers.resources) { bytes in
      // The state that cairo sets with every colour: nothing shines through.
      bytes.write("<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> /Font <<")
      for font in named.sorted(by: { $0.name < $1.name }) {
        bytes.write(" /f")
        bytes.write(font.name)
        bytes.write(" ")
        bytes.write(reference: font.number)
      }
      bytes.write(" >>")
      if symbol != nil {
        bytes.write(" /XObject << /x0 ")
        bytes.write(reference: numbers.symbol)
        bytes.write(" >>")
      }
      bytes.write(" >>")
    }
  }

  /// Up to eight modules, the first one highest.
  private static func dots(of modules: UnsafeRawBufferPointer, _ places: Range<Int>) -> UInt8 {
    if places.count == 8 {
      // A byte of each module is 0 or 1: they are gathered at once.
      let bytes = modules.loadUnaligned(fromByteOffset: places.lowerBound, as: UInt64.self)
      return UInt8(truncatingIfNeeded: (UInt64(littleEndian: bytes) &* 0x8040_2010_0804_0201) >> 56)
    }
    var byte: UInt8 = 0
    for (bit, place) in places.enumerated() { byte |= modules[place] << UInt8(7 - bit) }
    return byte
  }

  /// A stencil of one dot for each module (8.9.6.2).
  static func write(_ symbol: ModuleGrid, _ numbers: PaperNumbers, _ file: inout PDFFile) {
    let stride = (symbol.side + 7) / 8
    var dots: [UInt8] = []
    dots.reserveCapacity(stride * symbol.side)
    symbol.modules.withUnsafeBytes { modules in
      for row in 0..<symbol.side {
        let end = (row + 1) * symbol.side
        for place in Swift.stride(from: row * symbol.side, to: end, by: 8) {
          dots.append(Self.dots(of: modules, place..<min(place + 8, end)))
        }
      }
    }
    file.stream(numbers.symbol, dots) { bytes in
      bytes.write(" /Type /XObject /Subtype /Image /ImageMask true /Width ")
      bytes.write(symbol.side)
      bytes.write(" /Height ")
      bytes.write(symbol.side)
      bytes.write(" /Interpolate false /BitsPerComponent 1 /Decode [ 1 0 ]")
    }
  }
}
