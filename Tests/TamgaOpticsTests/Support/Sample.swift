/// Texts of the size and shape of real carriers; the digits are counted out, not signed.
enum Sample {
  static func carrier(host: String = "tamga.example", digits count: Int) -> String {
    "https://\(host)/v#" + digits(count: count)
  }

  static func digits(count: Int) -> String {
    String((0..<count).map { Character(String(($0 * 7 + $0 / 10) % 10)) })
  }
}
