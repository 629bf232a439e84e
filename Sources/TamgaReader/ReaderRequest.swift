internal import CReader

/// What is asked of an open PDF.
public enum ReaderRequest: Hashable, Sendable {
  /// The text of a page (from 0) in the order in which it is drawn, UTF-16.
  case text(page: Int)
  /// A page at so many dots per inch, or fewer where it would have more pixels; three bytes a pixel.
  case render(page: Int, dpi: Double, pixels: Int)
  /// The trailer, then all objects, one a line, in the syntax of PDF (ISO 32000-1, 7.3); of a stream its
  /// dictionary after the word `stream`.
  case objects
  /// The data of a stream with its general filters undone.
  case stream(number: Int, generation: Int)

  func message(number: UInt32) -> tamga_reader_request {
    var message = tamga_reader_request()
    message.head = .ours(of: tamga_reader_request.self)
    message.number = number
    switch self {
    case .text(let page):
      message.operation = TAMGA_READER_TEXT.rawValue
      message.index = Int32(clamping: page)
    case .render(let page, let dpi, let pixels):
      message.operation = TAMGA_READER_RENDER.rawValue
      message.index = Int32(clamping: page)
      message.dpi = dpi
      message.pixels = UInt64(clamping: pixels)
    case .objects:
      message.operation = TAMGA_READER_OBJECTS.rawValue
    case .stream(let number, let generation):
      message.operation = TAMGA_READER_STREAM.rawValue
      message.index = Int32(clamping: number)
      message.generation = Int32(clamping: generation)
    }
    return message
  }
}
