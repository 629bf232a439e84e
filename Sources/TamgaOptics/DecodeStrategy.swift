/// The ways in which a code is looked for in a picture, in this order.
///
/// Each reads what those before it cannot; variants that read nothing more (halving, median,
/// gamma, a global threshold) are not here.
enum DecodeStrategy: Int, CaseIterable, Sendable {
  /// Lightness.
  case grey
  /// The strongest channel, against coloured ink.
  case strongest
  /// The weakest channel: a code in any colour is as dark there as a black one.
  case weakest
  /// The strongest channel sharpened, against blur.
  case sharpened
  /// Twice as large, for modules of two pixels; only below ``DecodeStrategy/doublingLimit``.
  case doubled
  /// Light on dark, which zxing-cpp 1.4 does not read.
  case inverted
  /// Left for right, which zxing-cpp 1.4 does not read.
  case mirrored
  /// Local contrast, for pale prints and dark photographs.
  case equalised
  /// Only the blackest ink, against stamps scanned in grey.
  case blackest
  /// ZBar on the strongest channel; only below ``DecodeStrategy/zbarLimit``.
  case zbar
  /// Our own reading of what no decoder reads.
  case recovered

  /// Pixels: a doubled picture is no larger than the largest that is kept.
  static let doublingLimit = 4_000_000
  /// Pixels: ZBar takes 30 ns for each and sees no more in a larger picture.
  static let zbarLimit = 8_000_000

  /// Those of ``isAlwaysTried``, which look where the picture's pixels are.
  static let first = allCases.filter(\.isAlwaysTried)
  static let later = allCases.filter { !$0.isAlwaysTried }

  /// Strategies that are tried even when an earlier one has found a code.
  ///
  /// A second code beside the first must not stay unseen: one printed in a pale colour stands in
  /// the weakest channel only, one under a stamp in the strongest only, a blurred one after
  /// sharpening. A code that needs a later strategy while another is plain is not looked for: it would
  /// have to be damaged or mirrored for the telephone of an inspector too.
  var isAlwaysTried: Bool { rawValue <= DecodeStrategy.sharpened.rawValue }
}
