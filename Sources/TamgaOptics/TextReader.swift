internal import Foundation
public import TamgaDomain
internal import TamgaReader

/// Reads the printed words of a picture by Tesseract, where that is installed with the languages of
/// the papers. Letters are taken for others now and then: a hint, never a proof.
public struct TextReader: Sendable {
  /// Pixels: a page at 150 dpi. More takes longer and reads little better.
  static let area = 2_400_000
  /// The program wants this at least; with less it is not begun.
  static let least = Duration.milliseconds(400)
  private static let languages = ["kaz", "rus", "eng"]

  /// Bytes: a page of 10,000 letters has 200 KB.
  private static let region = 4 << 20

  /// Nil when the program or the data of a language is missing.
  public init?(
    programs: [String] = ["/usr/bin/tesseract", "/usr/local/bin/tesseract"],
    data: [String] = [
      "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
      "/usr/share/tessdata", "/usr/local/share/tessdata",
    ]
  ) {
    let files = FileManager.default
    guard programs.contains(where: files.isExecutableFile(atPath:)),
      data.contains(where: { folder in
        Self.languages.allSatisfy { files.fileExists(atPath: "\(folder)/\($0).traineddata") }
      })
    else { return nil }
  }

  /// The words in the order of reading; none when the time was too short.
  public func words(in picture: Picture, deadline: Deadline) -> [ReadWord] {
    guard deadline.left >= Self.least else { return [] }
    // Ink of a stamp is left out.
    var grey = GreyImage(strongestOf: picture)
    while grey.area > Self.area, min(grey.width, grey.height) > 2 { grey = grey.shrunk() }
    let head = Array("P5 \(grey.width) \(grey.height) 255\n".utf8)
    let table = try? ReaderProcess.shared.begin(
      .ocr, input: [head, grey.pixels], region: Self.region, deadline: deadline.instant
    ).written()
    guard let table else { return [] }
    return Self.words(of: String(decoding: table, as: UTF8.self))
  }

  /// The rows of words in Tesseract's table: level 5, confidence and text in columns 11 and 12.
  static func words(of table: String) -> [ReadWord] {
    table.split(separator: "\n").compactMap { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 12, cells[0] == "5", let confidence = Double(cells[10]),
        case let text = cells[11].trimmingPrefix(while: \.isWhitespace), !text.isEmpty
      else { return nil }
      return ReadWord(String(text), confidence: confidence)
    }
  }
}

extension GreyImage {
  /// The picture at two thirds of its width and height, each pixel the mean of what it covers.
  fileprivate func shrunk() -> GreyImage {
    let (wide, high) = (width * 2 / 3, height * 2 / 3)
    var target = [UInt8](repeating: 255, count: wide * high)
    for y in 0..<high {
      let (top, bottom) = (y * 3 / 2, min(y * 3 / 2 + 1, height - 1))
      for x in 0..<wide {
        let (left, right) = (x * 3 / 2, min(x * 3 / 2 + 1, width - 1))
        let sum =
          Int(pixels[top * width + left]) + Int(pixels[top * width + right])
          + Int(pixels[bottom * width + left]) + Int(pixels[bottom * width + right])
        target[y * wide + x] = UInt8(sum / 4)
      }
    }
    return GreyImage(width: wide, height: high, pixels: target)
  }
}
