internal import Foundation
public import Logging
internal import TamgaDomain
internal import TamgaFormats

/// Writes the log to standard error, a line an event: words for people, or JSON.
public struct LogLines: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel = Logger.Level.info
  private let isJSON: Bool

  public init(isJSON: Bool) { self.isJSON = isJSON }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let time = Date.now.formatted(.iso8601)
    let line: [UInt8]
    if isJSON {
      line = PlainText.json(
        JSONWriter.bytes(
          .object(
            [
              .init("at", .text(time)), .init("level", .text(event.level.rawValue)),
              .init("event", .text("\(event.message)")),
            ] + all.map { .init($0.key, Self.json($0.value)) })))
    } else {
      let rest = all.map { " \($0.key)=\($0.value)" }.joined()
      line = Array(PlainText.line("\(time) \(event.level.rawValue) \(event.message)\(rest)").utf8)
    }
    let bytes = line + [UInt8(ascii: "\n")]
    // One call a line, so that the lines of two threads stay apart. Where nobody can be told, work goes on.
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Whole numbers as numbers, anything else as text.
  static func json(_ value: Logger.Metadata.Value) -> JSONValue {
    if case .stringConvertible(let number) = value, let number = number as? any BinaryInteger,
      let whole = Int64(exactly: number)
    {
      return .integer(whole)
    }
    return .text("\(value)")
  }
}
