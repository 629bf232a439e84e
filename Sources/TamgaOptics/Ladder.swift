internal import TamgaReader

/// The variants of a picture in which a code is looked for, in this order.
///
/// Each rung reads what those above it cannot; variants that read nothing more (halving, median,
/// gamma, a global threshold) are not here.
enum Rung: Int, CaseIterable, Sendable {
  /// Lightness.
  case grey
  /// The strongest channel, against coloured ink.
  case strongest
  /// The weakest channel: a code in any colour is as dark there as a black one.
  case weakest
  /// The strongest channel sharpened, against blur.
  case sharpened
  /// Twice as large, for modules of two pixels; only below ``Rung/doublingLimit``.
  case doubled
  /// Light on dark, which zxing-cpp 1.4 does not read.
  case inverted
  /// Left for right, which zxing-cpp 1.4 does not read.
  case mirrored
  /// Local contrast, for pale prints and dark photographs.
  case equalised
  /// Only the blackest ink, against stamps scanned in grey.
  case blackest
  /// ZBar on the strongest channel; only below ``Rung/zbarLimit``.
  case zbar
  /// Our own reading of what no decoder reads.
  case recovered

  /// Pixels: a doubled picture is no larger than the largest that is kept.
  static let doublingLimit = 4_000_000
  /// Pixels: ZBar takes 30 ns for each and sees no more in a larger picture.
  static let zbarLimit = 8_000_000

  /// Those of ``isAlwaysClimbed``, which look where the picture's pixels are.
  static let first = allCases.filter(\.isAlwaysClimbed)
  static let later = allCases.filter { !$0.isAlwaysClimbed }

  /// Rungs that are climbed even when one above has found a code.
  ///
  /// A second code beside the first must not stay unseen: one printed in a pale colour stands in
  /// the weakest channel only, one under a stamp in the strongest only, a blurred one after
  /// sharpening. A code that needs a later rung while another is plain is not looked for: it would
  /// have to be damaged or mirrored for the telephone of an inspector too.
  var isAlwaysClimbed: Bool { rawValue <= Rung.sharpened.rawValue }
}

/// A picture and its variants, each made when it is asked for.
struct Ladder {
  private let picture: Picture
  private let grey: GreyImage
  private let strongest: GreyImage
  /// A grey scan has two variants less.
  private let isGrey: Bool

  init(_ picture: Picture) {
    self.picture = picture
    grey = GreyImage(lightnessOf: picture)
    strongest = GreyImage(strongestOf: picture)
    isGrey = strongest == grey
  }

  /// The picture in which zxing-cpp looks at a rung; nil where the rung does not apply or is not zxing's.
  func variant(at rung: Rung) -> GreyImage? {
    switch rung {
    case .grey: grey
    case .strongest: isGrey ? nil : strongest
    case .weakest: isGrey ? nil : GreyImage(weakestOf: picture)
    case .sharpened: strongest.sharpened()
    case .doubled: grey.area <= Rung.doublingLimit ? grey.doubled() : nil
    case .inverted: grey.inverted()
    case .mirrored: grey.mirrored()
    case .equalised: LocalContrast(of: grey).equalised()
    case .blackest: grey.blackestOnly()
    case .zbar, .recovered: nil
    }
  }

  /// What one rung finds, in pixels of the picture; nothing where the rung does not apply.
  func codes(at rung: Rung, deadline: Deadline) throws(ReaderFailure) -> [FoundCode] {
    switch rung {
    case .zbar:
      guard strongest.area <= Rung.zbarLimit else { return [] }
      return try CodeSearch.codes(in: strongest, by: .zbar, deadline: deadline)
    case .recovered:
      return try symbols(deadline: deadline).compactMap(\.code)
    default:
      guard let variant = variant(at: rung) else { return [] }
      let codes = try CodeSearch.codes(in: variant, deadline: deadline)
      return switch rung {
      case .doubled: codes.map { FoundCode(text: $0.text, x: $0.x / 2, y: $0.y / 2) }
      case .mirrored: codes.map { FoundCode(text: $0.text, x: grey.width - 1 - $0.x, y: $0.y) }
      default: codes
      }
    }
  }

  /// The symbols of the last rung, also those that stay unread.
  func symbols(deadline: Deadline) throws(ReaderFailure) -> [Recovery.Seen] {
    try Recovery.symbols(in: strongest, deadline: deadline)
  }
}
