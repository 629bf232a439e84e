internal import CZXing

/// A picture being read by zxing-cpp 1.4, in a process of its own.
///
/// Begun at once: what is done before the answer is asked for runs beside it.
final class ZXingReader {
  private let image: GreyImage
  /// Until the answer is asked for; nil where no process could be started.
  private var reading: OpaquePointer?

  init(_ image: GreyImage, deadline: Deadline) {
    self.image = image
    reading = Self.with(image) { tamga_zxing_begin($0, deadline.milliseconds) }
  }

  deinit {
    if let reading { tamga_zxing_end(reading) }
  }

  /// The QR codes of `image`.
  static func codes(in image: GreyImage, deadline: Deadline) throws(ReaderFailure) -> [FoundCode] {
    try ZXingReader(image, deadline: deadline).codes()
  }

  /// The QR codes of the picture; to be asked for once.
  ///
  /// - Throws: ``ReaderFailure`` when the time was over or the process died: that picture was not
  ///   looked at, which is not the same as a picture without codes.
  func codes() throws(ReaderFailure) -> [FoundCode] {
    guard let reading else { throw .lost }
    self.reading = nil
    var found: [FoundCode] = []
    let answer = withUnsafeMutablePointer(to: &found) { found in
      Self.with(image) { picture in
        tamga_zxing_finish(
          reading, picture,
          { context, bytes, count, x, y in
            guard let context, let bytes else { return }
            // Bytes that are no UTF-8 are no seal; repaired they still count as a code.
            let text = String(
              decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
            context.assumingMemoryBound(to: [FoundCode].self).pointee
              .append(FoundCode(text: text, x: Int(x), y: Int(y)))
          }, found)
      }
    }
    switch answer {
    case TAMGA_ZXING_TIMEOUT: throw .time
    case TAMGA_ZXING_LOST: throw .lost
    default: return found
    }
  }

  private static func with<R>(
    _ image: GreyImage, _ body: (UnsafePointer<tamga_zxing_picture>) -> R
  ) -> R {
    image.pixels.withUnsafeBufferPointer { pixels in
      var picture = tamga_zxing_picture(
        grey: pixels.baseAddress, width: Int32(image.width), height: Int32(image.height),
        stride: Int32(image.width))
      return withUnsafePointer(to: &picture, body)
    }
  }
}

/// Why a reader gave no answer.
enum ReaderFailure: Error {
  case time
  case lost
}
