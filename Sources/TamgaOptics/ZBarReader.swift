internal import CLoader
internal import CZBar

/// Reads with ZBar, which forgives glare, pens and stamps that zxing-cpp does not.
///
/// It gives up after a bounded number of failures, so that it runs in this process.
struct ZBarReader: ~Copyable {
  /// Nanoseconds a pixel, twice what was measured, and a constant for a picture full of patterns.
  static func estimate(pixels: Int) -> Duration { .nanoseconds(pixels * 60) + .milliseconds(20) }

  /// 'Y800': one byte a pixel.
  private static let format: UInt = 0x3030_3859
  private let scanner: OpaquePointer

  /// Nil where ZBar is not installed, or without memory.
  init?() {
    guard tamga_load(TAMGA_LIBZBAR), let scanner = zbar_image_scanner_create() else { return nil }
    self.scanner = scanner
    // Other kinds of code are no seals.
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
    // Without it ZBar guesses a charset and changes the bytes.
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
  }

  deinit { zbar_image_scanner_destroy(scanner) }

  /// The QR codes of `image`.
  func codes(in image: GreyImage) -> [FoundCode] {
    guard let frame = zbar_image_create() else { return [] }
    defer { zbar_image_destroy(frame) }
    zbar_image_set_format(frame, Self.format)
    zbar_image_set_size(frame, UInt32(image.width), UInt32(image.height))
    return image.pixels.withUnsafeBufferPointer { pixels in
      // No clean-up handler: the pixels stay ours, and the frame is not used after this closure.
      zbar_image_set_data(frame, pixels.baseAddress, UInt(pixels.count), nil)
      guard zbar_scan_image(scanner, frame) > 0 else { return [] }
      var found: [FoundCode] = []
      var symbol = zbar_image_first_symbol(frame)
      while let current = symbol {
        if let code = Self.code(current) { found.append(code) }
        symbol = zbar_symbol_next(current)
      }
      return found
    }
  }

  private static func code(_ symbol: OpaquePointer) -> FoundCode? {
    guard let data = zbar_symbol_get_data(symbol) else { return nil }
    let count = Int(zbar_symbol_get_data_length(symbol))
    let text = data.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
    let corners = zbar_symbol_get_loc_size(symbol)
    guard corners > 0 else { return FoundCode(text: text, x: 0, y: 0) }
    let x = (0..<corners).reduce(0) { $0 + Int(zbar_symbol_get_loc_x(symbol, $1)) }
    let y = (0..<corners).reduce(0) { $0 + Int(zbar_symbol_get_loc_y(symbol, $1)) }
    return FoundCode(text: text, x: x / Int(corners), y: y / Int(corners))
  }
}
