internal import CCairo
internal import Crypto
public import TamgaLayout
internal import TamgaPaperFile

/// What the libraries of layout and drawing gave for a fixed paper when Tamga was tested: other versions may
/// place letters and write lines otherwise, and a verifier takes only what papers are made of.
public enum TestedDrawing {
  /// Of the libraries, as ``versions`` has them.
  public static let tested = "cairo 1.16.0, Pango 1.50.12, HarfBuzz 6.0.0, Fontconfig 2.14.1"
  /// ``Composition/drawingDigest()`` of the paper, in hexadecimal digits, in the fonts of the templates.
  static let digest = "8a0e41e106cdae8e8c8ba5021e9a180911f1596699e852d406d86f0fae8946e6"

  /// Those that run here.
  public static var versions: String {
    (["cairo \(String(cString: cairo_version_string()))"] + LayoutLibraries.versions)
      .joined(separator: ", ")
  }

  /// Whether a paper is drawn as it was.
  ///
  /// - Parameter paper: The fixed one, laid out and without its foot.
  public static func isSame(_ paper: Composition) throws -> Bool {
    try paper.drawingDigest() == digest
  }
}

extension Composition {
  /// SHA-256 of what its file draws: the pages' operators, the fonts and their letters, as they are before they
  /// are packed, which programs do in ways of their own.
  func drawingDigest() throws -> String {
    completeWithoutSeal()
    let file = try form(created: 0)
    guard let parts = PaperParts(file) else { return "" }
    var digest = SHA256()
    func add(_ packed: [UInt8]) {
      digest.update(data: Inflater.inflated(packed[...], limit: 8 << 20) ?? [])
    }
    for page in parts.pages { add(page.content) }
    for font in parts.fonts {
      add(font.program)
      digest.update(data: font.widths)
      for map in font.maps { add(map.letters) }
    }
    return digest.finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
