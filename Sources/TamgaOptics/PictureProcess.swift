internal import CPicture

/// Decodes a picture in a process of its own: for loaders that cannot be stopped.
enum PictureProcess {
  static func picture(
    _ bytes: [UInt8], format: PictureFormat, limits: Picture.Limits, deadline: Deadline
  ) throws(OpticsError) -> Picture {
    var decoded = tamga_picture()
    let status = bytes.withUnsafeBufferPointer { bytes in
      tamga_picture_decode(
        format.loader, bytes.baseAddress, bytes.count, Int32(clamping: limits.pixels),
        deadline.milliseconds, &decoded)
    }
    guard status == TAMGA_PICTURE_OK, let pixels = decoded.pixels else {
      throw error(status, format, width: Int(decoded.width), height: Int(decoded.height), limits)
    }
    defer { tamga_picture_free(&decoded) }
    let (width, height) = (Int(decoded.width), Int(decoded.height))
    return PixelRows(
      pixels: pixels, width: width, height: height, channels: Int(decoded.channels),
      stride: width * Int(decoded.channels)
    ).picture(shrunkBy: SizeGate.factor(width: width, height: height, kept: limits.kept))
  }

  private static func error(
    _ status: tamga_picture_status, _ format: PictureFormat, width: Int, height: Int,
    _ limits: Picture.Limits
  ) -> OpticsError {
    switch status {
    case TAMGA_PICTURE_FORMAT: .noLoader(for: format)
    case TAMGA_PICTURE_PIXELS: .tooManyPixels(width: width, height: height, cap: limits.pixels)
    case TAMGA_PICTURE_DAMAGED: .damagedPicture
    case TAMGA_PICTURE_TIMEOUT: .pictureTime
    default:
      OpticsError(
        .lost, at: "picture", "decoding needed too much memory or met a fault",
        hint: "save it smaller, as PNG or JPEG")
    }
  }
}

// What both ways of decoding say.
extension OpticsError {
  static func noLoader(for format: PictureFormat) -> OpticsError {
    OpticsError(
      .format, at: "picture", "there is no loader for \(format.rawValue) pictures here",
      hint: "save the picture as PNG or JPEG")
  }

  static func tooManyPixels(width: Int, height: Int, cap: Int) -> OpticsError {
    OpticsError(
      .pixels, at: "picture",
      "the picture has \(width) × \(height) pixels, \(cap) in all is the cap",
      hint: "save it smaller")
  }

  static let damagedPicture = OpticsError(
    .damaged, at: "picture", "the picture is damaged or cut short",
    hint: "send the file again, or scan the paper again")

  static let pictureTime = OpticsError(
    .time, at: "picture", "the picture was not decoded in the time allowed",
    hint: "save it smaller")
}
