internal import CPostgres
internal import TamgaRegister

/// What came of one statement, in binary form; good until the next one.
struct PostgresAnswer {
  let result: OpaquePointer?

  var rows: some Sequence<PostgresRow> {
    (0..<PQntuples(result)).lazy.map { PostgresRow(result: result, row: $0) }
  }

  /// Rows that were inserted, changed or deleted.
  var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }
}

struct PostgresRow: SQLRow {
  let result: OpaquePointer?
  let row: Int32

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

  func int(_ column: Int) -> Int64 {
    let bytes = field(column)
    // Sign extension: the server counts in four bytes where that is enough.
    let first: Int64 = (bytes.first ?? 0) & 0x80 == 0 ? 0 : -1
    return bytes.reduce(first) { $0 << 8 | Int64($1) }
  }

  func text(_ column: Int) -> String { String(decoding: field(column), as: UTF8.self) }

  func bytes(_ column: Int) -> [UInt8] { Array(field(column)) }

  private func field(_ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, Int32(column)),
      count: Int(PQgetlength(result, row, Int32(column))))
  }
}
