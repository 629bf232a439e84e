internal import TamgaReader

/// A grey picture in which a decoder looks for QR codes, in a child of the reader.
///
/// Begun at once: what is done before the answer is asked for runs beside it.
final class CodeSearch {
  enum Decoder { case zxing, zbar }

  /// At most 32 symbols of 7,089 characters with their places.
  private static let region = 1 << 20
  private let session: Result<ReaderSession, ReaderFailure>

  init(_ image: GreyImage, by decoder: Decoder = .zxing, deadline: Deadline) {
    let task: ReaderTask =
      switch decoder {
      case .zxing: .zxing(width: image.width, height: image.height)
      case .zbar: .zbar(width: image.width, height: image.height)
      }
    session = Result { () throws(ReaderFailure) in
      try ReaderProcess.shared.begin(
        task, input: [image.pixels], region: Self.region, deadline: deadline.instant)
    }
  }

  /// The QR codes of `image`.
  static func codes(
    in image: GreyImage, by decoder: Decoder = .zxing, deadline: Deadline
  ) throws(ReaderFailure) -> [FoundCode] {
    try CodeSearch(image, by: decoder, deadline: deadline).codes()
  }

  /// The QR codes of the picture; to be asked for once.
  ///
  /// - Throws: ``ReaderFailure`` when the time was over or the child died: that picture was not looked at,
  ///   which is not the same as a picture without codes.
  func codes() throws(ReaderFailure) -> [FoundCode] {
    let session = try session.get()
    let answer = try session.answer()
    guard answer.status == .done else { throw .lost }
    guard let codes = Self.codes(in: try session.bytes(answer.count) { [UInt8]($0) }) else {
      throw .lost
    }
    return codes
  }

  /// The symbols as the reader writes them: place, number of bytes, bytes; nil where they are not so.
  ///
  /// Bytes that are no UTF-8 are no seal; repaired they still count as a code.
  static func codes(in bytes: [UInt8]) -> [FoundCode]? {
    var found: [FoundCode] = []
    var rest = bytes[...]
    func number(_ bytes: ArraySlice<UInt8>) -> Int32 {
      Int32(truncatingIfNeeded: bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
    while !rest.isEmpty {
      guard rest.count >= 12, found.count < symbols else { return nil }
      let (x, y, count) = (
        number(rest.prefix(4)), number(rest.dropFirst(4).prefix(4)),
        Int(number(rest.dropFirst(8).prefix(4)))
      )
      rest = rest.dropFirst(12)
      guard (0...rest.count).contains(count) else { return nil }
      found.append(
        FoundCode(text: String(decoding: rest.prefix(count), as: UTF8.self), x: Int(x), y: Int(y)))
      rest = rest.dropFirst(count)
    }
    return found
  }

  /// Symbols that the reader gives at most.
  private static let symbols = 32
}
