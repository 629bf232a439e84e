internal import TamgaReader

extension Picture {
  /// The picture that the reader makes of a file: gdk-pixbuf's loaders can be neither interrupted nor bounded
  /// from inside.
  static func decoded(
    _ bytes: [UInt8], _ format: PictureFormat, _ limits: Limits, _ deadline: Deadline
  ) throws(OpticsError) -> Picture {
    let task = ReaderTask.picture(
      format.ofReader, pixels: limits.pixels, kept: limits.kept, work: limits.scanWork)
    let session: ReaderSession
    let answer: ReaderAnswer
    do throws(ReaderFailure) {
      session = try ReaderProcess.shared.begin(
        task, input: [bytes], region: max(1, limits.kept) * 3, deadline: deadline.instant)
      answer = try session.answer()
    } catch {
      throw OpticsError(picture: error)
    }
    let (width, height) = (answer.width, answer.height)
    switch answer.status {
    case .done: break
    case .noLoader:
      throw OpticsError(
        .format, at: "picture", "there is no loader for \(format.rawValue) pictures here",
        hint: "save the picture as PNG or JPEG")
    case .pixels:
      throw OpticsError(
        .pixels, at: "picture",
        "the picture has \(width) × \(height) pixels, \(limits.pixels) in all is the cap",
        hint: "save it smaller")
    case .scans:
      throw OpticsError(
        .pixels, at: "picture",
        "the JPEG draws \(width) × \(height) pixels \(answer.count) times, \(limits.scanWork) in "
          + "all is the cap", hint: "save it as an ordinary (baseline) JPEG")
    default:
      throw OpticsError(
        .damaged, at: "picture", "the picture is damaged or cut short",
        hint: "send the file again, or scan the paper again")
    }
    guard let picture = Picture(answer, of: session) else { throw OpticsError(picture: .lost) }
    return picture
  }

  /// The pixels of an answer; nil where they are not as many as it says.
  init?(_ answer: ReaderAnswer, of session: ReaderSession) {
    let (width, height) = (answer.width, answer.height)
    let (area, overflow) = width.multipliedReportingOverflow(by: height)
    guard answer.status == .done, width > 0, height > 0, !overflow, area < 1 << 30,
      answer.count == area * 3,
      let rgb = try? session.bytes(
        answer.count,
        { source in
          [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
            target.takeLargePages()
            UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
            count = source.count
          }
        })
    else { return nil }
    self.init(width: width, height: height, rgb: rgb)
  }
}

extension PictureFormat {
  fileprivate var ofReader: ReaderFormat {
    switch self {
    case .png: .png
    case .jpeg: .jpeg
    case .webp: .webp
    case .tiff: .tiff
    case .gif: .gif
    case .bmp: .bmp
    case .heif: .heif
    }
  }
}
