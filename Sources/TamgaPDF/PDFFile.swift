/// A file of numbered objects (ISO 32000-1, 7.5), put together in the order of writing.
struct PDFFile {
  private(set) var bytes: [UInt8] = []
  /// Where each object begins; 0 for one that is not written yet.
  private var places: [Int] = [0]

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    // As cairo begins: version 1.5, and bytes that say that the file is not text.
    bytes.write("%PDF-1.5\n%")
    bytes += [0xB5, 0xED, 0xAE, 0xFB]
    bytes.write("\n")
  }

  /// A number for an object that is written later.
  mutating func reserve() -> Int {
    places.append(0)
    return places.count - 1
  }

  /// Writes an object.
  mutating func object(_ number: Int, _ write: (inout [UInt8]) -> Void) {
    places[number] = bytes.count
    bytes.write(number)
    bytes.write(" 0 obj\n")
    write(&bytes)
    bytes.write("\nendobj\n")
  }

  /// Writes a stream.
  ///
  /// - Parameter more: Entries of its dictionary besides the length, each begun with a space.
  mutating func stream(_ number: Int, _ content: [UInt8], _ more: (inout [UInt8]) -> Void) {
    object(number) { bytes in
      bytes.write("<< /Length ")
      bytes.write(content.count)
      more(&bytes)
      bytes.write(" >>\nstream\n")
      bytes += content
      bytes.write("\nendstream")
    }
  }

  /// Writes the table of the objects and the trailer, and gives the file.
  mutating func finish(root: Int, info: Int) -> [UInt8] {
    let start = bytes.count
    bytes.write("xref\n0 ")
    bytes.write(places.count)
    bytes.write("\n0000000000 65535 f \n")
    for place in places.dropFirst() {
      var unit = 1_000_000_000
      while unit > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(place / unit % 10))
        unit /= 10
      }
      bytes.write(" 00000 n \n")
    }
    bytes.write("trailer\n<< /Size ")
    bytes.write(places.count)
    bytes.write("\n   /Root ")
    bytes.write(reference: root)
    bytes.write("\n   /Info ")
    bytes.write(reference: info)
    bytes.write("\n>>\nstartxref\n")
    bytes.write(start)
    bytes.write("\n%%EOF\n")
    return bytes
  }
}
