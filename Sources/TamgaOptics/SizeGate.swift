internal import CPixbuf

/// Looks at the size of a picture before it has any pixels: refuses a bomb, scales a large JPEG.
final class SizeGate {
  private let limits: Picture.Limits
  private let scales: Bool
  private let scans: Int
  private(set) var refusal: OpticsError?

  /// - Parameter scales: True where the decoder itself makes a smaller picture (JPEG); elsewhere
  ///   a scaled picture costs more than a whole one.
  init(limits: Picture.Limits, scales: Bool, scans: Int) {
    self.limits = limits
    self.scales = scales
    self.scans = scans
  }

  /// Connects to the signal that comes between the header and the pixels.
  ///
  /// The gate must outlive the loader.
  func watch(_ loader: UnsafeMutablePointer<GdkPixbufLoader>) {
    typealias Handler =
      @convention(c) (
        UnsafeMutablePointer<GdkPixbufLoader>, Int32, Int32, UnsafeMutableRawPointer
      ) -> Void
    let handler: Handler = { loader, width, height, context in
      let gate = Unmanaged<SizeGate>.fromOpaque(context).takeUnretainedValue()
      gate.pass(loader, width: Int(width), height: Int(height))
    }
    g_signal_connect_data(
      loader, "size-prepared", unsafeBitCast(handler, to: GCallback.self),
      Unmanaged.passUnretained(self).toOpaque(), nil, GConnectFlags(rawValue: 0))
  }

  private func pass(
    _ loader: UnsafeMutablePointer<GdkPixbufLoader>, width: Int, height: Int
  ) {
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    if overflow || area > limits.pixels {
      refuse(loader, .tooManyPixels(width: width, height: height, cap: limits.pixels))
    } else if scans > 1, area > limits.scanWork / scans {
      refuse(
        loader,
        OpticsError(
          .pixels, at: "picture",
          "the JPEG draws \(width) × \(height) pixels \(scans) times, \(limits.scanWork) in all "
            + "is the cap", hint: "save it as an ordinary (baseline) JPEG"))
    } else if scales {
      let factor = Self.factor(width: width, height: height, kept: limits.kept)
      guard factor > 1 else { return }
      gdk_pixbuf_loader_set_size(
        loader, Int32(max(1, width / factor)), Int32(max(1, height / factor)))
    }
  }

  private func refuse(_ loader: UnsafeMutablePointer<GdkPixbufLoader>, _ error: OpticsError) {
    refusal = error
    // A picture of no size is an error to every loader, before it asks for memory.
    gdk_pixbuf_loader_set_size(loader, 0, 0)
  }

  /// The smallest whole factor that leaves at most `kept` pixels.
  static func factor(width: Int, height: Int, kept: Int) -> Int {
    var factor = 1
    while (width / factor) * (height / factor) > kept { factor += 1 }
    return factor
  }
}
