/// A file of numbered objects (ISO 32000-1, 7.5), put together in the order of writing: whole, or handed
/// on as it grows.
package struct PDFFile {
  package private(set) var bytes: [UInt8] = []
  /// Bytes that were handed on.
  private var written = 0
  /// Where each object begins; 0 for one that is not written yet.
  private var places: [Int] = [0]

  package init(version: StaticString = "1.5", capacity: Int) {
    bytes.reserveCapacity(capacity)
    bytes.write("%PDF-")
    bytes.write(version)
    // As cairo has it: bytes that say that the file is not text.
    bytes.write("\n%")
    bytes += [0xB5, 0xED, 0xAE, 0xFB]
    bytes.write("\n")
  }

  /// Numbers given so far, and one.
  package var objectCount: Int { places.count }
  /// Bytes written, those that were handed on among them.
  package var count: Int { written + bytes.count }

  /// What was written since this was last called; the file goes on behind it.
  package mutating func takeBytes() -> [UInt8] {
    defer {
      written += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
    return bytes
  }

  /// A number for an object that is written later.
  package mutating func reserve() -> Int {
    places.append(0)
    return places.count - 1
  }

  /// Writes an object.
  package mutating func object(_ number: Int, _ write: (inout [UInt8]) -> Void) {
    places[number] = count
    bytes.write(number)
    bytes.write(" 0 obj\n")
    write(&bytes)
    bytes.write("\nendobj\n")
  }

  package mutating func object(_ number: Int, _ value: PDFDirectObject) {
    object(number) { $0.write(value) }
  }

  /// Writes a stream.
  ///
  /// - Parameter more: Entries of its dictionary besides the length, each begun with a space.
  package mutating func stream(_ number: Int, _ content: [UInt8], _ more: (inout [UInt8]) -> Void) {
    object(number) { bytes in
      bytes.write("<< /Length ")
      bytes.write(content.count)
      more(&bytes)
      bytes.write(" >>\nstream\n")
      bytes += content
      bytes.write("\nendstream")
    }
  }

  /// Writes the table of the objects and the trailer.
  ///
  /// - Parameter id: Tells the file from others (14.4).
  package mutating func finish(root: Int, info: Int, id: [UInt8]? = nil) {
    let start = count
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
    var trailer: [PDFDirectObject.Entry] = [
      ("Size", .integer(places.count)), ("Root", .reference(root)), ("Info", .reference(info)),
    ]
    if let id { trailer.append(("ID", .array([.bytes(id), .bytes(id)]))) }
    bytes.write("trailer\n")
    bytes.write(.dictionary(trailer))
    bytes.write("\nstartxref\n")
    bytes.write(start)
    bytes.write("\n%%EOF\n")
  }
}
