/// An address of this server: words of a path, each percent-encoded, and a query. No address of another
/// server and no `javascript:` can be one.
public struct Link: Hashable, Sendable {
  public let address: String

  private init(address: String) { self.address = address }

  /// `/desk/papers/labour-immigrant-permit/ALA-26-1%2F2`.
  public init(_ words: String..., query: [(String, String)] = []) {
    self.init(words: words, query: query)
  }

  public init(words: [String], query: [(String, String)] = []) {
    // An empty word would make an address of another server of the next one.
    var address = words.filter { !$0.isEmpty }.map { "/" + Self.encoded($0) }.joined()
    if address.isEmpty { address = "/" }
    self.init(address: address + Self.text(of: query))
  }

  /// The same page with another query: `?lang=kk`.
  public static func here(query: [(String, String)]) -> Link {
    Link(address: query.isEmpty ? "?" : text(of: query))
  }

  /// A place in the same page.
  public static func place(_ id: String) -> Link { Link(address: "#" + encoded(id)) }

  private static func text(of query: [(String, String)]) -> String {
    query.isEmpty
      ? "" : "?" + query.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
  }

  /// The same address with a query at its end.
  public func adding(query: [(String, String)]) -> Link {
    let text = Self.text(of: query)
    return Link(address: address + (address.contains("?") ? "&" + text.dropFirst() : text))
  }

  /// What RFC 3986 calls unreserved stays.
  private static func encoded(_ word: String) -> String {
    var text = ""
    for byte in word.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return text
  }
}
