import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import TamgaDomain
import TamgaFormats
import TamgaService

/// A file of decisions as it arrives: written below the office's folder while it comes, never held whole.
enum BatchUpload {
  static let types = ["application/jsonl", "application/x-ndjson", "application/json"]
  private static let folder = "uploads"

  /// - Returns: The path of the file, whose name is that of its content.
  /// - Throws: ``WebProblem`` where it is larger than `limit` bytes, or of another kind.
  static func keep(_ call: Call, office: String, upTo limit: Int) async throws -> String {
    guard types.contains(call.mediaType) else { throw WebProblem.mediaType(types) }
    if let length = call.request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw WebProblem.tooLarge(limit)
    }
    let place = "\(office)/\(PaperSigner.folder)/\(folder)"
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let temporary = "\(place)/.tamga-\(UUID().uuidString)"
    guard
      FileManager.default.createFile(
        atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: temporary)
    else { throw WebProblem.noRoom }
    var isKept = false
    defer {
      try? file.close()
      if !isKept { try? FileManager.default.removeItem(atPath: temporary) }
    }
    var hash = SHA256()
    var count = 0
    for try await part in call.request.body {
      count += part.readableBytes
      guard count <= limit else { throw WebProblem.tooLarge(limit) }
      let bytes = Data(part.readableBytesView)
      hash.update(data: bytes)
      do { try file.write(contentsOf: bytes) } catch { throw WebProblem.noRoom }
    }
    guard count > 0 else { throw WebProblem.malformed(.file) }
    try file.synchronize()
    let end = call.mediaType == "application/json" ? "json" : "jsonl"
    let path = "\(place)/\(Hex.text(Array(hash.finalize()))).\(end)"
    guard rename(temporary, path) == 0 else { throw WebProblem.noRoom }
    isKept = true
    return path
  }
}

extension WebProblem {
  static let noRoom = busy(
    Message(
      kk: "файл дискіге жазылмады", ru: "файл не записан на диск",
      en: "the file could not be written to the disk"))
}
