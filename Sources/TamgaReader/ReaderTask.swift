internal import CReader

/// What a child of the reader does with one file.
public enum ReaderTask: Hashable, Sendable {
  /// Opens a PDF; the first answer's count is that of the pages.
  case pdf(processorTime: Duration)
  /// Decodes a picture to three bytes a pixel.
  ///
  /// - Parameters:
  ///   - pixels: Pixels that may be decoded.
  ///   - kept: Pixels of the answer; a larger picture is shrunk by a whole factor.
  ///   - work: Pixels × scans of a JPEG.
  case picture(ReaderFormat, pixels: Int, kept: Int, work: Int)
  /// Reads the QR codes of a grey picture, one byte a pixel, by zxing-cpp.
  case zxing(width: Int, height: Int)
  /// The same by ZBar.
  case zbar(width: Int, height: Int)
  /// Reads the words of a PGM file by Tesseract.
  case ocr
}

/// The formats of pictures that the reader decodes.
public enum ReaderFormat: UInt32, Hashable, Sendable {
  case png = 1
  case jpeg, webp, tiff, gif, bmp, heif
}

extension ReaderTask {
  /// Of a processor, for tasks that are bounded by the clock anyway.
  private static let processorTime = Duration.seconds(60)

  /// The message that starts a child.
  func begin(input: Int, region: Int, milliseconds: Int32) -> tamga_reader_begin {
    var begin = tamga_reader_begin()
    begin.head = .ours(of: tamga_reader_begin.self)
    begin.milliseconds = UInt32(clamping: milliseconds)
    begin.processor_milliseconds = Self.processorTime.wholeMilliseconds
    begin.input = UInt64(clamping: input)
    begin.region = UInt64(clamping: region)
    switch self {
    case .pdf(let processorTime):
      begin.task = TAMGA_READER_PDF.rawValue
      begin.processor_milliseconds = processorTime.wholeMilliseconds
    case .picture(let format, let pixels, let kept, let work):
      begin.task = TAMGA_READER_PICTURE.rawValue
      begin.format = format.rawValue
      begin.pixels = UInt64(clamping: pixels)
      begin.kept = UInt64(clamping: kept)
      begin.work = UInt64(clamping: work)
    case .zxing(let width, let height):
      begin.task = TAMGA_READER_ZXING.rawValue
      (begin.width, begin.height) = (UInt32(clamping: width), UInt32(clamping: height))
    case .zbar(let width, let height):
      begin.task = TAMGA_READER_ZBAR.rawValue
      (begin.width, begin.height) = (UInt32(clamping: width), UInt32(clamping: height))
    case .ocr:
      begin.task = TAMGA_READER_OCR.rawValue
    }
    return begin
  }
}

extension Duration {
  /// At least one, at most eleven days.
  fileprivate var wholeMilliseconds: UInt32 {
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return UInt32(clamping: max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }
}

extension tamga_reader_head {
  /// The head of a message of this type.
  static func ours<Message>(of type: Message.Type) -> tamga_reader_head {
    tamga_reader_head(
      length: UInt32(MemoryLayout<Message>.size), version: UInt32(TAMGA_READER_VERSION))
  }
}
