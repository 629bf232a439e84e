// What a host gives in the place of `Sources/TamgaSeal/Libraries`, without anything behind it: `core` compiles
// the rest with it.

struct SHA256Sum {
  mutating func add(_ bytes: [UInt8]) { fatalError() }
  var bytes: [UInt8] { fatalError() }
  static func of(_ bytes: [UInt8]) -> [UInt8] { fatalError() }
}

enum SignatureCheck {
  static func isKey(_ raw: [UInt8], of algorithm: SignatureAlgorithm) -> Bool { fatalError() }
  static func accepts(
    _ signature: [UInt8], over message: [UInt8], by raw: [UInt8], of algorithm: SignatureAlgorithm
  ) -> Bool { fatalError() }
}

enum Deflate {
  static func compressed(_ bytes: [UInt8]) -> [UInt8] { fatalError() }
  static func inflated(_ bytes: [UInt8], limit: Int) -> [UInt8]? { fatalError() }
}

struct ZoneRules: Hashable, Sendable {
  init?(_ name: String) { fatalError() }
  func offset(at moment: Int64) -> Int { fatalError() }
}
