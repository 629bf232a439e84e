/// A file of numbered objects (ISO 32000-1, 7.5), put together in the order of writing: whole, or handed
/// on as it grows.
package struct PDFFile {
  package private(set) var bytes: [UInt8] = []
  /// Bytes that were handed on.
  private var written = 0
  private var places: [Place] = [.nowhere]
  /// Objects that are no streams, where they are packed into one (7.5.7).
  private let packs: Bool
  private var packed: [(number: Int, start: Int)] = []
  private var plain: [UInt8] = []

  /// Where an object is.
  private enum Place {
    case nowhere
    case byte(Int)
    /// Among the packed ones.
    case packed(Int)
  }

  /// - Parameter packs: Objects that are no streams stand in one compressed stream; such a file ends with
  ///   ``finish(root:info:id:packing:)``.
  package init(version: StaticString = "1.5", packs: Bool = false, capacity: Int) {
    self.packs = packs
    bytes.reserveCapacity(capacity)
    if packs { plain.reserveCapacity(16 << 10) }
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
    places.append(.nowhere)
    return places.count - 1
  }

  /// Writes an object.
  package mutating func object(_ number: Int, _ write: (inout [UInt8]) -> Void) {
    guard packs else { return standing(number, write) }
    places[number] = .packed(packed.count)
    packed.append((number, plain.count))
    write(&plain)
    plain.write("\n")
  }

  /// Writes an object that is packed in no file.
  mutating func standing(_ number: Int, _ write: (inout [UInt8]) -> Void) {
    places[number] = .byte(count)
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
    standing(number) { bytes in
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
      let place = if case .byte(let place) = place { place } else { 0 }
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

  /// Writes the packed objects and the stream that is table and trailer at once (7.5.8).
  ///
  /// - Parameters:
  ///   - id: Tells the file from others (14.4).
  ///   - packing: Gives the packed objects as a zlib stream.
  package mutating func finish(
    root: Int, info: Int, id: [UInt8], packing: ([UInt8]) -> [UInt8]
  ) {
    let container = reserve()
    var heads: [UInt8] = []
    heads.reserveCapacity(12 * packed.count + plain.count)
    for (number, start) in packed {
      heads.write(number)
      heads.write(" ")
      heads.write(start)
      heads.write("\n")
    }
    let (first, objects) = (heads.count, packed.count)
    heads += plain
    stream(container, packing(heads)) { bytes in
      bytes.write(" /Type /ObjStm /N ")
      bytes.write(objects)
      bytes.write(" /First ")
      bytes.write(first)
      bytes.write(" /Filter /FlateDecode")
    }
    let table = reserve()
    let start = count
    places[table] = .byte(start)
    var rows: [UInt8] = []
    rows.reserveCapacity(6 * places.count)
    for place in places {
      switch place {
      case .nowhere: rows += [0, 0, 0, 0, 0xFF, 0xFF]
      case .byte(let place):
        rows += [
          1, UInt8(truncatingIfNeeded: place >> 16), UInt8(truncatingIfNeeded: place >> 8),
          UInt8(truncatingIfNeeded: place), 0, 0,
        ]
      case .packed(let index):
        rows += [
          2, UInt8(truncatingIfNeeded: container >> 16), UInt8(truncatingIfNeeded: container >> 8),
          UInt8(truncatingIfNeeded: container), UInt8(truncatingIfNeeded: index >> 8),
          UInt8(truncatingIfNeeded: index),
        ]
      }
    }
    let size = places.count
    stream(table, rows) { bytes in
      bytes.write(" /Type /XRef /W [ 1 3 2 ] /Size ")
      bytes.write(size)
      bytes.write(" /Root ")
      bytes.write(reference: root)
      bytes.write(" /Info ")
      bytes.write(reference: info)
      bytes.write(" /ID ")
      bytes.write(.array([.bytes(id), .bytes(id)]))
    }
    bytes.write("startxref\n")
    bytes.write(start)
    bytes.write("\n%%EOF\n")
  }
}
