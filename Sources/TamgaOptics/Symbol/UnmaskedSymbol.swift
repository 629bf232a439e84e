internal import CQREncode
internal import Glibc
internal import Synchronization

/// libqrencode's symbol before a mask: its choice of segments, version and error correction.
///
/// The library exports the functions for it without declaring them. Where a build of it does not, nil is given, and
/// the library's own choice of the mask is slower and the same.
struct UnmaskedSymbol {
  let lines: SymbolLines
  /// Where data and error correction stand.
  let data: SymbolLines

  private typealias Split =
    @convention(c) (UnsafePointer<CChar>, OpaquePointer, QRencodeMode, CInt) -> CInt
  private typealias EncodeMask =
    @convention(c) (OpaquePointer, CInt) -> UnsafeMutablePointer<QRcode>?

  private struct Functions: Sendable {
    let split: Split
    let encode: EncodeMask
  }

  private static let functions: Functions? = {
    guard let split = dlsym(nil, "Split_splitStringToQRinput"),
      let encode = dlsym(nil, "QRcode_encodeMask")
    else { return nil }
    return Functions(
      split: unsafeBitCast(split, to: Split.self),
      encode: unsafeBitCast(encode, to: EncodeMask.self))
  }()

  /// Areas by side; one symbol has them like another of its version.
  private static let areas = Mutex<[Int: SymbolLines]>([:])
  /// The library's word for "no mask".
  private static let noMask: CInt = -2

  /// - Parameter text: ASCII without NUL.
  init?(_ text: String, _ level: CorrectionLevel) {
    guard let functions = Self.functions, let input = QRinput_new2(0, level.ofLibrary) else {
      return nil
    }
    defer { QRinput_free(input) }
    guard functions.split(text, input, QR_MODE_8, 1) == 0,
      let code = functions.encode(input, Self.noMask)
    else { return nil }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    guard side <= 128, let modules = code.pointee.data else { return nil }
    let bytes = UnsafeRawBufferPointer(start: modules, count: side * side)
    lines = SymbolLines(side: side, bit: 0, of: bytes)
    let known = Self.areas.withLock { $0[side] }
    // Bit 7 says that a module stands in every symbol of the version.
    let area =
      known
      ?? bytes.map { $0 ^ 0x80 }.withUnsafeBytes { SymbolLines(side: side, bit: 7, of: $0) }
    if known == nil { Self.areas.withLock { $0[side] = area } }
    data = area
  }

  /// The symbol under the mask with the fewest points; the first of several.
  func masked(_ level: CorrectionLevel) -> SymbolLines {
    // Those with few points of the quick kinds first: the rest of the others need not be counted to its end.
    let scores = MaskPattern.all.map { mask in
      MaskScore(mask.applied(to: lines, data: data, level: level))
    }
    let order = scores.indices.sorted { scores[$0].quickPoints < scores[$1].quickPoints }
    var best = (points: Int.max, mask: 0)
    for mask in order {
      // Of two with as many points the first mask is taken.
      let most = best.points == .max || mask > best.mask ? best.points : best.points + 1
      if let points = scores[mask].points(below: most) { best = (points, mask) }
    }
    return scores[best.mask].symbol
  }
}

extension CorrectionLevel {
  var ofLibrary: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
