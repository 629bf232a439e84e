internal import CPixbuf

/// A PNG or JPEG being decoded by gdk-pixbuf, whose loaders for these take bytes as they come and tell the
/// size first. Owns the loader: closed and released on every path.
struct PixbufLoader: ~Copyable {
  private let loader: UnsafeMutablePointer<GdkPixbufLoader>
  private let gate: SizeGate
  private let limits: Picture.Limits
  private var isOpen = true

  /// Only the loader of `format` is tried: gdk-pixbuf also has loaders for SVG and worse.
  init(format: PictureFormat, limits: Picture.Limits, scans: Int) throws(OpticsError) {
    var error: UnsafeMutablePointer<GError>?
    guard let loader = gdk_pixbuf_loader_new_with_type(format.loader, &error) else {
      g_clear_error(&error)
      throw .noLoader(for: format)
    }
    self.loader = loader
    self.limits = limits
    gate = SizeGate(limits: limits, scales: format == .jpeg, scans: scans)
    gate.watch(loader)
  }

  deinit {
    // A loader that is released open prints a warning.
    if isOpen { _ = gdk_pixbuf_loader_close(loader, nil) }
    g_object_unref(loader)
  }

  /// Bytes handed over between two looks at the clock. A PNG bomb unpacks a thousandfold: 16 MB.
  private static let step = 16 << 10

  mutating func load(_ bytes: [UInt8], deadline: Deadline) throws(OpticsError) -> Picture {
    var start = 0
    var failed = false
    while start < bytes.count, !failed {
      guard !deadline.hasPassed else {
        throw .pictureTime
      }
      let count = min(Self.step, bytes.count - start)
      failed = bytes.withUnsafeBufferPointer {
        let rest = $0.baseAddress! + start  // safe: the array is not empty
        return gdk_pixbuf_loader_write(loader, rest, gsize(count), nil) == 0
      }
      start += count
    }
    isOpen = false
    // The error text of the library is not passed on: the code and the sentence say enough.
    if gdk_pixbuf_loader_close(loader, nil) == 0 { failed = true }
    if let refusal = gate.refusal { throw refusal }
    guard !failed, let decoded = gdk_pixbuf_loader_get_pixbuf(loader) else {
      throw .damagedPicture
    }
    guard let upright = gdk_pixbuf_apply_embedded_orientation(decoded) else {
      throw OpticsError(.lost, at: "picture", "there is no memory to turn the picture")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(upright)) }
    return try Self.copy(upright, kept: limits.kept)
  }

  private static func copy(
    _ pixbuf: OpaquePointer, kept: Int
  ) throws(OpticsError) -> Picture {
    let width = Int(gdk_pixbuf_get_width(pixbuf))
    let height = Int(gdk_pixbuf_get_height(pixbuf))
    let channels = Int(gdk_pixbuf_get_n_channels(pixbuf))
    guard width > 0, height > 0, channels == 3 || channels == 4,
      let pixels = gdk_pixbuf_read_pixels(pixbuf)
    else { throw OpticsError(.damaged, at: "picture", "the picture has no pixels") }
    return PixelRows(
      pixels: pixels, width: width, height: height, channels: channels,
      stride: Int(gdk_pixbuf_get_rowstride(pixbuf))
    ).picture(shrunkBy: SizeGate.factor(width: width, height: height, kept: kept))
  }
}
