internal import TamgaDomain

/// A picture in colour, three bytes a pixel (red, green, blue), without padding.
///
/// Colour is kept because the ink of a stamp is beaten by colour: grey forgets it.
public struct Picture: Hashable, Sendable {
  /// Pixels.
  public let width: Int
  /// Pixels.
  public let height: Int
  let rgb: [UInt8]

  /// - Precondition: `rgb` holds `width * height * 3` bytes and no side is zero.
  init(width: Int, height: Int, rgb: [UInt8]) {
    precondition(width > 0 && height > 0 && rgb.count == width * height * 3)
    self.width = width
    self.height = height
    self.rgb = rgb
  }

  /// What a picture may cost.
  public struct Limits: Hashable, Sendable {
    /// Bytes of the file: the largest plain scan of a page at 600 dpi is smaller.
    public var bytes = 64 << 20
    /// Pixels that are decoded: the sensor of a 50 megapixel phone (8192 × 6144) and no more.
    public var pixels = 52_000_000
    /// Pixels that are kept. A larger picture is made smaller by a whole factor while it is loaded;
    /// a code of a page photographed whole still has four pixels a module.
    public var kept = 16_000_000
    /// Pixels × scans of a JPEG. A scan of a few bytes costs a walk through all pixels, so that a
    /// small file could keep a decoder busy for hours; cameras write 14 scans at most.
    public var scanWork = 700_000_000

    public static let standard = Limits()
    public init() {}
  }

  /// The time that decoding may take where the caller names no deadline of its own.
  public static let time = Duration.milliseconds(1500)

  /// Decodes PNG, JPEG, TIFF, GIF and BMP, and WebP and HEIC where gdk-pixbuf has a loader for them, in a
  /// child of the reader; of several pictures in a file the first.
  ///
  /// A file and its codes within one time: give this and ``CodeReader/init(deadline:)`` the same
  /// deadline.
  ///
  /// Transparent parts become white paper; a turn noted by the camera (EXIF) is applied.
  ///
  /// - Throws: ``OpticsError``: `empty`, `format`, `bytes`, `pixels`, `damaged`, `time`, `lost` or
  ///   `noReader`.
  public init(
    bytes: [UInt8], limits: Limits = .standard, deadline: Deadline = .after(Picture.time)
  ) throws(OpticsError) {
    guard !bytes.isEmpty else {
      throw OpticsError.empty
    }
    guard bytes.count <= limits.bytes else {
      throw OpticsError.tooManyBytes(
        bytes.count, cap: limits.bytes,
        hint: Message(
          kk: "оны JPEG түрінде сақтаңыз", ru: "сохраните его как JPEG", en: "save it as JPEG"))
    }
    guard let format = PictureFormat(Array(bytes.prefix(InputKind.window))) else {
      throw OpticsError(
        .format, kk: "бұл файл PNG, JPEG, WebP, TIFF, HEIC, GIF немесе BMP суреті емес",
        ru: "этот файл не изображение PNG, JPEG, WebP, TIFF, HEIC, GIF или BMP",
        en: "the file is no PNG, JPEG, WebP, TIFF, HEIC, GIF or BMP picture", hint: .saveAsPNG)
    }
    self = try Self.decoded(bytes, format, limits, deadline)
  }
}
