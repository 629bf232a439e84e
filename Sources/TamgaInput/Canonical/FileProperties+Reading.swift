internal import TamgaDomain
internal import TamgaPaperFile
internal import TamgaVerify

extension FileProperties {
  private typealias Key = PaperParts.Entry.Key

  /// nil unless the lines are those that papers have, in their order, each in its form.
  ///
  /// - Parameter id: Of a file for archives.
  init?(_ entries: [PaperParts.Entry], id: [UInt8]? = nil) {
    let keys: [Key] = [.producer, .title, .author, .creator, .created, .changed]
    let given = entries.map(\.key)
    guard given == keys || given == keys.filter({ $0 != .author }) else { return nil }
    let texts = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.text) })
    guard let producer = texts[.producer], Self.isProducer(producer), let title = texts[.title],
      texts[.creator] == "Tamga", let created = texts[.created], texts[.changed] == created,
      let moment = Self.moment(created)
    else { return nil }
    self.init(title: title, author: texts[.author], created: moment, id: id)
  }

  /// `cairo 1.16.0; Tamga 0.9.0`
  private static func isProducer(_ text: String) -> Bool {
    let parts = text.split(separator: "; ", omittingEmptySubsequences: false)
    func isVersion(_ text: Substring, of name: String) -> Bool {
      text.hasPrefix(name + " ") && text.utf8.count <= 64
        && text.utf8.dropFirst(name.utf8.count + 1).allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        }
    }
    return parts.count == 2 && isVersion(parts[0], of: "cairo") && isVersion(parts[1], of: "Tamga")
  }

  /// Seconds since 1970 of `D:20210209194640Z`.
  private static func moment(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 17, text.hasPrefix("D:"), text.hasSuffix("Z"),
      bytes[2..<16].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func number(_ place: Int, _ count: Int) -> Int {
      bytes[place..<place + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    let (hour, minute, second) = (number(10, 2), number(12, 2), number(14, 2))
    guard let day = CalendarDate(number(2, 4), number(6, 2), number(8, 2)),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return Int64(day.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }
}
