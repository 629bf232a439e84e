import CQREncode
import TamgaDomain
import Testing

@testable import TamgaOptics

/// The layouts against symbols that libqrencode drew: it says of every module what it is for.
@Suite struct SymbolLayoutTests {
  static let versions = Array(SymbolLayout.versions)

  /// The modules of a symbol with the purposes that libqrencode notes in their upper bits.
  static func modules(version: Int, digits: Int) throws -> [UInt8] {
    let text = Sample.carrier(digits: digits)
    let code = try #require(
      QRcode_encodeString(text, Int32(version), QR_ECLEVEL_M, QR_MODE_8, 1))
    defer { QRcode_free(code) }
    #expect(Int(code.pointee.version) == version)
    let side = Int(code.pointee.width)
    return Array(UnsafeBufferPointer(start: code.pointee.data, count: side * side))
  }

  @Test(arguments: versions) func everyModuleIsForWhatLibqrencodeSays(_ version: Int) throws {
    let layout = SymbolLayout.of(version)
    let modules = try Self.modules(version: version, digits: 200)
    #expect(modules.count == layout.side * layout.side)
    let isData = Set(layout.dataOrder)
    #expect(isData.count == layout.dataOrder.count, "each once")
    let format = Set(
      SymbolFormat.places(side: layout.side).flatMap(\.self).map {
        $0.row * layout.side + $0.column
      })
    // One expectation: of 4,761 modules the wrong ones are shown.
    let wrong = modules.indices.filter { index in
      let module = modules[index]
      if module & 0x80 == 0 { return !isData.contains(index) || layout.known[index] != 0 }
      if isData.contains(index) { return true }
      guard format.contains(index) else {
        return layout.known[index] != (module & 1 == 1 ? 1 : -1)
      }
      return module & 0x04 == 0 || layout.known[index] != 0
    }.map { "row \($0 / layout.side), column \($0 % layout.side)" }
    #expect(wrong == [])
  }

  /// Order of the bits, blocks, masks and format at once: the symbol has no error.
  @Test(arguments: versions) func aSymbolIsReadWithoutErrors(_ version: Int) throws {
    var masks: Set<Int> = []
    let layout = SymbolLayout.of(version)
    let data = layout.wordCount - layout.checkWords * layout.blockCount
    // The host in bytes, then three digits in ten bits.
    let most = (data * 8 - 230) * 3 / 10
    for digits in stride(from: 20, through: most, by: most / 40) {
      let modules = try Self.modules(version: version, digits: digits)
      let symbol = SoftSymbol(
        layout: .of(version), modules: modules.map { $0 & 1 == 1 ? 1 : -1 })
      let answer = try #require(symbol.corrected())
      #expect(answer == modules.map { $0 & 1 == 1 })
      masks.insert(try #require(Self.mask(modules, side: symbol.layout.side)))
    }
    #expect(masks.count >= 4, "the masks are not those of one text")
  }

  private static func mask(_ modules: [UInt8], side: Int) -> Int? {
    let first = SymbolFormat.places(side: side)[0]
    return (0..<8).first { mask in
      SymbolFormat.bits(mask: mask) == first.map { modules[$0.row * side + $0.column] & 1 == 1 }
    }
  }

  /// Table 9 of ISO/IEC 18004 for M: code words in all, and how many of them carry data.
  @Test(arguments: [
    (7, 196, 124), (8, 242, 154), (9, 292, 182), (10, 346, 216), (11, 404, 254), (12, 466, 290),
    (13, 532, 334),
  ]) func codeWords(_ version: Int, _ all: Int, _ data: Int) {
    let layout = SymbolLayout.of(version)
    #expect(layout.wordCount == all)
    #expect(layout.wordCount - layout.checkWords * layout.blockCount == data)
  }
}
