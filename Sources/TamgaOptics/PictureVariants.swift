internal import TamgaReader

/// A picture and its variants, each made when it is asked for.
struct PictureVariants {
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

  /// The picture in which zxing-cpp looks by a strategy; nil where the strategy does not apply or is not zxing's.
  func variant(at strategy: DecodeStrategy) -> GreyImage? {
    switch strategy {
    case .grey: grey
    case .strongest: isGrey ? nil : strongest
    case .weakest: isGrey ? nil : GreyImage(weakestOf: picture)
    case .sharpened: strongest.sharpened()
    case .doubled: grey.area <= DecodeStrategy.doublingLimit ? grey.doubled() : nil
    case .inverted: grey.inverted()
    case .mirrored: grey.mirrored()
    case .equalised: LocalContrast(of: grey).equalised()
    case .blackest: grey.blackestOnly()
    case .zbar, .recovered: nil
    }
  }

  /// What one strategy finds, in pixels of the picture; nothing where the strategy does not apply.
  func codes(at strategy: DecodeStrategy, deadline: Deadline) throws(ReaderFailure) -> [FoundCode] {
    switch strategy {
    case .zbar:
      guard strongest.area <= DecodeStrategy.zbarLimit else { return [] }
      return try CodeSearch.codes(in: strongest, by: .zbar, deadline: deadline)
    case .recovered:
      return try symbols(deadline: deadline).compactMap(\.code)
    default:
      guard let variant = variant(at: strategy) else { return [] }
      let codes = try CodeSearch.codes(in: variant, deadline: deadline)
      return switch strategy {
      case .doubled: codes.map { FoundCode(text: $0.text, x: $0.x / 2, y: $0.y / 2) }
      case .mirrored: codes.map { FoundCode(text: $0.text, x: grey.width - 1 - $0.x, y: $0.y) }
      default: codes
      }
    }
  }

  /// The symbols of the last strategy, also those that stay unread.
  func symbols(deadline: Deadline) throws(ReaderFailure) -> [Recovery.Seen] {
    try Recovery.symbols(in: strongest, deadline: deadline)
  }
}
