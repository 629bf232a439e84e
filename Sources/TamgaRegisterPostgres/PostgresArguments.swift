internal import TamgaRegister

/// The arguments of a statement in PostgreSQL's binary form: whole numbers as eight bytes,
/// big-endian, texts and blobs as they are.
struct PostgresArguments {
  private var bytes: [UInt8] = []
  /// Where each value begins; nil for null.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []

  init(_ arguments: [any SQLArgument]) {
    for argument in arguments {
      let start = bytes.count
      let value = argument.sqlValue
      switch value {
      case .null: break
      case .int(let number): withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
      case .text(let text): bytes += text.utf8
      case .bytes(let blob): bytes += blob
      }
      starts.append(value == .null ? nil : start)
      lengths.append(Int32(bytes.count - start))
    }
    // An empty value needs an address too.
    bytes.append(0)
  }

  /// The type's number in `pg_type`; 0 lets the server infer it.
  static func type(of value: SQLValue) -> UInt32 {
    switch value {
    case .null: 0
    case .int: 20
    case .text: 25
    case .bytes: 17
    }
  }

  func withPointers<Result>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    let formats = [Int32](repeating: 1, count: starts.count)
    return bytes.withUnsafeBytes { buffer in
      let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
      let values = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(
              Int32(starts.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
