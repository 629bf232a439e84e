import Foundation
import HummingbirdCore
import NIOCore

/// A file as the body of an answer, read while it is sent: a print run is larger than what a server holds.
struct FileBody: Sendable {
  private let path: String
  private let size: Int
  private static let part = 256 << 10

  /// Nil where there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = path
    size = Int(status.st_size)
  }

  var body: ResponseBody {
    let (path, size) = (path, size)
    return ResponseBody(contentLength: size) { writer in
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      var left = size
      while left > 0 {
        let most = min(left, Self.part)
        let bytes = try await BlockingWork.run { Result { try file.read(upToCount: most) } }.get()
        guard let bytes, !bytes.isEmpty else { throw CocoaError(.fileReadUnknown) }
        left -= bytes.count
        try await writer.write(ByteBuffer(bytes: bytes))
      }
      try await writer.finish(nil)
    }
  }
}
