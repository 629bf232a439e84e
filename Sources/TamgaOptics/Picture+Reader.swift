internal import TamgaDomain
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
        .format, kk: "\(format.rawValue) суреттерін ашатын кітапхана мұнда жоқ",
        ru: "здесь нет библиотеки для изображений \(format.rawValue)",
        en: "there is no loader for \(format.rawValue) pictures here", hint: .saveAsPNG)
    case .pixels:
      throw OpticsError(
        .pixels,
        kk: "суретте \(width) × \(height) нүкте бар, барлығы \(limits.pixels) рұқсат етілген",
        ru: "в изображении \(width) × \(height) точек, всего допускается \(limits.pixels)",
        en: "the picture has \(width) × \(height) pixels, \(limits.pixels) in all is the limit",
        hint: .saveSmaller)
    case .scans:
      throw OpticsError(
        .pixels,
        kk:
          "JPEG \(width) × \(height) нүктені \(answer.count) рет салады, барлығы \(limits.scanWork) рұқсат етілген",
        ru:
          "JPEG рисует \(width) × \(height) точек \(answer.count) раз, всего допускается \(limits.scanWork)",
        en:
          "the JPEG draws \(width) × \(height) pixels \(answer.count) times, \(limits.scanWork) in all is the limit",
        hint: Message(
          kk: "оны кәдімгі (baseline) JPEG етіп сақтаңыз",
          ru: "сохраните её как обычный (baseline) JPEG",
          en: "save it as an ordinary (baseline) JPEG"))
    default:
      throw OpticsError(
        .damaged, kk: "сурет бүлінген немесе қысқарып қалған",
        ru: "изображение повреждено или обрезано", en: "the picture is damaged or cut short",
        hint: Message(
          kk: "файлды қайта жіберіңіз немесе құжатты қайта сканерлеңіз",
          ru: "пришлите файл снова или отсканируйте документ ещё раз",
          en: "send the file again, or scan the paper again"))
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
