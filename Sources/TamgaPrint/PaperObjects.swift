internal import CQPDF
import Foundation

/// The objects of one paper, read by qpdf and written anew under the numbers of another file.
///
/// What a page needs to be printed is taken along; its place in a structure tree, which is for
/// reading on a screen, is not: the paper's own file has it.
final class PaperObjects {
  private var reader: qpdf_data?
  /// New numbers by the paper's own.
  private var numbers: [Int32: Int] = [:]
  private var open: Set<Int32> = []
  /// Takes an object's bytes and gives its number in the new file.
  private let add: ([UInt8]) throws -> Int

  /// No paper of ours nests deeper than a dozen.
  private static let maxDepth = 60
  private static let pageKeys = ["MediaBox", "CropBox", "Rotate", "UserUnit", "Group"]

  /// - Parameter bytes: Must stay in place while this lives: qpdf reads them where they are.
  init(
    _ bytes: UnsafeRawBufferPointer, add: @escaping ([UInt8]) throws -> Int
  ) throws(PrintFileError) {
    guard tamga_qpdf_open() else { throw PrintFileError(code: .noReader) }
    self.add = add
    reader = qpdf_init()
    qpdf_silence_errors(reader)
    qpdf_set_suppress_warnings(reader, QPDF_TRUE)
    // A file that must be repaired is not the one that was issued.
    qpdf_set_attempt_recovery(reader, QPDF_FALSE)
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard qpdf_read_memory(reader, "paper", start, UInt64(bytes.count), nil) & 2 == 0,
      qpdf_push_inherited_attributes_to_page(reader) & 2 == 0
    else { throw PrintFileError(code: .unreadable) }
  }

  deinit {
    // One that nobody took would be printed.
    if qpdf_has_error(reader) == QPDF_TRUE { qpdf_get_error(reader) }
    qpdf_cleanup(&reader)
  }

  /// The entries of every page's dictionary but its type and its parent.
  func pages() throws -> [[UInt8]] {
    let count = qpdf_get_num_pages(reader)
    guard count > 0 else { throw PrintFileError(code: .unreadable) }
    return try (0..<Int(count)).map { index in
      let page = qpdf_get_page_n(reader, index)
      var bytes: [UInt8] = []
      for key in ["Resources", "Contents"] + Self.pageKeys {
        let value = qpdf_oh_get_key(reader, page, "/" + key)
        guard qpdf_oh_get_type_code(reader, value) != ot_null else { continue }
        bytes += Array(" /\(key) ".utf8)
        try write(value, into: &bytes, depth: 0)
      }
      guard qpdf_has_error(reader) == QPDF_FALSE else { throw PrintFileError(code: .unreadable) }
      return bytes
    }
  }

  private func write(_ object: qpdf_oh, into bytes: inout [UInt8], depth: Int) throws {
    guard depth < Self.maxDepth else { throw PrintFileError(code: .recursive) }
    if qpdf_oh_is_indirect(reader, object) == QPDF_TRUE {
      bytes += Array("\(try number(of: object, depth: depth)) 0 R".utf8)
    } else {
      try writeValue(object, into: &bytes, depth: depth)
    }
  }

  /// The new number of an object, which is written when it is first met: whatever it names is
  /// written before it, so that what is alike in two papers comes out alike.
  private func number(of object: qpdf_oh, depth: Int) throws -> Int {
    let id = qpdf_oh_get_object_id(reader, object)
    if let number = numbers[id] { return number }
    guard open.insert(id).inserted else { throw PrintFileError(code: .recursive) }
    var bytes: [UInt8] = []
    try writeValue(object, into: &bytes, depth: depth)
    open.remove(id)
    let number = try add(bytes)
    numbers[id] = number
    return number
  }

  private func writeValue(_ object: qpdf_oh, into bytes: inout [UInt8], depth: Int) throws {
    switch qpdf_oh_get_type_code(reader, object) {
    case ot_dictionary:
      try writeDictionary(object, into: &bytes, depth: depth)
    case ot_array:
      bytes.append(UInt8(ascii: "["))
      for index in 0..<qpdf_oh_get_array_n_items(reader, object) {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
        try write(qpdf_oh_get_array_item(reader, object, index), into: &bytes, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "]"))
    case ot_stream:
      try writeStream(object, into: &bytes, depth: depth)
    default:
      guard let text = qpdf_oh_unparse_resolved(reader, object) else {
        throw PrintFileError(code: .unreadable)
      }
      bytes += UnsafeRawBufferPointer(start: text, count: strlen(text))
    }
  }

  private func writeDictionary(
    _ object: qpdf_oh, into bytes: inout [UInt8], depth: Int, length: Int? = nil
  ) throws {
    // One walk at a time: the keys are collected before going deeper.
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(reader, object)
    while qpdf_oh_dict_more_keys(reader) == QPDF_TRUE {
      if let key = qpdf_oh_dict_next_key(reader) { keys.append(String(cString: key)) }
    }
    bytes += Array("<<".utf8)
    for key in keys.sorted() where length == nil || key != "/Length" {
      let value = qpdf_oh_get_key(reader, object, key)
      bytes.append(UInt8(ascii: " "))
      Self.writeName(key, into: &bytes)
      bytes.append(UInt8(ascii: " "))
      try write(value, into: &bytes, depth: depth + 1)
    }
    if let length { bytes += Array(" /Length \(length)".utf8) }
    bytes += Array(" >>".utf8)
  }

  /// The data as they stand in the paper, still packed.
  private func writeStream(_ object: qpdf_oh, into bytes: inout [UInt8], depth: Int) throws {
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    defer { free(data) }
    let code = qpdf_oh_get_stream_data(reader, object, qpdf_dl_none, nil, &data, &count)
    guard code & 2 == 0 else { throw PrintFileError(code: .unreadable) }
    try writeDictionary(
      qpdf_oh_get_dict(reader, object), into: &bytes, depth: depth, length: count)
    bytes += Array("\nstream\n".utf8)
    bytes += UnsafeRawBufferPointer(start: data, count: count)
    bytes += Array("\nendstream".utf8)
  }

  /// ISO 32000-1, 7.3.5: what is no regular character is written as its code.
  private static func writeName(_ name: String, into bytes: inout [UInt8]) {
    let special = Set("#()<>[]{}/%".utf8)
    for (index, byte) in name.utf8.enumerated() {
      if index == 0 || (0x21...0x7E).contains(byte) && !special.contains(byte) {
        bytes.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "#"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
