import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TamgaFormats
import TamgaVerify

extension Call {
  /// The whole body.
  ///
  /// - Throws: ``WebProblem`` where it is larger than `limit` bytes.
  func body(upTo limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw WebProblem.tooLarge(limit)
    }
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard bytes.count + part.readableBytes <= limit else { throw WebProblem.tooLarge(limit) }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }

  /// The body as a JSON object without a key that stands twice.
  func json(upTo limit: Int) async throws -> JSONValue {
    guard mediaType == "application/json" else { throw WebProblem.mediaType(["application/json"]) }
    let bytes = try await body(upTo: limit)
    let limits = JSONReader.Limits(textScalars: limit, listItems: 10_000, keyScalars: 1_000)
    guard let value = try? JSONReader.strictValue(of: bytes, limits: limits),
      value.members != nil
    else { throw WebProblem.malformed(.json) }
    return value
  }

  /// What the body is said to be, without parameters.
  var mediaType: String {
    let text = request.headers[.contentType] ?? ""
    return text.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
  }

  /// A value of the address's query; nil where it is not given.
  ///
  /// - Throws: ``WebProblem`` where it stands there twice or cannot be read.
  func query(_ name: String) throws -> String? {
    guard let query = request.uri.query else { return nil }
    var found: String?
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts[0].removingPercentEncoding == name else { continue }
      // A browser writes the spaces of a form as plus signs.
      guard found == nil, parts.count == 2,
        let value = parts[1].replacing("+", with: " ").removingPercentEncoding
      else {
        throw WebProblem.malformed(.query)
      }
      found = value
    }
    return found
  }
}

extension Response {
  /// An answer of bytes.
  init(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) {
    var fields = HTTPFields()
    fields[.contentType] = type
    self.init(status: status, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// An answer of JSON.
  init(_ json: JSONValue, status: HTTPResponse.Status = .ok) {
    self.init(JSONWriter.bytes(json), type: "application/json", status: status)
  }

  /// `{"verdicts": […]}`, the objects of the seal's contract without `input`.
  init(_ verdicts: [Verdict]) {
    self.init(.object([.init("verdicts", .array(verdicts.map { $0.json(input: nil) }))]))
  }
}
