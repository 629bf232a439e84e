internal import Crypto
internal import Foundation
internal import TamgaDomain
internal import TamgaFiles
internal import TamgaFormats

/// SHA-256 of a file of any size, in hexadecimal.
enum FileSum {
  /// - Returns: Nil for a file that is missing or cannot be read.
  static func of(_ path: String) -> String? {
    var hash = SHA256()
    let reason = FilePieces.read(path) { (piece) throws(Never) in hash.update(data: piece) }
    return reason == nil ? Hex.text(Array(hash.finalize())) : nil
  }

  /// Copies a file and sums what was read.
  ///
  /// - Throws: ``KeepingError`` of code `unreadable` or `disk`.
  static func copying(
    _ path: String, to target: String, mode: UInt32
  ) throws(KeepingError) -> (sha256: String, bytes: Int) {
    var hash = SHA256()
    var bytes = 0
    let reason: SystemReason?
    do throws(FileFault) {
      reason = try FilePieces.copy(path, to: target, mode: mode) { piece in
        hash.update(data: piece)
        bytes += piece.count
      }
    } catch {
      throw .disk(target, error.message, hint: error.hint)
    }
    if let reason { throw .unreadable(path, reason) }
    return (Hex.text(Array(hash.finalize())), bytes)
  }
}
