import Foundation
import HTTPTypes
import Hummingbird
import TamgaFormats

/// The check page and its files, as `make web` made them: read once, and nothing but what its list names.
struct PageFiles: Sendable {
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    /// Its name changes with its content.
    let isFixed: Bool
  }

  /// By path; empty where the page was not built.
  let files: [String: File]

  /// - Parameters:
  ///   - folder: The folder of `make web`; nil for none.
  ///   - root: The fingerprint of the office's root key, which the page keeps to.
  init(_ folder: String?, root: String) {
    guard let folder,
      let list = try? Data(contentsOf: URL(fileURLWithPath: folder + "/files.json")),
      case .array(let rows)? = try? JSONReader.strictValue(of: Array(list))
    else {
      files = [:]
      return
    }
    var files: [String: File] = [:]
    for row in rows {
      guard let path = row["path"]?.text, let name = row["file"]?.text,
        let type = row["type"]?.text, case .flag(let isFixed)? = row["immutable"],
        let bytes = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      else { continue }
      files[path] = File(
        bytes: path == "/v" ? Self.pinned(bytes, root) : Array(bytes), type: type, isFixed: isFixed)
    }
    self.files = files
  }

  private static func pinned(_ page: Data, _ root: String) -> [UInt8] {
    let place = #"<meta name="tamga-root" content=""#
    let text = String(decoding: page, as: UTF8.self)
    return Array(text.replacingOccurrences(of: place + "\"", with: place + root + "\"").utf8)
  }

  func page(_ call: Call) async throws -> Response {
    guard !files.isEmpty else { throw WebProblem.noPage }
    return try answer("/v")
  }

  func file(_ call: Call) async throws -> Response {
    try answer("/v/" + (call.words["file"] ?? ""))
  }

  private func answer(_ path: String) throws -> Response {
    guard let file = files[path] else { throw WebProblem.notFound }
    var response = Response(file.bytes, type: file.type)
    response.headers[.cacheControl] =
      file.isFixed ? "public, max-age=31536000, immutable" : "no-cache"
    if path == "/v/worker.js" { response.headers[.serviceWorkerAllowed] = "/v" }
    return response
  }
}
