internal import CQREncode
public import TamgaDomain

/// Payload text → QR symbol (ISO/IEC 18004), error correction M.
///
/// Safe to call from several threads at once: libqrencode guards its Reed-Solomon tables with its
/// own lock and shares nothing else.
public enum QRSymbol {
  /// The densest symbol that a paper carries: 69 modules, 0.58 mm each at 40 mm.
  public static let maximumVersion = 13
  /// Modules of plain white that must surround the symbol (ISO/IEC 18004, 6.3.8).
  public static let quietZone = 4
  /// Characters, the digits of a symbol 13-M; a longer text is refused before any work.
  static let maximumLength = 796

  /// The smallest symbol that holds `text`.
  ///
  /// A lower-case URL goes in byte mode and digits in numeric mode: libqrencode finds the split
  /// with the fewest bits for such texts.
  ///
  /// - Parameters:
  ///   - text: Printable ASCII, case kept: a payload carrier.
  ///   - limit: The largest version allowed, 1 to ``maximumVersion``. Above it there is an error,
  ///     never a denser symbol.
  /// - Throws: ``QRError``.
  public static func encode(
    _ text: String, limit: Int = maximumVersion
  ) throws(QRError) -> ModuleGrid {
    precondition((1...maximumVersion).contains(limit), "the limit is a version that papers carry")
    guard !text.isEmpty else {
      throw QRError(
        .empty, kk: "кодталатын мәтін жоқ", ru: "нет текста для кода",
        en: "there is no text to encode")
    }
    guard text.utf8.count <= maximumLength else {
      throw Self.tooLong
    }
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      throw QRError(
        .character, kk: "QR кодының мәтінінде ASCII емес таңба бар",
        ru: "в тексте QR-кода есть знак вне ASCII",
        en: "the text of the QR code has a character outside printable ASCII",
        hint: Message(
          kk: "кеңсе баптауындағы verifyHost мекенжайын ASCII (Punycode) түрінде жазыңыз",
          ru: "запишите адрес verifyHost в настройках ведомства в ASCII (Punycode)",
          en: "write verifyHost of the office configuration in ASCII (Punycode)"))
    }
    let quick = Self.quick(text)
    let grid: ModuleGrid = if let quick { quick } else { try Self.encoded(text) }
    guard grid.version <= limit else { throw Self.tooLong }
    return grid
  }

  private static func quick(_ text: String) -> ModuleGrid? {
    UnmaskedSymbol(text, .medium).map {
      let lines = $0.masked(.medium)
      return ModuleGrid(side: lines.side, modules: lines.modules)
    }
  }

  /// All of it by the library.
  private static func encoded(_ text: String) throws(QRError) -> ModuleGrid {
    // safe: ASCII without NUL was checked; version 0 lets the library choose the smallest.
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
      throw QRError(
        .library, kk: "libqrencode QR кодын бермеді: жад жетпейді",
        ru: "libqrencode не дала QR-кода: не хватает памяти",
        en: "libqrencode gave no QR code: there is not enough memory")
    }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    // Bit 0 is the colour, the others say what a module is for.
    let bits = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
    return ModuleGrid(side: side, modules: bits.map { $0 & 1 == 1 })
  }

  private static let tooLong = QRError(
    .tooLong, kk: "QR коды тым тығыз болар еді: мәтіні ұзын",
    ru: "QR-код вышел бы слишком плотным: его текст длинный",
    en: "the QR code would be too dense: its text is too long",
    hint: Message(
      kk: "кеңсе баптауындағы verifyHost мекенжайын қысқартыңыз",
      ru: "сократите адрес verifyHost в настройках ведомства",
      en: "shorten verifyHost of the office configuration"))
}
