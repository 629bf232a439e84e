/// Writes small PDF files by hand (ISO 32000-1, 7.5).
enum PDFFile {
  /// The objects 1, 2, … as given; object 1 is the catalogue.
  static func bytes(_ objects: [String]) -> [UInt8] {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer <</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  static func stream(_ content: String, _ dictionary: String = "") -> String {
    "<<\(dictionary)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
  }

  /// One page of `box` points with `content`; further objects start at 5.
  static func page(
    _ content: String, resources: String = "", box: String = "0 0 595 842", more: [String] = []
  ) -> [UInt8] {
    bytes(
      [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[\(box)]/Resources<<\(resources)>>/Contents 4 0 R>>",
        stream(content),
      ] + more)
  }

  /// As many pages as `contents`.
  static func pages(_ contents: [String]) -> [UInt8] {
    let kids = contents.indices.map { "\(3 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[\(kids)]/Count \(contents.count)>>",
    ]
    for (index, content) in contents.enumerated() {
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents \(4 + 2 * index) 0 R>>")
      objects.append(stream(content))
    }
    return bytes(objects)
  }
}
