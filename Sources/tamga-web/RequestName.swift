/// The name of one request in answers and logs: random, so that it says nothing about anybody.
enum RequestName {
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

  static func new() -> String {
    var random = UInt64.random(in: .min ... .max)
    return String(
      (0..<12).map { _ in
        defer { random >>= 5 }
        return letters[Int(random & 31)]
      })
  }
}
