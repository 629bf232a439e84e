// The canonical bytes (page `Log` of the documentation): fixed fields first, texts with their lengths
// last, so that no two entries have the same bytes and no entry has two forms.
extension LogEntry {
  /// The version of the form, the first byte.
  static let version: UInt8 = 0x01

  private static let hasSerial: UInt8 = 0x01
  private static let hasReason: UInt8 = 0x02
  private static let hasState: UInt8 = 0x04

  /// The canonical bytes: what the leaf of the tree is made of.
  public var bytes: [UInt8] {
    var out: [UInt8] = [Self.version]
    Self.append(sequence, to: &out)
    Self.append(at, to: &out)
    out.append(
      (serial == nil ? 0 : Self.hasSerial) | (reason == nil ? 0 : Self.hasReason)
        | (state == nil ? 0 : Self.hasState))
    if let serial { Self.append(serial, to: &out) }
    if let reason { out += reason }
    if let state { out += state }
    for text in [who, what, detail] {
      let utf8 = text.utf8
      out.append(UInt8(utf8.count >> 8))
      out.append(UInt8(utf8.count & 0xFF))
      out += utf8
    }
    return out
  }

  /// Reads the canonical bytes.
  ///
  /// - Throws: ``LogFault`` of code `log-entry-version`, `log-entry` or `log-entry-field`.
  public init(_ bytes: [UInt8]) throws(LogFault) {
    guard bytes.first == Self.version else { throw bytes.isEmpty ? .entry : .entryVersion }
    var rest = bytes.dropFirst()
    let sequence = try Self.number(&rest)
    let at = try Self.number(&rest)
    let flags = try Self.take(1, &rest)[0]
    guard flags & ~(Self.hasSerial | Self.hasReason | Self.hasState) == 0 else { throw .entry }
    let serial = flags & Self.hasSerial == 0 ? nil : try Self.number(&rest)
    let reason = flags & Self.hasReason == 0 ? nil : try Self.take(Self.digestLength, &rest)
    let state = flags & Self.hasState == 0 ? nil : try Self.take(Self.digestLength, &rest)
    let who = try Self.text(&rest)
    let what = try Self.text(&rest)
    let detail = try Self.text(&rest)
    guard rest.isEmpty else { throw .entry }
    try self.init(
      sequence: sequence, at: at, who: who, what: what, serial: serial, reason: reason,
      detail: detail, state: state)
  }

  // Big-endian, two's complement.
  private static func append(_ number: Int64, to out: inout [UInt8]) {
    for shift in (0..<8).reversed() { out.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) throws(LogFault) -> Int64 {
    try take(8, &rest).reduce(0) { $0 << 8 | Int64($1) }
  }

  private static func take(
    _ count: Int, _ rest: inout ArraySlice<UInt8>
  ) throws(LogFault) -> [UInt8] {
    guard rest.count >= count else { throw .entry }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  private static func text(_ rest: inout ArraySlice<UInt8>) throws(LogFault) -> String {
    let length = try take(2, &rest)
    let utf8 = try take(Int(length[0]) << 8 | Int(length[1]), &rest)
    guard let text = String(validating: utf8, as: UTF8.self) else { throw .entry }
    return text
  }
}
