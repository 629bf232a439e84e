internal import CZXing

/// Reads with zxing-cpp 1.4, in a process of its own.
enum ZXingReader {
  /// The QR codes of `image`.
  ///
  /// - Throws: ``ReaderFailure`` when the time was over or the process died: that picture was not
  ///   looked at, which is not the same as a picture without codes.
  static func codes(in image: GreyImage, deadline: Deadline) throws(ReaderFailure) -> [FoundCode] {
    var found: [FoundCode] = []
    let answer = withUnsafeMutablePointer(to: &found) { found in
      image.pixels.withUnsafeBufferPointer { pixels in
        tamga_zxing_read(
          pixels.baseAddress, Int32(image.width), Int32(image.height), Int32(image.width),
          deadline.milliseconds,
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
}

/// Why a reader gave no answer.
enum ReaderFailure: Error {
  case time
  case lost
}
